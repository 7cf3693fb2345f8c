"""Two expressions held against each other along one number: exactly, piece by piece, with the places where they part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Expr,
    Greatest,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    Not,
    NoValue,
    Subtract,
)
from ictscore.expr.values import Value

At = Callable[[Expr, Fraction], Value]
"""What an expression comes to where the number is this."""

_STRAIGHT = (Add, Subtract, Mean, Labelled, If, Both, Either, Not, CountTrue, Const, NoValue)


class NotStraight(Exception):
    """The expression is not made of straight pieces along the number."""


@dataclass(frozen=True, slots=True)
class Line:
    """The number that runs: from where to where (None: without end), whether only whole numbers count, and how values are found."""

    low: Fraction | None
    high: Fraction | None
    whole: bool
    at: At
    runs: Callable[[Expr], bool]
    """Whether an expression changes with the number."""


def breaks_of(line: Line, expr: Expr) -> list[Fraction]:
    """Return the numbers between which an expression is straight (or one truth, or one text), in order."""
    return sorted(set(_breaks(line, expr)))


def _breaks(line: Line, expr: Expr) -> Iterator[Fraction]:
    if not line.runs(expr):
        return
    children = list(expr.children())
    own = sorted({each for child in children for each in _breaks(line, child)})
    yield from own
    if isinstance(expr, Compare):
        yield from _crossings(line, own, expr.left, expr.right)
    elif isinstance(expr, (Least, Greatest)):
        for first, second in combinations(expr.terms, 2):
            yield from _crossings(line, own, first, second)
    elif not _stays_straight(line, expr):
        raise NotStraight


def _stays_straight(line: Line, expr: Expr) -> bool:
    """Return whether an operation on straight pieces gives straight pieces."""
    if isinstance(expr, Multiply):
        return not (line.runs(expr.left) and line.runs(expr.right))
    if isinstance(expr, Divide):
        return not line.runs(expr.right)
    return isinstance(expr, (AnswerTo, *_STRAIGHT))


def pieces(line: Line, breaks: Sequence[Fraction]) -> list[tuple[Fraction | None, Fraction | None]]:
    """Return the open stretches between the breaks, within the line."""
    inside = [each for each in breaks if (line.low is None or each > line.low) and (line.high is None or each < line.high)]
    ends = [line.low, *inside, line.high]
    return [(first, second) for first, second in pairwise(ends) if first is None or second is None or first < second]


def two_inside(piece: tuple[Fraction | None, Fraction | None]) -> tuple[Fraction, Fraction]:
    """Return two numbers inside a stretch."""
    low, high = piece
    if low is None and high is None:
        return Fraction(0), Fraction(1)
    if low is None:
        assert high is not None
        return high - 2, high - 1
    if high is None:
        return low + 1, low + 2
    return low + (high - low) / 3, low + (high - low) * 2 / 3


def _crossings(line: Line, breaks: Sequence[Fraction], first: Expr, second: Expr) -> Iterator[Fraction]:
    """Yield where two expressions that are straight between the breaks cross."""
    for piece in pieces(line, breaks):
        near, far = two_inside(piece)
        gaps = [_gap(line.at(first, each), line.at(second, each)) for each in (near, far)]
        if gaps[0] is None or gaps[1] is None or gaps[0] == gaps[1]:
            continue
        root = near - gaps[0] * (far - near) / (gaps[1] - gaps[0])
        if (piece[0] is None or root > piece[0]) and (piece[1] is None or root < piece[1]):
            yield root


def _gap(first: Value, second: Value) -> Fraction | None:
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return first - second
    return None


def tried_numbers(line: Line, breaks: Sequence[Fraction]) -> Iterator[Fraction]:
    """Yield numbers that decide: two expressions straight between the breaks are ordered everywhere as they are at these.

    On a stretch without whole-number limits the two numbers lie as near to its ends as makes no difference to signs: a gap that changes
    its sign inside has a break there.
    """
    if line.whole:
        yield from _whole_numbers(line, breaks)
        return
    for each in (line.low, *breaks, line.high):
        if each is not None and (line.low is None or each >= line.low) and (line.high is None or each <= line.high):
            yield each
    for piece in pieces(line, breaks):
        yield from two_inside(piece)


def _whole_numbers(line: Line, breaks: Sequence[Fraction]) -> Iterator[Fraction]:
    """Yield whole numbers at and beside every break and end, and two beyond the last."""
    found: set[Fraction] = set()
    for each in (line.low, *breaks, line.high):
        if each is not None:
            floor = Fraction(each.numerator // each.denominator)
            found |= {floor - 1, floor, floor + 1, floor + 2}
    if not found:
        found = {Fraction(0), Fraction(1)}
    yield from sorted(each for each in found if (line.low is None or each >= line.low) and (line.high is None or each <= line.high))


def gap_breaks(line: Line, first: Expr, second: Expr, limits: Iterable[Expr] = ()) -> list[Fraction]:
    """Return the breaks of both expressions, and where they cross each other or a limit. Raises NotStraight."""
    breaks = sorted({*breaks_of(line, first), *breaks_of(line, second)})
    pairs = [(first, second), *((each, limit) for each in (first, second) for limit in limits)]
    return sorted({*breaks, *(found for pair in pairs for found in _crossings(line, breaks, *pair))})
