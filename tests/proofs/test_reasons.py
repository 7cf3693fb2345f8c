"""Promises about the reason why nobody can have a grade or an award: it is true for every group it is told of."""

from __future__ import annotations

import pytest

from ictscore.proofs.prove import prove

RULES = """
groups: [{id: g, max_points: 3}, {id: h, max_points: 13}%s]
answers: {x: {type: count, max: 3}, y: {type: count, max: 9}}
criteria:
  - {id: a, max_points: 3, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, applies_to: [h], formula: {kind: count, of: y, each: 1}}
grades: {bands: [{name: T, from: %s, requires: %s}, {name: K}]}
awards: [{id: w, quota: 1, ties: all, minimum: %s, requires: %s}]
"""


@pytest.fixture
def reasons(rules):
    """Return the reasons of RB708 and RB709 under the rules with this bound, this condition and these further groups."""

    def make(bound, condition, more=""):
        loaded = rules(RULES % (more, bound, condition, bound, condition))
        found = {each.finding.code: each.finding.values for each in prove(loaded, loaded.findings, incentives=False).doubts}
        return [_said(found[code]["reason"]) for code in ("RB708", "RB709")], str(found["RB709"]["example"])

    return make


def _said(reason):
    return tuple(map(str, reason)) if isinstance(reason, tuple) else str(reason)


def test_a_condition_that_never_holds_is_the_reason_in_all_groups(reasons):
    """Nobody has x above 3, so nobody meets x > 3, though a total of 8 can be had in the second group, where 12 is the most."""
    assert reasons(8, "x > 3") == (["its condition never holds"] * 2, "y = 9, x = 3 → a total of 12")


def test_the_most_of_all_groups_is_told_where_no_total_is_enough(reasons):
    """3 points in the first group, 3 and 9 in the second: nobody passes 12."""
    assert reasons(13, "x >= 1")[0] == ["no total passes 12"] * 2


def test_groups_with_reasons_of_their_own_are_told_one_by_one(reasons):
    """A total of at most 10 leaves no total of 11 in the second group; the first has 3 at most, whatever it answers."""
    own = ("group g: no total passes 3", "group h: no unit with such a total meets its condition")
    assert reasons(11, "total <= 10")[0] == [own, own]


def test_a_group_that_is_not_ranked_is_told_beside_the_others(reasons):
    """Awards go by ranks: a group without them wins none, whatever its total."""
    assert reasons(13, "x >= 1", ", {id: k, max_points: 3, ranked: false}")[0][1] == ("group k is not ranked", "no total passes 12")
