"""Names for sheets: what Excel refuses in a name is taken out, and long names are cut at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]")


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each sheet, all of them different and none that Excel refuses.

    >>> sheet_names(["Cấp huyện – UBND huyện, thành phố", "a/b", "A b"])
    ('Cấp huyện – UBND huyện, thành…', 'a b', 'A b (2)')
    """
    taken: set[str] = set()
    names: list[str] = []
    for each in wanted:
        base = " ".join(_REFUSED.sub(" ", each).split()).strip("'") or "1"
        name, number = _cut(base, LONGEST), 1
        while name.casefold() in taken:
            number += 1
            name = f"{_cut(base, LONGEST - len(f' ({number})'))} ({number})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _cut(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    whole = name[: longest - 1].rpartition(" ")[0]
    return (whole or name[: longest - 1]).rstrip(" ,;–-") + "…"
