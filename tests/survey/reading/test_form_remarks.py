"""Promises about what stands beside and below the answers of a form; the fixtures of messy surveys show the rest."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
FRONT = [MARKS, ["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"]]
FORM = [*FRONT, ["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]


@pytest.mark.parametrize("said", ["Phạm Thị Bé Ba", "Phan Thiết, ngày 5 tháng 1 năm 2021", "▲ đã xem", 12])
def test_signatures_and_signs_below_are_no_remarks(read, found, said):
    """Names, places with dates, our own sign and bare numbers outside the answers are passed over."""
    assert found(read([*FORM, ["", "", said]])) == []


def test_a_text_right_below_is_noted_once(read, found):
    """Several texts are one note, at the first of them."""
    survey = read([*FORM, ["", "", "số liệu của các phòng"], [], ["", "", "xin gửi kèm 2 phụ lục"]])
    assert found(survey) == [("SV456", "C6")]
    assert "“số liệu của các phòng” and 1 more" in survey.findings[0].message


def test_a_row_among_the_questions_is_told_once(read, found):
    """A row with a number in the column of answers is a row that is not known; nothing more is said of it."""
    assert found(read([*FORM, ["", 3, "Số xe ô tô", "xe", 4]])) == [("SV404", "C6")]


def test_a_note_that_answers_a_question_for_a_text_is_a_note(read, found):
    """Any text would be an answer there."""
    assert found(read([*FORM, ["loi_ghi", 3, "Lời ghi", "", "", "", "không có gì thêm"]])) == []


def test_a_correction_in_a_further_column_or_a_comment_is_asked_about(read, found):
    """Wherever people write it beside the answers."""
    beside = [*FORM[:3], [*FORM[3], "", "số đúng là 25"], FORM[4]]
    assert found(read(beside)) == [("SV453", "G4")]
    further = [*FORM[:3], [*FORM[3], "", "", "số đúng là 25"], FORM[4]]
    assert found(read(further)) == [("SV453", "H4")]
    comment = read(FORM, change=lambda book: book.worksheets()[0].write_comment("E4", "Số đúng là 25", {"author": "An"}))
    assert found(comment) == [("SV453", "E4")]


def test_a_row_that_corrects_an_answer_is_asked_about(read, found):
    """A copy of a question below the form, said to be its correction, with the number in the column of answers."""
    survey = read([*FORM, ["", "", "Số máy tính (đính chính)", "", 12]])
    assert found(survey) == [("SV453", "C6")]
    assert "“Số máy tính (đính chính): 12”" in survey.findings[0].message
