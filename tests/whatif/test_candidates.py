"""Combinations looked at closer and closer, then scored."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.candidates import Candidates
from ictscore.whatif.domains import domains_of
from ictscore.whatif.options import Count
from ictscore.whatif.targets import Target
from ictscore.whatif.wanted import to_reach

RULES = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}, z: yes_no}
criteria:
  - {id: a, max_points: 9, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 9, formula: {kind: count, of: y, each: 1}}
grades: {bands: [{name: A, from: 10, requires: points(a) <= 3}, {name: B}]}
"""


def candidates(opened, target, at_most=None, rules=RULES):
    """Return what can be tried for a unit with 3 and 4 points."""
    rescorer = opened(rules, {"A": {"x": 3, "y": 4}})
    wanted = to_reach(rescorer, target, domains_of(rescorer))[0]
    return Candidates(rescorer, wanted, Count(), at_most)


def test_single_answers_are_tried_one_by_one(opened):
    """12 points: x alone, y alone, never both."""
    found = candidates(opened, Target("points", Fraction(12)), 1)
    assert [set(changes) for _, changes in found.reaching()] == [{"x"}, {"y"}]
    assert found.doubts == []


def test_what_cannot_bring_enough_is_never_scored(opened):
    """19 are out of reach: nothing is tried, nothing is in doubt. What comes nearest has 9 each."""
    found = candidates(opened, Target("points", Fraction(19)))
    assert (list(found.reaching()), found.tried, found.doubts) == ([], 0, [])
    assert found.nearest() == {"x": 9, "y": 9}


def test_what_fails_although_it_brings_enough_is_decided_value_by_value(opened):
    """Grade A refuses who has more than 3 in a: x at its best is refused, and so is each of its nine other values. Nothing is in doubt."""
    found = candidates(opened, Target("grade", "A"), 1)
    assert [set(changes) for _, changes in found.reaching()] == [{"y"}]
    assert found.doubts == []


def test_values_too_many_to_be_scored_leave_a_doubt(opened):
    """Of hundred values of x the best alone is scored: that no other would do is not known from that."""
    found = candidates(opened, Target("grade", "A"), 1, RULES.replace("max: 9", "max: 99"))
    assert [set(changes) for _, changes in found.reaching()] == [{"y"}]
    assert [(each.cost, each.why) for each in found.doubts] == [(1, "scoring")]


def test_of_values_that_sums_do_not_tell_apart_each_is_scored(opened):
    """Grade A wants 5 or 6 in a: the best of x, 9, is refused, but 5 is found."""
    rules = RULES.replace("from: 10, requires: points(a) <= 3", "from: 4, requires: points(a) >= 5 and points(a) < 7")
    found = candidates(opened, Target("grade", "A"), 1, rules)
    assert [changes for _, changes in found.reaching()] == [{"x": 5}]
