"""Operations on ranges, with what is known of the order of their terms."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.intervals.arithmetic import result
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import quietly
from ictscore.expr.nodes import AnswerTo
from ictscore.expr.parse import parse_expression

TEN = Range(Fraction(0), Fraction(10))
FROM_ONE = Range(Fraction(1), Fraction(10))
PLAIN = Knowledge({})
A, B = AnswerTo("a"), AnswerTo("b")
ORDERED = PLAIN.with_order(A, B, strict=False)


@pytest.mark.parametrize(
    ("text", "own", "known", "low", "high"),
    [
        ("a + b", (TEN, FROM_ONE), PLAIN, 1, 20),
        ("mean(a, b)", (TEN, FROM_ONE), PLAIN, Fraction(1, 2), 10),
        ("b - a", (FROM_ONE, TEN), PLAIN, -9, 10),
        ("b - a", (FROM_ONE, TEN), ORDERED, 0, 10),
        ("a * b", (TEN, FROM_ONE), PLAIN, 0, 100),
        ("a / b", (TEN, FROM_ONE), PLAIN, 0, 10),
        ("a / b", (TEN, FROM_ONE), ORDERED, 0, 1),
        ("b / a", (FROM_ONE, FROM_ONE), ORDERED, 1, 10),
        ("min(a, 3)", (TEN, Range(Fraction(3), Fraction(3))), PLAIN, 0, 3),
        ("max(a, 3)", (TEN, Range(Fraction(3), Fraction(3))), PLAIN, 3, 10),
        ("round(a, 0)", (Range(Fraction(1, 2), Fraction(7, 5)),), PLAIN, 1, 1),
        ("floor(a)", (Range(Fraction(1, 2), Fraction(7, 5)),), PLAIN, 0, 1),
        ("ceil(a)", (Range(Fraction(1, 2), Fraction(7, 5)),), PLAIN, 1, 2),
    ],
)
def test_an_operation_lies_between_its_ends(text, own, known, low, high):
    """Each end is worked out from the ends of the terms; where a is at most b, their share is at most 1, their difference not below 0."""
    found = result(quietly, parse_expression(text), own, known, frozenset())
    assert (found.numbers.low, found.numbers.high, found.blanks) == (low, high, frozenset())


def test_a_share_of_what_may_be_nothing_may_be_a_fault():
    """A divisor from 0 to 10 leaves the quotient open."""
    assert result(quietly, parse_expression("a / b"), (TEN, TEN), PLAIN, frozenset()).blanks == {"fault"}
