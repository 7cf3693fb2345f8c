"""Points that answers do not move, because somebody gave them or scoring refuses them, as other criteria see them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.domains import domains_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

GIVEN = """
answers: {x: {type: count, max: 3}, v: {type: count, max: 1}}
criteria:
  - {id: k0, max_points: 6, formula: {kind: count, of: x, each: 2}}
  - {id: k1, max_points: 7, formula: {kind: formula, expr: "if points(k0) >= 3 then 2 + v else 0"}}
"""


@pytest.mark.parametrize(("given", "points", "answers"), [(4, 7, {"v"}), (2, 3, set())])
def test_other_criteria_see_the_points_that_somebody_gave(opened, given, points, answers):
    """By its answers k0 has 2, so that k1 has nothing. With 4 given k1 has 2 + v: 7 in all with v. With 2 given no answer brings more."""
    rescorer = opened(GIVEN, {"A": {"x": 1, "v": 0, "@points": {"appraised": {"k0": given}}}}, stage="appraised")
    found = smallest(rescorer, Target("points", Fraction(points)), domains_of(rescorer))
    assert (found.reached, found.is_proved, set(found.changes if found.reached else ())) == (bool(answers), True, answers)


REFUSED = """
answers: {x: {type: count, max: 3}, v: {type: count, max: 1}}
criteria:
  - {id: k0, max_points: 6, formula: {kind: formula, expr: "x * 5"}}
  - {id: k1, max_points: 6, formula: {kind: formula, expr: "min(6, x + v)"}}
  - {id: k2, max_points: 6, formula: {kind: formula, expr: "6 - points(k0)"}}
"""


@pytest.mark.parametrize(("points", "answers"), [(9, {"v"}), (10, set())])
def test_a_refusal_that_stays_keeps_nothing_else_from_being_changed(opened, points, answers):
    """With 2 for x the 10 points of k0 are refused and count as none: 0 + 2 + 6. With v there are 9, and x is not to be touched."""
    rescorer = opened(REFUSED, {"A": {"x": 2, "v": 0}})
    found = smallest(rescorer, Target("points", Fraction(points)), domains_of(rescorer, ["x"]))
    assert (found.reached, found.is_proved, set(found.changes if found.reached else ())) == (bool(answers), True, answers)


def test_a_refusal_may_come_to_another_one(opened):
    """With 3 for x the points of k0 are refused as before, and k1 has 3: 9 with one answer, 10 with both."""
    rescorer = opened(REFUSED, {"A": {"x": 2, "v": 0}})
    found = smallest(rescorer, Target("points", Fraction(10)), domains_of(rescorer))
    assert (found.is_proved, found.changes) == (True, {"x": 3, "v": 1})
