"""Values that were not tried, and the claims that hang on them; worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

FAR = """
answers: {x: count, y: yes_no, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 0.01}}
  - {id: b, max_points: 1, formula: {kind: yes_no, of: y}}
  - {id: c, max_points: 1, formula: {kind: yes_no, of: z}}
"""


def test_a_claim_names_the_values_it_was_tried_within(opened):
    """0.01 points now; x is tried to 100, which brings 1. For 2 points y and z are two answers, but x = 200 alone would do.

    For 13 points nothing does, whatever x: 10 + 1 + 1 is all there is.
    """
    rescorer = opened(FAR, {"A": {"x": 1, "y": False, "z": False}})
    domains = domains_of(rescorer)
    two = smallest(rescorer, Target("points", Fraction(2)), domains)
    assert (two.reached, len(two.changes), two.is_proved, list(two.limits)) == (True, 2, True, ["x"])
    five, thirteen = (smallest(rescorer, Target("points", Fraction(each)), domains) for each in (5, 13))
    assert (five.reached, five.is_proved, list(five.limits)) == (False, True, ["x"])
    assert (thirteen.reached, thirteen.is_proved, list(thirteen.limits)) == (False, True, [])


def test_single_answers_name_them_too(opened):
    """No single answer brings 5 points: x to 100 brings 1. Only 500 would, so it is named; y and z bring a point each at most."""
    rescorer = opened(FAR, {"A": {"x": 1, "y": False, "z": False}})
    found = flips_of(rescorer, Target("points", Fraction(5)), domains_of(rescorer), inside=False)
    assert (found.count, found.is_proved, list(found.limits)) == (0, True, ["x"])


DECLARED = """
answers: {k: {type: count, max: 1, not_applicable: true}, y: {type: count, max: 5}}
criteria:
  - {id: a, max_points: 5, not_applicable: {declared: true, then: drop}, formula: {kind: count, of: k, each: 1}}
  - {id: b, max_points: 5, formula: {kind: count, of: y, each: 1}}
scale: {result: percent}
"""


def test_what_could_be_declared_not_applicable_is_named(opened):
    """0 and 4 of 10: 40 %, with k and y at their best 60 %. Where k does not apply, 4 of 5 are 80 % at once; past 100 % is nothing."""
    rescorer = opened(DECLARED, {"A": {"k": 0, "y": 4}})
    many, more = (smallest(rescorer, Target("points", Fraction(each)), domains_of(rescorer)) for each in (80, 101))
    assert (many.reached, many.is_proved, list(many.limits)) == (False, True, ["k"])
    assert (more.reached, more.is_proved, list(more.limits)) == (False, True, [])


SPREAD = """
answers: {x: {type: yes_no, not_applicable: true}, y: {type: yes_no, not_applicable: true}, z: yes_no}
criteria:
  - {id: a, max_points: 10, not_applicable: {declared: true, then: full}, formula: {kind: yes_no, of: x, yes: 6}}
  - {id: b, max_points: 6, not_applicable: {declared: true, then: redistribute_equally}, formula: {kind: yes_no, of: y}}
  - {id: c, max_points: 4, formula: {kind: yes_no, of: z}}
"""


def test_what_could_be_declared_beside_points_that_are_spread_is_named(opened):
    """Y does not apply, so that a is worth 13 and c 7, and none of it is had. For 10 points x and z are two answers: 7.8 and 7.

    Were x declared not applicable, a would be full, 10 points at once; then all 6 of b go to c, and z brings the other 10.
    """
    rescorer = opened(SPREAD, {"A": {"x": False, "y": "n/a", "z": False}})
    ten, fifteen = (smallest(rescorer, Target("points", Fraction(each)), domains_of(rescorer)) for each in (10, 15))
    assert (ten.reached, len(ten.changes), ten.is_proved, list(ten.limits)) == (True, 2, True, ["x"])
    assert (fifteen.reached, fifteen.is_proved, list(fifteen.limits)) == (False, True, ["x"])
    found = flips_of(rescorer, Target("points", Fraction(10)), domains_of(rescorer), inside=False)
    assert (found.count, found.is_proved, list(found.limits)) == (0, True, ["x"])
