"""Bounds that nobody can reach, and numbers written with the wrong sign, are refused before a round starts."""

import pytest

from ictscore.errors import RulebookRefused

HEAD = """
groups: [{id: g, name: Nhóm}]
answers:
  a: {label: A, type: count, measure: người}
  b: {label: B, type: count, measure: người}
  m: {label: M, type: number, measure: triệu đồng}
"""


def _criterion(formula):
    return HEAD + f"criteria: [{{id: c, max_points: 10, formula: {formula}}}]\n"


def _codes(rules, text):
    try:
        rules(text)
    except RulebookRefused as refused:
        return [each.code for each in refused.findings if each.severity == "error"]
    return []


def test_a_share_of_sixty_is_asked_about(rules):
    """60 people of 100 is a share of 0.6; from: 60 on people over people can never be reached."""
    steps = "{kind: steps, of: a, over: b, when_denominator_zero: zero, steps: [{from: 60, share: 1}], otherwise: 0}"
    assert _codes(rules, _criterion(steps)) == ["RB312"]


def test_money_per_head_may_pass_one(rules):
    """From 2 million a head on is a bound like any other: the two sides are counted in different measures."""
    steps = "{kind: steps, of: m, over: b, when_denominator_zero: zero, steps: [{from: 2, share: 1}], otherwise: 0}"
    assert _codes(rules, _criterion(steps)) == []


@pytest.mark.parametrize(
    "formula",
    [
        "{kind: ratio, of: a, over: b, when_denominator_zero: zero, zero_below: 80}",
        "{kind: ratio, of: a, over: b, when_denominator_zero: zero, zero_below: 80%, target: 50%}",
        "{kind: count, of: a, each: -1}",
        "{kind: deduct, each: [{of: a, points: -1}], floor: 0}",
    ],
)
def test_numbers_that_turn_a_rule_round_are_refused(rules, formula):
    """A dead zone of 80 instead of 80 %, or above the target; a count that takes off; a deduction that adds."""
    assert _codes(rules, _criterion(formula)) == ["RB107"]


def test_a_grade_beyond_the_scale_is_refused(rules):
    """Tốt from 180 on a scale of 10 points is a slip."""
    grades = "grades: {bands: [{name: Tốt, from: 180}, {name: Đạt}]}\n"
    assert _codes(rules, _criterion("{kind: yes_no, of: a > 0}") + grades) == ["RB313"]


def test_an_award_for_nobody_is_refused(rules):
    """An award with 0 positions cannot be meant."""
    awards = "awards: [{id: w, name: Bằng khen, positions: 0}]\n"
    assert _codes(rules, _criterion("{kind: yes_no, of: a > 0}") + awards) == ["RB104"]
