"""Tables: one sheet a group, known units filled in, a remark on every face."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from ictscore.rulebook.load import load_rulebook
from ictscore.rulebook.shipped import shipped_ids
from ictscore.survey.blank.sheet_names import sheet_names
from ictscore.survey.blank.table import write_table
from ictscore.survey.layout import UNIT
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission


@pytest.fixture(scope="module")
def loaded():
    """Return a rulebook with four groups, one of them with known members."""
    return load_rulebook("binhthuan-2020")


def units_in(sheet):
    """Return the units named on a sheet."""
    column = next(cell.column for cell in sheet[1] if cell.value == UNIT)
    cells = [cell for (cell,) in sheet.iter_rows(min_row=2, min_col=column, max_col=column)]
    return [cell.value for cell in cells if cell.value and cell.fill.fgColor.rgb == "FFFFF2CC"]


@pytest.mark.parametrize("identifier", shipped_ids())
def test_every_shipped_rulebook_has_a_table(identifier):
    """Every shipped rulebook has a table with a sheet for each group, and making it again gives the same bytes."""
    rulebook = load_rulebook(identifier)
    data = write_table(rulebook)
    assert data == write_table(rulebook)
    assert sum(sheet.sheet_state == "visible" for sheet in load_workbook(BytesIO(data)).worksheets) == len(rulebook.rulebook.groups)


def test_members_are_filled_in(loaded):
    """Where the regulation names a group's units, the blank table names them too."""
    book = load_workbook(BytesIO(write_table(loaded)))
    assert units_in(book["Phụ lục II"]) == list(loaded.rulebook.group("pl_ii").members)
    assert units_in(book["Phụ lục I"]) == []


def test_one_group_alone(loaded):
    """A table of one group has its sheet only."""
    book = load_workbook(BytesIO(write_table(loaded, groups=["pl_iii"])))
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == ["Phụ lục III"]


def test_a_unit_written_into_a_blank_row_belongs_to_the_group_of_its_sheet(loaded, tmp_path):
    """Whoever types a unit into a blank row need not type its group."""
    book = load_workbook(BytesIO(write_table(loaded)))
    sheet = book["Phụ lục III"]
    column = next(cell.column for cell in sheet[1] if cell.value == UNIT)
    answer = next(cell.column for cell in sheet[1] if cell.value == "can_bo")
    row = next(row for row in range(2, 40) if sheet.cell(row, 1).value == 1)
    sheet.cell(row, column).value = "Trường Cao đẳng"
    sheet.cell(row, answer).value = 40
    book.save(tmp_path / "t.xlsx")
    survey = read_survey([tmp_path / "t.xlsx"], loaded.rulebook, loaded.hash)
    (found,) = [each for each in survey.submissions if each.group == "pl_iii"]
    assert found.unit == "Trường Cao đẳng"
    assert found.answers["self"]["can_bo"].value == Fraction(40)


def test_the_remark_stands_on_every_face(loaded):
    """What is only a sample says so on every sheet people see."""
    some = Submission("Thanh tra tỉnh", "pl_ii", {"self": {"can_bo": Answer(Fraction(7))}})
    book = load_workbook(BytesIO(write_table(loaded, [some], remark="SỐ LIỆU MẪU")))
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            assert any(cell.value == "SỐ LIỆU MẪU" for row in sheet.iter_rows(max_row=4) for cell in row)


def test_blank_tables_have_room_for_the_council(loaded):
    """A blank table has columns for the points of the later stages; one that was filled has those that were used."""
    marks = [cell.value for cell in load_workbook(BytesIO(write_table(loaded)))["Phụ lục II"][1]]
    assert any(str(mark).startswith("points:") and str(mark).endswith("@council") for mark in marks)
    some = Submission("Thanh tra tỉnh", "pl_ii", {"self": {"can_bo": Answer(Fraction(7))}})
    marks = [cell.value for cell in load_workbook(BytesIO(write_table(loaded, [some])))["Phụ lục II"][1]]
    assert not any(str(mark).startswith("points:") for mark in marks)


def test_sheets_are_named_as_excel_allows():
    """Names of sheets are short, different, and free of what Excel refuses."""
    for identifier in shipped_ids():
        groups = load_rulebook(identifier).rulebook.groups
        names = sheet_names(groups)
        assert len({name.casefold() for name in names}) == len(groups)
        assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    group = load_rulebook("khanhhoa-2018").rulebook.groups[0]
    assert sheet_names([group.model_copy(update={"name": "a/b"})]) == (group.id,)
