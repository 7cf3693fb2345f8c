"""Texts and dates are never tried; whatever is proved without them says so."""

from __future__ import annotations

from ictscore.reports.whatif.json import limit_records
from ictscore.reports.whatif.proof import limit_words, proof_that_there_is_none
from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target
from ictscore.words import speak

RULES = """
answers: {t: text, x: percent}
criteria:
  - {id: a, max_points: 30, formula: {kind: formula, expr: "if given(t) then 30 else 0"}}
  - {id: b, max_points: 70, formula: {kind: ratio, of: x, over: 100, when_denominator_zero: zero}}
grades: {bands: [{name: A, from: 85}, {name: B}]}
"""
DATED = RULES.replace("t: text", "t: date, n: {type: count, max: 20}").replace(
    "criteria:", "criteria:\n  - {id: c, max_points: 20, formula: {kind: count, of: n, each: 1}}"
)


def test_that_nothing_reaches_a_target_is_said_with_the_text_that_stays(opened):
    """With x at 100 the unit has 70 of the 85, and nothing but the text brings more: with it there are 100. So the text is named."""
    found = smallest(opened(RULES, {"U": {"x": 100}}), Target("grade", "A"), domains_of(opened(RULES, {"U": {"x": 100}})))
    assert (found.reached, found.is_proved, list(found.limits)) == (False, True, ["t"])
    assert limit_records(found.limits) == [{"answer": "t", "stays": True}]
    speak("en")
    (said,) = proof_that_there_is_none(found, is_priced=False)
    assert said.startswith("Within the values tried (t as it is) – That there is none")
    speak("vi")
    assert limit_words(found.limits) == "t giữ nguyên"


def test_a_single_answer_is_not_denied_without_the_text(opened):
    """The text alone would turn the grade; that no single answer does holds with the text as it is only."""
    rescorer = opened(RULES, {"U": {"x": 100}})
    found = flips_of(rescorer, Target("grade", "A"), domains_of(rescorer), inside=False)
    assert (found.changes, found.is_proved, list(found.limits)) == ({}, True, ["t"])


def test_fewer_answers_are_not_denied_without_the_date(opened):
    """From 59.5 points (52.5 + 7) x and n are both needed (70 + 20); the date alone would bring 89.5, so it is named."""
    rescorer = opened(DATED, {"U": {"x": 75, "n": 7}})
    found = smallest(rescorer, Target("grade", "A"), domains_of(rescorer))
    assert (found.reached, found.is_proved, set(found.changes), list(found.limits)) == (True, True, {"x", "n"}, ["t"])


def test_one_answer_is_the_least_whatever_stays(opened):
    """A single change is the least without any word about values: without a change the target is not reached."""
    rescorer = opened(RULES, {"U": {"t": "12/QĐ", "x": 50}})
    found = smallest(rescorer, Target("grade", "A"), domains_of(rescorer))
    assert (found.reached, set(found.changes), found.limits) == (True, {"x"}, {})
