"""Places that others lose by more than the sums of their criteria say: rounded, taken off, or because a criterion comes to apply."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.domains import domains_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

ROUNDED = """
answers: {{x: {{type: count, max: 21}}, y: {{type: count, max: 20}}}}
criteria:
  - {{id: a, max_points: 10, formula: {{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}}}
  - {{id: b, max_points: 20, formula: {{kind: count, of: y, each: 1}}}}
rounding: {{total: 1, {where}: 0}}
"""


def first_by_x(opened, rules, units):
    """Return what is found for the first place when y stays."""
    rescorer = opened(rules, units)
    assert rescorer.unit.rank == 2
    return rescorer, smallest(rescorer, Target("rank", 1), domains_of(rescorer, ["y"]))


def test_a_rival_may_lose_a_whole_point_by_rounding(opened):
    """B has 5/20 · 10 = 2.5, counted as 3, and 8: A has 10 and 0. With x = 21 B has 5/21 · 10 = 2.38, counted as 2: 10 each, both first."""
    rescorer, found = first_by_x(opened, ROUNDED.format(where="criterion"), {"A": {"x": 20, "y": 0}, "B": {"x": 5, "y": 8}})
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"x": 21})
    assert rescorer.standing({"x": Fraction(21)}).rank == 1


def test_a_rival_may_lose_a_whole_point_where_its_section_is_rounded(opened):
    """The same with sections rounded: 2.5 + 8 = 10.5 counts as 11, and 2.38 + 8 as 10."""
    _, found = first_by_x(opened, ROUNDED.format(where="section"), {"A": {"x": 20, "y": 0}, "B": {"x": 5, "y": 8}})
    assert (found.reached, found.changes) == (True, {"x": 21})


TAKEN_OFF = """
answers: {x: {type: count, max: 40}, y: {type: count, max: 20}}
criteria: [{id: b, max_points: 20, formula: {kind: count, of: y, each: 1}}]
deductions:
  criteria:
    - {id: t, max_points: 10, formula: {kind: relative, of: x, best: lowest, scale: min_max, among: ranked, when_all_zero: zero}}
"""


def test_what_is_taken_off_a_rival_by_comparison_is_won(opened):
    """Who has least loses most: of A (x 10) 10 are taken off, of B (x 20) none: 5 and 6. With x = 30 B has the least: 15, and 0 of 6."""
    rescorer, found = first_by_x(opened, TAKEN_OFF, {"A": {"x": 10, "y": 15}, "B": {"x": 20, "y": 6}})
    assert found.reached
    assert rescorer.standing(found.changes).rank == 1


COMES_TO_APPLY = """
answers: {x: {type: count, max: 5}, y: {type: count, max: 20}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: not_applicable}}
  - {id: b, max_points: 20, formula: {kind: count, of: y, each: 1}}
scale: {result: percent}
"""


def test_a_criterion_that_comes_to_apply_takes_a_share_from_a_rival(opened):
    """Nobody has x, so only b counts: 14 of 20 are 70 %, 16 are 80 %. With x = 1 A has 24 of 30 (80 %), and B 16 of 30 (53 %)."""
    rescorer, found = first_by_x(opened, COMES_TO_APPLY, {"A": {"x": 0, "y": 14}, "B": {"x": 0, "y": 16}})
    assert rescorer.standing({"x": Fraction(1)}).rank == 1
    assert found.reached or not found.is_proved


@pytest.mark.parametrize("named", ["least_share < 0.2", "points(a) < 2"])
def test_a_condition_on_points_may_take_a_rival_out(opened, named):
    """B is out when it has less than a fifth of a: 3 of 15 are 2 points, 3 of 16 fewer. No sum says that, so nothing is claimed."""
    rules = f"""
answers: {{x: {{type: count, max: 16}}, y: {{type: count, max: 20}}}}
criteria:
  - {{id: a, max_points: 10, formula: {{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}}}
  - {{id: b, max_points: 20, formula: {{kind: count, of: y, each: 1}}}}
knockouts: [{{id: k, when: {named}, unranked: true}}]
"""
    rescorer, found = first_by_x(opened, rules, {"A": {"x": 15, "y": 5}, "B": {"x": 3, "y": 20}})
    assert rescorer.standing({"x": Fraction(16)}).rank == 1
    assert found.reached or not found.is_proved


FOLLOWED = """
answers: {x: {type: count, max: 16}, y: {type: number, max: 20}}
criteria:
  - {id: a, max_points: 2, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 20, formula: {kind: count, of: y, each: 1}}
  - {id: c, max_points: 20, formula: {kind: formula, expr: "points(a) * 10"}}
"""


def test_what_follows_the_points_a_rival_loses_is_no_matter_of_sums(opened):
    """Of x 15 and 3 a gives 2 and 0.4, c 20 and 4; with x = 16 B has 0.375 and 3.75 left: it loses 0.025, and 0.25 by c."""
    rescorer, found = first_by_x(opened, FOLLOWED, {"A": {"x": 15, "y": 0}, "B": {"x": 3, "y": Fraction(178, 10)}})
    assert rescorer.standing({"x": Fraction(16)}).rank == 1
    assert found.reached or not found.is_proved


ALL_ALIKE = """
answers: {w: {type: count, max: 2}, z: yes_no}
criteria:
  - {id: a, max_points: 6, formula: {kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: not_applicable}}
  - {id: b, max_points: 6, formula: {kind: yes_no, of: z}}
scale: {result: percent}
"""


def test_where_all_are_alike_a_criterion_may_come_to_apply_to_others_only(opened):
    """All have w 1, so a applies to A alone, who was given 0 of 6; C has 6 of 6. With w = 2 and z A has 6 of 12, and C too: 50 % each."""
    units = {"A": {"w": 1, "z": False, "@points": {"appraised": {"a": 0}}}, "B": {"w": 1, "z": False}, "C": {"w": 1, "z": True}}
    rescorer = opened(ALL_ALIKE, units, stage="council")
    assert rescorer.standing({"w": Fraction(2), "z": True}).rank == 1
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer))
    assert found.reached or not found.is_proved


TOWARDS_NOTHING = """
answers: {x: {type: count, max: 60}, y: {type: number, min: -1, max: 10}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 10, min_points: -1, formula: {kind: formula, expr: y}}
rounding: {total: 0, mode: down}
"""


def test_a_place_that_falls_to_nothing_is_level_with_what_is_rounded_up_to_it(opened):
    """A was given 0 for a and has −0.5, counted as 0. With x = 51 B has 5/51 · 10 = 0.98, counted as 0 too: both are first."""
    units = {"A": {"x": 1, "y": Fraction(-1, 2), "@points": {"appraised": {"a": 0}}}, "B": {"x": 5, "y": 0}}
    rescorer = opened(TOWARDS_NOTHING, units, stage="appraised")
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer, ["y"]))
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"x": 51})
