"""Promises about what stands around the answers of a form."""

from __future__ import annotations

import pytest

from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Nội vụ"], ["#group", "", "Nhóm", "", "Nhóm một"]]
ANSWERS = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10], ["loi_ghi", 3, "Lời ghi", "", "đủ"]]
FORM = [MARKS, ["", "", "PHIẾU"], *WHO, ["", "TT", "Câu hỏi"], *ANSWERS]


@pytest.fixture
def stamp(loaded):
    """Return the stamp of a form for Sở Nội vụ."""
    return {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "version": "1", "group": "a", "unit": "Sở Nội vụ", "period": "2020"}


@pytest.fixture
def read_hidden(write, loaded):
    """Return what hides a column of a form and returns the codes of what is found where hidden things are skipped."""

    def make(rows, stamp, column):
        path = write(rows, stamp=stamp, change=lambda book: book.worksheets()[0].set_column(column, column, None, None, {"hidden": True}))
        return [each.code for each in read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(skip_hidden=True)).findings]

    return make


def test_merged_answers_of_two_questions_are_an_error(read, found, stamp):
    """A cell merged over two questions answers neither."""
    survey = read(FORM, stamp=stamp, change=lambda book: book.worksheets()[0].merge_range("E6:E7", 20))
    assert ("SV409", "E6:E7") in found(survey)


def test_remarks_beside_the_answers_are_told_once_a_column(read, found, stamp):
    """Texts in a column that is none of the form’s are told at the first of them, with how many there are."""
    noted = [MARKS, *([*row, "", "chưa rõ"] for row in WHO), FORM[4], *([*row, "", "theo kiểm kê"] for row in ANSWERS)]
    survey = read(noted, stamp=stamp)
    assert found(survey) == [("SV429", "G5")]
    assert "“theo kiểm kê” and 2 more" in survey.findings[0].message


def test_an_answer_in_a_row_that_is_no_question_is_told(read, found, stamp):
    """A row put in among the questions is named where a number or words stand in the column of answers."""
    added = [*FORM[:6], ["", "", "Trong đó: nữ", "", 7], ["", "", "ghi thêm", "", "không"], *ANSWERS[1:]]
    assert found(read(added, stamp=stamp)) == [("SV404", "C7"), ("SV404", "C8")]


def test_a_form_whose_answers_are_all_hidden_and_skipped_gives_none(read_hidden, stamp):
    """With the column of the answers hidden and skipped there is nothing to read, and that is told, not a crash."""
    codes = read_hidden(FORM, stamp, column=4)
    assert "SV425" in codes
    assert any(code.startswith("SV") and code != "SV425" for code in codes)
