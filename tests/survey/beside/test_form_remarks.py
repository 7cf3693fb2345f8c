"""Promises about what stands beside and below the answers of a form; the fixtures of messy surveys show the rest."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
FRONT = [MARKS, ["#unit", "", "Đơn vị", "", "Sở A"], ["#group", "", "Nhóm", "", "Nhóm một"]]
FORM = [*FRONT, ["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10]]


@pytest.mark.parametrize("said", ["Phạm Thị Bé Ba", "Phan Thiết, ngày 5 tháng 1 năm 2021", "▲ 2. Số máy tính"])
def test_signatures_and_signs_below_are_no_remarks(read, found, said):
    """Names, places with dates and our own sign before a question are passed over; behind that sign people may write as well."""
    assert found(read([*FORM, ["", "", said]])) == []
    assert found(read([*FORM, ["", "", "▲ số chưa chốt"]])) == [("SV613", "C6")]


def test_a_bare_number_below_is_told_of(read, found):
    """Nobody can know what it counts."""
    assert found(read([*FORM, ["", "", 12]])) == [("SV613", "C6")]


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


@pytest.mark.parametrize(
    "said",
    [
        "Đính chính: câu 2 là 12",
        "Xin sửa lại câu 2 từ 10 xuống 8",
        "Câu 2 không phải 10 mà là 12",
        "Sửa 10 thành 12 ở câu 2",
        "số máy tính 8, không phải 10",
        "Máy tính: 8 chứ không phải 10",
        "Số máy tính là 12",
        "Sở có 12 máy tính",
        "Đính chính: số máy tính là 12",
        "Số máy tính: 12",
        "so may tinh la 12",
    ],
)
def test_another_figure_below_is_told_at_its_question(read, found, said):
    """A line that names a question by its number or its words and says another figure is asked about there, not of the whole form."""
    survey = read([*FORM, [], ["", "", said]])
    assert found(survey) == [("SV453", "C7")]
    assert survey.findings[0].values["answer"] == "may_tinh"


@pytest.mark.parametrize(
    "said",
    [
        "Số máy tính: 10 máy",
        "máy tính 10 chứ không phải 12",
        "Câu 2 sửa từ 12 thành 10",
        "Trong đó: 9 máy tính hỏng",
        "Số máy tính trên không gồm 9 máy của đơn vị sự nghiệp",
        "Kèm theo 35 file minh chứng",
        "Danh sách 20 người kèm theo",
        "Sở có 3 phòng, 2 đơn vị trực thuộc",
        "Đề nghị giải thích câu 2",
        "Câu 2: gồm 7 máy bàn và 3 máy xách tay",
        "Tổng số trang: 3",
        "Số: 123/BC-STC",
        "Có 2 phụ lục kèm theo",
        "5/10 máy tính hỏng",
        "Máy tính 80% còn tốt",
        "Câu 1, 2: xem phụ lục 2",
        "Hồ sơ: có văn bản xin lỗi số 12/STC",
        "Máy in: 12",
    ],
)
def test_what_offices_write_below_is_only_noted(read, found, said):
    """The answer again, parts of it, and figures of anything else stay a note."""
    assert found(read([*FORM, [], ["", "", said]])) == [("SV456", "C7")]


def test_whom_to_ask_is_not_even_noted(read, found):
    """Thanks, a telephone and a day below a form end it."""
    assert found(read([*FORM, [], ["", "", "Điện thoại: 0252.3821456"], ["", "", "Xin cảm ơn!"]])) == []
