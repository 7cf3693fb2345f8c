"""Sums, differences, products, quotients, extremes and roundings of ranges, with what is known of the order of their terms."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from ictscore.expr.intervals import ranges as of
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.orders import Read, at_most, weighted_shares
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.nodes import Add, Divide, Expr, Greatest, Least, Mean, Multiply, Rounded, Subtract
from ictscore.expr.values import BlankKind

_ZERO, _ONE = Fraction(0), Fraction(1)


def result(read: Read, expr: Expr, own: Sequence[Range], known: Knowledge, blanks: frozenset[BlankKind]) -> Possible:
    """Return what an operation on numbers may come to, where its terms lie in these ranges and may be these blanks."""
    if isinstance(expr, Divide):
        return _quotient(read, expr, own, known, blanks)
    return Possible(_numbers(read, expr, own, known), blanks=blanks)


def _numbers(read: Read, expr: Expr, own: Sequence[Range], known: Knowledge) -> Range:
    match expr:
        case Add():
            return _sum(read, expr, own, known)
        case Mean():
            return of.divide(_sum(read, Add(tuple(expr.children())), own, known), exactly(Fraction(len(own))))
        case Subtract():
            return _difference(read, expr, own, known)
        case Multiply():
            return of.multiply(*own)
        case Least() | Greatest():
            return (of.least if isinstance(expr, Least) else of.greatest)(list(own))
        case Rounded():
            return _rounded(expr, own[0])
    raise TypeError(type(expr))


def _sum(read: Read, expr: Add, own: Sequence[Range], known: Knowledge) -> Range:
    found = exactly(_ZERO)
    for each in own:
        found = of.add(found, each)
    weighted = weighted_shares(read, tuple(expr.children()), known)
    return found if weighted is None or not expr.terms else found.meet(weighted)


def _difference(read: Read, expr: Subtract, own: Sequence[Range], known: Knowledge) -> Range:
    found = of.add(own[0], of.negative(own[1]))
    strict = at_most(read, expr.right, expr.left, known)
    return found if strict is None else found.meet(Range(low=_ZERO, low_open=strict))


def _quotient(read: Read, expr: Divide, own: Sequence[Range], known: Knowledge, blanks: frozenset[BlankKind]) -> Possible:
    top, bottom = own
    if bottom.holds(_ZERO):
        blanks |= {"fault"}
    found = of.divide(top, bottom)
    positive = bottom.meet(Range(high=_ZERO, high_open=True)).is_empty
    if positive and (strict := at_most(read, expr.left, expr.right, known)) is not None:
        found = found.meet(Range(high=_ONE, high_open=strict))
    if positive and (strict := at_most(read, expr.right, expr.left, known)) is not None:
        found = found.meet(Range(low=_ONE, low_open=strict))
    return Possible(found, blanks=blanks)


def _rounded(expr: Rounded, own: Range) -> Range:
    if expr.direction == "nearest":
        return of.rounded(own, of.to_places(expr.places), whole=expr.places == 0)
    turn = math.floor if expr.direction == "floor" else math.ceil
    return of.rounded(own, lambda value: Fraction(turn(value)), whole=True)
