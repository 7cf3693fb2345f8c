"""What a criterion brings to a line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ictscore.whatif.clusters import BoxView
from ictscore.whatif.conditions import Floor
from ictscore.whatif.counting import Counting, LeafPiece

RULES = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}}
criteria:
  - {id: a, max_points: 10, not_applicable: {when: y = 0, then: drop}, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 5, formula: {kind: ratio, of: x, over: y, above_one: cap, when_denominator_zero: error}}
"""
ONE = Fraction(1)


def counting(way=1, sign=1, share=0, factor=1, places=None):
    """Return how points count."""
    return Counting(way, sign, Fraction(share), Fraction(factor), places, "half_up")


def piece(rescorer, name, how=None, **more):
    """Return a criterion as a piece."""
    leaf = next(each for each in rescorer.plan.leaves if each.criterion.id == name)
    return LeafPiece(leaf, how or counting(), frozenset(leaf.answers), was_error=False, **more)


def gain(rescorer, part, **changes):
    """Return what a piece brings with changes."""
    changes = {name: Fraction(value) for name, value in changes.items()}
    scope = rescorer.scope(changes)
    return part.gain(scope, rescorer.leaves(scope))


def test_points_are_raised_rounded_and_set_against_their_maximum():
    """4 of 6 raised by half are 6 of 9; at a line of 50 % they bring 6 − 4.5; deducted they take 6 off; where less is wanted all turns."""
    assert counting(factor="3/2", share="1/2").of(Fraction(4), Fraction(6)) == Fraction(3, 2)
    assert counting(factor="3/2", sign=-1).of(Fraction(4), Fraction(6)) == -6
    assert counting(way=-1, factor="3/2", share="1/2").of(Fraction(4), Fraction(6)) == Fraction(-3, 2)
    assert counting(factor="1/3", places=1).of(Fraction(1), Fraction(6)) == Fraction(3, 10)


def test_what_a_criterion_brings_and_at_most_brings(opened):
    """X 4 brings 4; from 2 to 7 at most 7, at least (less wanted) 2; where it may drop out, less wanted means 0."""
    rescorer = opened(RULES, {"A": {"x": 4, "y": 5}})
    span = {"x": (Fraction(2), Fraction(7))}
    less = piece(rescorer, "a", counting(way=-1))
    assert gain(rescorer, piece(rescorer, "a")) == 4
    assert piece(rescorer, "a").most(BoxView(rescorer, span)) == 7
    assert less.most(BoxView(rescorer, span)) == -2
    assert less.most(BoxView(rescorer, {**span, "y": (Fraction(0), Fraction(1))})) == 0
    assert piece(rescorer, "a").most(BoxView(rescorer, {**span, "y": (Fraction(0), Fraction(0))})) == 0


def test_a_new_error_is_not_allowed(opened):
    """X over 0 is an error here: not to be had, unless it was one before."""
    rescorer, wrong = opened(RULES, {"A": {"x": 4, "y": 5}}), opened(RULES, {"A": {"x": 4, "y": 0}})
    assert gain(rescorer, piece(rescorer, "b"), y=0) is None
    assert gain(wrong, replace(piece(wrong, "b"), was_error=True)) == 0


def test_a_criterion_that_must_turn_out_so(opened):
    """Where it has to drop out, answers with which it applies are not allowed, and the other way round."""
    rescorer = opened(RULES, {"A": {"x": 4, "y": 5}})
    gone, applies = piece(rescorer, "a", only="drop"), piece(rescorer, "a", only="applies")
    assert (gain(rescorer, gone), gain(rescorer, gone, y=0)) == (None, 0)
    assert (gain(rescorer, applies), gain(rescorer, applies, y=0)) == (4, None)
    free = BoxView(rescorer, {"y": (Fraction(0), Fraction(5))})
    assert (gone.most(free), applies.most(free)) == (0, 4)
    assert gone.most(BoxView(rescorer, {"y": (Fraction(1), Fraction(5))})) is None


def test_points_that_were_given_bring_what_they_bring(opened):
    """Whatever the answers."""
    rescorer = opened(RULES, {"A": {"x": 4, "y": 5}})
    given = piece(rescorer, "a", fixed=Fraction(2))
    assert (gain(rescorer, given, x=9), given.most(BoxView(rescorer, {"x": (Fraction(0), Fraction(9))}))) == (2, 2)


def test_a_criterion_that_needs_a_share_of_its_maximum_brings_nothing_below_it(opened):
    """3 of 10 wanted: with x 2 it is not allowed, with 3 it is; from 0 to 2 nothing is; where y = 0 lets it drop out, nothing is wanted."""
    rescorer, floors = opened(RULES, {"A": {"x": 4, "y": 5}}), (Floor(Fraction(3, 10), strict=False),)
    needed = piece(rescorer, "a", floors=floors)
    assert [gain(rescorer, needed, x=each) for each in (2, 3)] == [None, 3]
    low = {"x": (Fraction(0), Fraction(2))}
    assert needed.most(BoxView(rescorer, low)) is None
    assert gain(rescorer, needed, x=0, y=0) == needed.most(BoxView(rescorer, {**low, "y": (Fraction(0), Fraction(0))})) == 0
    above = piece(rescorer, "a", floors=(Floor(Fraction(3, 10), strict=True),))
    assert [gain(rescorer, above, x=each) for each in (3, 4)] == [None, 4]


def test_the_share_is_that_of_the_points_as_they_are_rounded(opened):
    """Raised by half and rounded to whole points, 1 of 10 is 2 of 15, 13.3 %; to tenths it is 1.5, 10 %."""
    whole, tenths = (counting(factor="3/2", places=each) for each in (0, 1))
    floors = (Floor(Fraction(1, 8), strict=False),)
    assert whole.meets(floors, ONE, Fraction(10))
    assert not tenths.meets(floors, ONE, Fraction(10))
