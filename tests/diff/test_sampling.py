"""Answers alone: what hangs on anything else is refused, not guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.diff.sampling import Unknown, value_of
from ictscore.expr.nodes import AnswerTo, Expr, GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.expr.parse import parse_expression
from ictscore.expr.values import Blank


def test_an_expression_of_answers_has_a_value():
    """Half of 5 is 5/2; an answer that is not there is missing, and what hangs on it with it."""
    assert value_of(parse_expression("a / 2"), {"a": Fraction(5)}) == Fraction(5, 2)
    found = value_of(parse_expression("a / 2"), {})
    assert isinstance(found, Blank)
    assert found.kind == "missing"


@pytest.mark.parametrize(
    "expr",
    [PointsOf("c"), SectionPoints("s"), Measure("total"), GroupExtreme(AnswerTo("a"), "highest", "ranked"), OfMembers("a", "g", "sum")],
    ids=lambda each: type(each).__name__,
)
def test_what_hangs_on_others_is_unknown(expr: Expr):
    """Points, sections, totals, the best of a group and members are not among a unit's own answers."""
    with pytest.raises(Unknown):
        value_of(expr, {"a": Fraction(1)})
