"""Promises about measures of one kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.units_of_kind import in_measure, is_of_nothing_counted, names_other_measure

STAFF = Question("c", "Số cán bộ", "count", measure="người")
RATE = Question("b", "Băng thông", "number", measure="mbps")
MONEY = Question("k", "Kinh phí", "number", measure="triệu đồng")
HOURS = Question("g", "Thời gian", "number", measure="giờ")


@pytest.mark.parametrize(
    ("noun", "question", "factor", "rest"),
    [
        ("gbps", RATE, 1000, ""),
        ("g", RATE, 1000, ""),
        ("mb", RATE, 1, ""),
        ("tỷ đồng theo §", MONEY, 1000, "theo §"),
        ("đồng", MONEY, Fraction(1, 10**6), ""),
        ("nghìn người", STAFF, 1000, "người"),
        ("ngày", HOURS, 24, ""),
        ("phút", HOURS, Fraction(1, 60), ""),
    ],
)
def test_measures_lead_to_each_other(noun, question, factor, rest):
    """A measure of the same kind is so many of the one asked for."""
    assert in_measure(noun, question) == (factor, rest)


@pytest.mark.parametrize(("noun", "question"), [("máy", RATE), ("tỷ lệ", MONEY), ("tỷ đồng", STAFF), ("người", STAFF), ("", MONEY)])
def test_other_things_lead_nowhere(noun, question):
    """What is of another kind is not converted."""
    assert in_measure(noun, question) is None


@pytest.mark.parametrize(
    ("text", "question", "is_other"),
    [
        ("nghìn", STAFF, True),
        ("(nghìn người)", STAFF, True),
        ("x1000", STAFF, True),
        ("nhân 1.000", STAFF, True),
        ("10^6", MONEY, False),
        ("1000", STAFF, False),
        ("nghìn hộ", STAFF, False),
        ("tính theo %", STAFF, True),
        ("tính bằng gbps", STAFF, True),
        ("gbps", STAFF, False),
        ("triệu", MONEY, False),
        ("tỷ đồng", MONEY, True),
        ("gbps", RATE, True),
        ("mbps", RATE, False),
        ("đvt: người", STAFF, False),
        ("ghi chú", STAFF, False),
        ("xem phụ lục", STAFF, False),
        ("nghìn", Question("x", "Số", "count"), False),
    ],
)
def test_a_measure_alone_is_held_against_the_one_asked_for(text, question, is_other):
    """A power of ten or a measure that is told, and is not the one of the question."""
    assert names_other_measure(text, question) is is_other


@pytest.mark.parametrize(
    ("noun", "is_nothing"), [("%", True), ("phần trăm", True), ("gb ram", True), ("năm", True), ("đồng chí", False), ("máy", False)]
)
def test_shares_money_and_lengths_count_nothing(noun, is_nothing):
    """They are no figures of things."""
    assert is_of_nothing_counted(noun) is is_nothing
