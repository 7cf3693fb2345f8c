"""Promises about texts that correct an answer: which do, which only look so, and when they say nothing new."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.sheets.cells import Cell

NUMBERED = [
    "Đính chính: số cán bộ là 120",
    "Số đúng là 120",
    "số liệu đúng: 1.200",
    "Sửa lại: 120",
    "sửa thành 120",
    "điều chỉnh lại thành 95",
    "nhập nhầm, 120 mới đúng",
    "DINH CHINH: 120",
    "should be 120",
]
WORDS = ["Số này ghi nhầm", "sẽ sửa lại sau", "Đính chính kèm theo"]
INNOCENT = ["Quyết định đính chính 12/QĐ-UBND", "số dùng chung 12", "Đã sửa chữa 3 máy", "Biên bản 12", "", "so dung chung 12"]


@pytest.mark.parametrize(("texts", "code"), [(NUMBERED, "SV453"), (WORDS, "SV455"), (INNOCENT, "")])
def test_what_a_text_corrects(texts, code):
    """With another number there are two readings; without one somebody should look; documents and plain remarks are neither."""
    assert {each: correction_in(each, Cell(1, 1, "number", "20")) for each in texts} == dict.fromkeys(texts, code)


@pytest.mark.parametrize("answer", ["120", "120.0"])
def test_a_correction_that_was_made_says_nothing_new(answer):
    """Where the answer is the number that the text calls right there is one reading only."""
    assert not correction_in("Số đúng là 120", Cell(1, 1, "number", answer))


def test_an_answer_with_two_readings_is_no_such_number():
    """1.200 as a text may be 1200 or 1,2: no text can be held against it."""
    assert correction_in("Số đúng là 1200", Cell(1, 1, "text", "1.200")) == "SV453"


@pytest.mark.parametrize("text", ["thực tế 130 người", "Thực tế có 130", "tính đến 30/6, đến nay là 130"])
def test_what_is_so_in_fact_corrects_what_was_answered(text):
    """A note that says how many there are in fact names the number that should have been typed."""
    assert correction_in(text) == "SV453"


@pytest.mark.parametrize("text", ["đến nay có 3 máy hỏng", "thực tế sử dụng tốt", "theo thực tế"])
def test_facts_about_other_things_correct_nothing(text):
    """Not every fact is about the number that was asked for."""
    assert correction_in(text) == ""
