"""The printed head and foot of a page: their texts by place, and what keeps people from reading them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.survey.sheets.colours import WHITE, alike

_CODE = re.compile(r'&(?:(&)|([LCR])|"[^"]*"|(\d{1,3}) ?|K([0-9A-Fa-f]{6}|\d\d[+-]\d{3})|([SXYG])|[BIUEHO]|([A-Z]))|([^&]+)|&', re.DOTALL)
_SMALLEST = 6


class Margin(NamedTuple):
    """A head or foot: the text at the left, in the middle and at the right, and whether some of it is shown so that nobody reads it."""

    texts: tuple[str, str, str]
    is_strange: bool

    def unlike(self, other: Margin) -> str:
        """Return its texts that are not those of another one for a message; all of them where only their letters are set otherwise."""
        own = [one for one, their in zip(self.texts, other.texts, strict=True) if one != their] or self.texts
        return " | ".join(each for each in own if each)


def margin_of(text: str) -> Margin:
    """Return what a stored head or foot prints; how its letters are set does not count while they can be read.

    >>> margin_of("&L&9 Một&R&B&10 TẠM TÍNH").texts, margin_of('&R&"Arial,Bold"&KFFFFFFTẠM TÍNH').is_strange
    (('Một', '', 'TẠM TÍNH'), True)
    """
    found = {"L": "", "C": "", "R": ""}
    place, strange = "C", False
    for ampersand, section, size, colour, odd, field, words in _CODE.findall(text):
        place = section or place
        found[place] += ampersand or words or (f"&{field}" if field else "")
        strange = strange or bool(odd) or (bool(size) and int(size) < _SMALLEST) or (bool(colour) and alike(colour.upper(), WHITE))
    left, middle, right = (" ".join(found[each].split()) for each in "LCR")
    return Margin((left, middle, right), strange)
