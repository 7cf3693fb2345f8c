"""Promises about what is told of a remark, with what its message names."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.judging import Beside, judged
from ictscore.survey.sheets.cells import Cell

STAFF = Question("c", "Số cán bộ", "count", measure="người", printed_measure="người")
NET = Question("m", "Có mạng", "yes_no")
TEN = Cell(1, 1, "number", "10")


def test_a_figure_names_the_question_and_its_answer():
    """Whoever reads the message sees both."""
    told = judged("khoảng 12", Beside(STAFF, TEN))
    assert told is not None
    assert (told.code, told.values) == ("SV495", {"read": "khoảng 12", "label": "Số cán bộ", "answer": "c", "given": 10})


def test_a_blank_or_unreadable_answer_is_only_corrected():
    """Without an answer no figure is another one."""
    for answer in (None, Cell(1, 1, "text", " "), Cell(1, 1, "text", "1.234")):
        assert judged("= 12", Beside(STAFF, answer)) is None
        corrected = judged("đúng là 12", Beside(STAFF, answer))
        assert corrected is not None
        assert corrected.code == "SV453"


def test_what_is_planned_for_another_year_doubts_nothing():
    """“Dự kiến năm 2021” says when, not that the answer of 2020 is in doubt."""
    no = Cell(1, 1, "text", "Không")
    assert judged("dự kiến năm 2021", Beside(NET, no, frozenset((2020,)))) is None
    assert judged("dự kiến", Beside(NET, no, frozenset((2020,)))) is not None


def test_evidence_is_read_more_narrowly():
    """A doubt among evidence is about the evidence."""
    assert judged("xem lại", Beside(STAFF, TEN, is_evidence=True)) is None
    assert judged("Báo cáo sơ bộ", Beside(STAFF, TEN, is_evidence=True)) is None
    assert [judged(each, Beside(STAFF, TEN, is_evidence=True)).code for each in ("số ước", "chưa chốt", "tạm tính")] == ["SV455"] * 3
    assert judged("khoảng 12", Beside(STAFF, TEN, is_evidence=True)) is None


@pytest.mark.parametrize(
    "word", ["hiện nay ", "đã ", "không có ", "số liệu ", "hiện tại nay ", "mới có ", "luy ke ", "nay ", "theo số liệu ", "từ 66 đến 75 "]
)
def test_a_word_typed_again_and_again_is_read_to_its_end(word):
    """A note that repeats itself a hundred times says nothing, and does not keep the reader busy for ever."""
    text = word * 100
    assert judged(text, Beside(NET, Cell(1, 1, "text", "Có"))) is None
    judged(text, Beside(STAFF, TEN))
