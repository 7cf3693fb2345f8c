"""When two spellings of a name or a label are the same: composition, blanks and capitals do not count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

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


@lru_cache(maxsize=65536)
def fold_label(text: str) -> str:
    """Return the form in which labels are compared: as names, without closing stars and colons, wherever in a syllable its tone is put.

    >>> fold_label("Mã hóa *") == fold_label("MÃ HOÁ:")
    True
    """
    words = unicodedata.normalize("NFD", fold_name(text).rstrip(" *:")).split()
    return " ".join("".join(sorted(word, key=_TONES.__contains__)) for word in words)
