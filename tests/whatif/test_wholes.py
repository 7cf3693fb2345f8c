"""What a part and its whole say about each other."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.nodes import Add, AnswerTo, Const, Labelled, Multiply, Subtract
from ictscore.expr.values import missing
from ictscore.formulas.formula import Share
from ictscore.whatif.wholes import AtMost, at_most_of

X, Y, Z = AnswerTo("x"), AnswerTo("y"), AnswerTo("z")
TWO = Const(Fraction(2))


def said(of, over, free, values=None, *, capped=False):
    """Return what is said of free answers."""
    return at_most_of(Share(of, over, capped), free, values or {})


@pytest.mark.parametrize(
    ("of", "over", "free", "values", "expected"),
    [
        (X, Y, "xy", {}, AtMost({"x": 1, "y": -1}, 0)),
        (X, Y, "x", {"y": Fraction(7)}, AtMost({"x": 1}, 7)),
        (X, Y, "y", {"x": Fraction(7)}, AtMost({"y": -1}, -7)),
        (Add((X, TWO)), Y, "xy", {}, AtMost({"x": 1, "y": -1}, -2)),
        (Subtract(Y, X), Add((Y, Z)), "xyz", {}, AtMost({"x": -1, "z": -1}, 0)),
    ],
)
def test_sums_are_put_on_one_side(of, over, free, values, expected):
    """X ≤ y; x ≤ 7; y ≥ 7; x + 2 ≤ y; y − x ≤ y + z, from which y cancels out."""
    assert said(of, over, free, values) == expected


def test_names_of_parts_do_not_matter():
    """A label on a term changes nothing."""
    assert said(Labelled(X, "part"), Y, "xy") == said(X, Y, "xy")


@pytest.mark.parametrize(
    ("of", "over", "free", "values", "capped"),
    [
        (X, Y, "xy", {}, True),
        (Multiply(X, TWO), Y, "xy", {}, False),
        (Add((X, Multiply(X, TWO))), Y, "xy", {}, False),
        (X, Y, "x", {"y": missing("y")}, False),
        (X, Y, "x", {"y": True}, False),
        (X, Y, "x", {}, False),
        (X, Y, "z", {"x": Fraction(1), "y": Fraction(2)}, False),
    ],
)
def test_nothing_is_said_that_is_not_certain(of, over, free, values, capped):
    """Capped parts may be more; products are no sums; a blank or a word is no whole; answers that stay say nothing of others."""
    assert said(of, over, free, values, capped=capped) is None
