"""Promises about comments on answers."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.comments_told import CommentsAround, tell_comments
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell, Sheet

MACHINES = Question("may", "Số máy", "count", measure="máy", printed_measure="máy")
NET = Question("mang", "Có mạng", "yes_no")
WORDS = Question("loi", "Lời ghi", "text")


def told(question: Question | None, answer: Cell | None, comment: str) -> list[str]:
    """Return the codes said of one comment on one cell."""
    notes = Notes()
    cells = {(2, 2): answer} if answer is not None else {}
    sheet = Sheet("f.xlsx", "Bảng", cells, comments={(2, 2): comment})
    tell_comments(sheet, CommentsAround({2}, {2}, lambda _row, _column: question, frozenset((2020,))), notes)
    return [each.code for each in notes.findings()]


TEN = Cell(2, 2, "number", "10")


@pytest.mark.parametrize(
    ("question", "answer", "comment", "code"),
    [
        (MACHINES, TEN, "12", "SV453"),
        (MACHINES, TEN, "12 máy", "SV453"),
        (MACHINES, TEN, "10", "SV427"),
        (MACHINES, TEN, "khoảng 12", "SV495"),
        (MACHINES, TEN, "trong đó 12 máy hỏng", "SV495"),
        (MACHINES, TEN, "trong đó 2 máy hỏng", "SV427"),
        (MACHINES, TEN, "= 12", "SV453"),
        (MACHINES, TEN, "xem lại", "SV455"),
        (NET, Cell(2, 2, "text", "Có"), "chưa có", "SV455"),
        (MACHINES, TEN, "đúng là 12", "SV453"),
        (MACHINES, TEN, "Lan:\n12", "SV453"),
        (MACHINES, TEN, "Phòng CNTT:\n12 máy", "SV453"),
        (MACHINES, TEN, "[Threaded comment]\n\nOpen it in a newer program.\n\nComment:\n    12", "SV453"),
        (MACHINES, TEN, "Lan:\n10", "SV427"),
        (MACHINES, TEN, "Lan:", "SV427"),
        (MACHINES, TEN, "Năm 2019:\n12", "SV427"),
        (MACHINES, None, "Lan:\n12", "SV454"),
        (MACHINES, None, "12", "SV454"),
        (MACHINES, Cell(2, 2, "text", " "), "12", "SV454"),
        (MACHINES, None, "xem báo cáo", "SV427"),
        (NET, Cell(2, 2, "text", "Có"), "Không", "SV455"),
        (NET, Cell(2, 2, "text", "Có"), "có", "SV427"),
        (WORDS, None, "12", "SV427"),
        (None, TEN, "12", "SV427"),
    ],
)
def test_a_comment_that_is_another_answer_is_asked_about(question, answer, comment, code):
    """Nothing but another number, or an answer to a blank cell, has two readings; a remark is passed on."""
    assert told(question, answer, comment) == [code]


def test_our_own_lines_and_blank_comments_say_nothing():
    """What we wrote when we sent a form back is no remark of the unit."""
    assert told(MACHINES, TEN, "▲ Nhập 12") == []
    assert told(MACHINES, TEN, " \n ") == []
