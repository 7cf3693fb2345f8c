"""What other units come to with other points where they are measured."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.lines import Mark
from ictscore.whatif.totals import NO_VALUE, other_of, whole_of

MEASURED = "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: %s}"
RULES = """
answers: {{x: {{type: count, max: 40}}, y: {{type: count, max: 20}}}}
criteria:
  - {{id: a, max_points: 10, formula: {zero}}}
  - {{id: b, max_points: 10, formula: {{kind: count, of: y, each: 1, cap: 10}}}}
{more}
"""
UNITS = {"A": {"x": 10, "y": 0}, "B": {"x": 20, "y": 9}}


def other(opened, more, policy="zero", measured="exact", units=None):
    """Return B as another unit than A, measured by x."""
    rescorer = opened(RULES.format(more=more, zero=MEASURED % policy), units or UNITS)
    unit = next(each for each in rescorer.books.assessment.units() if each.unit == "B")
    return other_of(rescorer, unit, Mark(measured, Fraction(0)))


@pytest.mark.parametrize(
    ("more", "measured", "values"),
    [
        ("", "exact", [19, 14, 19]),
        ("scale: {result: percent}", "exact", [95, 70, 95]),
        ("scale: {out_of: 50}", "total", [Fraction(95, 2), 35, Fraction(95, 2)]),
        ("scale: {out_of: 50}", "percent", [95, 70, 95]),
        ("bonus: {criteria: [{id: t, max_points: 4, formula: {kind: count, of: y, each: 1/3}}]}", "exact", [20, 17, 20]),
        ("deductions: {floor: 12, criteria: [{id: t, max_points: 9, formula: {kind: count, of: y, each: 1}}]}", "exact", [12, 12, 12]),
    ],
)
def test_points_that_are_lost_count_as_scoring_counts_them(opened, more, measured, values):
    """B has 10 + 9; with 5 for a 14. With a bonus of 3 that stops at 20 only 3 are lost. 9 taken off stop at 12, which 14 had, too."""
    found = other(opened, more, measured=measured)
    assert [found.value_with([Fraction(each)]) for each in (10, 5, 10)] == values
    assert found.highest == values[0]


@pytest.mark.parametrize(
    ("extra", "values"),
    [
        ("bonus: {{max_points: 3, above_maximum: true, criteria: [{{id: t, max_points: 8, formula: {measured}}}]}}", [22, 22, 20]),
        ("deductions: {{max_points: 3, criteria: [{{id: t, max_points: 8, formula: {measured}}}]}}", [16, 16, 18]),
    ],
)
def test_a_limit_holds_for_the_sum(opened, extra, values):
    """10 + 9, and 8 of a bonus or of deductions, of which 3 count: with 4 still 3, with 1 just 1."""
    found = other(opened, extra.format(measured=MEASURED % "zero"))
    assert [found.value_with([Fraction(10), Fraction(each)]) for each in (8, 4, 1)] == values
    assert found.highest == (22 if "bonus" in extra else 19)


def test_where_a_criterion_may_drop_out_a_bonus_stops_sooner(opened):
    """If a comes not to apply to B the maximum is 10, and 9 and a bonus of 3 are cut there: no more is said to be left."""
    bonus = "bonus: {criteria: [{id: t, max_points: 4, formula: {kind: count, of: y, each: 1/3}}]}"
    found = other(opened, bonus, policy="not_applicable")
    assert (found.may_drop, found.value_with([Fraction(0)]), found.highest) == (10, 10, 20)


def test_below_nothing_the_smaller_maximum_is_worse(opened):
    """−1 of 20 points is −5 percent; of 10 it would be −10: nothing is said of it."""
    taken = (
        "deductions: {floor: -10, criteria: [{id: t, max_points: 10, formula: {kind: count, of: y, each: 10/9}}]}\nscale: {result: percent}"
    )
    for policy, value in (("zero", -5), ("not_applicable", NO_VALUE)):
        assert other(opened, taken, policy=policy).value_with([Fraction(0)]) == value


def test_what_the_whole_is_of_a_value(opened):
    """Percent are of 100, another scale is of its own whole, points are points."""
    for more, wholes in (("", (None, 100)), ("scale: {result: percent}", (100, 100)), ("scale: {out_of: 50}", (50, 100))):
        rescorer = opened(RULES.format(more=more, zero=MEASURED % "zero"), UNITS)
        assert tuple(whole_of(rescorer, Mark(each, Fraction(0))) for each in ("total", "percent")) == wholes
