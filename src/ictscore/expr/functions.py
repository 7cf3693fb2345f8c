"""The functions that may be called in an expression."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ictscore.expr.errors import ExpressionError
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Const,
    CountTrue,
    Expr,
    Given,
    Greatest,
    Least,
    Mean,
    Measure,
    MeasureName,
    PointsOf,
    Rounded,
    SectionPoints,
    Span,
)
from ictscore.words import N_, phrase

MEASURES: dict[str, MeasureName] = {
    "total": "total",
    "max_points": "max_points",
    "percent": "percent",
    "least_share": "least_share",
}
MAX_PLACES = 12

_Maker = Callable[[str, tuple[Expr, ...], Span], Expr]


def call_function(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
    """Return the node of ``name(arguments)``. Raises ExpressionError when the arguments do not fit."""
    return FUNCTIONS[name](name, arguments, span)


def _of_many(node: type[Least | Greatest | Mean | Add | CountTrue]) -> _Maker:
    def make(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
        if not arguments:
            raise ExpressionError("arguments", span[0], read=name, expected=phrase(N_("one value or more, separated by commas")))
        return node(arguments, span=(span[0], arguments[-1].span[1]))

    return make


def _of_name(node: type[PointsOf | SectionPoints | Given], what: str) -> _Maker:
    def make(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
        if len(arguments) != 1 or not isinstance(arguments[0], (AnswerTo, Measure)):
            raise ExpressionError("wants_name", span[0], read=name, expected=phrase(what))
        argument = arguments[0]
        identifier = argument.id if isinstance(argument, AnswerTo) else argument.name
        return node(identifier, span=argument.span)

    return make


def _round(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
    places = arguments[1] if len(arguments) == 2 else Const(Fraction(0))  # noqa: PLR2004 - round(x) or round(x, places)
    if not 1 <= len(arguments) <= 2 or not _is_places(places):  # noqa: PLR2004
        raise ExpressionError("arguments", span[0], read=name, expected=phrase(N_("a value and a number of decimals from 0 to 12")))
    assert isinstance(places, Const)
    return Rounded(arguments[0], int(places.value), "nearest", span=span)


def _is_places(expr: Expr) -> bool:
    value = expr.value if isinstance(expr, Const) else None
    return isinstance(value, Fraction) and value.denominator == 1 and 0 <= value <= MAX_PLACES


def _floor(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
    return Rounded(_only(name, arguments, span), 0, "floor", span=span)


def _ceil(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
    return Rounded(_only(name, arguments, span), 0, "ceil", span=span)


def _only(name: str, arguments: tuple[Expr, ...], span: Span) -> Expr:
    if len(arguments) != 1:
        raise ExpressionError("arguments", span[0], read=name, expected=phrase(N_("one value")))
    return arguments[0]


FUNCTIONS: dict[str, _Maker] = {
    "min": _of_many(Least),
    "max": _of_many(Greatest),
    "sum": _of_many(Add),
    "mean": _of_many(Mean),
    "count": _of_many(CountTrue),
    "round": _round,
    "floor": _floor,
    "ceil": _ceil,
    "points": _of_name(PointsOf, N_("a criterion")),
    "section": _of_name(SectionPoints, N_("a section")),
    "given": _of_name(Given, N_("an answer")),
}
