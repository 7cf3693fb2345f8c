"""What is to be reached, and whether a unit has it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.targets import Target, award_of, bands_from, reached, value_of

RULES = """
answers: {x: {type: count, max: 20}, out: yes_no}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: Tốt, from: 15}, {name: Khá, from: 10}, {name: Yếu}]}
knockouts: [{id: k, when: out, unranked: true}]
awards: [{id: bk, positions: 1}]
"""
UNITS = {"A": {"x": 16, "out": False}, "B": {"x": 12, "out": False}, "C": {"x": 16, "out": True}}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target("points", Fraction(16)), "AC"),
        (Target("points", Fraction(12)), "ABC"),
        (Target("grade", "Khá"), "ABC"),
        (Target("grade", "Tốt"), "AC"),
        (Target("rank", 1), "A"),
        (Target("rank", 2), "AB"),
        (Target("award", "bk"), "A"),
    ],
)
def test_who_has_it(opened, target, expected):
    """A better grade will do as well; who is not ranked has no place and no award."""
    rescorer = opened(RULES, UNITS)
    units = rescorer.books.assessment.units()
    assert "".join(sorted(each.unit for each in units if reached(target, rescorer.rulebook, each))) == expected


def test_an_award_left_open_by_a_tie_is_not_had(opened):
    """Both are first, one can have it: nobody has it yet."""
    rescorer = opened(RULES, {"A": {"x": 16, "out": False}, "B": {"x": 16, "out": False}})
    assert [reached(Target("award", "bk"), rescorer.rulebook, each) for each in rescorer.books.assessment.units()] == [False, False]


def test_what_a_rulebook_says_of_a_target(opened):
    """The award by its id, the bands of a grade and of better ones, the value by its name."""
    rescorer = opened(RULES, UNITS)
    assert award_of(rescorer.rulebook, "bk").positions == 1
    assert [each.name for each in bands_from(rescorer.rulebook, "Khá")] == ["Tốt", "Khá"]
    assert (value_of("total", rescorer.unit), value_of("percent", rescorer.unit)) == (16, 80)
