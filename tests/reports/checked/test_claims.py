"""Promises about the points units give themselves: told where they differ from what the answers give, and never counted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.reports.checked.claims import about_claims, claims_in
from ictscore.scoring.assess import assess

RULES = """
answers:
  co: {label: Có, type: yes_no}
  phan: {label: Phần, type: count}
  tong: {label: Tổng, type: count}
stages: [{id: self, name: Tự chấm}, {id: appraised, name: Thẩm định}]
criteria:
  - {id: a, number: "1", name: Một, max_points: 5, formula: {kind: yes_no, of: co}}
  - {id: b, number: "2", name: Hai, max_points: 10, formula: {kind: ratio, of: phan, over: tong, when_denominator_zero: zero}}
"""


@pytest.fixture
def claims(outcome):
    """Return what units of these answers and points claim, and what is said of it."""

    def make(units, text=RULES):
        made = outcome(text, units)
        rulebook = made.told.rulebook
        found = claims_in(rulebook, made.survey, assess(rulebook, made.survey, "self"))
        return found, list(about_claims(found))

    return make


def _unit(a=None, b=None, **answers):
    points = {name: value for name, value in (("a", a), ("b", b)) if value is not None}
    return {"co": True, "phan": 2, "tong": 3, **answers, "@points": {"self": points}}


def test_points_that_agree_are_counted_and_not_told(claims):
    """Twenty thirds claimed as 6.67, as the form shows them, is no difference."""
    found, told = claims({"Sở A": _unit(a=5, b="6.67")})
    assert [(each.compared, each.differing) for each in found] == [(2, ())]
    assert told == []


def test_a_difference_is_told_once_for_a_unit(claims):
    """One note for each unit, at the largest difference, with all of them, the largest first."""
    found, told = claims({"Sở A": _unit(a=4, b=10), "Sở B": _unit(a=5)})
    assert [(claim.criterion.id, claim.difference) for claim in found[0].differing] == [("b", Fraction(333, 100)), ("a", Fraction(-1))]
    assert [(each.code, each.severity) for each in told] == [("SC110", "note")]
    assert told[0].message == (
        "“Sở A” gives itself other points than its answers give. Criteria: 2 of 2; 2 Hai: 10 instead of 6.67; 1 Một: 4 instead of 5."
    )


def test_decimals_of_the_rulebook_decide(claims):
    """Where the rulebook rounds criteria to one decimal, 6.7 is what the answers give."""
    _, told = claims({"Sở A": _unit(b="6.7")}, RULES + "rounding: {criterion: 1, total: 2}\n")
    assert told == []


def test_a_claim_for_an_unanswered_question_is_told(claims):
    """Points claimed for what was not answered stand against none."""
    found, _ = claims({"Sở A": {"phan": 2, "tong": 3, "@points": {"self": {"a": 5}}}})
    assert [(claim.claimed, claim.computed) for claim in found[0].differing] == [(5, 0)]


def test_who_claims_nothing_is_not_told(claims):
    """A unit without points of its own is no line."""
    assert claims({"Sở A": _unit()}) == ((), [])


def test_claims_are_held_against_the_answers_not_against_reviewers(outcome):
    """Where reviewers gave other points, the unit's are still compared with what its answers give."""
    unit = {"co": True, "phan": 2, "tong": 3, "@points": {"self": {"a": 5}, "appraised": {"a": 1}}}
    made = outcome(RULES, {"Sở A": unit}, stage="appraised")
    assert not [each for each in made.told.findings if each.code == "SC110"]
    assert made.told.groups[0].units[0].score.criteria[0].points == 1


def test_scoring_tells_it_and_counts_nothing(outcome):
    """Scoring notes the difference; the points are those of the answers."""
    made = outcome(RULES, {"Sở A": _unit(a=1)})
    assert [each.code for each in made.told.findings if each.code == "SC110"] == ["SC110"]
    assert made.told.groups[0].units[0].score.criteria[0].points == 5
