"""Colours of fonts and cells: which leave a text that nobody sees, white on white."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.survey.sheets.markup import Path

_WHITE = frozenset({("rgb", "FFFFFFFF"), ("rgb", "00FFFFFF"), ("theme", "0"), ("indexed", "1"), ("indexed", "9")})
_FONT = ("styleSheet", "fonts", "font", "color")
_FILL = ("styleSheet", "fills", "fill")


class Colours:
    """Takes what the styles of a workbook say of white fonts, and of cells that are not white."""

    __slots__ = ("_coloured", "_fill", "_white")

    def __init__(self) -> None:
        """Begin without fonts and fills."""
        self._white: set[int] = set()
        self._coloured: set[int] = set()
        self._fill = -1

    def start(self, path: Path, attributes: Mapping[str, str], font: int) -> None:
        """Take the start of an element; ``font`` is the font it may belong to."""
        if path == _FONT and _is_white(attributes):
            self._white.add(font)
        elif path == _FILL:
            self._fill += 1
        elif path == (*_FILL, "gradientFill") or (path == (*_FILL, "patternFill") and attributes.get("patternType", "none") != "none"):
            self._coloured.add(self._fill)
        elif path == (*_FILL, "patternFill", "fgColor") and _is_white(attributes):
            self._coloured.discard(self._fill)

    def hide(self, font: int, fill: int) -> bool:
        """Return whether a font is as white as its cell."""
        return font in self._white and fill not in self._coloured


def _is_white(attributes: Mapping[str, str]) -> bool:
    plain = not attributes.get("tint", "").startswith("-")
    return plain and any((name, value.upper() if name == "rgb" else value) in _WHITE for name, value in attributes.items())
