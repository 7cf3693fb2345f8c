"""Evaluation with an explanation: an expression and a unit give a derivation, in fractions."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from fractions import Fraction
from functools import singledispatch
from typing import Any

from ictscore.exact import round_fraction
from ictscore.expr.derivation import Derivation
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
    Measure,
    Multiply,
    Not,
    NoValue,
    OfMembers,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
)
from ictscore.expr.scope import Scope
from ictscore.expr.values import Blank, Value, fault, gravest

_RELATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}


@singledispatch
def evaluate(expr: Expr, scope: Scope) -> Derivation:  # noqa: ARG001 - the operations below use it
    """Return how ``expr`` comes about for the unit in ``scope``. Never raises for data: what has no value is a Blank."""
    raise TypeError(type(expr))


@evaluate.register
def _const(expr: Const, scope: Scope) -> Derivation:  # noqa: ARG001 - every operation takes the scope
    return Derivation(expr, expr.value)


@evaluate.register
def _no_value(expr: NoValue, scope: Scope) -> Derivation:  # noqa: ARG001
    return Derivation(expr, Blank(expr.kind, (), expr.reason))


@evaluate.register
def _answer(expr: AnswerTo, scope: Scope) -> Derivation:
    return Derivation(expr, scope.answer(expr.id))


@evaluate.register
def _points(expr: PointsOf, scope: Scope) -> Derivation:
    return Derivation(expr, scope.points(expr.id))


@evaluate.register
def _section(expr: SectionPoints, scope: Scope) -> Derivation:
    return Derivation(expr, scope.section(expr.id))


@evaluate.register
def _measure(expr: Measure, scope: Scope) -> Derivation:
    return Derivation(expr, scope.measure(expr))


@evaluate.register
def _given(expr: Given, scope: Scope) -> Derivation:
    return Derivation(expr, not isinstance(scope.answer(expr.id), Blank))


@evaluate.register
def _extreme(expr: GroupExtreme, scope: Scope) -> Derivation:
    return Derivation(expr, scope.extreme(expr))


@evaluate.register
def _members(expr: OfMembers, scope: Scope) -> Derivation:
    return Derivation(expr, scope.of_members(expr))


@evaluate.register
def _labelled(expr: Labelled, scope: Scope) -> Derivation:
    inner = evaluate(expr.of, scope)
    return Derivation(expr, inner.value, (inner,))


def _over_parts(expr: Expr, scope: Scope, compute: Callable[..., Value]) -> Derivation:
    """Return the derivation of an operation that needs all its parts; a blank among them decides."""
    parts = tuple(evaluate(child, scope) for child in expr.children())
    values = [part.value for part in parts]
    return Derivation(expr, gravest(values) or compute(*values), parts)


@evaluate.register
def _add(expr: Add, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, lambda *values: sum(values, Fraction(0)))


@evaluate.register
def _subtract(expr: Subtract, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, operator.sub)


@evaluate.register
def _multiply(expr: Multiply, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, operator.mul)


@evaluate.register
def _divide(expr: Divide, scope: Scope) -> Derivation:
    def quotient(left: Fraction, right: Fraction) -> Value:
        return left / right if right else fault("a denominator is 0")

    return _over_parts(expr, scope, quotient)


@evaluate.register
def _least(expr: Least, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, lambda *values: min(values))


@evaluate.register
def _greatest(expr: Greatest, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, lambda *values: max(values))


@evaluate.register
def _mean(expr: Mean, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, lambda *values: sum(values, Fraction(0)) / len(values))


@evaluate.register
def _count(expr: CountTrue, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, lambda *values: Fraction(sum(values)))


@evaluate.register
def _compare(expr: Compare, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, _RELATIONS[expr.op])


@evaluate.register
def _not(expr: Not, scope: Scope) -> Derivation:
    return _over_parts(expr, scope, operator.not_)


@evaluate.register
def _rounded(expr: Rounded, scope: Scope) -> Derivation:
    def to_places(value: Fraction) -> Value:
        if expr.direction == "nearest":
            return round_fraction(value, expr.places)
        return Fraction(math.floor(value) if expr.direction == "floor" else math.ceil(value))

    return _over_parts(expr, scope, to_places)


def _decided_by(expr: Both | Either, scope: Scope, deciding: bool) -> Derivation:  # noqa: FBT001
    """Return ``deciding`` when some term is that, whatever the others; else the gravest blank; else the opposite."""
    parts = tuple(evaluate(term, scope) for term in expr.terms)
    values = [part.value for part in parts]
    if any(value is deciding for value in values):
        return Derivation(expr, deciding, parts)
    return Derivation(expr, gravest(values) or (not deciding), parts)


@evaluate.register
def _both(expr: Both, scope: Scope) -> Derivation:
    return _decided_by(expr, scope, deciding=False)


@evaluate.register
def _either(expr: Either, scope: Scope) -> Derivation:
    return _decided_by(expr, scope, deciding=True)


@evaluate.register
def _if(expr: If, scope: Scope) -> Derivation:
    condition = evaluate(expr.condition, scope)
    if isinstance(condition.value, Blank):
        return Derivation(expr, condition.value, (condition,))
    taken = evaluate(expr.then if condition.value else expr.otherwise, scope)
    return Derivation(expr, taken.value, (condition, taken))
