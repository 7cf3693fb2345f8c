"""What is called proved, worked out by hand where trying everything once showed a false claim."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

UNREACHABLE = """
answers: {y: {type: count, max: 3}, w: {type: count, max: 2}, z: yes_no}
criteria:
  - id: k0
    max_points: 6
    formula: {kind: steps, of: w, over: y, steps: [{from: 2/3, points: 4}], otherwise: 1, when_denominator_zero: zero}
grades: {bands: [{name: A, from: 5}, {name: B, from: 3, requires: z}, {name: C, from: 2}, {name: D}]}
"""


def test_a_better_band_that_nobody_reaches_hides_no_way_to_the_one_that_is_wanted(opened):
    """B wants 3 points and z. The steps give 4 for two thirds: w 2 of y 2 (or 3) are two answers, with z three. A is out of reach."""
    rescorer = opened(UNREACHABLE, {"A": {"y": 0, "w": 0, "z": False}, "B": {"y": 3, "w": 1, "z": True}})
    found = smallest(rescorer, Target("grade", "B"), domains_of(rescorer))
    assert (found.reached, found.is_proved, found.limits, set(found.changes)) == (True, True, {}, {"y", "w", "z"})


DROPPED = """
answers: {x: {type: count, max: 3}, y: {type: count, max: 5}}
criteria:
  - {id: k0, max_points: 6, formula: {kind: count, of: x, each: 2}}
  - {id: k1, max_points: 4, formula: {kind: count, of: y, each: 0.2, cap: 3}, not_applicable: {when: y = 0, then: drop}}
scale: {result: percent}
awards: [{id: w, quota: 1, ties: none, minimum: 3}]
"""


def test_an_award_for_one_is_won_by_the_share_and_not_by_the_points(opened):
    """A and B share 70 % (7 of 10), and a tie wins nothing. With y = 0 A has 6 of 6: one answer, though it brings a point less."""
    rescorer = opened(DROPPED, {"A": {"x": 3, "y": 5}, "B": {"x": 3, "y": 5}, "C": {"x": 0, "y": 5}})
    found = smallest(rescorer, Target("award", "w"), domains_of(rescorer))
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"y": 0})


MERGED = """
answers: {x: {type: count, max: 20}, w: {type: count, max: 2}}
criteria:
  - {id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 6, formula: {kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: full}}
ranking: {style: dense}
"""


def test_two_above_who_come_level_share_a_place_that_no_line_says(opened):
    """B has 9 + 6, C 11 + 3, D 5 + 6, A none and is fourth. 11 by x do it; w = 1 too: that is the least then, and C falls to 11.

    D and C come level, and A takes the next place without a point. That is no matter of the points of who is third now.
    """
    units = {"A": {"x": 0, "w": 0}, "B": {"x": 9, "w": 2}, "C": {"x": 11, "w": 1}, "D": {"x": 5, "w": 2}}
    rescorer = opened(MERGED, units)
    third = Target("rank", 3)
    assert rescorer.unit.rank == 4
    assert [rescorer.standing({name: Fraction(value)}).rank for name, value in (("x", 11), ("w", 1))] == [3, 3]
    flips = flips_of(rescorer, third, domains_of(rescorer), inside=False)
    assert flips.count == 2 or not flips.is_proved


def test_two_who_share_a_place_may_come_to_take_two(opened):
    """B has 4 + 6, C 10 + 0 (its w = 1 is the least), A 3 + 0: second of two places. With w = 0 C has 10 + 3, B 10: A is third.

    Nobody holds a second place that A could lose, yet one answer loses it: that none does may not be called proved.
    """
    rescorer = opened(MERGED, {"A": {"x": 3, "w": 1}, "B": {"x": 4, "w": 2}, "C": {"x": 10, "w": 1}})
    second = Target("rank", 2)
    assert (rescorer.unit.rank, rescorer.standing({"w": Fraction(0)}).rank) == (2, 3)
    flips = flips_of(rescorer, second, domains_of(rescorer), inside=True)
    assert flips.count or not flips.is_proved


FALLING_HOLE = """
groups: [{id: g, unranked: [B]}]
answers: {x: {type: count, max: 3}}
criteria: [{id: k, max_points: 6, formula: {kind: relative, of: x, scale: to_best, best: lowest, among: ranked, when_all_zero: full}}]
ranking: {unranked_units: leave_hole}
"""


def test_a_hole_falls_by_what_it_is_measured_by(opened):
    """B, unranked, holds the first place with 3/3 of 6; A was given 3. With x = 1 of A, B has 1/3 of 6: 2, and A is first (at 2 only 4)."""
    units = {"A": {"x": 3, "@points": {"appraised": {"k": 3}}}, "B": {"x": 3}}
    rescorer = opened(FALLING_HOLE, units, stage="appraised")
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer))
    assert (found.reached, found.is_proved, set(found.changes)) == (True, True, {"x"})
    assert found.changes["x"] in {0, 1}


ROUNDED_BONUS = """
answers: {q: {type: count, max: 4}, x: {type: count, max: 1}}
criteria: [{id: k, max_points: 4, formula: {kind: count, of: q, each: 1}}]
rounding: {criterion: 0}
bonus: {max_points: 1, above_maximum: true, criteria: [{id: t, max_points: 3, formula: {kind: count, of: x, each: 1.5}}]}
"""


def test_points_are_lost_though_a_bonus_is_rounded_up_beyond_its_limit(opened):
    """Of 4 + 1 points 1.4 are lost with q = 0: the bonus of 1.5 is counted as 2, of which 1 counts, so that 1 is left."""
    rescorer = opened(ROUNDED_BONUS, {"A": {"q": 4, "x": 1}})
    found = flips_of(rescorer, Target("points", Fraction(7, 5)), domains_of(rescorer), inside=True)
    assert (set(found.changes), found.count, found.is_proved) == ({"q"}, 1, True)


NOTHING_LEFT = """
answers: {x: {type: count, max: 3}, y: {type: count, max: 2}, v: {type: count, max: 1}}
criteria: [{id: k, max_points: 7, formula: {kind: ratio, of: v, over: y, when_denominator_zero: not_applicable}}]
scale: {result: percent}
rounding: {total: 0, mode: down}
ranking: {style: dense, tie_breaks: [x]}
"""


def test_nothing_left_to_judge_by_is_not_taken_for_all_of_it(opened):
    """B has 1 of 1, all there is, and 2 for x. A has y 0: nothing applies, and that is 0 per cent. With y = 1 it has all, and x 2 too."""
    rescorer = opened(NOTHING_LEFT, {"A": {"x": 0, "y": 0, "v": 1}, "B": {"x": 2, "y": 1, "v": 1}})
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer))
    assert (found.reached, found.is_proved, set(found.changes)) == (True, True, {"x", "y"})
