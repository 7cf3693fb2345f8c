"""What is proved of two formulas by their shape alone, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.diff.monotone import proved_order, scale_between
from ictscore.expr.parse import parse_expression
from ictscore.rulebook.answers import AnswerSpec

SPECS = {name: AnswerSpec(label=name, type="count") for name in ("a", "b", "c")}


@pytest.mark.parametrize(
    ("old", "new", "order"),
    [
        ("min(a, b)", "min(b, a)", "same"),
        ("min(a, b)", "min(a, b, c)", "less"),
        ("min(a, b, c)", "min(a, b)", "more"),
        ("max(a, b)", "max(a, b, c)", "more"),
        ("max(a, b, c)", "max(a, b)", "less"),
        ("min(a, 5)", "min(a, 6)", "more"),
        ("min(a, 5, c)", "min(a, b)", "open"),
        ("if a > 3 then 5 else b", "if a > 3 then 4 else b", "less"),
        ("if a > 3 then 5 else b", "if a > 3 then 4 else b + 1", "open"),
        ("a + b", "a + b + c", "more"),
        ("2 * a + b", "a + b", "less"),
    ],
)
def test_the_order_follows_from_the_shape(old, new, order):
    """One term more in a least lowers it, in a greatest raises it; other arms, numbers and weights move the whole their way."""
    assert proved_order(parse_expression(old), parse_expression(new), SPECS) == order


@pytest.mark.parametrize(
    ("old", "new", "factor"),
    [
        ("2 * a + 4 * b", "3 * a + 6 * b", Fraction(3, 2)),
        ("2 * a + 4 * b", "3 * a + 4 * b", None),
        ("a", "a + b", None),
        ("a", "0 - a", None),
    ],
)
def test_a_formula_is_multiplied_as_a_whole_or_not(old, new, factor):
    """All weights by the same positive factor, or there is none: 3/2 of 2 and 4 is 3 and 6."""
    assert scale_between(parse_expression(old), parse_expression(new)) == factor
