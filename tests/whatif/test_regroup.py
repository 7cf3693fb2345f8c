"""A group in which a value that units are measured by has moved."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.regroup import Looks

RULES = """
answers: {x: {type: count, max: 40}, y: {type: count, max: 9}, w: {type: count, max: 9}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 9, formula: {kind: count, of: y, each: 1}, not_applicable: {when: w = 9, then: drop}}
%s
knockouts: [{id: k, when: least_share < 0.1, unranked: true}]
ranking: {tie_breaks: [y]}
"""
UNITS = {"A": {"x": 10, "y": 3, "w": 1}, "B": {"x": 20, "y": 4, "w": 1}, "C": {"x": 0, "y": 5, "w": 1}}


@pytest.mark.parametrize(
    "more", ["", '  - {id: c, max_points: 9, formula: {kind: formula, expr: "points(a) / 2"}}\n'], ids=["measured", "followed"]
)
def test_others_stand_as_scoring_everybody_says(opened, more):
    """With 40 A is the best; B has half of that, C none as before. Where a criterion looks at points of another, that follows."""
    rescorer = opened(RULES % more, UNITS)
    for changes in ({"x": Fraction(40)}, {"x": Fraction(20)}, {"x": Fraction(0)}, {"y": Fraction(9), "x": Fraction(40)}):
        assert rescorer.anew(changes)[0] == rescorer.standing(changes) == rescorer.unit_in(rescorer.assess(changes))


def test_who_is_not_touched_is_not_scored_again(opened):
    """C has nothing of x, whatever the best is: the very same score is given back; B's is another one."""
    rescorer = opened(RULES % "", UNITS)
    regrouping = rescorer.field.regrouping
    whos = {each.unit: each.who for each in rescorer.books.assessment.units()}
    scope = rescorer.scope({"x": Fraction(40)})
    unit, again = regrouping.again(whos["C"], scope.extremes, list(scope.extremes))
    assert unit is rescorer.field.scored[1][whos["C"]]
    assert again.extremes == scope.extremes
    assert regrouping.again(whos["B"], scope.extremes, list(scope.extremes))[0].criterion("a").points == 5


def test_criteria_that_answers_and_extremes_can_change(opened):
    """X is measured by a; w stands in the condition of b; nothing looks at points of others."""
    rescorer = opened(RULES % "", UNITS)
    looks, (key,) = Looks(rescorer.plan), rescorer.plan.extremes
    assert (looks.changed(["x"], []), looks.changed(["w"], []), looks.changed([], [key])) == ({"a"}, {"b"}, {"a"})
    assert [leaf.criterion.id for leaf in looks.measured([key])] == ["a"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, ANSWERS)
def test_errors_are_those_of_the_whole_assessment(opened, text, mine, theirs, other):
    """Whatever changes: the unit and the errors in its group are those that the engine finds when it scores everybody."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    changes = {name: value if isinstance(value, (bool, str)) else Fraction(value) for name, value in other.items() if name in asked}
    assume(changes)
    assert rescorer.anew(changes) == rescorer._by_assessment(changes)
