"""What limits, floors and roundings can do to sums at most."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import Line
from ictscore.whatif.problem import Posed, problem_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 20}, t: {type: count, max: 9}}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
"""
BONUS = "bonus: {max_points: 5, above_maximum: true, criteria: [{id: b, max_points: 9, formula: {kind: count, of: t, each: 1}}]}\n"
STOPPED = "bonus: {criteria: [{id: b, max_points: 9, formula: {kind: count, of: t, each: 1}}]}\n"
DEDUCTED = "deductions: {max_points: 2, floor: 1, criteria: [{id: d, max_points: 7, formula: {kind: count, of: t, each: 1}}]}\n"


@pytest.mark.parametrize(
    ("more", "way", "need", "expected"),
    [
        ("", 1, 10, 0),
        (BONUS, 1, 10, 0),  # more is wanted, and sums are too large at worst
        (BONUS, -1, 10, 2),  # 7 of a bonus that counts 5
        (STOPPED, -1, 19, 0),  # below the maximum it never stops
        (STOPPED, -1, 20, 7),  # at the maximum the whole bonus of 7 may not count
        (DEDUCTED, 1, 10, 5),  # 7 at most, of which 2 are taken off
        (DEDUCTED, 1, 1, 7),  # at the floor nothing may be taken off
        (DEDUCTED, -1, 10, 0),
        ("rounding: {section: 1}\n", 1, 10, Fraction(1, 10)),
    ],
)
def test_how_far_sums_can_fall_short(opened, more, way, need, expected):
    """The unit has 12 of 20, and 7 in t."""
    rescorer = opened(RULES + more, {"A": {"x": 12, "t": 7}})
    assert problem_of(rescorer, Posed(Line(Fraction(need)), way=way), domains_of(rescorer)).slack == expected


def test_a_bonus_that_moves_with_other_points_may_grow_while_they_fall(opened):
    """T counts in the section too: the bonus is reckoned with as 9, of which 5 count."""
    rules = RULES.replace("of: x", "of: t") + BONUS
    rescorer = opened(rules.replace("x: {type: count, max: 20}, ", ""), {"A": {"t": 7}})
    assert problem_of(rescorer, Posed(Line(Fraction(10)), way=-1), domains_of(rescorer)).slack == 4


HALVES = """
answers: {x: {type: count, max: 20}, t: {type: count, max: 9}}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
rounding: {criterion: 0}
"""


@pytest.mark.parametrize(
    ("kind", "way", "expected"),
    [("bonus: {above_maximum: true, ", -1, 2), ("deductions: {floor: 0, ", 1, 4)],
)
def test_what_lies_beyond_a_limit_is_reckoned_as_it_is_rounded(opened, kind, way, expected):
    """T 5 makes 2.5, counted as 3: 2 beyond 1. Of deductions all counts that there can be: 4.5, counted as 5, 4 beyond 1."""
    criteria = "criteria: [{id: b, max_points: 4.5, formula: {kind: count, of: t, each: 0.5}}]}"
    rescorer = opened(f"{HALVES}{kind}max_points: 1, {criteria}\n", {"A": {"x": 12, "t": 5}})
    assert problem_of(rescorer, Posed(Line(Fraction(10)), way=way), domains_of(rescorer)).slack == expected


FALLING = """
answers: {{x: {{type: count, max: 50}}, y: {{type: count, max: 10}}, p: {{type: count, max: 4}}}}
criteria:
  - {{id: a, max_points: 10, formula: {{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}}}
  - {{id: b, max_points: 10, formula: {{kind: count, of: y, each: 1}}}}
deductions: {{floor: {floor}, criteria: [{{id: d, max_points: 4, formula: {{kind: count, of: p, each: 1}}}}]}}
{tail}
"""


@pytest.mark.parametrize("tail", ["", "ranking: {on: percent}", "scale: {out_of: 10}"])
@pytest.mark.parametrize(("floor", "own", "rival"), [(2, 3, 0), (0, 2, 2)])
def test_a_place_may_fall_to_where_deductions_stop(opened, tail, floor, own, rival):
    """A was given 0 for a, and 4 taken off stop at the floor. With x = 25 B has 5/25 · 10 less what is taken off it: just as little."""
    units = {"A": {"x": 1, "y": own, "p": 4, "@points": {"appraised": {"a": 0}}}, "B": {"x": 5, "y": 0, "p": rival}}
    rescorer = opened(FALLING.format(floor=floor, tail=tail), units, stage="appraised")
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer, ["y", "p"]))
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"x": 25})
