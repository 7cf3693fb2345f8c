"""Names of files that every system takes, made from the names of units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 100
_REFUSED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def file_stems(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a file's name, without its ending, for each wanted one: taken by Windows too, and no two alike.

    >>> file_stems(["Sở TT&TT", "a/b:c", "A/B:C", "con", "..."])
    ('Sở TT&TT', 'a b c', 'A B C (2)', '_con', '_')
    """
    taken: set[str] = set()
    stems = []
    for each in wanted:
        stem = first = _legal(each)
        number = 1
        while unicodedata.normalize("NFC", stem).casefold() in taken:
            number += 1
            stem = f"{first} ({number})"
        taken.add(stem.casefold())
        stems.append(stem)
    return tuple(stems)


def _legal(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(" " if unicodedata.category(char) in _INVISIBLE else char for char in composed)
    name = " ".join(_REFUSED.sub(" ", visible).split())[:LONGEST].strip(" .")
    return f"_{name}" if _DEVICES.fullmatch(name) or not name else name
