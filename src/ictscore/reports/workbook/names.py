"""Names of sheets: legal, short enough, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def unique_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a legal name for each wanted one, in order: at most 31 UTF-16 units, none twice.

    >>> unique_names(["Nhóm A/B", "nhóm A:B", "'x'"])
    ('Nhóm A B', 'nhóm A B (2)', 'x')
    """
    taken: set[str] = {"history"}  # Excel keeps this name for itself
    names: list[str] = []
    for each in wanted:
        name = _unlike(_legal(each), taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _legal(text: str) -> str:
    return _cut(" ".join(_FORBIDDEN.sub(" ", text).split()).strip("' "), LONGEST) or "–"


def _cut(text: str, units: int) -> str:
    """Return as much of ``text`` as fits into so many UTF-16 units, without half a character."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").strip("' ")


def _unlike(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        found = _cut(name, LONGEST - len(suffix)) + suffix
    return found
