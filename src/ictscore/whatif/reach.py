"""What an expression can come to while some answers are free: a span that holds every number it can give, and its other outcomes.

A span is never too narrow and may be too wide; where every answer has one value only, nothing is to be looked up here.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from ictscore.exact import round_fraction
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
    Given,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    Not,
    NoValue,
    PointsOf,
    Rounded,
    Subtract,
)
from ictscore.expr.values import Blank, Value

Bound = Fraction | None
Span = tuple[Bound, Bound]
"""The least and the greatest number; None where there is no limit."""

LINE: Span = (None, None)
EITHER = frozenset((True, False))


class Reach(NamedTuple):
    """All an expression can come to: numbers within ``span``, truths and texts, and the kinds of blanks."""

    span: Span | None = None
    words: frozenset[bool | str] = frozenset()
    blanks: frozenset[str] = frozenset()


ANYTHING = Reach(LINE, EITHER, frozenset(("missing", "not_applicable", "fault")))


class View(Protocol):
    """What is known of a unit while some of its answers are free."""

    def answer(self, identifier: str) -> Reach:
        """Return what the answer can be."""
        ...

    def points(self, criterion: str) -> Reach:
        """Return what the points of another criterion can be."""
        ...

    def extreme(self, node: GroupExtreme) -> Reach:
        """Return what the group's extreme can be."""
        ...


def reach_of_value(value: Value) -> Reach:
    """Return the reach of one value."""
    if isinstance(value, Blank):
        return Reach(blanks=frozenset((value.kind,)))
    if isinstance(value, (bool, str)):
        return Reach(words=frozenset((value,)))
    return Reach((value, value))


def reach(expr: Expr, view: View) -> Reach:  # noqa: C901, PLR0911 - one way out for each kind of operation
    """Return what ``expr`` can come to in ``view``."""
    match expr:
        case Labelled():
            return reach(expr.of, view)
        case Const():
            return reach_of_value(expr.value)
        case NoValue():
            return Reach(blanks=frozenset((expr.kind,)))
        case AnswerTo():
            return view.answer(expr.id)
        case PointsOf():
            return view.points(expr.id)
        case GroupExtreme():
            return view.extreme(expr)
        case Given():
            return _given(view.answer(expr.id))
        case If():
            return _if(expr, view)
        case Both() | Either():
            return _joined(expr, [reach(each, view) for each in expr.terms])
        case _ if type(expr) in _OPERATIONS:
            return _over_parts(expr, [reach(each, view) for each in expr.children()])
    return ANYTHING


def _given(answer: Reach) -> Reach:
    known = [True] * bool(answer.span is not None or answer.words) + [False] * bool(answer.blanks)
    return Reach(words=frozenset(known))


def _if(expr: If, view: View) -> Reach:
    condition = reach(expr.condition, view)
    branches = [expr.then] * (True in condition.words) + [expr.otherwise] * (False in condition.words)
    return either_of([Reach(blanks=condition.blanks), *(reach(each, view) for each in branches)])


def either_of(reaches: Iterable[Reach]) -> Reach:
    """Return what is reached by any of several."""
    span: Span | None = None
    words: frozenset[bool | str] = frozenset()
    blanks: frozenset[str] = frozenset()
    for each in reaches:
        if each.span is not None:
            span = each.span if span is None else (_least([span[0], each.span[0]]), _greatest([span[1], each.span[1]]))
        words, blanks = words | each.words, blanks | each.blanks
    return Reach(span, words, blanks)


def _joined(expr: Both | Either, terms: Sequence[Reach]) -> Reach:
    decides = isinstance(expr, Either)
    words = {decides} if any(decides in each.words for each in terms) else set()
    words |= {not decides} if all((not decides) in each.words for each in terms) else set()
    return Reach(words=frozenset(words), blanks=frozenset(kind for each in terms for kind in each.blanks))


def _over_parts(expr: Expr, parts: Sequence[Reach]) -> Reach:
    found: Reach = _OPERATIONS[type(expr)](expr, parts)
    return found._replace(blanks=found.blanks | frozenset(kind for each in parts for kind in each.blanks))


def _numeric(compute: Callable[..., Span]) -> Callable[[Any, Sequence[Reach]], Reach]:
    def over(expr: Any, parts: Sequence[Reach]) -> Reach:
        spans = [each.span for each in parts]
        return Reach() if None in spans else Reach(compute(expr, spans))

    return over


def _least(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else min(each for each in every if each is not None)


def _greatest(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else max(each for each in every if each is not None)


def _sum(bounds: Iterable[Bound]) -> Bound:
    every = list(bounds)
    return None if None in every else sum((each for each in every if each is not None), Fraction(0))


def _add(_: Add, spans: Sequence[Span]) -> Span:
    return _sum(each[0] for each in spans), _sum(each[1] for each in spans)


def _mean(_: Mean, spans: Sequence[Span]) -> Span:
    low, high = _sum(each[0] for each in spans), _sum(each[1] for each in spans)
    return None if low is None else low / len(spans), None if high is None else high / len(spans)


def _subtract(_: Subtract, spans: Sequence[Span]) -> Span:
    (low, high), (less_low, less_high) = spans
    return (
        None if low is None or less_high is None else low - less_high,
        None if high is None or less_low is None else high - less_low,
    )


def _multiply(_: Multiply, spans: Sequence[Span]) -> Span:
    return _corners(operator.mul, *spans)


def _divide(_: Divide, spans: Sequence[Span]) -> Span:
    low, high = spans[1]
    if low is None or high is None or low <= 0 <= high:
        return LINE
    return _corners(operator.truediv, *spans)


def _corners(compute: Callable[[Fraction, Fraction], Fraction], left: Span, right: Span) -> Span:
    if None in left or None in right:
        return LINE
    values = [compute(a, b) for a in left for b in right if a is not None and b is not None]
    return min(values), max(values)


def _minimum(_: Least, spans: Sequence[Span]) -> Span:
    highs = [each[1] for each in spans if each[1] is not None]
    return _least(each[0] for each in spans), min(highs) if highs else None


def _maximum(_: Greatest, spans: Sequence[Span]) -> Span:
    lows = [each[0] for each in spans if each[0] is not None]
    return max(lows) if lows else None, _greatest(each[1] for each in spans)


def _rounded(expr: Rounded, spans: Sequence[Span]) -> Span:
    low, high = (None if each is None else _to_places(expr, each) for each in spans[0])
    return low, high


def _to_places(expr: Rounded, value: Fraction) -> Fraction:
    if expr.direction == "nearest":
        return round_fraction(value, expr.places)
    return Fraction(value.__floor__() if expr.direction == "floor" else value.__ceil__())


def _not(_: Not, parts: Sequence[Reach]) -> Reach:
    return Reach(words=frozenset(not each for each in parts[0].words))


def _count(_: CountTrue, parts: Sequence[Reach]) -> Reach:
    if not all(each.words for each in parts):
        return Reach()
    return Reach((Fraction(sum(False not in each.words for each in parts)), Fraction(sum(True in each.words for each in parts))))


def _compare(expr: Compare, parts: Sequence[Reach]) -> Reach:
    left, right = parts
    if left.span is not None and right.span is not None:
        return Reach(words=_relation(expr.op, left.span, right.span))
    pairs = [(one == other) == (expr.op == "=") for one in left.words for other in right.words]
    return Reach(words=frozenset(pairs)) if expr.op in {"=", "≠"} else Reach(words=EITHER if pairs else frozenset())


def _relation(op: str, left: Span, right: Span) -> frozenset[bool | str]:
    """Return whether numbers of two spans can, and can fail to, stand in a relation."""
    if op in {"≠", "≥", ">"}:
        return frozenset(not each for each in _relation({"≠": "=", "≥": "<", ">": "≤"}[op], left, right))
    low, high = _subtract(Subtract(Const(Fraction(0)), Const(Fraction(0))), (left, right))
    if op == "=":
        can = (low is None or low <= 0) and (high is None or high >= 0)
        must = low == high == 0
    elif op == "<":
        can, must = low is None or low < 0, high is not None and high < 0
    else:
        can, must = low is None or low <= 0, high is not None and high <= 0
    return frozenset([True] * can + [False] * (not must))


_OPERATIONS: dict[type[Expr], Callable[[Any, Sequence[Reach]], Reach]] = {
    Add: _numeric(_add),
    Mean: _numeric(_mean),
    Subtract: _numeric(_subtract),
    Multiply: _numeric(_multiply),
    Divide: _numeric(_divide),
    Least: _numeric(_minimum),
    Greatest: _numeric(_maximum),
    Rounded: _numeric(_rounded),
    Not: _not,
    CountTrue: _count,
    Compare: _compare,
}
