"""Changes and targets as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.errors import FileRefused
from ictscore.whatif.asking import given_criteria, left_alone, read_changes, read_target, typed_number
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 10}, z: yes_no, t: {type: percent, not_applicable: true}}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 5, formula: {kind: yes_no, of: z}}
  - {id: c, max_points: 1, not_applicable: {declared: true, then: zero}, formula: {kind: count, of: t, each: 0.01}}
grades: {bands: [{name: Tốt, from: 8}, {name: Yếu}]}
awards: [{id: bk, positions: 1}]
"""


@pytest.fixture(scope="module")
def rescorer(opened):
    """Return a unit with 3 points, and one with 4."""
    return opened(RULES, {"A": {"x": 3, "z": False, "t": "n/a"}, "B": {"x": 4, "z": False}})


def code(work, *arguments):
    """Return the code of the finding that refuses something."""
    with pytest.raises(FileRefused) as refused:
        work(*arguments)
    return [each.code for each in refused.value.findings]


def test_values_are_typed_as_in_a_cell(rescorer):
    """Words of yes and no, and numbers with a decimal comma."""
    changes, _ = read_changes(rescorer.rulebook, "g", ["z=có", " x = 7 ", "t=12,5"])
    assert changes == {"z": True, "x": 7, "t": Fraction(25, 2)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["x"], ["SC230"]),
        (["=3"], ["SC230"]),
        (["q=3"], ["SC231"]),
        (["x=3", "x=4"], ["SC236"]),
        (["x=1.234"], ["SV202"]),
        (["x=11"], ["SV208"]),
        (["z=xanh", "x=2,5"], ["SV201", "SV209"]),
    ],
)
def test_what_is_no_change_is_refused_by_name(rescorer, typed, expected):
    """No value, no question, a question twice, two readings, out of range; several faults are told at once."""
    assert code(read_changes, rescorer.rulebook, "g", typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("points:8,5", Target("points", Fraction(17, 2))),
        ("points: 8.5", Target("points", Fraction(17, 2))),
        ("rank:1", Target("rank", 1)),
        ("grade: tốt", Target("grade", "Tốt")),
        ("award:BK", Target("award", "bk")),
    ],
)
def test_targets(rescorer, typed, expected):
    """Points with a comma or a dot, a rank, a grade and an award in any capitals."""
    assert read_target(rescorer, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("points:1.234", "SC243"),
        ("points:1,234", "SC243"),
        ("points:nhiều", "SC232"),
        ("rank:0", "SC232"),
        ("rank:1.5", "SC232"),
        ("hạng:1", "SC232"),
        ("8", "SC232"),
        ("grade:Tot", "SC233"),
        ("award:bl", "SC234"),
    ],
)
def test_what_is_no_target_is_refused_by_name(rescorer, typed, expected):
    """A number with two readings is asked; what the rulebook does not know is named."""
    assert code(read_target, rescorer, typed) == [expected]


def test_who_is_never_ranked_has_no_rank_to_reach(opened):
    """A unit that only stands beside the ranking can ask for a grade, not for a rank or an award."""
    rescorer = opened(RULES + "groups: [{id: g, unranked: [A]}]", {"A": {"x": 3, "z": False}, "B": {"x": 4, "z": True}})
    assert code(read_target, rescorer, "rank:1") == ["SC235"]
    assert code(read_target, rescorer, "award:bk") == ["SC235"]
    assert read_target(rescorer, "grade:Tốt") == Target("grade", "Tốt")


def test_a_number_with_two_readings_names_both():
    """1.234 may be a little more than one, or more than a thousand."""
    with pytest.raises(FileRefused) as refused:
        typed_number("1.234", "--target")
    (found,) = refused.value.findings
    assert (found.place.file, found.values["first"], found.values["second"]) == ("--target", Fraction("1.234"), 1234)
    assert typed_number("1.2340", "--target") == Fraction("1.234")


def test_points_that_were_given_are_told_apart(opened):
    """The council gave the points of a; a change of x does nothing there, one of z does."""
    rescorer = opened(RULES, {"A": {"x": 3, "z": False, "@points": {"council": {"a": 2}}}}, stage="council")
    assert given_criteria(rescorer, ["x", "z"]) == ("a",)
    assert given_criteria(rescorer, ["z"]) == ()


def test_what_does_not_apply_is_left_alone(rescorer):
    """Only t was declared not applicable."""
    assert left_alone(rescorer) == ("t",)
