"""Ranges contain every result of their operations, and open ends stay out."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from ictscore.expr.intervals.ranges import Range, add, divide, greatest, least, multiply

ends = st.none() | st.fractions(-5, 5, max_denominator=3)


@st.composite
def ranges_with_a_number(draw):
    """Draw a range and a number in it."""
    low, high = draw(ends), draw(ends)
    found = Range(low, high, draw(st.booleans()), draw(st.booleans()), draw(st.booleans())).settled()
    value = draw(st.fractions(-8, 8, max_denominator=4))
    assume(not found.is_empty and found.holds(value))
    return found, value


@given(ranges_with_a_number(), ranges_with_a_number())
def test_results_lie_in_the_range_of_results(one, other):
    """Sums, products, quotients, least and greatest of numbers lie in the ranges made of their ranges."""
    (a, x), (b, y) = one, other
    assert add(a, b).holds(x + y)
    assert multiply(a, b).holds(x * y)
    assert least([a, b]).holds(min(x, y))
    assert greatest([a, b]).holds(max(x, y))
    assert y == 0 or divide(a, b).holds(x / y)


@given(ranges_with_a_number(), ranges_with_a_number())
def test_meeting_and_joining(one, other):
    """A number lies where two ranges meet if it lies in both, and in their join if it lies in either."""
    (a, x), (b, _) = one, other
    assert a.meet(b).holds(x) == b.holds(x)
    assert a.join(b).holds(x)


def test_whole_numbers_end_at_whole_numbers():
    """Of whole numbers, more than 2 and less than 9/2 are 3 and 4."""
    assert Range(Fraction(2), Fraction(9, 2), low_open=True, whole=True).settled() == Range(Fraction(3), Fraction(4), whole=True)


def test_an_open_zero_is_not_reached_by_products():
    """Positive numbers multiplied come near 0 and never reach it; with 0 itself among them they do."""
    positive = Range(Fraction(0), Fraction(1), low_open=True)
    assert not multiply(positive, positive).holds(Fraction(0))
    assert multiply(positive, Range(Fraction(0), Fraction(1))).holds(Fraction(0))


def test_nothing_is_divided_by_zero():
    """Over a range around 0 the quotients are unbounded; over 0 alone there are none."""
    assert divide(Range(Fraction(1), Fraction(1)), Range(Fraction(-1), Fraction(1))) == Range(None, None)
    assert divide(Range(Fraction(1), Fraction(1)), Range(Fraction(0), Fraction(0))).is_empty
