"""Who decides where only so many may have a grade; worked out by hand."""

from __future__ import annotations

from ictscore.whatif.margins import Closeness, margins_of

QUOTA = """
answers: {x: {type: count, max: 100}}
criteria: [{id: a, max_points: 100, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: T, from: 50, quota: {share: 25%, of: K}}, {name: K, from: 20}, {name: Y}]}
"""


def test_margins_of_a_quota_are_those_to_who_decides(opened):
    """One of four may have T: U1 with 90. A tie takes it from both, so 89 loses it for U1, and U2 wants 91; so do U3 and U4."""
    units = {"U1": {"x": 90}, "U2": {"x": 89}, "U3": {"x": 60}, "U4": {"x": 30}}
    rescorer = opened(QUOTA, units)
    line, *_ = margins_of(rescorer.books, rescorer.books.assessment.groups[0], Closeness())
    told = [(each.standing.unit.unit, each.standing.gap, dict(each.flips.changes)) for each in line.near]
    assert told == [("U1", 1, {"x": 89}), ("U2", -1, {"x": 91}), ("U3", -30, {"x": 91}), ("U4", -60, {"x": 91})]
    assert [each.standing.cut.rival.unit for each in line.near] == ["U2", "U1", "U1", "U1"]
    for near in line.near:
        ((name, value),) = near.flips.changes.items()
        step = 1 if near.standing.inside else -1
        grades = [near.rescorer.standing({name: each}).grade for each in (value, value + step)]
        assert [each == "T" for each in grades] == [not near.standing.inside, near.standing.inside]
