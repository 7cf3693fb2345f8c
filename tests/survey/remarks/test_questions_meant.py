"""Promises about which question a line means that names it by its words."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.questions_meant import question_meant
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.sheets.cells import Cell

ROWS = {
    1: Question("a", "Số văn bản chỉ gửi bản điện tử", "count", measure="văn bản"),
    2: Question("b", "Số văn bản gửi song song", "count", measure="văn bản"),
    3: Question("c", "Tổng số máy tính", "count", measure="máy"),
    4: Question("d", "Số máy tính nối mạng", "count", measure="máy"),
    5: Question("e", "Có máy tính riêng", "yes_no"),
}
ANSWERS = {row: Cell(row, 1, "number", text) for row, text in ((1, "40"), (2, "30"), (3, "75"), (4, "72"))}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("số máy tính 66", 3),
        ("máy tính nối mạng: 66", 4),
        ("có 66 máy tính", 3),
        ("số văn bản gửi 35, không phải 40", 1),
        ("số văn bản gửi: 35", None),
        ("máy: 66", None),
        ("66 máy", None),
        ("máy in: 66", None),
        ("66", None),
        ("số máy tính", None),
        ("văn bản số 12/STC", None),
    ],
)
def test_all_words_are_those_of_one_question(text, row):
    """Where several have them it is the one that has no others, or the one whose answer is named; else none."""
    assert question_meant(read_remark(text), ROWS, ANSWERS) == row
