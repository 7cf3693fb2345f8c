"""Promises about the figures of a remark."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ictscore.survey.remarks.figures import figures_in, in_digits
from ictscore.survey.typed.spelt_numbers import _spelt


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("có 88 người", [("88", "", "có", "người")]),
        ("85 → 88", [("85", "", "", ""), ("88", "=", "", "")]),
        ("85 -> 88", [("85", "", "", ""), ("88", "=", "", "")]),
        ("= 88", [("88", "=", "", "")]),
        ("3/4 máy", [("3", "", "", ""), ("4", "/", "", "máy")]),
        ("3 trên 4", [("3", "", "", "trên"), ("4", "/", "trên", "")]),
        ("80 + 5", [("80", "", "", ""), ("5", "+", "", "")]),
        ("-3", [("3", "-", "", "")]),
        ("1 250 văn bản", [("1250", "", "", "văn bản")]),
        ("12,5 tỷ (cả năm)", [("25/2", "", "", "tỷ")]),
        ("a1 b", []),
    ],
)
def test_figures_have_their_words_and_signs(text, figures):
    """Each number with the words before and behind it, up to the next stop or number."""
    assert [(str(each.value), each.sign, each.lead, each.noun) for each in figures_in(text)] == [
        (value, sign, lead, noun) for value, sign, lead, noun in figures
    ]


def test_a_separator_may_be_either_sign():
    """1.234 has two readings here too."""
    assert figures_in("1.234 máy")[0].values == (Fraction("1.234"), Fraction(1234))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("tám mươi tám", "88"),
        ("có tám mươi tám người.", "có 88 người."),
        ("mười hai, ba phòng", "12, ba phòng"),
        ("ba", "3"),
        ("năm", "năm"),
        ("hai mươi năm", "hai mươi năm"),
        ("một trăm phần trăm", "100 phần trăm"),
        ("không", "không"),
        ("một tỷ", "1000000000"),
        ("chi hai triệu đồng", "chi 2000000 đồng"),
        ("đạt một tỷ lệ nhỏ", "đạt một tỷ lệ nhỏ"),
        ("trong năm tỷ lệ đạt 95%", "trong năm tỷ lệ đạt 95%"),
    ],
)
def test_numbers_spelt_out_are_read(text, digits):
    """Several words of a number are one; single words may be others: “năm” is a year, too."""
    assert in_digits(text) == digits


@given(st.integers(11, 10**12 - 1))
@example(10**6)
@example(10**9)
def test_every_number_said_in_full_is_read(number):
    """Whatever number is spelt out, it is that figure."""
    assert [each.value for each in figures_in(" ".join(_spelt(number)))] == [number]
