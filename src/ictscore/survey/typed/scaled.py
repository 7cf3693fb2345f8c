"""Measures taken apart: a power of ten in words or digits, and the thing that is counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name

MONEY = frozenset(
    (
        "đồng",
        "đ",
        "₫",
        "vnđ",
        "vnd",
        "dong",
        "vn đồng",
        "vnđồng",
        "đồng vn",
        "đồng việt nam",
        "việt nam đồng",
        "dong viet nam",
        "viet nam dong",
    )
)
_POWERS = {"nghìn": 3, "ngàn": 3, "nghin": 3, "ngan": 3, "ng": 3, "triệu": 6, "trieu": 6, "tr": 6, "tỷ": 9, "tỉ": 9, "ty": 9}
_MONEY = "|".join(sorted(MONEY, key=len, reverse=True))
_SHORT = rf"tr\.?(?=\s*(?:{_MONEY})?$)|(?:trieu|nghin|ngan|ty)(?=\s*(?:{_MONEY})?$)|ng\.?(?=\s*(?:{_MONEY})$)"
"""Short words, and those without tones, are a power of ten only where money follows, or nothing: “ng” alone may be people."""
_SCALE = rf"(?P<digits>1[.,]?000(?:[.,]?000){{0,3}})|(?P<word>nghìn|ngàn|triệu|tỷ|tỉ|{_SHORT})"
_SCALED = re.compile(rf"(?:{_SCALE})\s*(?P<what>.*)")


class Scaled(NamedTuple):
    """A measure taken apart: the power of ten of what is counted, and the thing; ``is_told`` where the text says that it is a measure."""

    power: int
    what: str
    is_told: bool = False

    @property
    def is_money(self) -> bool:
        """Return whether money is counted; a power of ten alone says so too."""
        return self.what in MONEY or (bool(self.power) and not self.what)


def scaled(words: str) -> Scaled:
    """Return a measure taken apart.

    >>> scaled("nghìn đồng"), scaled("1.000 đ"), scaled("máy")
    (Scaled(power=3, what='đồng', is_told=False), Scaled(power=3, what='đ', is_told=False), Scaled(power=0, what='máy', is_told=False))
    """
    found = _SCALED.fullmatch(words)
    if found is None:
        return Scaled(0, words)
    word = (found["word"] or "").rstrip(".")
    return Scaled(_POWERS[word] if word else sum(map(str.isdigit, found["digits"])) - 1, found["what"].strip())


def names_a_measure(text: str) -> bool:
    """Return whether a text is nothing but a measure of money or a power of ten, whatever it is said to be.

    >>> names_a_measure("nghìn đồng"), names_a_measure("Sở A"), names_a_measure("đồng")
    (True, False, True)
    """
    return scaled(bare_measure(text)).is_money


def bare_measure(text: str) -> str:
    """Return a text in which a measure is looked for: folded, without brackets and signs around it."""
    return fold_name(plain(text)).strip("()[] .:*")
