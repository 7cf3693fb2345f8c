"""Which way an expression goes when points rise: with them, against them, or nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ictscore.expr.nodes import (
    Add,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Expr,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    Not,
    OfMembers,
    Rounded,
    Subtract,
)

Directions = frozenset[int]
"""1 where it may rise with the points (or become true), -1 where it may fall; empty where it does not hang on them."""

NONE: Directions = frozenset()
WITH: Directions = frozenset({1})
ANY: Directions = frozenset({1, -1})
Reads = Callable[[Expr], bool]


def direction(expr: Expr, reads: Reads) -> Directions:  # noqa: PLR0911 - one way for each operation
    """Return which ways ``expr`` may go when what ``reads`` tells to be points rises."""
    match expr:
        case _ if reads(expr):
            return ANY if isinstance(expr, OfMembers) and expr.how == "count" else WITH
        case GroupExtreme():
            return ANY if any(reads(node) for node in expr.of.walk()) else NONE
        case Add() | Both() | Either() | Least() | Greatest() | Mean() | CountTrue() | Labelled() | Rounded():
            return _together(expr, reads)
        case Not():
            return _turned(direction(expr.of, reads))
        case Subtract():
            return direction(expr.left, reads) | _turned(direction(expr.right, reads))
        case Compare():
            return _of_comparison(expr, reads)
        case Multiply():
            return _scaled(expr.left, expr.right, reads) if isinstance(expr.right, Const) else _scaled(expr.right, expr.left, reads)
        case Divide():
            return _scaled(expr.left, expr.right, reads)
        case If():
            return ANY if direction(expr.condition, reads) else direction(expr.then, reads) | direction(expr.otherwise, reads)
    return ANY if _together(expr, reads) else NONE


def _together(expr: Expr, reads: Reads) -> Directions:
    return frozenset().union(*(direction(child, reads) for child in expr.children()))


def _turned(ways: Directions) -> Directions:
    return frozenset(-each for each in ways)


def _of_comparison(expr: Compare, reads: Reads) -> Directions:
    ways = direction(expr.left, reads) | _turned(direction(expr.right, reads))
    if expr.op in ("=", "≠"):
        return ANY if ways else NONE
    return ways if expr.op in (">", "≥") else _turned(ways)


def _scaled(expr: Expr, by: Expr, reads: Reads) -> Directions:
    """Return which ways a product or quotient goes: as ``expr`` where it is scaled by a positive number written out."""
    ways = direction(expr, reads) | direction(by, reads)
    is_positive = isinstance(by, Const) and isinstance(by.value, Fraction) and by.value > 0
    return ways if is_positive or not ways else ANY
