"""A rival's own answers put into what it is measured by."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.expr.nodes import AnswerTo, Const, Divide, GroupExtreme, If, Labelled
from ictscore.expr.parse import parse_expression
from ictscore.expr.values import missing
from ictscore.whatif.clusters import BoxView
from ictscore.whatif.folding import folded
from ictscore.whatif.reach import reach, reach_of_value

RULES = """
answers: {x: {type: count, max: 40}, y: {type: count, max: 40}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x / y, scale: to_best, among: ranked, when_all_zero: zero,
     when_denominator_zero: zero}}
"""


def test_what_hangs_on_no_extreme_is_a_number(opened):
    """Of x = 8 and y = 4 a quotient is 2, a condition on it decides, and the group's highest value stays what it was."""
    view = BoxView(opened(RULES, {"A": {"x": 8, "y": 4}, "B": {"x": 20, "y": 5}}), {})
    assert folded(parse_expression("x / y"), view) == Const(Fraction(2))
    assert folded(parse_expression("if x > 5 then y else x"), view) == Const(Fraction(4))
    best = GroupExtreme(AnswerTo("x"), "highest", "ranked")
    found = folded(If(parse_expression("x > 5"), Labelled(Divide(AnswerTo("x"), best), "share"), AnswerTo("y")), view)
    assert found == Divide(Const(Fraction(8)), best)
    assert found.right is best


def test_what_has_no_value_is_left_as_it_was(opened):
    """With y = 0 the quotient is anything; x was not answered."""
    view = BoxView(opened(RULES, {"A": {"y": 0}, "B": {"x": 20, "y": 5}}), {})
    for text in ("y / y", "x"):
        assert folded(parse_expression(text), view) == parse_expression(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, st.lists(st.sampled_from("xyzw"), unique=True))
def test_folding_changes_nothing_of_what_is_reached(opened, text, mine, theirs, free):
    """Whatever the formula, B's points reach the same with its answers filled in, while A's are free."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    box = {name: (True, False) if name == "z" else (Fraction(0), Fraction(3)) for name in free if name in asked}
    rival = next(each for each in rescorer.books.assessment.units() if each.unit == "B")
    view = _Measured(BoxView(rescorer, box), rescorer.books.scope(rival).values)
    for leaf in rescorer.plan.leaves:
        assert reach(folded(leaf.expr, view), view) == reach(leaf.expr, view)


class _Measured:
    """B's answers, and what A's leave open of the extremes."""

    def __init__(self, view, values):
        self._view, self._values = view, values

    def answer(self, identifier):
        """Return B's answer."""
        return reach_of_value(self._values.get(identifier, missing(identifier)))

    def points(self, criterion):
        """Return anything."""
        return self._view.points(criterion)

    def extreme(self, node):
        """Return what an extreme can be."""
        return self._view.extreme(node)
