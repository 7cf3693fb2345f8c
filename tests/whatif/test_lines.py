"""What a target demands of a unit's points, before rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.lines import Line, Mark, band_mark, grade_marks, line_of, place_marks, unrounded
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 20}, z: yes_no}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: A, from: 15}, {name: B, above: 12, requires: z}, {name: C, from: 10}, {name: D, from: 5}, {name: E}]}
awards: [{id: bk, positions: 2}, {id: few, quota: 1, minimum: 3}, {id: free, quota: 1}]
"""
UNITS = {name: {"x": points, "z": True} for name, points in zip("ABCD", (9, 14, 11, 11), strict=True)}


@pytest.mark.parametrize(
    ("mode", "strict", "expected"),
    [
        ("half_up", False, "79.995"),
        ("half_even", False, "79.995"),
        ("down", False, "80"),
        ("up", False, "79.99"),
        ("half_up", True, "80.005"),
    ],
)
def test_bounds_before_rounding(mode, strict, expected):
    """A total of 80.00 (or of more) needs at least so much before it is rounded to two decimals."""
    assert unrounded(Fraction(80), 2, mode, strict=strict) == Fraction(expected)
    assert unrounded(Fraction(80), None, mode, strict=strict) == 80


def test_bands_that_would_do_end_with_the_first_that_demands_nothing(opened):
    """For D its own line will do for everybody. For B there are two ways: above 12 where z holds, or 15."""
    rulebook = opened(RULES, UNITS).rulebook
    assert [(mark.value, band.name) for mark, band in grade_marks(rulebook, "D")] == [(5, "D")]
    assert [(mark.value, mark.strict, band.name) for mark, band in grade_marks(rulebook, "B")] == [(12, True, "B"), (15, False, "A")]
    assert band_mark(rulebook, rulebook.grades.bands[-1]) is None


def test_a_place_wants_what_its_holder_has(opened):
    """Of the others the best has 14, the next two 11. With conditions besides, a quota is that of those who meet them, and no place."""
    rescorer = opened(RULES, UNITS)

    def marks(kind, value):
        return [(each.value, each.rank) for each in place_marks(Target(kind, value), rescorer.field, rescorer.unit)]

    assert (marks("rank", 1), marks("rank", 3), marks("rank", 4)) == ([(14, 1)], [(11, 3)], [])
    assert (marks("award", "bk"), marks("award", "few"), marks("award", "free")) == ([(11, 2)], [(14, None)], [(14, 1)])


def test_dense_places_are_held_by_equals_together(opened):
    """14, then 11 twice: the second place is that of both, a third there is not."""
    rescorer = opened(RULES + "ranking: {style: dense}", UNITS)
    assert [[each.value for each in place_marks(Target("rank", rank), rescorer.field, rescorer.unit)] for rank in (2, 3)] == [[11], []]


def test_percentages_become_shares_of_the_maximum(opened):
    """75 %, rounded to two decimals, is at least 74.995 hundredths of whatever maximum applies; on points it is that many points."""
    rulebook = opened(RULES + "scale: {result: percent}", UNITS).rulebook
    assert line_of(rulebook, Mark("total", Fraction(75))) == Line(share=Fraction("0.74995"))
    assert line_of(opened(RULES, UNITS).rulebook, Mark("exact", Fraction(7), rank=2)) == Line(Fraction(7), rank=2)
