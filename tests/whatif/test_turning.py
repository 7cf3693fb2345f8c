"""A place among units that measure each other, where criteria of the unit may drop out: each way they can turn out is decided by itself."""

from __future__ import annotations

import pytest

from ictscore.whatif.domains import domains_of
from ictscore.whatif.effort import Effort
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target
from ictscore.whatif.wanted import to_reach

RULES = """
answers: {{x: {{type: count, max: 10}}, h: {{type: count, max: 8}}, y: {{type: count, max: 10}}}}
criteria:
  - {{id: a, max_points: 10, formula: {{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}}}
  - {{id: b, max_points: 10, formula: {{kind: count, of: h, each: 1, cap: {cap}}}, not_applicable: {{when: h = 8, then: drop}}}}
  - {{id: c, max_points: 10, formula: {{kind: count, of: y, each: 1}}}}
ranking: {{on: percent}}
"""
UNITS = {"A": {"x": 1, "h": 0, "y": 3}, "B": {"x": 5, "h": 5, "y": 10}}
"""A has 5 of 30. B has 25, and with 10 for the x of A only 5 for its own: 20 of 30."""


def found_for(opened, cap, effort=None):
    """Return what is found for the first place when y stays."""
    rescorer = opened(RULES.format(cap=cap), UNITS)
    return smallest(rescorer, Target("rank", 1), domains_of(rescorer, ["y"]), effort=effort or Effort())


def test_a_set_whose_best_drops_a_criterion_and_fails_may_do_it_while_it_applies(opened):
    """Where b drops out A has 13 of 20, 65 %, and is behind; 7 for h makes 20 of 30, level with B: both are first."""
    found = found_for(opened, cap=7)
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"x": 10, "h": 7})


def test_that_none_of_a_set_does_it_is_proved_in_each_case(opened):
    """With 6 at most for b A comes to 19 of 30, or without it to 13 of 20; B has no less than 20 of 30."""
    found = found_for(opened, cap=6)
    assert (found.reached, found.is_proved, found.doubts) == (False, True, ())


def test_more_cases_than_are_looked_at_stay_open(opened, monkeypatch):
    """That b applies or that it drops out: these are two cases. Where only one may be looked at, it is said that scoring alone tells."""
    monkeypatch.setattr("ictscore.whatif.effort.MOST_CASES", 1)
    found = found_for(opened, cap=6)
    assert (found.is_proved, [each.why for each in found.doubts]) == (False, ["scoring"])
    assert found_for(opened, cap=6, effort=Effort(2)).is_proved


@pytest.mark.parametrize(("ranking", "is_turning"), [("percent", True), ("total", False)])
def test_only_where_a_maximum_counts_is_anything_turned(opened, ranking, is_turning):
    """In points a place is worth what it falls, whatever applies."""
    rescorer = opened(RULES.format(cap=6).replace("on: percent", f"on: {ranking}"), UNITS)
    [wanted] = to_reach(rescorer, Target("rank", 1), domains_of(rescorer))
    assert (wanted.turning is not None) is is_turning


@pytest.mark.parametrize(("dropping", "decided"), [("ab", {}), ("abc", None)])
def test_nothing_is_claimed_of_a_case_in_which_nothing_applies(opened, dropping, decided):
    """Of a maximum of 0 no points are a share: that case stays open. As long as c applies with its 10 points, every case is decided."""
    rules, drop = RULES.format(cap=6), ", not_applicable: {when: h = 8, then: drop}}"
    rules = rules.replace("when_all_zero: zero}}", "when_all_zero: zero}" + drop)
    rescorer = opened(rules.replace("of: y, each: 1}}", "of: y, each: 1}" + drop) if "c" in dropping else rules, UNITS)
    [wanted] = to_reach(rescorer, Target("rank", 1), domains_of(rescorer, ["y"]))
    assert wanted.turning is not None
    assert wanted.turning.decided([("x",), ("h",)], lambda _: False) == decided
