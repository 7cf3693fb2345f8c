"""Promises about answers that a remark counts in another measure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.measuring import counts_otherwise
from ictscore.survey.remarks.remark import read_remark

MONEY = Question("k", "Kinh phí", "number", measure="triệu đồng")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("1250 tỷ đồng", True),
        ("1,25 tỷ", False),
        ("1.250 tỷ", False),
        ("mua máy 500 nghìn", False),
        ("tỷ đồng", True),
        ("1250 triệu", False),
        ("", False),
    ],
)
def test_the_answers_number_in_another_measure_contradicts_it(text, is_other):
    """Unless it can be read as the same amount."""
    assert counts_otherwise(read_remark(text), MONEY, Fraction(1250)) is is_other


def test_without_a_measure_or_an_answer_there_is_nothing_to_hold_against():
    """A question that asks for none, and a blank answer."""
    assert not counts_otherwise(read_remark("tỷ đồng"), Question("x", "Số", "count"), Fraction(5))
    assert not counts_otherwise(read_remark("5 tỷ đồng"), MONEY, None)
