"""The ways a condition can come to yes or to no: each a list of plain conditions that must hold together."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Both, Either, Expr, Labelled, Not

MOST_WAYS = 64

Way = tuple[tuple[Expr, bool], ...]
"""Conditions and what each must come to."""


def ways_of(condition: Expr, *, truth: bool) -> tuple[Way, ...]:
    """Return the ways ``condition`` comes to ``truth``: it does exactly where one of them holds whole."""
    match condition:
        case Labelled():
            return ways_of(condition.of, truth=truth)
        case Not():
            return ways_of(condition.of, truth=not truth)
        case Both() | Either():
            terms = [ways_of(term, truth=truth) for term in condition.terms]
            if truth != isinstance(condition, Both):
                return tuple(way for each in terms for way in each)
            if math.prod(len(each) for each in terms) <= MOST_WAYS:
                return tuple(tuple(itertools.chain(*chosen)) for chosen in itertools.product(*terms))
    return (((condition, truth),),)


def assume_way(way: Way, known: Knowledge) -> Knowledge | None:
    """Return what is known where a way holds whole, or None where it cannot: every condition is read again under all the others."""
    inside: Knowledge | None = known
    for condition, truth in way:
        inside = Reach.assume(condition, inside, truth=truth) if inside is not None else None
    return inside if inside is not None and _still_hold(way, inside) else None


def _still_hold(way: Iterable[tuple[Expr, bool]], inside: Knowledge) -> bool:
    return all(truth in Reach().value(condition, inside).truths for condition, truth in way)
