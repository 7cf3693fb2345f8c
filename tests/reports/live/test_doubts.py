"""What a live workbook names as doubtful: what stands on a bound with endless decimals, and what lies nearer to it than formulas see."""

from __future__ import annotations

from fractions import Fraction

from ictscore.reports.live.build import live_workbook
from ictscore.reports.live.doubts import Doubts, nearness_of
from ictscore.reports.outcome import score_survey


def test_ties_on_thirds_are_named(rules, make_survey):
    """Two units with 10/3 points each are tied on a number whose decimals do not end: the tie is named, and no more than that."""
    loaded = rules("""
rounding: {total: none}
ranking: {on: exact}
answers: {a: count, b: count}
criteria: [{id: a, max_points: 10, formula: {kind: ratio, of: a, over: b, when_denominator_zero: zero}}]
""")
    made = live_workbook(score_survey(loaded, make_survey({"A": {"a": 1, "b": 3}, "B": {"a": 2, "b": 6}}), command="x"))
    assert [each.code for each in made.findings()] == ["SC260"]


def test_a_hair_s_breadth_is_named(rules, make_survey):
    """A total that misses a grade by less than formulas see is named with both numbers; nothing is left to chance silently."""
    loaded = rules("""
rounding: {total: none}
answers: {a: number, b: number}
criteria: [{id: a, max_points: 10, formula: {kind: ratio, of: a, over: b, when_denominator_zero: zero}}]
grades: {bands: [{name: Tốt, from: 5}, {name: Kém}]}
""")
    survey = make_survey({"A": {"a": Fraction(49999999999), "b": Fraction(100000000000)}})
    found = [each for each in live_workbook(score_survey(loaded, survey, command="x")).findings() if each.code == "SC261"]
    assert [each.values["unit"] for each in found] == ["A"]
    assert found[0].values["bound"] == 5


def test_nearness():
    """On a bound with decimals that end: nothing to say. Within a thousand-millionth of it: near. Large numbers are near sooner."""
    assert nearness_of(Fraction("85.1"), Fraction("85.1")) is None
    assert nearness_of(Fraction(1, 3), Fraction(1, 3)) == "on"
    assert nearness_of(Fraction(1, 2), Fraction(1, 2) + Fraction(1, 10**10)) == "near"
    assert nearness_of(Fraction(1, 2), Fraction(1, 2) + Fraction(1, 10**8)) is None
    assert nearness_of(Fraction(10**12) + Fraction(1, 10), Fraction(10**12) + Fraction(1, 10)) == "near"


def test_rounding_doubts():
    """A number is doubtful where it lies beside a turn of rounding, not on it: on it, the formulas take the noise off first."""
    doubts = Doubts()
    doubts.rounding(0, "x", Fraction("0.125"), 2, "half_up")
    doubts.rounding(0, "x", Fraction("0.12499999999"), 2, "half_up")
    doubts.rounding(0, "x", Fraction("0.13000000001"), 2, "up")
    doubts.rounding(0, "x", Fraction(1, 3), 2, "half_up")
    assert [each.bound for each in doubts.found] == [Fraction("0.125"), Fraction("0.13")]
