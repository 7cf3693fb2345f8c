"""When two spellings of a unit's name are the same: composition, blanks and capitals do not count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

Who = tuple[str, str]
"""A unit within its group: its name, and the name of the unit it belongs to (two communes of different districts may share a name)."""


def who(unit: str, parent: str | None) -> Who:
    """Return what tells a unit from the others of its group, however the names are spelt."""
    return fold_name(unit), fold_name(parent or "")


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return the form in which names are compared: NFC, single blanks, lower case.

    >>> fold_name("Sở  Nội vụ ") == fold_name("sở nội vụ")
    True
    """
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
