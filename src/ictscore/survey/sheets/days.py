"""Dates of workbooks that count days from 1904, as Excel for the Mac once did."""

from __future__ import annotations

from decimal import Decimal

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import Collector

_DAYS_BETWEEN = 1462
"""From 1 January 1904 to the day 0 that other workbooks count from, as they count it."""


def count_from_1900(cells: dict[tuple[int, int], Cell], sheet: str, found: Collector) -> None:
    """Turn the dates of a sheet into those of a workbook that counts from 1900, with a note at the first."""
    dates = sorted(key for key, cell in cells.items() if cell.kind == "date" and "-" not in cell.text[1:] and ":" not in cell.text)
    for key in dates:
        cell = cells[key]
        moved = Decimal(cell.text) + _DAYS_BETWEEN
        cells[key] = cell._replace(text=f"{moved:f}")
    if dates:
        found.add("IO242", sheet, cells[dates[0]].address)
