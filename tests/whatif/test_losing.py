"""The ways to lose a target."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.losing import ways_to_lose
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 100}, sk: {type: count, max: 9}, z: yes_no, out: yes_no}
criteria: [{id: a, max_points: 100, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: A, from: 80}, {name: B, from: 60, requires: z}, {name: C, from: 40, requires: sk > 0}, {name: D}]}
knockouts: [{id: k, name: Liệt, when: out, grade: D}]
rounding: {total: none}
awards: [{id: bk, positions: 1}, {id: open, positions: 1, ties: all, minimum: 50}]
"""
UNITS = {"X": {"x": 90, "sk": 1, "z": True, "out": False}, "Y": {"x": 70, "sk": 1, "z": True, "out": False}}


def ways(opened, kind, value, rules=RULES, name="X"):
    """Return each way: its line, whether answers must not hold or must, the tie, and the condition that does it alone."""
    rescorer = opened(rules, UNITS, name)
    found = ways_to_lose(rescorer.field, rescorer.unit, Target(kind, value))
    return [(each.line and each.line.need, [need.forbidden for need in each.needs], each.tie, each.by and each.by.name) for each in found]


def test_a_grade_is_lost_below_a_line_where_all_worse_bands_refuse(opened):
    """Below 40; or below 60 without sk; or below 80 without sk and z. Or by the knockout."""
    assert ways(opened, "grade", "C") == [
        (40, [], None, None),
        (60, [True], None, None),
        (80, [True], None, None),
        (None, [False], None, "Liệt"),
    ]


def test_a_grade_every_band_of_which_demands_something_can_be_lost_by_that_alone(opened):
    """Where A demands z, too: without it whatever the points."""
    rules = RULES.replace("{name: A, from: 80}", "{name: A, from: 80, requires: z}")
    assert ways(opened, "grade", "A", rules)[:2] == [(80, [], None, None), (None, [True], None, "A")]


def test_a_place_is_lost_with_fewer_points_or_by_the_tie(opened):
    """Y has 70. An award that a tie leaves open is lost with 70 already; where all who are level get it, it takes a tie-break."""
    assert ways(opened, "award", "bk") == [(70, [], None, None)]
    assert ways(opened, "award", "open") == [(50, [], None, None), (70, [], None, None)]
    tied = RULES + "ranking: {tie_breaks: [sk]}"
    assert [each[2] for each in ways(opened, "award", "bk", tied)] == [None, "worse", "equal"]
    assert [each[2] for each in ways(opened, "rank", 1, tied)] == [None, "worse"]
    by_points = RULES + "ranking: {tie_breaks: [points(a)]}"
    assert [each[2] for each in ways(opened, "rank", 1, by_points)] == [None, "worse", "equal"]


def test_points_are_lost_below_them(opened):
    """Nothing else matters."""
    assert ways(opened, "points", Fraction(85)) == [(85, [], None, None)]


def test_a_grade_by_force_is_lost_with_the_knockout(opened):
    """X is knocked out with grade B, which is good enough for C: lifting the knockout is one more way."""
    rules = RULES.replace("when: out, grade: D", "when: z, grade: B")
    assert (None, [True], None, None) in ways(opened, "grade", "C", rules)
