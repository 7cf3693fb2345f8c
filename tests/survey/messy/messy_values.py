"""Messy values: numbers, percentages, dates and words as people type them."""

from __future__ import annotations

from collections.abc import Callable

from messy_book import workbook

HEAD = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí"]


def decimal_comma() -> bytes:
    """Make a decimal comma, and both separators, in cells of text."""
    return workbook([HEAD, ["Sở A", 20, 12, "12,5"], ["Sở B", 20, 12, "1.234,5"]])


def ambiguous_thousand() -> bytes:
    """Make one dot before three digits: a thousand and more, or one and a little."""
    return workbook([HEAD, ["Sở A", 20, "1.234", 3]])


FILES: dict[str, Callable[[], bytes]] = {
    "decimal-comma.xlsx": decimal_comma,
    "ambiguous-thousand.xlsx": ambiguous_thousand,
}
