"""Expressions without what can never come about: two that prune to the same tree give the same value for all answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.intervals.relations import bounded
from ictscore.expr.nodes import (
    Compare,
    Const,
    Expr,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Rounded,
)

Pruned = object
"""A tree of tuples and expressions; only good for being compared."""


def pruned(expr: Expr, known: Knowledge) -> Pruned:
    """Return ``expr`` reduced by what is ``known``: what never comes about is gone, and bounds are the values they let through.

    Every step keeps the value, blanks included, so equal results are a proof that two expressions are the same to everybody.
    """
    match expr:
        case Labelled():
            return pruned(expr.of, known)
        case If():
            return _choice(expr, known)
        case Compare():
            return _comparison(expr, known)
        case Least() | Greatest():
            return _extreme(expr, known)
        case Rounded():
            return ("Rounded", expr.places, expr.direction, pruned(expr.of, known))
    children = () if isinstance(expr, GroupExtreme) else tuple(expr.children())
    return (type(expr).__name__, *(pruned(each, known) for each in children)) if children else expr


def _choice(expr: If, known: Knowledge) -> Pruned:
    reader = Reach()
    condition = reader.value(expr.condition, known)
    inside = {truth: reader.assume(expr.condition, known, truth=truth) for truth in (True, False)}
    ways = [truth for truth in (True, False) if truth in condition.truths and inside[truth] is not None]
    arms = {True: expr.then, False: expr.otherwise}
    if len(ways) == 1 and not condition.blanks:
        found = inside[ways[0]]
        assert found is not None
        return pruned(arms[ways[0]], found)
    parts = [pruned(arms[truth], there) if (there := inside[truth]) is not None and truth in ways else None for truth in (True, False)]
    if len(ways) == 1:
        # The condition decides nothing but whether there is a value at all: it has to be looked at for its blanks.
        return ("needing", _needs(expr.condition), parts[0] if ways[0] else parts[1])
    if parts[0] == parts[1]:
        return ("needing", _needs(expr.condition), parts[0])
    return ("If", pruned(expr.condition, known), *parts)


def _needs(condition: Expr) -> Pruned:
    """Return what a condition needs to have a value: for a plain comparison its sides, whatever they are compared by."""
    if isinstance(condition, Compare):
        sides = [each for each in (condition.left, condition.right) if not isinstance(each, Const)]
        return ("sides", *sides)
    return condition


def _comparison(expr: Compare, known: Knowledge) -> Pruned:
    """Return a comparison with a number as the set of values that pass it, among those that come this far."""
    left, right = expr.left, expr.right
    if isinstance(right, Const) and isinstance(right.value, Fraction):
        reach = Reach().value(left, known).numbers
        if reach is not None and not reach.is_empty:
            passing = _passing(expr.op, reach, right.value)
            if passing is not None:
                return ("passes", pruned(left, known), passing)
    return ("Compare", expr.op, pruned(left, known), pruned(right, known))


def _passing(op: str, reach: Range, bound: Fraction) -> Range | None:
    """Return the values of a range that pass, where they are a range again."""
    point = Range(bound, bound, whole=bound.denominator == 1)
    if op == "≠":
        inner = bound not in {reach.low, reach.high}
        return None if inner else bounded(op, reach, point)
    return bounded(op, reach, point)


def _extreme(expr: Least | Greatest, known: Knowledge) -> Pruned:
    """Return a least or greatest without constants that another term always is on the right side of."""
    terms = _flat(expr)
    ranges = [Reach().value(each, known).numbers for each in terms]
    kept: list[Expr] = []
    for index, term in enumerate(terms):
        own = ranges[index]
        others = [each for position, each in enumerate(ranges) if position != index and each is not None]
        is_least = isinstance(expr, Least)
        idle = isinstance(term, Const) and own is not None and any(_always_before(each, own, is_least=is_least) for each in others)
        if not idle or (term in terms[:index] and term not in kept) or len(set(terms)) == 1:
            kept.append(term)
    if len(kept) == 1:
        return pruned(kept[0], known)
    return (type(expr).__name__, *(pruned(each, known) for each in replace(expr, terms=tuple(kept)).terms))


def _flat(expr: Least | Greatest) -> list[Expr]:
    """Return the terms, those of the same kind inside among them."""
    terms: list[Expr] = []
    for each in expr.terms:
        inner = each.of if isinstance(each, Labelled) else each
        terms += _flat(inner) if type(inner) is type(expr) and isinstance(inner, (Least, Greatest)) else [each]
    return terms


def _always_before(one: Range, other: Range, *, is_least: bool) -> bool:
    if is_least:
        return one.high is not None and other.low is not None and one.high <= other.low
    return one.low is not None and other.high is not None and one.low >= other.high
