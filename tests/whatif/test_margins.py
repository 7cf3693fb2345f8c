"""Lines, who stands near them, and the single answers that would turn it around; worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.margins import Closeness, margins_of
from ictscore.whatif.targets import reached

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


HELD = """
answers: {hs: {type: count, max: 90}, mc: yes_no, sk: {type: count, max: 9}, lo: yes_no}
criteria:
  - {id: a, max_points: 90, formula: {kind: count, of: hs, each: 1}}
  - {id: b, max_points: 10, formula: {kind: yes_no, of: mc}}
grades: {bands: [{name: Tốt, from: 80}, {name: Yếu}]}
knockouts: [{id: lo, name: Để lộ bí mật, when: lo, unranked: true, grade: Yếu}]
ranking: {tie_breaks: [sk]}
awards: [{id: bk, positions: 1, requires: mc}]
"""
STAND = {
    "A": {"hs": 80, "mc": True, "sk": 3, "lo": False},  # 90, first by the tie-break
    "B": {"hs": 80, "mc": True, "sk": 2, "lo": False},  # 90
    "C": {"hs": 85, "mc": True, "sk": 5, "lo": True},  # 95, knocked out
    "D": {"hs": 84, "mc": False, "sk": 1, "lo": False},  # 84, without what the award demands
}


def held(opened):
    """Return the units near the award's line: inside, gap, decider, flip and hinges."""
    rescorer = opened(HELD, STAND)
    line = next(iter(margins_of(rescorer.books, rescorer.books.assessment.groups[0], Closeness())))
    return {
        each.standing.unit.unit: (
            each.standing.inside, each.standing.gap, each.standing.decider, dict(each.flips.changes), each.flips.count,
            {(one.condition.kind, one.answer, one.value) for one in each.flips.hinges},
        )
        for each in line.near
    }  # fmt: skip


def test_an_award_won_by_a_tie_break_says_what_it_hangs_on(opened):
    """A and B have 90, A has more initiatives. A loses it with hs 79, sk 2 (left open), without mc, or knocked out: four answers.

    B gets it with hs 81 or sk 4: two. C would have it by 5 points and is out by the knockout alone. D lacks 6 and mc; with mc it has 94.
    """
    found = held(opened)
    assert found["A"] == (True, 0, "tie_break", {"hs": 79}, 4, {("award", "mc", False), ("knockout", "lo", True)})
    assert found["B"] == (False, 0, "tie_break", {"hs": 81}, 2, set())
    assert found["C"] == (False, 5, "condition", {"lo": False}, 1, set())
    assert found["D"] == (False, -6, "condition", {"mc": True}, 1, set())


def test_what_decides_is_verified_by_scoring(opened):
    """Each flip and each hinge, put into the survey, turns the line around."""
    rescorer = opened(HELD, STAND)
    for line in margins_of(rescorer.books, rescorer.books.assessment.groups[0], Closeness(nearest=9)):
        for near in line.near:
            tried = [near.flips.changes, *({each.answer: each.value} for each in near.flips.hinges)]
            for changes in tried:
                unit = near.rescorer.unit_in(near.rescorer.assess(changes))
                assert not changes or reached(line.target, rescorer.rulebook, unit) != near.standing.inside


def test_who_has_a_place_that_nobody_can_take_is_inside(opened):
    """Two places for one unit: it has the award, and nobody is near."""
    rescorer = opened(RULES.replace("positions: 1", "positions: 2"), {"A": UNITS["A"]})
    award = next(iter(margins_of(rescorer.books, rescorer.books.assessment.groups[0], Closeness())))
    assert (award.target.value, award.inside, award.outside, award.near) == ("bk", 1, 0, ())
