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
_PALE, _LEAST_CONTRAST = 64, 1.2
"""White on pale yellow differs more than that and is not read either: so little contrast nobody sees."""
_SHARES = (0.2126, 0.7152, 0.0722)
_HEX = re.compile(r"[0-9A-F]{6}")
_FONT = ("styleSheet", "fonts", "font", "color")
_FILL = ("styleSheet", "fills", "fill")
_PAINTED = re.compile(r"\[(black|white|red|green|blue|yellow|magenta|cyan|colou?r ?([0-9]{1,2}))\]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.')
_OF_PALETTES = (BLACK, WHITE, "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_NAMED = dict(zip(("black", "white", "red", "green", "blue", "yellow", "magenta", "cyan"), _OF_PALETTES, strict=True))
_AUTOMATIC = {64: BLACK, 65: WHITE, 0x7FFF: BLACK}


class Colours:
    """Takes what the styles of a workbook say of the colours of fonts, and of what fills cells."""

    __slots__ = ("_fill", "_fills", "_fonts", "_painted")

    def __init__(self) -> None:
        """Begin without fonts and fills."""
        self._fonts: dict[int, str] = {}
        self._fills: dict[int, str] = {}
        self._painted: dict[int, str] = {}
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

    def paint(self, number_format: int, code: str) -> None:
        """Take the colour in which a number format paints, whatever the font has."""
        if colour := painted_by(code):
            self._painted[number_format] = colour

    def hide(self, font: int, fill: int, number_format: int = 0) -> bool:
        """Return whether what stands in a cell has the colour of the cell."""
        return alike(self._painted.get(number_format) or self._fonts.get(font, BLACK), self._fills.get(fill, WHITE))


def alike(one: str, other: str) -> bool:
    """Return whether nobody tells two colours from each other; names of colours nobody knows are alike where they are the same.

    >>> alike("FFFFFF", "FEFEFE"), alike("FFFFFF", "FFF2CC"), alike("FFFFFF", "FFFF00"), alike("theme 4", "theme 4")
    (True, True, False, True)
    """
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return one == other
    apart = max(abs(a - b) for a, b in zip(_parts(one), _parts(other), strict=True))
    return apart <= _NEARLY or (apart <= _PALE and _contrast(one, other) < _LEAST_CONTRAST)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4))


def _contrast(one: str, other: str) -> float:
    """Return how much brighter one of two colours is, as WCAG 2 counts it: from 1 for none to 21 for black on white."""
    low, high = sorted(sum(share * _light(part) for share, part in zip(_SHARES, _parts(each), strict=True)) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def _light(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the curve of sRGB


def painted_by(code: str) -> str:
    """Return the colour in which a number format paints what stands in the cell, blank for the font’s own; the first section tells.

    >>> painted_by("[White]0"), painted_by("#,##0;[Red]-#,##0"), painted_by("[Color 2]0")
    ('FFFFFF', '', 'FFFFFF')
    """
    found = _PAINTED.search(_QUOTED.sub("", code).partition(";")[0])
    if found is None:
        return ""
    return _OF_PALETTES[(int(found[2]) - 1) % len(_OF_PALETTES)] if found[2] else _NAMED[found[1].casefold()]


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
