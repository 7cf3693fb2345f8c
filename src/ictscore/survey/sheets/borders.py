"""Borders that run through a cell from corner to corner: so people cross out what stands there."""

from __future__ import annotations

from collections.abc import Mapping

from ictscore.survey.sheets.markup import Path

_BORDER = ("styleSheet", "borders", "border")
_YES = ("1", "true")


class Borders:
    """Takes what the styles of a workbook say of borders; ``slashed`` are the numbers of those that run through the cell."""

    __slots__ = ("_is_slashed", "_last", "slashed")

    def __init__(self) -> None:
        """Begin without borders."""
        self._last = -1
        self._is_slashed = False
        self.slashed: set[int] = set()

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if path == _BORDER:
            self._last += 1
            self._is_slashed = any(attributes.get(key) in _YES for key in ("diagonalUp", "diagonalDown"))
        elif path == (*_BORDER, "diagonal") and self._is_slashed and attributes.get("style", "none") != "none":
            self.slashed.add(self._last)
