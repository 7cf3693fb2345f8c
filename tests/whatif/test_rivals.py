"""How far others fall where a unit moves the value they are measured by."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.clusters import BoxView
from ictscore.whatif.rivals import rivals_of

RULES = """
answers: {x: {type: count, max: 100}, y: {type: count, max: 3}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 3, formula: {kind: count, of: y, each: 1}}
"""
UNITS = {"A": {"x": 10, "y": 0}, "B": {"x": 20, "y": 3}, "C": {"x": 16, "y": 3}}


def pieces(opened, units=None, stage="self"):
    """Return what the units above A can lose."""
    rescorer = opened(RULES, units or UNITS, stage=stage)
    above = [each for each in rescorer.books.assessment.units() if each.unit != "A"]
    return rescorer, list(rivals_of(rescorer, above, in_points=True))


def test_the_most_that_any_rival_loses_is_won(opened):
    """With x 40 B falls from 10 to 5 points, C from 8 to 4: 5 are won. With 20 nobody falls. Up to 50 at most 10 − 4 = 6."""
    rescorer, (piece,) = pieces(opened)

    def gain(x):
        return piece.gain(rescorer.scope({"x": Fraction(x)}), {})

    assert (gain(40), gain(20), gain(10)) == (5, 0, 0)
    assert piece.most(BoxView(rescorer, {"x": (Fraction(0), Fraction(50))})) == 6
    assert piece.names == {"x"}


def test_points_that_were_given_do_not_fall(opened):
    """The council gave B its 10, so only C can lose."""
    units = {**UNITS, "B": {**UNITS["B"], "@points": {"council": {"a": 10}}}}
    rescorer, (piece,) = pieces(opened, units, "council")
    assert [each.points for each in piece.rivals] == [8]
    assert piece.gain(rescorer.scope({"x": Fraction(40)}), {}) == 4


def test_a_unit_to_which_nothing_applies_loses_no_share(opened):
    """Of B's maximum of 0 every share is 0, whatever its bonus brings: the same points are worth nothing in shares, 5 in points."""
    rules = """
answers: {x: {type: count, max: 100}, z: yes_no}
criteria: [{id: a, max_points: 10, formula: {kind: yes_no, of: z}, not_applicable: {when: not z, then: drop}}]
bonus: {max_points: 5, above_maximum: true,
  criteria: [{id: b, max_points: 5, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}]}
ranking: {on: percent}
"""
    rescorer = opened(rules, {"A": {"x": 0, "z": True}, "B": {"x": 5, "z": False}})
    other = [each for each in rescorer.books.assessment.units() if each.unit == "B"]
    assert other[0].max_points == 0
    (shares,), (points,) = (list(rivals_of(rescorer, other, in_points=each)) for each in (False, True))
    assert [each.worth for each in (*shares.rivals, *points.rivals)] == [0, 1]
