"""Promises about what is hidden and skipped, as asked for: what has to be answered and who has to be scored is never lost silently."""

from __future__ import annotations

import pytest

from ictscore.expr.values import missing
from ictscore.rulebook.load import load_rulebook
from ictscore.survey.blank.form import write_form
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
HEAD = ["", "TT", "Câu hỏi", "Đơn vị tính", "Trả lời", "Minh chứng", "Ghi chú"]
UNIT = [["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "a"]]
PEOPLE = ["can_bo", 1, "Tổng số cán bộ", "người", 20]
COMPUTERS = ["may_tinh", 2, "Số máy tính", "máy", 10]
NOTE = ["loi_ghi", 3, "Lời ghi", "", "đủ"]
FORM = [MARKS, *UNIT, HEAD, PEOPLE, COMPUTERS, NOTE]
TYPED = [["Đơn vị: Sở A"], ["Nhóm: a"], HEAD[1:], PEOPLE[1:], COMPUTERS[1:], NOTE[1:], ["4", "Tỷ lệ trực tuyến", "%", 50]]


@pytest.fixture
def stamp(loaded):
    """Return the stamp of a form for Sở A."""
    return {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "version": "1", "group": "a", "unit": "Sở A", "period": "2020"}


@pytest.fixture
def reading(write, loaded):
    """Return what hides rows and columns of the first sheet and reads a workbook, with hidden things or without them."""

    def make(rows, *, skips, row=0, column=0, **more):
        def change(book):
            sheets = book.worksheets()
            for each in sheets:
                if each.name.startswith("_"):
                    each.very_hidden()
            if row:
                sheets[0].set_row(row - 1, None, None, {"hidden": True})
            if column:
                sheets[0].set_column(column - 1, column - 1, None, None, {"hidden": True})
            for each in sheets:
                if each.name == "Nháp":
                    each.hide()
                elif not each.name.startswith("_"):
                    each.activate()

        path = write(rows, change=change, **more)
        return read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=skips))

    return make


@pytest.mark.parametrize(("rows", "row", "cell"), [(FORM, 6, "E6"), (TYPED, 5, "D5")])
def test_a_required_question_in_a_hidden_row_is_an_error(reading, found, rows, row, cell):
    """It counts as unanswered where hidden rows are skipped, with ids and on forms typed again; read, it counts, with a warning."""
    survey = reading(rows, skips=True, row=row)
    assert found(survey, "SV420", "SV429") == [("SV425", f"{row}:{row}"), ("SV617", cell)]
    assert survey.submissions[0].answers["self"]["may_tinh"].value == missing("may_tinh")
    assert next(each.severity for each in survey.findings if each.code == "SV617") == "error"
    survey = reading(rows, skips=False, row=row)
    assert found(survey, "SV420", "SV429") == [("SV408", f"{row}:{row}")]
    assert survey.submissions[0].answers["self"]["may_tinh"].value == 10


def test_a_hidden_row_without_an_answer_is_an_error_as_well(reading, found):
    """Nothing stands there in either case."""
    rows = [*FORM[:5], COMPUTERS[:4], NOTE]
    assert found(reading(rows, skips=True, row=6)) == [("SV425", "6:6"), ("SV617", "E6")]
    assert found(reading(rows, skips=False, row=6)) == [("SV101", "E6")]


def test_an_optional_question_in_a_hidden_row_is_only_listed(reading, found):
    """Nobody has to answer it."""
    assert found(reading(FORM, skips=True, row=7)) == [("SV425", "7:7")]


def test_a_question_that_stands_in_a_visible_row_too_is_answered_there(reading, found):
    """Beside the hidden row, or on a further sheet."""
    survey = reading([*FORM, ["may_tinh", 2, "Số máy tính", "máy", 12]], skips=True, row=6)
    assert found(survey) == [("SV425", "6:6")]
    assert survey.submissions[0].answers["self"]["may_tinh"].value == 12
    survey = reading({"A": FORM, "B": [MARKS, ["may_tinh", 2, "Số máy tính", "máy", 12]]}, skips=True, row=6)
    assert found(survey) == [("SV425", "6:6")]
    assert survey.submissions[0].answers["self"]["may_tinh"].value == 12


HEADS = ["unit", "group", "can_bo", "may_tinh"]


def test_a_unit_in_a_hidden_row_is_named(reading, found):
    """It gets no result from the table; sums and copies of visible rows are nobody's loss."""
    rows = [HEADS, ["Sở A", "a", 20, 10], ["Sở B", "a", 30, 10], ["Sở C", "a", 30, 15]]
    survey = reading(rows, skips=True, row=3)
    assert [each.unit for each in survey.submissions] == ["Sở A", "Sở C"]
    assert found(survey) == [("SV425", "3:3"), ("SV618", "3:3")]
    assert "“Sở B”" in str(next(each for each in survey.findings if each.code == "SV618").message)
    assert found(reading([*rows[:3], ["Sở B", "a", 31, 15]], skips=True, row=3)) == [("SV425", "3:3")]
    assert found(reading([*rows, ["Tổng cộng", "", 80, 35]], skips=True, row=5)) == [("SV425", "5:5")]


def test_a_hidden_sheet_beside_a_form_is_told(reading, found, stamp):
    """It is warned of, or listed where it was skipped; an empty one and our own are not."""
    sheets = {"Phiếu": FORM, "_lists": [["Có"]]}
    for skips in (True, False):
        assert found(reading({**sheets, "Nháp": []}, skips=skips, stamp=stamp)) == []
    assert found(reading({**sheets, "Nháp": [["Lịch trực"]]}, skips=True, stamp=stamp)) == [("SV425", "")]
    assert sorted(found(reading({**sheets, "Nháp": [["Lịch trực"]]}, skips=False, stamp=stamp))) == [("SV532", ""), ("SV618", "")]
    assert sorted(found(reading({"A": FORM, "Nháp": [["Lịch trực"]]}, skips=False))) == [("SV402", ""), ("SV618", "")]


def test_the_visible_one_of_two_copies_is_the_form(reading, found, stamp):
    """A form of ours that lost its ids, and a hidden copy of it with other answers."""
    copy = [*TYPED[:4], ["2", "Số máy tính", "máy", 7], *TYPED[5:]]
    for skips, told in ((True, {"SV425"}), (False, {"SV530", "SV618"})):
        survey = reading({"Nháp": copy, "Phiếu": TYPED}, skips=skips, stamp=stamp)
        assert survey.submissions[0].answers["self"]["may_tinh"].value == 10
        assert {each.code for each in survey.findings if each.place.sheet == "Nháp"} == told


def test_a_hidden_list_beside_a_table_is_no_more_than_noted(reading, found):
    """Lists to choose from are often hidden."""
    table = {"A": [HEADS, ["Sở A", "a", 20, 10]], "Nháp": [["Sở A"], ["Sở B"]]}
    assert found(reading(table, skips=False)) == [("SV402", "")]
    assert found(reading(table, skips=True)) == [("SV425", "")]


@pytest.mark.parametrize(("column", "letter"), [(6, "F"), (7, "G"), (9, "I")])
def test_texts_in_a_hidden_column_beside_the_answers_are_told(reading, found, column, letter):
    """Evidence, notes and further texts are read with a warning, or skipped and listed; a hidden column without texts is not told."""
    said = [*PEOPLE, *[""] * (column - 6), "BC 12/BC-STP"]
    rows = [*FORM[:4], said, COMPUTERS, NOTE]
    place = f"{letter}:{letter}"
    survey = reading(rows, skips=False, column=column)
    assert ("SV408", place) in found(survey)
    survey = reading(rows, skips=True, column=column)
    assert found(survey) == [("SV425", place)]
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20
    assert not any(any(each) for each in survey.submissions[0].remarks.values())
    for skips in (True, False):
        assert found(reading(FORM, skips=skips, column=column)) == []


@pytest.mark.parametrize("skips", [True, False])
def test_what_our_forms_hide_is_never_told(skips, tmp_path):
    """Ids, states of answers, lists and the stamp."""
    loaded = load_rulebook("binhthuan-2020")
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở Tư pháp", loaded.rulebook.groups[0].id, {})))
    survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=skips))
    assert {each.code for each in survey.findings} & {"SV408", "SV425", "SV617", "SV618"} == set()
