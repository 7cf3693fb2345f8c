"""Promises of ictscore.survey.sheets.cells."""

from __future__ import annotations

import pytest

from ictscore.places import Place
from ictscore.survey.sheets.cells import Cell, Sheet


def test_a_cell_knows_its_address_and_does_not_change():
    """A cell is a record nobody can change."""
    cell = Cell(14, 4, "number", "5")
    assert (cell.address, cell.number_format, cell.is_formula) == ("D14", "general", False)
    with pytest.raises(AttributeError):
        cell.text = "6"


def test_rows_come_from_top_to_bottom_and_left_to_right():
    """However cells were stored, rows are told in the order people read them."""
    cells = {(row, column): Cell(row, column, "number", f"{row}{column}") for row, column in [(3, 1), (1, 2), (1, 1)]}
    rows = Sheet("f", "s", cells).rows()
    assert [(row, [cell.text for cell in each]) for row, each in rows] == [(1, ["11", "12"]), (3, ["31"])]


def test_places_name_file_sheet_and_cell():
    """A place is made from the sheet and the cell."""
    sheet = Sheet("f.xlsx", "Phiếu", {})
    assert sheet.place(Cell(1, 28, "text", "x")) == sheet.place_at(1, 28) == Place("f.xlsx", sheet="Phiếu", cell="AB1")
