"""Promises about amounts that nobody can have meant."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.typed.money_amounts import incredible_amount


@pytest.mark.parametrize(
    ("measure", "value", "billions"),
    [
        ("triệu đồng", 100_000_000, 100_000),
        ("triệu đồng", 99_999_999, None),
        ("tỷ đồng", 100_000, 100_000),
        ("nghìn đồng", 10**11, 100_000),
        ("nghìn đồng", 10**10, None),
        ("triệu đồng", -(10**8), -100_000),
        ("đồng", 10**14, None),
        ("triệu người", 10**8, None),
        ("", 10**14, None),
    ],
)
def test_a_hundred_thousand_billion_is_too_much(measure, value, billions):
    """In whichever power of ten money is asked for; đồng themselves are what they say."""
    assert incredible_amount(measure, Fraction(value)) == billions
