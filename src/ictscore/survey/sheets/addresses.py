"""Addresses of cells and ranges, as strictly as spreadsheets write them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ictscore.places import column_letters
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW

_CELL = re.compile(r"([A-Z]{1,8})([1-9][0-9]{0,8})")
_ROW = re.compile(r"[1-9][0-9]{0,8}")


class Range(NamedTuple):
    """A rectangle of cells; rows and columns count from 1 and both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """Return how many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@cache
def common_columns() -> dict[str, int]:
    """Return the numbers of the columns A to ZZ by their letters."""
    return {column_letters(number): number for number in range(1, 703)}


def parse_row(text: str) -> int | None:
    """Return the number of a row, or None for what is no row number."""
    return int(text) if _ROW.fullmatch(text) else None


def parse_cell(text: str) -> tuple[int, int] | None:
    """Return row and column of an address, or None for what is no address; they may lie outside the sheet.

    >>> parse_cell("D14"), parse_cell("$D$14")
    ((14, 4), None)
    """
    found = _CELL.fullmatch(text)
    return (int(found[2]), parse_column(found[1])) if found else None


def parse_column(letters: str) -> int:
    """Return the number of a column.

    >>> parse_column("A"), parse_column("XFD")
    (1, 16384)
    """
    common = common_columns().get(letters)
    if common is not None:
        return common
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def is_inside(row: int, column: int) -> bool:
    """Return whether there is such a cell in a sheet."""
    return 1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN


def parse_range(text: str) -> Range | None:
    """Return a range inside the sheet, or None for anything else.

    >>> parse_range("A1:C2")
    Range(top=1, left=1, bottom=2, right=3)
    """
    first, colon, last = text.partition(":")
    start, end = parse_cell(first), parse_cell(last if colon else first)
    if start is None or end is None or not is_inside(*start) or not is_inside(*end) or start[0] > end[0] or start[1] > end[1]:
        return None
    return Range(*start, *end)
