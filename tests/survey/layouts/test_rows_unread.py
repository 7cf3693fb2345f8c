"""Promises about rows of a form that are no question: each that holds an answer is told, and offered for a question without a row."""

from __future__ import annotations

import pytest

STAFF, COMPUTERS, NET = "Tổng số cán bộ", "Số máy tính", "Có mạng"
UNIT = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
HEAD = ["STT", "Nội dung", "Số liệu"]


def unread(survey):
    """Return the cells of the rows that are told as not read."""
    return [each.place.cell for each in survey.findings if each.code == "SV404"]


def without_row(survey):
    """Return what is said of a question that has no row."""
    return [(each.message, [place.cell for place in each.related]) for each in survey.findings if each.code == "SV411"]


def test_every_row_with_an_answer_is_told(read):
    """Numbers, yes and no, choices and texts: all rows among the questions, and those below with more than a text."""
    among = [["", "Máy in", 3], ["", "Có thư điện tử", "có"], ["", "Người phụ trách", "Cấp phó"], ["", "Tên phần mềm", "một cửa"]]
    below = [["", "Máy quét", 2], ["", "Đã số hóa", "x"], ["", "Người lập biểu", "Nguyễn Văn A"], ["", "Ghi thêm", "abc"]]
    survey = read([*UNIT, HEAD, [1, STAFF, 20], *among, [2, COMPUTERS, 10], [3, NET, "có"], *below])
    assert unread(survey) == ["B5", "B6", "B7", "B8", "B11", "B12"]


@pytest.mark.parametrize(
    "row",
    [
        ["I", "Hạ tầng kỹ thuật", ""], ["", "", ""], ["STT", "Nội dung", "Số liệu"], ["II", "Nhân lực", "Nhân lực"],
        ["", "Thủ trưởng", "x"], ["", "(1)", "abc"], ["", "Mục A", "Kết quả"], ["", "", "ghi chú"],
    ],
)  # fmt: skip
def test_headings_and_signatures_are_not_told(read, row):
    """What offices put between the questions without answering is no row with an answer."""
    assert unread(read([*UNIT, HEAD, [1, STAFF, 20], row, [2, COMPUTERS, 10], [3, NET, "có"]])) == []


def test_the_row_worded_nearly_so_is_offered(read):
    """Its cell and its text stand in what is said of the question, and it leads there."""
    survey = read([*UNIT, HEAD, [1, STAFF, 20], [3, NET, "có"], ["", "Lời ghi", "đủ"], ["", "Tổng máy vi tính", 10]])
    assert unread(survey) == ["B7"]
    (told,) = without_row(survey)
    assert "which group “Nhóm một” is asked; “Tổng máy vi tính” in Bảng!B7 may be it." in told[0]
    assert told[1] == ["B7"]


def test_the_only_row_in_its_place_is_offered(read):
    """Worded quite otherwise, but alone between the questions around it."""
    rows = [[1, STAFF, 20], [2, "Thiết bị để bàn", 10], ["", "Tỷ lệ trực tuyến", 5], [3, NET, "có"]]
    (told,) = without_row(read([*UNIT, HEAD, *rows]))
    assert "“Thiết bị để bàn” in Bảng!B5 may be it" in told[0]


@pytest.mark.parametrize(
    "between",
    [
        [],
        [["", "Thiết bị để bàn", 10], ["", "Thiết bị khác", 4]],
        [["", "Số máy tính không nối mạng", 4]],
    ],
)
def test_nothing_is_offered_where_nothing_is_near(read, between):
    """No row, several of them, or one that says more than the question: none is named."""
    survey = read([*UNIT, HEAD, [1, STAFF, 20], *between, ["", "Tỷ lệ trực tuyến", 5], [3, NET, "có"]])
    (told,) = without_row(survey)
    assert told[0].endswith("which group “Nhóm một” is asked.")
    assert told[1] == []


def test_an_id_is_not_offered_where_the_label_says_less(read):
    """“Kinh phí sửa chữa” is a part of “Kinh phí”: neither the label nor the id is offered for it."""
    survey = read([*UNIT, HEAD, [1, STAFF, 20], ["", "Kinh phí a", 10], [2, COMPUTERS, 10], [3, NET, "có"]])
    told = [each.message for each in survey.findings if each.code == "SV404"]
    assert told == ["The row “Kinh phí a” is not known and was not read."]
