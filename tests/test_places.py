"""Promises about places: they read as people write them."""

from __future__ import annotations

from ictscore.places import NOWHERE, Place, cell_name, column_letters


def test_a_place_in_a_text_reads_file_line_column():
    """A place in a text file is written the way editors understand."""
    assert str(Place("a/rulebook.yaml", 12, 5)) == "a/rulebook.yaml:12:5"


def test_a_place_in_a_workbook_reads_file_sheet_cell():
    """A cell is written with its file and its sheet."""
    assert str(Place("phieu.xlsx", sheet="Phiếu", cell="D14")) == "phieu.xlsx › Phiếu!D14"


def test_a_sheet_alone_is_a_place():
    """A place without a cell means the sheet."""
    assert str(Place("phieu.xlsx", sheet="Phiếu")) == "phieu.xlsx › Phiếu"


def test_a_file_alone_is_a_place():
    """A place with nothing but a file means the file."""
    assert str(Place("phieu.xlsx")) == "phieu.xlsx"


def test_nowhere_reads_as_nothing():
    """What stands in no file has an empty place."""
    assert str(NOWHERE) == ""


def test_moving_a_place_changes_its_column_only():
    """A place in a text moves to the right on its line."""
    assert Place("f", 3, 4).moved(6) == Place("f", 3, 10)


def test_a_place_without_a_line_does_not_move():
    """There is nothing to move along in a workbook."""
    assert Place("f", sheet="A", cell="B2").moved(6) == Place("f", sheet="A", cell="B2")


def test_columns_count_as_spreadsheets_count_them():
    """After Z comes AA, after AZ comes BA, and XFD is the last."""
    assert [column_letters(each) for each in (1, 26, 27, 52, 53, 702, 703, 16384)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]


def test_a_cell_is_called_by_column_and_row():
    """Row 14 of the fourth column is D14."""
    assert cell_name(14, 4) == "D14"


def test_places_sort_by_file_line_and_column():
    """Findings can be put in reading order."""
    assert sorted([Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 7), Place("a", 9, 2)]) == [
        Place("a", 9, 2),
        Place("a", 9, 7),
        Place("a", 10, 1),
        Place("b", 1, 1),
    ]
