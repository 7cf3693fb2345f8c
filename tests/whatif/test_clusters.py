"""Answers that are looked at together."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.clusters import BoxView, connected
from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import Line
from ictscore.whatif.problem import Posed, problem_of
from ictscore.whatif.reach import Reach

RULES = """
answers: {x: {type: count, max: 40}, y: {type: count, max: 9}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 9, formula: {kind: count, of: y, each: 1}}
  - {id: c, max_points: 20, formula: {kind: formula, expr: "if z then points(b) else 0"}}
"""


@pytest.fixture(scope="module")
def rescorer(opened):
    """Return a unit with 10 where the best has 20."""
    return opened(RULES, {"A": {"x": 10, "y": 4, "z": True}, "B": {"x": 20, "y": 1, "z": False}})


def clusters(rescorer):
    """Return the clusters by their answers."""
    found = problem_of(rescorer, Posed(Line(Fraction(30))), domains_of(rescorer)).clusters
    return {frozenset(each.answers): each for each in found}


def test_a_criterion_that_looks_at_the_points_of_another_is_of_its_cluster(rescorer):
    """C takes what b has: 4 + 4; with y 9 both have 9, without z only b."""
    cluster = clusters(rescorer)[frozenset("yz")]
    assert cluster.base == 8
    assert cluster.gain({"y": Fraction(9)}) == 18
    assert cluster.gain({"y": Fraction(9), "z": False}) == 9
    assert cluster.most({"y": (Fraction(0), Fraction(5)), "z": (True, False)}) >= 10


def test_a_value_measured_by_the_best_may_be_the_best_itself(rescorer):
    """10 of 20 are 5 points; 20 and more are all 10; up to 15 at most 7.5."""
    cluster = clusters(rescorer)[frozenset("x")]
    assert (cluster.base, cluster.gain({"x": Fraction(40)}), cluster.gain({"x": Fraction(15)})) == (5, 10, Fraction(15, 2))
    assert cluster.most({"x": (Fraction(0), Fraction(15))}) == Fraction(15, 2)


def test_the_best_of_a_group_while_an_answer_is_free(rescorer):
    """The best is 20, or what x becomes beyond it."""
    (node,) = rescorer.plan.extremes.values()
    assert BoxView(rescorer, {"x": (Fraction(0), Fraction(15))}).extreme(node) == Reach((20, 20))
    assert BoxView(rescorer, {"x": (Fraction(0), Fraction(40))}).extreme(node) == Reach((20, 40))


def test_an_answer_in_a_box(rescorer):
    """Free it is its span or its words; else what it is, or missing."""
    view = BoxView(rescorer, {"y": (Fraction(0), Fraction(5)), "z": (True, False)})
    assert view.answer("y").span == (0, 5)
    assert view.answer("z").words == {True, False}
    assert (view.answer("x").span, view.answer("q").blanks) == ((10, 10), {"missing"})


def test_connected_things_share_names():
    """a–b and b–d hang together, c does not; the names of a group are all of its things."""
    found = list(connected([frozenset("ab"), frozenset("c"), frozenset("bd")]))
    assert found == [([0, 2], frozenset("abd")), ([1], frozenset("c"))]
