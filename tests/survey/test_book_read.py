"""Workbooks of several sheets: whose answers they are, and what is skipped when hidden things are to be skipped."""

from __future__ import annotations

import pytest

from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

MARKS = ["#id", "#number", "#label", "#self", "#council"]
ROWS = [["can_bo", 1, "Tổng số cán bộ", 20], ["may_tinh", 2, "Số máy tính", 10], ["loi_ghi", 3, "Lời ghi", "đủ"]]
HEAD = ["unit", "group", "can_bo", "may_tinh"]


def form(unit, *rows, group="a"):
    """Return the rows of a form."""
    return [MARKS, ["#unit", "", "Đơn vị", unit], ["#group", "", "Nhóm", group], *rows]


@pytest.fixture
def skipping(write, loaded):
    """Read a workbook and skip what is hidden in it."""

    def make(rows, change):
        return read_survey([write(rows, change=change)], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=True))

    return make


def test_a_workbook_may_hold_several_units(read, found):
    """Forms of several units in one workbook are each read."""
    survey = read({"A": form("Sở A", *ROWS), "B": form("Sở B", *ROWS, group="b")})
    assert [(each.unit, each.group) for each in survey.submissions] == [("Sở A", "a"), ("Sở B", "b")]
    assert found(survey) == []


def test_a_form_on_two_sheets_with_its_name_on_both_is_one(read, found):
    """Two sheets of one name are one form when no question stands on both, and two entries otherwise."""
    survey = read({"A": form("Sở A", *ROWS[:2]), "B": form("SỞ  A", ROWS[2])})
    assert [sorted(each.answers["self"]) for each in survey.submissions] == [["can_bo", "loi_ghi", "may_tinh"]]
    assert found(survey) == [("SV435", "D2")]
    twice = read({"A": form("Sở A", *ROWS), "B": form("Sở A", ROWS[2])})
    assert ("UN102", "D2") in found(twice)


def test_evidence_on_a_second_sheet_is_kept(read):
    """What stands beside answers on a further sheet of a form is kept with what stands on the first, each with its place."""
    marks = ["#id", "#self", "#evidence", "#note"]
    first = [marks, ["#unit", "Sở A"], ["#group", "a"], ["can_bo", 20, "Danh sách.pdf"]]
    survey = read({"A": first, "B": [marks, ["may_tinh", 5, "Kiểm kê.xlsx", "hỏng 2"]]})
    assert survey.submissions[0].remarks == {"can_bo": ("Danh sách.pdf", ""), "may_tinh": ("Kiểm kê.xlsx", "hỏng 2")}
    cells = {name: (cell.text, cell.place.sheet, cell.place.cell) for name, cell in survey.submissions[0].evidence.items() if cell.text}
    assert cells == {"can_bo": ("Danh sách.pdf", "A", "C4"), "may_tinh": ("Kiểm kê.xlsx", "B", "C2")}


def test_a_sheet_without_a_name_is_nobodys_among_several(read, found):
    """Points on a sheet of their own go to no unit when there are two."""
    points = [["#id", "#council"], ["points:may", 7]]
    survey = read({"A": form("Sở A", *ROWS), "Điểm": points, "B": form("Sở B", *ROWS)}, stage="council")
    assert [each.points for each in survey.submissions] == [{}, {}]
    assert found(survey) == [("SV431", "")]


def test_an_answer_on_two_sheets_is_asked(read, found):
    """A question of the form that stands on a second sheet without a name as well is asked about, and the first is kept."""
    survey = read({"A": form("Sở A", *ROWS), "Thêm": [MARKS, ["can_bo", 1, "", 99]]})
    assert found(survey) == [("SV406", "D2")]
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20


def test_hidden_rows_and_columns_are_skipped_and_listed(skipping, found):
    """What is hidden by hand or by a filter is left out, and said to be; units that stand nowhere else are warned of."""

    def hide(book):
        first, second = book.worksheets()
        first.set_row(2, None, None, {"hidden": True})
        first.set_column(4, 4, None, None, {"hidden": True})
        second.hide()

    sheets = {"A": [[*HEAD, "kinh_phi"], ["Sở A", "a", 2, 1, 5], ["Sở B", "a", 2, 1, 5]], "B": [HEAD, ["Sở C", "a", 2, 1]]}
    survey = skipping(sheets, hide)
    assert [each.unit for each in survey.submissions] == ["Sở A"]
    assert "kinh_phi" not in survey.submissions[0].answers["self"]
    assert found(survey) == [("SV425", "3:3"), ("SV425", "E:E"), ("SV618", "3:3"), ("SV425", "")]


def test_our_own_hidden_ids_are_not_skipped(skipping, found):
    """The hidden row and column of a form of ours are how it is read; a hidden question is skipped, said to be, and has no answer."""

    def hide(book):
        sheet = book.worksheets()[0]
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})

    survey = skipping(form("Sở A", *ROWS), hide)
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20
    assert found(survey) == [("SV425", "5:5"), ("SV617", "D5")]


def test_the_visible_one_of_two_columns_is_read(skipping, found):
    """Where one of two columns of an answer is hidden and skipped, the other one holds."""
    rows = [[*HEAD, "can_bo"], ["Sở A", "a", 2, 1, 5]]
    survey = skipping(rows, lambda book: book.worksheets()[0].set_column(2, 2, None, None, {"hidden": True}))
    assert survey.submissions[0].answers["self"]["can_bo"].value == 5
    assert found(survey) == [("SV425", "C:C")]


def test_a_form_whose_answers_are_hidden_is_not_read(skipping):
    """A hidden column of answers that is skipped leaves nothing to read."""
    survey = skipping(form("Sở A", *ROWS), lambda book: book.worksheets()[0].set_column(3, 4, None, None, {"hidden": True}))
    assert survey.submissions == ()
    assert [each.code for each in survey.findings] == ["SV425", "SV413"]


def test_the_list_of_what_is_missing_is_no_form(read, found, loaded):
    """In a workbook of ours that lost its marks, one sheet is the form, whatever the others print."""
    stamp = {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "group": "a", "unit": "Sở A"}
    listed = [["VIỆC CÒN PHẢI LÀM"], *([row[2]] for row in ROWS)]
    survey = read({"Phiếu": form("Sở A", *ROWS)[1:], "Còn thiếu": listed}, stamp=stamp)
    assert [each.unit for each in survey.submissions] == ["Sở A"]
    assert [code for code, _ in found(survey)] == ["SV420"]
