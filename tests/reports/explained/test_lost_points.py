"""Promises about lost points: they are what a unit lacks to its maximum, the most first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.reports.explained.lost_points import lost_points

RULES = """
id: mat
answers: {x: {label: X, type: count}, y: {label: Y, type: count}, z: {label: Z, type: count}}
groups: [{id: g, max_points: 20}]
criteria:
  - {id: a, number: "1", max_points: 10, formula: {kind: count, of: x, each: 1}}
  - id: b
    number: "2"
    max_points: 10
    parts:
      - {id: b1, number: "2.1", max_points: 4, formula: {kind: count, of: y, each: 1}}
      - {id: b2, number: "2.2", max_points: 6, formula: {kind: count, of: y, each: 1}}
bonus: {max_points: 5, criteria: [{id: them, max_points: 5, formula: {kind: count, of: z, each: 1}}]}
deductions: {criteria: [{id: tru, max_points: 3, formula: {kind: count, of: z, each: 1}}]}
"""


@pytest.fixture
def unit(rules, score):
    """Return what scores one unit."""
    book = rules(RULES)

    def make(**answers):
        result = score(book, {"A": answers})
        return book.rulebook, result.units()[0]

    return make


def test_the_most_comes_first_and_ties_stand_as_in_the_rulebook(unit):
    """7 of 10, 3 of 4 and 3 of 6: lost are 3, 1 and 3; the first criterion stands before the later one with as much."""
    lost = lost_points(*unit(x=7, y=3, z=0))
    assert [(each.number, each.points, each.earned, each.most) for each in lost] == [("1", 3, 7, 10), ("2.2", 3, 3, 6), ("2.1", 1, 3, 4)]


def test_bonus_points_not_earned_are_not_lost_but_deductions_are(unit):
    """With everything reached, two points deducted are all that is lost, whatever the bonus might still have given."""
    (lost,) = lost_points(*unit(x=10, y=6, z=2))
    assert (lost.criterion, lost.points, lost.is_deducted) == ("tru", 2, True)


def test_deductions_beyond_what_counts_share_what_does(rules, score):
    """Of 3 and 1 deducted at most 2 count: 3/2 and 1/2 are lost, and the total falls by 2."""
    book = rules(
        """
id: mat
answers: {x: {label: X, type: count}, z: {label: Z, type: count}}
groups: [{id: g, max_points: 10}]
criteria: [{id: a, number: "1", max_points: 10, formula: {kind: count, of: x, each: 1}}]
deductions:
  max_points: 2
  criteria:
    - {id: tru, max_points: 5, formula: {kind: count, of: z, each: 1}}
    - {id: phat, max_points: 5, formula: {kind: count, of: x, each: 1/10}}
"""
    )
    unit = score(book, {"A": {"x": 10, "z": 3}}).units()[0]
    assert unit.exact_total == 8
    lost = [(each.criterion, each.points) for each in lost_points(book.rulebook, unit)]
    assert lost == [("tru", Fraction(3, 2)), ("phat", Fraction(1, 2))]


def test_deductions_that_the_floor_stops_take_no_more_than_they_take(rules, score):
    """2 of 10 points, 3 deducted down to a floor of 1: 8 are lost in the section and 1 by the deduction, and 1 point is left."""
    book = rules(
        """
id: mat
answers: {x: {label: X, type: count}, z: {label: Z, type: count}}
groups: [{id: g, max_points: 10}]
criteria: [{id: a, number: "1", max_points: 10, formula: {kind: count, of: x, each: 1}}]
deductions: {floor: 1, criteria: [{id: tru, max_points: 5, formula: {kind: count, of: z, each: 1}}]}
"""
    )
    unit = score(book, {"A": {"x": 2, "z": 3}}).units()[0]
    assert unit.exact_total == 1
    assert [(each.criterion, each.points) for each in lost_points(book.rulebook, unit)] == [("a", 8), ("tru", 1)]


def test_what_is_lost_and_what_is_earned_is_the_maximum(unit):
    """The points of the sections and those lost in them make 20."""
    rulebook, score = unit(x=4, y=1, z=1)
    lost = sum((each.points for each in lost_points(rulebook, score) if not each.is_deducted), Fraction(0))
    assert lost + sum(each.points for each in score.sections) == 20


def test_a_missing_answer_is_named(unit):
    """Points lost because nothing was answered say so."""
    lost = lost_points(*unit(y=6, z=0))
    assert [(each.criterion, each.points, each.status) for each in lost] == [("a", 10, "missing")]
