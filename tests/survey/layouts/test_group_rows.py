"""Promises about rows that head groups of units."""

from __future__ import annotations

from ictscore.survey.layouts.group_rows import group_rows
from ictscore.survey.sheets.cells import Cell

B = [2, "Sở B", 30, 15]


def found(*table):
    """Return the rows that are sums, and those that are doubtful, of a table with numbers, names and two answers."""
    lines = {
        row: {column: Cell(row, column, "text" if isinstance(each, str) else "number", str(each)) for column, each in enumerate(cells, 1)}
        for row, cells in enumerate(table, 1)
    }
    rows = group_rows(lines, list(lines), 2, [3, 4])
    return set(rows.sums), rows.doubtful


def test_sums_below_or_above_are_known():
    """A lettered row with the sums of the units below, or above, heads a group."""
    assert found(["I", "Khối sở", 50, 25], [1, "Sở A", 20, 10], B) == ({1}, {})
    assert found([1, "Sở A", 20, 10], B, ["I", "Cộng", 50, 25]) == ({3}, {})


def test_other_numbers_and_single_units_are_doubtful():
    """Numbers that are no sums, or those of a single unit, settle nothing."""
    assert found(["I", "Khối sở", 51, 25], [1, "Sở A", 20, 10], B) == (set(), {1: "I"})
    assert found(["I", "Khối sở", 20, 10], [1, "Sở A", 20, 10]) == (set(), {1: "I"})


def test_units_numbered_with_letters_throughout_are_units():
    """Where all rows have letters, letters say nothing."""
    assert found(["I", "Sở A", 20, 10], ["II", "Sở B", 30, 15]) == (set(), {})
