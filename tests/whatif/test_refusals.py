"""What reading and scoring find in changed answers, and did not find before."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.refusals import found_with

RULES = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}}
criteria: [{id: a, max_points: 5, formula: {kind: ratio, of: x, over: y, when_denominator_zero: error}}]
"""


def codes(opened, rules, unit, **changes):
    """Return the codes that are found with changes."""
    return [each.code for each in found_with(opened(rules, {"A": unit}), {name: Fraction(each) for name, each in changes.items()})]


def test_errors_and_warnings_are_those_of_a_survey(opened):
    """3 of 2 is an error, and brings no points; where these are capped it is a warning. Of 0 there is no value, an error of the result."""
    capped = RULES.replace("over: y,", "over: y, above_one: cap,")
    unit = {"x": 1, "y": 2}
    assert codes(opened, RULES, unit, x=2) == []
    assert codes(opened, RULES, unit, x=3) == ["SV301", "SC101"]
    assert codes(opened, capped, unit, x=3) == ["SV302"]
    assert codes(opened, RULES, unit, x=0, y=0) == ["SC101"]


def test_what_stood_in_the_survey_is_not_told_again(opened):
    """4 of 2 was an error before; 3 of 2 is the same one."""
    assert codes(opened, RULES, {"x": 4, "y": 2}, x=3) == []
