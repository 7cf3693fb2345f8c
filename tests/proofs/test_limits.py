"""Promises about limits of bonus and deductions where criteria are rounded."""

from __future__ import annotations

import pytest

from ictscore.cases.mutants import all_slips, mutate
from ictscore.proofs.prove import prove

RULES = """
answers: {x: count, y: count}
rounding: {criterion: %s}
criteria: [{id: k, max_points: 5, formula: {kind: count, of: x, each: 1}}]
bonus:
  max_points: 1.5
  above_maximum: true
  criteria:
    - {id: t, max_points: 0.6, formula: {kind: count, of: x, each: 0.6}%s}
    - {id: u, max_points: 0.6, formula: {kind: count, of: y, each: 0.6}}
"""
HANDED_ON = ", not_applicable: {when: x = 1, then: redistribute_equally}"


@pytest.mark.parametrize(
    ("places", "policy", "is_idle"),
    [("none", "", True), ("none", HANDED_ON, True), ("1", "", True), ("0", "", False), ("0", HANDED_ON, False)],
)
def test_a_limit_is_idle_where_nothing_passes_it_as_rounded(rules, places, policy, is_idle):
    """By hand: 0.6 and 0.6 make 1.2, under 1.5; rounded to whole points they make 2, and the limit takes half a point."""
    loaded = rules(RULES % (places, policy))
    assert ("RB717" in {each.finding.code for each in prove(loaded, loaded.findings).doubts}) is is_idle
    limits = [each for each in mutate(loaded, [], all_slips(loaded)).mutants if each.slip.path == ("bonus", "max_points")]
    assert {each.fate for each in limits} == ({"equivalent"} if is_idle else {"survived"})


EXCLUDING = """
answers: {z: yes_no}
rounding: {%s}
criteria:
  - {id: a, max_points: 3, formula: {kind: yes_no, of: z, yes: 2.5, no: 0}}
  - {id: b, max_points: 3, formula: {kind: yes_no, of: not z, yes: 3, no: 2.5}}
"""


@pytest.mark.parametrize(("rounding", "told"), [("total: 2", True), ("criterion: 0", False), ("section: 0", False)])
def test_what_rounding_makes_up_for_is_not_excluded(rules, rounding, told):
    """By hand: of 2.5 + 3 a unit gets 5 at most, whatever it says; with criteria rounded 3 + 3."""
    loaded = rules(EXCLUDING % rounding)
    assert ("RB718" in {each.finding.code for each in prove(loaded, loaded.findings).doubts}) is told
