"""What an expression finds given."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.intervals.givens import FAULT, constant, members_of, points_of
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.nodes import OfMembers

TEN = Range(Fraction(0), Fraction(10))
THEIRS = Knowledge({}, measures={"total of xa": TEN}, everyone={"x": Possible(TEN), "t": Possible(any_text=True)})


def test_a_constant_is_itself():
    """A number, a truth and a text."""
    assert constant(Fraction(3)) == Possible(exactly(Fraction(3)))
    assert constant(True) == Possible(truths=frozenset({True}))
    assert constant("k") == Possible(texts=frozenset({"k"}))


def test_points_of_what_does_not_apply_are_a_fault():
    """Before all is scored anything may be; afterwards only what is there has a value."""
    assert points_of({"a": TEN}, "a", Knowledge({})) == Possible(TEN, blanks=FAULT)
    assert points_of({"a": TEN}, "a", Knowledge({}, scored=True)) == Possible(TEN)
    assert points_of({"a": TEN}, "b", Knowledge({}, scored=True)) == Possible(blanks=FAULT)


@pytest.mark.parametrize(
    ("of", "how", "low", "high"),
    [
        ("x", "count", 0, None),
        ("x", "sum", 0, None),
        ("x", "mean", 0, 10),
        ("t", "sum", None, None),
        ("total", "mean", 0, 10),
        ("total", "sum", None, None),
    ],
)
def test_members_bring_what_each_of_them_may(of, how, low, high):
    """A mean lies where each value does; a sum of what is not negative is not negative, and nobody knows of how many."""
    found = members_of(OfMembers(of, how=how, group="xa"), THEIRS)
    assert (found.low, found.high) == (low, high)
