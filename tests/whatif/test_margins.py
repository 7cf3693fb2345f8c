"""Lines, who stands near them, and the single answers that would turn it around; worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.margins import Closeness, margins_of

RULES = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 5, formula: {kind: count, of: y, each: 0.5}}
  - {id: c, max_points: 2, formula: {kind: yes_no, of: z}}
grades: {bands: [{name: Tốt, from: 12}, {name: Yếu}]}
awards: [{id: bk, positions: 1}]
"""
UNITS = {
    "A": {"x": 10, "y": 5, "z": True},  # 14.5
    "B": {"x": 9, "y": 6, "z": True},  # 14
    "C": {"x": 6, "y": 8, "z": False},  # 10
    "D": {"x": 1, "y": 0, "z": False},  # 1
}


def lines(opened, closeness=Closeness()):  # noqa: B008 - it is frozen
    """Return the lines of the group by their names."""
    rescorer = opened(RULES, UNITS)
    return {each.target.value: each for each in margins_of(rescorer.books, rescorer.books.assessment.groups[0], closeness)}


def told(line):
    """Return what is told of the units near a line."""
    return [(each.standing.unit.unit, each.standing.inside, abs(each.standing.gap), dict(each.flips.changes) or None) for each in line.near]


def test_an_award_is_won_by_half_a_point(opened):
    """A leads B by 0.5. A loses it, or has it left open by a tie, with 14 or less: x from 10 to 9 (13.5) changes a tenth, y to 4 a fifth.

    B wants more than 14.5: x from 9 to 10 changes a tenth, y from 6 to 8 a quarter. C wants 4.5 more and x brings 4 at most, y 1, z 2.
    """
    assert told(lines(opened)["bk"]) == [
        ("A", True, Fraction(1, 2), {"x": 9}),
        ("B", False, Fraction(1, 2), {"x": 10}),
        ("C", False, Fraction(9, 2), None),
        ("D", False, Fraction(27, 2), None),
    ]


def test_a_grade_is_won_by_points(opened):
    """Tốt from 12: B has 2 to spare and loses it with x 6 (11); A 2.5, with x 7 (11.5). C lacks 2: x 8 makes 12."""
    assert told(lines(opened)["Tốt"]) == [
        ("B", True, Fraction(2), {"x": 6}),
        ("C", False, Fraction(2), {"x": 8}),
        ("A", True, Fraction(5, 2), {"x": 7}),
        ("D", False, Fraction(11), None),
    ]


def test_how_near_is_near_can_be_said(opened):
    """One on either side; or all within 2 points."""
    assert [each.standing.unit.unit for each in lines(opened, Closeness(nearest=1))["Tốt"].near] == ["B", "C"]
    assert [each.standing.unit.unit for each in lines(opened, Closeness(within=Fraction(2)))["Tốt"].near] == ["B", "C"]


def test_that_no_single_answer_would_do_is_proved(opened):
    """D cannot reach 12 with any one answer, and that is certain."""
    near = next(each for each in lines(opened)["Tốt"].near if each.standing.unit.unit == "D")
    assert (dict(near.flips.changes), near.flips.is_proved) == ({}, True)
