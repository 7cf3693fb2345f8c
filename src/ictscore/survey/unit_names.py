"""When two spellings of a unit's name are the same: composition, blanks and capitals do not count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Return the form in which names are compared: NFC, single blanks, lower case.

    >>> fold_name("Sở  Nội vụ ") == fold_name("sở nội vụ")
    True
    """
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
