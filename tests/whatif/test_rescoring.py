"""One unit scored again with other answers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.rescoring import CHANGED, changed, extreme

RULES = """
answers: {x: {type: count, max: 40}, y: {type: count, max: 40}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 5, formula: {kind: yes_no, of: z}}
grades: {bands: [{name: A, from: 8}, {name: B}]}
"""
UNITS = {"A": {"x": 10, "y": 1, "z": False}, "B": {"x": 20, "y": 1, "z": True}}


@pytest.fixture(scope="module")
def rescorer(opened):
    """Return a unit with 5 points, behind one with 15."""
    return opened(RULES, UNITS)


def test_a_change_leaves_the_survey_as_it_was(rescorer):
    """Only the new submission has it, at the stage that is scored."""
    (mine, _) = rescorer.books.survey.submissions
    new = changed(mine, {"x": Fraction(30)}, "self")
    assert (new.answer("x", "self").value, new.answer("x", "self").place) == (30, CHANGED)
    assert mine.answer("x", "self").value == 10


def test_everybody_moves_where_the_best_does(rescorer):
    """With 40 A has 10 points and B 20/40 · 10 + 5 = 10."""
    assessment = rescorer.assess({"x": Fraction(40)})
    assert {each.unit: each.total for each in assessment.units()} == {"A": 10, "B": 10}
    assert rescorer.standing({"x": Fraction(40)}).rank == 1
    assert rescorer.measures_others(["x"])
    assert not rescorer.measures_others(["y", "z"])


def test_a_unit_alone_has_its_points_and_no_rank(rescorer):
    """5 for x and 5 for z: grade A, whoever is first."""
    unit = rescorer.alone({"z": True})
    assert (unit.total, unit.grade, unit.rank) == (10, "A", None)
    assert rescorer.judged({"z": True}).scored.total == 10


def test_parts_and_wholes_agree_or_do_not(opened):
    """5 of 4 is refused, unless it was so before; where points are capped scoring only warns of it."""
    rules = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}}
criteria: [{id: a, max_points: 5, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]
"""
    capped = rules.replace("over: y", "over: y, above_one: cap")
    assert opened(capped, {"A": {"x": 2, "y": 4}}).agree({"x": Fraction(5)})
    assert not opened(rules, {"A": {"x": 2, "y": 4}}).agree({"x": Fraction(5)})
    assert opened(rules, {"A": {"x": 5, "y": 4}}).agree({"x": Fraction(6)})


def test_an_extreme_counts_numbers_only(rescorer):
    """Of nothing there is none."""
    (node,) = rescorer.plan.extremes.values()
    assert (extreme(node, [Fraction(3), True, Fraction(5)]), extreme(node, [])) == (5, None)


@given(rulebooks(), ANSWERS, ANSWERS, ANSWERS)
def test_the_short_ways_give_what_the_whole_assessment_gives(opened, text, mine, theirs, other):
    """Whatever changes: points, grade and rank are those that scoring everybody anew gives; alone a unit meets no quota of a grade."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    changes = {name: value if isinstance(value, (bool, str)) else Fraction(value) for name, value in other.items() if name in asked}
    whole = rescorer.unit_in(rescorer.assess(changes))
    assert rescorer.standing(changes) == whole
    alone = rescorer.alone(changes)
    assert (alone.exact_total, alone.total, alone.percent) == (whole.exact_total, whole.total, whole.percent)
    if "quota: {share" in text:  # bands are named from A, the best, to D: a quota sends a unit down, never up
        assert alone.grade <= whole.grade
    else:
        assert alone.grade == whole.grade
    assert rescorer.total(changes).rounded == whole.total


@given(rulebooks(), ANSWERS, ANSWERS, st.sampled_from("xyw"), st.integers(0, 3))
def test_short_cuts_say_what_scoring_everybody_says(opened, text, mine, theirs, name, value):
    """Rank, points, grade and awards with a change are those of the whole engine, whether or not others were scored for them."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {each: said[each] for each in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    assume(name in asked)
    changes = {name: Fraction(value)}
    assert rescorer.standing(changes) == rescorer.unit_in(rescorer.assess(changes)) == rescorer.anew(changes)[0]
