"""What changes do at once."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.effect import each_left_out, effect_of
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}}
criteria:
  - {id: a, max_points: 9, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 9, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}
grades: {bands: [{name: A, from: 12}, {name: B}]}
"""
UNITS = {"A": {"x": 3, "y": 9}, "B": {"x": 4, "y": 9}}


def test_the_unit_its_criteria_and_who_else_moves(opened):
    """X 6: a 3 → 6, b 3 → 6, total 6 → 12, first instead of second; B falls to the second place and keeps its points."""
    effect = effect_of(opened(RULES, UNITS), {"x": Fraction(6)})
    assert (effect.unit.before.total, effect.unit.after.total, effect.unit.after.grade) == (6, 12, "A")
    assert [(each.criterion.id, each.before.points, each.after.points) for each in effect.criteria] == [("a", 3, 6), ("b", 3, 6)]
    assert [(each.before.unit, each.before.rank, each.after.rank, each.after.total) for each in effect.others] == [("B", 1, 2, 8)]


def test_nobody_moves_where_nothing_counts(opened):
    """Y 9 again: no criterion, nobody else."""
    effect = effect_of(opened(RULES, UNITS), {"y": Fraction(9)})
    assert (effect.criteria, effect.others) == ((), ())


def test_each_change_is_left_out_once(opened):
    """X 6 with y 6: without x 3 + 4.5 are not enough; without y 6 + 6 are. x 9 with y 9 from y 5: without y 9 of 5 cannot be."""
    rescorer = opened(RULES, UNITS)
    left = each_left_out(rescorer, Target("grade", "A"), {"x": Fraction(6), "y": Fraction(6)})
    assert [(each.answer, each.unit.total, each.reaches, each.is_allowed) for each in left] == [
        ("x", Fraction("7.5"), False, True), ("y", 12, True, True),
    ]  # fmt: skip
    short = opened(RULES, {"A": {"x": 3, "y": 5}})
    (_, without) = each_left_out(short, Target("grade", "A"), {"x": Fraction(9), "y": Fraction(9)})
    assert (without.answer, without.is_allowed) == ("y", False)
