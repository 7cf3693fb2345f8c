"""Arithmetic with spans of numbers: what sums, products, quotients and comparisons of numbers within spans can come to.

A span is never too narrow and may be too wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.nodes import Add, Divide, Greatest, Least, Mean, Multiply, Rounded, Subtract

Bound = Fraction | None
Span = tuple[Bound, Bound]
"""The least and the greatest number; None where there is no limit."""

LINE: Span = (None, None)


def around(one: Span, other: Span) -> Span:
    """Return the span that holds two others.

    >>> around((Fraction(0), Fraction(1)), (Fraction(5), None))
    (Fraction(0, 1), None)
    """
    return _least([one[0], other[0]]), _greatest([one[1], other[1]])


def _least(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else min(each for each in every if each is not None)


def _greatest(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else max(each for each in every if each is not None)


def _sum(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else sum((each for each in every if each is not None), Fraction(0))


def add(_: Add, spans: Sequence[Span]) -> Span:
    """Return what a sum can come to."""
    return _sum(each[0] for each in spans), _sum(each[1] for each in spans)


def mean(_: Mean, spans: Sequence[Span]) -> Span:
    """Return what a mean can come to."""
    low, high = _sum(each[0] for each in spans), _sum(each[1] for each in spans)
    return None if low is None else low / len(spans), None if high is None else high / len(spans)


def subtract(_: Subtract, spans: Sequence[Span]) -> Span:
    """Return what a difference can come to."""
    return _difference(*spans)


def _difference(left: Span, right: Span) -> Span:
    (low, high), (less_low, less_high) = left, right
    return (
        None if low is None or less_high is None else low - less_high,
        None if high is None or less_low is None else high - less_low,
    )


def multiply(_: Multiply, spans: Sequence[Span]) -> Span:
    """Return what a product can come to; a factor without a limit times 0 is 0."""
    (low, high), (other_low, other_high) = spans
    if low is not None and high is not None and other_low is not None and other_high is not None:
        if low >= 0 and other_low >= 0:
            return low * other_low, high * other_high
        products = low * other_low, low * other_high, high * other_low, high * other_high
        return min(products), max(products)
    corners = [_times(one, other) for one in _ends(spans[0]) for other in _ends(spans[1])]
    (low_sign, least), (high_sign, most) = min(corners), max(corners)
    return None if low_sign else least, None if high_sign else most


def divide(expr: Divide, spans: Sequence[Span]) -> Span:
    """Return what a quotient can come to; anything where the divisor can be 0."""
    low, high = spans[1]
    if (low is None or low <= 0) and (high is None or high >= 0):
        return LINE
    turned = (Fraction(0) if high is None else 1 / high, Fraction(0) if low is None else 1 / low)
    return multiply(Multiply(expr.left, expr.right), [spans[0], turned])


_End = tuple[int, Fraction]
"""An end of a span: −1 or 1 where there is no limit, else 0 and the number; compared in that order."""


def _ends(span: Span) -> tuple[_End, _End]:
    low, high = span
    return (-1, Fraction(0)) if low is None else (0, low), (1, Fraction(0)) if high is None else (0, high)


def _times(one: _End, other: _End) -> _End:
    if any(sign == 0 and not number for sign, number in (one, other)) or not (one[0] or other[0]):
        return 0, one[1] * other[1]
    signs = [sign or (1 if number > 0 else -1) for sign, number in (one, other)]
    return signs[0] * signs[1], Fraction(0)


def minimum(_: Least, spans: Sequence[Span]) -> Span:
    """Return what the least of several can come to."""
    highs = [each[1] for each in spans if each[1] is not None]
    return _least(each[0] for each in spans), min(highs) if highs else None


def maximum(_: Greatest, spans: Sequence[Span]) -> Span:
    """Return what the greatest of several can come to."""
    lows = [each[0] for each in spans if each[0] is not None]
    return max(lows) if lows else None, _greatest(each[1] for each in spans)


def rounded(expr: Rounded, spans: Sequence[Span]) -> Span:
    """Return what a rounded number can come to: rounding never turns two numbers round."""
    low, high = (None if each is None else _to_places(expr, each) for each in spans[0])
    return low, high


def _to_places(expr: Rounded, value: Fraction) -> Fraction:
    if expr.direction == "nearest":
        return round_fraction(value, expr.places)
    return Fraction(value.__floor__() if expr.direction == "floor" else value.__ceil__())


def relation(op: str, left: Span, right: Span) -> frozenset[bool | str]:
    """Return whether numbers of two spans can, and can fail to, stand in a relation."""
    if op in {"≠", "≥", ">"}:
        return frozenset(not each for each in relation({"≠": "=", "≥": "<", ">": "≤"}[op], left, right))
    (low, high), (other_low, other_high) = left, right
    apart = _before(high, other_low, op="<"), _before(other_high, low, op="<")
    if op == "=":
        can, must = not any(apart), low is not None and low == high == other_low == other_high
    elif op == "<":
        can, must = not _before(other_high, low, op="≤"), apart[0]
    else:
        can, must = not apart[1], _before(high, other_low, op="≤")
    return frozenset([True] * can + [False] * (not must))


def _before(one: Fraction | None, other: Fraction | None, *, op: str) -> bool:
    """Return whether an end is before another; one without a limit never is."""
    return one is not None and other is not None and (one < other if op == "<" else one <= other)
