"""The normal form of expressions: two that always give the same are equal, as far as spelling and order can hide it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from fractions import Fraction
from typing import Any

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
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    NoValue,
    Subtract,
)

Form = tuple[object, ...]

_FLIPPED = {">": "<", "≥": "≤"}


def normal_form(expr: Expr) -> Form:
    """Return ``expr`` with sums, products and the like flattened and put in order, labels left out and constants computed."""
    form: Form = _FORMS.get(type(expr), _plain)(expr)
    return form


def _plain(expr: Expr) -> Form:
    return (type(expr).__name__, *(_field(getattr(expr, each.name)) for each in fields(expr) if each.name != "span"))


def _field(value: object) -> object:
    return normal_form(value) if isinstance(value, Expr) else value


def _ordered(forms: Iterator[Form]) -> list[Form]:
    return sorted(forms, key=repr)


def _flat(expr: Expr, kind: type[Expr]) -> Iterator[Expr]:
    """Yield the terms of ``expr``, those of terms of the same kind in their stead."""
    if isinstance(expr, Labelled):
        yield from _flat(expr.of, kind)
    elif isinstance(expr, kind):
        for child in expr.children():
            yield from _flat(child, kind)
    else:
        yield expr


def _number(form: Form) -> Fraction | None:
    return form[2] if form[0] == "constant" and isinstance(form[2], Fraction) else None


def _constant(value: Fraction) -> Form:
    return ("constant", "Fraction", value)


def _sum(expr: Expr) -> Form:
    constant = Fraction(0)
    signed: list[tuple[int, Form]] = []
    for sign, form in _terms(expr, 1):
        value = _number(form)
        if value is None:
            signed.append((sign, form))
        else:
            constant += sign * value
    if not signed:
        return _constant(constant)
    if constant == 0 and len(signed) == 1 and signed[0][0] == 1:
        return signed[0][1]
    return ("sum", constant, *sorted(signed, key=repr))


def _terms(expr: Expr, sign: int) -> Iterator[tuple[int, Form]]:
    match expr:
        case Labelled():
            yield from _terms(expr.of, sign)
        case Add():
            for term in expr.terms:
                yield from _terms(term, sign)
        case Subtract():
            yield from _terms(expr.left, sign)
            yield from _terms(expr.right, -sign)
        case _:
            yield sign, normal_form(expr)


def _product(expr: Expr) -> Form:
    factor = Fraction(1)
    above: list[Form] = []
    below: list[Form] = []
    for is_above, form in _factors(expr):
        value = _number(form)
        if value is not None and (is_above or value):
            factor = factor * value if is_above else factor / value
        else:
            (above if is_above else below).append(form)
    if not above and not below:
        return _constant(factor)
    if factor == 1 and len(above) == 1 and not below:
        return above[0]
    return ("product", factor, tuple(sorted(above, key=repr)), tuple(sorted(below, key=repr)))


def _factors(expr: Expr) -> Iterator[tuple[bool, Form]]:
    """Yield the factors; a quotient in a denominator stays whole, because a 0 inside it is a fault of its own."""
    match expr:
        case Labelled():
            yield from _factors(expr.of)
        case Multiply():
            yield from _factors(expr.left)
            yield from _factors(expr.right)
        case Divide():
            yield from _factors(expr.left)
            yield False, normal_form(expr.right)
        case _:
            yield True, normal_form(expr)


def _comparison(expr: Compare) -> Form:
    left, right = normal_form(expr.left), normal_form(expr.right)
    if expr.op in {"=", "≠"}:
        return (expr.op, *_ordered(iter((left, right))))
    return (_FLIPPED[expr.op], right, left) if expr.op in _FLIPPED else (expr.op, left, right)


def _choice(expr: If) -> Form:
    """Return a chain of ``if x = constant`` with its cases in order; any other choice as it stands."""
    cases: dict[Form, Form] = {}
    rest: Expr = expr
    subject: Form | None = None
    while isinstance(rest, If) and (found := _case(rest.condition)) and subject in {None, found[0]} and found[1] not in cases:
        subject = found[0]
        cases[found[1]] = normal_form(rest.then)
        rest = rest.otherwise
    if subject is None:
        return ("if", normal_form(expr.condition), normal_form(expr.then), normal_form(expr.otherwise))
    return ("cases", subject, tuple(sorted(cases.items(), key=repr)), normal_form(rest))


def _case(condition: Expr) -> tuple[Form, Form] | None:
    """Return what is compared for equality with which constant; nothing where both sides are constants."""
    if not isinstance(condition, Compare) or condition.op != "=":
        return None
    left, right = normal_form(condition.left), normal_form(condition.right)
    if (left[0] == "constant") == (right[0] == "constant"):
        return None
    return (left, right) if right[0] == "constant" else (right, left)


def _unordered(expr: Expr) -> Form:
    return (type(expr).__name__, *_ordered(normal_form(each) for each in _flat(expr, type(expr))))


_FORMS: dict[type[Expr], Callable[[Any], Form]] = {
    Labelled: lambda expr: normal_form(expr.of),
    Const: lambda expr: ("constant", type(expr.value).__name__, expr.value),
    NoValue: lambda expr: ("no value", expr.kind),
    Add: _sum,
    Subtract: _sum,
    Multiply: _product,
    Divide: _product,
    Least: _unordered,
    Greatest: _unordered,
    Both: _unordered,
    Either: _unordered,
    Mean: lambda expr: ("Mean", *_ordered(normal_form(each) for each in expr.terms)),
    CountTrue: lambda expr: ("CountTrue", *_ordered(normal_form(each) for each in expr.terms)),
    Compare: _comparison,
    If: _choice,
}
