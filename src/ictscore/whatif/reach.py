"""What an expression can come to while some answers are free: a span that holds every number it can give, and its other outcomes.

A span is never too narrow and may be too wide; where every answer has one value only, nothing is to be looked up here.

This is not the reading of ``expr.intervals``, which proves rulebooks. That one knows no unit: it remembers which branches it took, narrows
what is known inside a branch, and tells bounds that are reached from bounds that are not, at a cost paid once for each formula. Here some
hundred thousand boxes of one unit are looked at, closed and halved when too wide: halving narrows, so it suffices to add up the ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

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
from ictscore.whatif import spans
from ictscore.whatif.spans import LINE, Span

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
            span = each.span if span is None else spans.around(span, each.span)
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
        numbers = [each.span for each in parts]
        return Reach() if None in numbers else Reach(compute(expr, numbers))

    return over


def _not(_: Not, parts: Sequence[Reach]) -> Reach:
    return Reach(words=frozenset(not each for each in parts[0].words))


def _count(_: CountTrue, parts: Sequence[Reach]) -> Reach:
    if not all(each.words for each in parts):
        return Reach()
    return Reach((Fraction(sum(False not in each.words for each in parts)), Fraction(sum(True in each.words for each in parts))))


def _compare(expr: Compare, parts: Sequence[Reach]) -> Reach:
    left, right = parts
    if left.span is not None and right.span is not None:
        return Reach(words=spans.relation(expr.op, left.span, right.span))
    pairs = [(one == other) == (expr.op == "=") for one in left.words for other in right.words]
    return Reach(words=frozenset(pairs)) if expr.op in {"=", "≠"} else Reach(words=EITHER if pairs else frozenset())


_OPERATIONS: dict[type[Expr], Callable[[Any, Sequence[Reach]], Reach]] = {
    Add: _numeric(spans.add),
    Mean: _numeric(spans.mean),
    Subtract: _numeric(spans.subtract),
    Multiply: _numeric(spans.multiply),
    Divide: _numeric(spans.divide),
    Least: _numeric(spans.minimum),
    Greatest: _numeric(spans.maximum),
    Rounded: _numeric(spans.rounded),
    Not: _not,
    CountTrue: _count,
    Compare: _compare,
}
