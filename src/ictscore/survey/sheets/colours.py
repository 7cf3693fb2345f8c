"""Colours of fonts and cells: which leave a text that nobody sees, as white as its cell or in the colour that fills it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.sheets.markup import Path

BLACK, WHITE = "000000", "FFFFFF"
SMALLEST_SEEN = 2.0
"""Rows and columns up to so many points are not seen; a column's width of 0.3 digits is no more."""
NARROWEST_SEEN = 0.3

_NEARLY = 16
"""How far two parts of a colour (0 to 255) may be apart when nobody tells them from each other."""
_HEX = re.compile(r"[0-9A-F]{6}")
_FONT = ("styleSheet", "fonts", "font", "color")
_FILL = ("styleSheet", "fills", "fill")
_OF_PALETTES = (BLACK, WHITE, "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_AUTOMATIC = {64: BLACK, 65: WHITE, 0x7FFF: BLACK}


class Colours:
    """Takes what the styles of a workbook say of the colours of fonts, and of what fills cells."""

    __slots__ = ("_fill", "_fills", "_fonts")

    def __init__(self) -> None:
        """Begin without fonts and fills."""
        self._fonts: dict[int, str] = {}
        self._fills: dict[int, str] = {}
        self._fill = -1

    def start(self, path: Path, attributes: Mapping[str, str], font: int) -> None:
        """Take the start of an element; ``font`` is the font it may belong to."""
        if path == _FONT:
            self._fonts[font] = colour_of(attributes)
        elif path == _FILL:
            self._fill += 1
        elif path == (*_FILL, "gradientFill"):
            self._fills[self._fill] = "gradient"
        elif path == (*_FILL, "patternFill") and attributes.get("patternType", "none") != "none":
            self._fills[self._fill] = attributes["patternType"]
        elif path == (*_FILL, "patternFill", "fgColor") and self._fills.get(self._fill) == "solid":
            self._fills[self._fill] = colour_of(attributes)

    def ground(self, fill: int) -> str:
        """Return the colour that fills a cell, or nothing where none does."""
        return self._fills.get(fill, "")

    def hide(self, font: int, fill: int) -> bool:
        """Return whether a font has the colour of its cell."""
        return alike(self._fonts.get(font, BLACK), self._fills.get(fill, WHITE))


def alike(one: str, other: str) -> bool:
    """Return whether nobody tells two colours from each other; names of colours nobody knows are alike where they are the same.

    >>> alike("FFFFFF", "FEFEFE"), alike("FFFFFF", "FFFF00"), alike("theme 4", "theme 4")
    (True, False, True)
    """
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return one == other
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _NEARLY for at in (0, 2, 4))


def colour_of(attributes: Mapping[str, str]) -> str:
    """Return a colour as six digits, or what else it is called."""
    if "rgb" in attributes:
        return attributes["rgb"].upper()[-6:]
    tint = attributes.get("tint", "")
    if attributes.get("theme") in ("0", "1"):
        return _grey(attributes["theme"], tint)
    if attributes.get("indexed", "").isascii() and attributes.get("indexed", "").isdecimal():
        return indexed(int(attributes["indexed"][:6]))
    return f"theme {attributes['theme']} {tint}" if "theme" in attributes else BLACK


def indexed(number: int) -> str:
    """Return the colour of a number that stands for the same one in every workbook, or what the number is called."""
    known = _OF_PALETTES[number % 8] if number < 2 * len(_OF_PALETTES) else _AUTOMATIC.get(number)
    return known or f"indexed {number}"


def _grey(theme: str, tint: str) -> str:
    """Return white or black as a tint changes it."""
    try:
        change = max(-1.0, min(1.0, float(tint or 0)))
    except ValueError:
        change = 0.0
    light = 255 * min(1.0, 1 + change) if theme == "0" else 255 * max(0.0, change)
    return f"{round(light):02X}" * 3
