"""Parse trees of the grammar become expressions."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Any

from lark import Token, Transformer, v_args

from ictscore.expr.errors import ExpressionError
from ictscore.expr.functions import FUNCTIONS, MEASURES, call_function
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    Divide,
    Either,
    Expr,
    If,
    Measure,
    Multiply,
    Not,
    Subtract,
)

_COMPARISONS: dict[str, Any] = {"!=": "≠", "<=": "≤", ">=": "≥"}
_WORDS: dict[str, bool] = {"yes": True, "no": False}


def _joined(left: Expr, right: Expr) -> tuple[int, int]:
    return left.span[0], right.span[1]


@v_args(inline=True)
class Builder(Transformer[Token, Expr]):
    """Builds an expression bottom-up; every node gets the span it was read from."""

    def number(self, token: Token) -> Expr:
        """Return the constant for a plain decimal; leading zeros are refused."""
        text = str(token)
        if len(text) > 1 and text[0] == "0" and text[1] != ".":
            raise ExpressionError("unexpected", token.start_pos or 0, read=text)
        return Const(Fraction(text), span=_span(token))

    def text(self, token: Token) -> Expr:
        """Return the constant for a quoted text."""
        return Const(unicodedata.normalize("NFC", str(token)[1:-1]), span=_span(token))

    def name(self, token: Token) -> Expr:
        """Return what a name stands for: yes, no, a measure of the unit, or an answer."""
        name = unicodedata.normalize("NFC", str(token))
        if name in _WORDS:
            return Const(_WORDS[name], span=_span(token))
        if name in MEASURES:
            return Measure(MEASURES[name], span=_span(token))
        return AnswerTo(name, span=_span(token))

    def call(self, token: Token, *arguments: Expr) -> Expr:
        """Return the node of a function call; unknown functions are refused."""
        name = str(token)
        if name not in FUNCTIONS:
            raise ExpressionError("unknown_function", token.start_pos or 0, read=name, known=tuple(FUNCTIONS))
        return call_function(name, tuple(each for each in arguments if each is not None), _span(token))

    def negative(self, of: Expr) -> Expr:
        """Return ``-of``; a negative number is a constant."""
        if isinstance(of, Const) and isinstance(of.value, Fraction):
            return Const(-of.value, span=of.span)
        return Subtract(Const(Fraction(0)), of, span=of.span)

    def sum(self, first: Expr, *rest: Any) -> Expr:
        """Return a chain of additions and subtractions, left to right."""
        result = first
        for sign, term in zip(rest[::2], rest[1::2], strict=True):
            span = _joined(result, term)
            result = Add((result, term), span=span) if sign == "+" else Subtract(result, term, span=span)
        return result

    def product(self, first: Expr, *rest: Any) -> Expr:
        """Return a chain of multiplications and divisions, left to right."""
        result = first
        for sign, factor in zip(rest[::2], rest[1::2], strict=True):
            node = Multiply if sign in "*×" else Divide
            result = node(result, factor, span=_joined(result, factor))
        return result

    def comparison(self, left: Expr, op: Token, right: Expr) -> Expr:
        """Return a comparison."""
        return Compare(_COMPARISONS.get(str(op), str(op)), left, right, span=_joined(left, right))

    def both(self, *terms: Expr) -> Expr:
        """Return the conjunction."""
        return Both(terms, span=_joined(terms[0], terms[-1]))

    def either(self, *terms: Expr) -> Expr:
        """Return the disjunction."""
        return Either(terms, span=_joined(terms[0], terms[-1]))

    def not_(self, of: Expr) -> Expr:
        """Return the negation."""
        return Not(of, span=of.span)

    def if_(self, condition: Expr, then: Expr, otherwise: Expr) -> Expr:
        """Return the choice between two expressions."""
        return If(condition, then, otherwise, span=_joined(condition, otherwise))


def _span(token: Token) -> tuple[int, int]:
    return token.start_pos or 0, token.end_pos or 0
