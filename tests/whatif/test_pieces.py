"""Wholes, conditions and ties as pieces."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.parse import parse_expression
from ictscore.whatif.clusters import BoxView
from ictscore.whatif.conditions import Need
from ictscore.whatif.pieces import LookPiece, NeedPiece, TiePiece, WholePiece, names_in

RULES = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}
  - {id: b, max_points: 5, formula: {kind: yes_no, of: z}}
"""


@pytest.fixture(scope="module")
def rescorer(opened):
    """Return a unit with 4 of 5, and no z."""
    return opened(RULES, {"A": {"x": 4, "y": 5, "z": False}})


def gain(rescorer, piece, **changes):
    """Return what a piece brings with changes."""
    return piece.gain(rescorer.scope({name: value if isinstance(value, bool) else Fraction(value) for name, value in changes.items()}), {})


def most(rescorer, piece, **box):
    """Return what a piece brings at most."""
    spans = {name: tuple(each if isinstance(each, bool) else Fraction(each) for each in ends) for name, ends in box.items()}
    return piece.most(BoxView(rescorer, spans))


def test_a_part_is_never_more_than_its_whole(rescorer):
    """4 of 5 is; 6 of 5 is not; from 6 to 8 of at most 5 never is; from 3 to 8 it can be."""
    share = next(share for leaf in rescorer.plan.leaves for share in leaf.criterion.formula.shares_of())
    piece = WholePiece(share, frozenset("xy"))
    assert (gain(rescorer, piece), gain(rescorer, piece, x=6)) == (0, None)
    assert (most(rescorer, piece, x=(6, 8)), most(rescorer, piece, x=(3, 8))) == (None, 0)


def test_a_condition_is_met_or_not(rescorer):
    """Z must hold: it does not now; either can, free. Forbidden, it is fine as it is."""
    must = NeedPiece(Need((parse_expression("z"),)), frozenset("z"))
    must_not = NeedPiece(Need((parse_expression("z"),), forbidden=True), frozenset("z"))
    assert (gain(rescorer, must), gain(rescorer, must, z=True)) == (None, 0)
    assert (gain(rescorer, must_not), gain(rescorer, must_not, z=True)) == (0, None)
    assert (most(rescorer, must, z=(True, False)), most(rescorer, must, z=(False,))) == (0, None)
    assert (most(rescorer, must_not, z=(True, False)), most(rescorer, must_not, z=(True,))) == (0, None)


@pytest.mark.parametrize(("relation", "values"), [("better", (3, 4, 5)), ("equal", (2,)), ("worse", (0, 1))])
def test_a_tie_goes_as_it_is_wanted(rescorer, relation, values):
    """Against 2 in the tie-break: more is better, less is worse; a span wholly on the other side cannot do it."""
    piece = TiePiece((parse_expression("x"),), ((True, Fraction(2)),), relation, frozenset("x"))
    assert tuple(x for x in range(6) if gain(rescorer, piece, x=x) == 0) == values
    spans = {"better": (3, 9), "equal": (2, 2), "worse": (0, 1)}
    can = {name for name, span in spans.items() if most(rescorer, piece, x=span) is not None}
    assert relation in can
    assert not can & ({"better", "worse"} - {relation})


def test_a_second_tie_break_decides_where_the_first_does_not(rescorer):
    """Level in x; y 6 beats 5."""
    exprs = (parse_expression("x"), parse_expression("y"))
    piece = TiePiece(exprs, ((True, Fraction(4)), (True, Fraction(5))), "better", frozenset("xy"))
    assert (gain(rescorer, piece), gain(rescorer, piece, y=6), gain(rescorer, piece, x=3, y=9)) == (None, 0, None)


def test_a_tie_break_without_a_value_loses_against_any(rescorer):
    """The rival has none: even 0 is better."""
    piece = TiePiece((parse_expression("x"),), ((False, Fraction(0)),), "better", frozenset("x"))
    assert (gain(rescorer, piece, x=0), most(rescorer, piece, x=(0, 0))) == (0, 0)


def test_an_answer_that_is_only_looked_at_brings_nothing(rescorer):
    """It is offered, no more."""
    piece = LookPiece(frozenset("z"))
    assert (gain(rescorer, piece), most(rescorer, piece)) == (0, 0)


def test_names_are_answers_and_points_of_criteria():
    """Points are told apart from answers."""
    assert names_in(parse_expression("x + points(a)"), parse_expression("z")) == {"x", "z", "points:a"}
