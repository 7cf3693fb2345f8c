"""Expressions as text: in the language itself, with names or with the numbers put in."""

from __future__ import annotations

import re
from fractions import Fraction

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
from ictscore.expr.values import Blank, Value
from ictscore.words import fixed, say_decimal, spoken

_SAID = re.compile(r'"[^"]*"|(?<![\w.])[0-9]+\.[0-9]+(?![\w.])|, ')
"""What is written otherwise where decimals have a comma: numbers, and what stands between the parts of a sum; never what is quoted."""

_FUNCTIONS: dict[type[Expr], str] = {Least: "min", Greatest: "max", Mean: "mean", CountTrue: "count"}
_SIGNS: dict[type[Expr], tuple[str, int]] = {Add: ("+", 4), Subtract: ("-", 4), Multiply: ("*", 5), Divide: ("/", 5)}
_LOGIC: dict[type[Expr], tuple[str, int]] = {Either: ("or", 1), Both: ("and", 2)}
_LEAVES = (AnswerTo, PointsOf, SectionPoints, Measure, Given, GroupExtreme, OfMembers, NoValue)


def value_text(value: Value) -> str:
    """Return a value as the language writes it: ``17.1``, ``(1/3)``, ``yes``, ``"text"``; a blank as its kind."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return _number_text(value)
    return f"<{value.kind}>" if isinstance(value, Blank) else f'"{value}"'


def _number_text(value: Fraction) -> str:
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"({value.numerator} / {value.denominator})"
    places = next(places for places in range(4096) if (value * 10**places).denominator == 1)
    text = fixed(value, places)
    return f"({text})" if value < 0 else text


def expression_text(expr: Expr) -> str:
    """Return ``expr`` in the language; parsing the text gives the same tree (labels and blanks aside)."""
    return _write(expr, tuple(_Node(child) for child in expr.children()), 0)


def arithmetic_text(derivation: Derivation) -> str:
    """Return the arithmetic with the values put in and only the branches that were taken.

    The text is an expression of the language: evaluating it gives the derivation's value.
    """
    return _with_values(derivation, 0)


def said_text(text: str) -> str:
    """Return a text of the language for reading: in Vietnamese with decimal commas, and semicolons between the parts of a function.

    >>> said_text("max(3 - sum(tre * 0.25, thieu), 0)")
    'max(3 - sum(tre * 0.25, thieu), 0)'
    """
    return _SAID.sub(_said, text) if spoken() == "vi" else text


def _said(found: re.Match[str]) -> str:
    piece = found[0]
    if piece.startswith('"'):
        return piece
    return "; " if piece == ", " else say_decimal(piece)


def extreme_key(node: GroupExtreme) -> str:
    """Return the text under which a group's highest or lowest value is kept."""
    return f"{node.how} among {node.among}: {expression_text(node.of)}"


class _Node:
    """An expression that prints itself by its names."""

    def __init__(self, expr: Expr) -> None:
        self.expr = expr

    def write(self, strength: int) -> str:
        return _write(self.expr, tuple(_Node(child) for child in self.expr.children()), strength)


class _Valued(_Node):
    """A derivation that prints itself by its values."""

    def __init__(self, derivation: Derivation) -> None:
        super().__init__(derivation.expr)
        self.derivation = derivation

    def write(self, strength: int) -> str:
        return _with_values(self.derivation, strength)


def _with_values(derivation: Derivation, strength: int) -> str:
    expr = derivation.expr
    if isinstance(expr, _LEAVES) or not derivation.parts:
        return value_text(derivation.value)
    if isinstance(expr, (Labelled, If)):
        return _with_values(derivation.parts[-1], strength)
    return _write(expr, tuple(_Valued(part) for part in derivation.parts), strength)


def _write(expr: Expr, parts: tuple[_Node, ...], strength: int) -> str:
    """Return ``expr`` around its written parts, in brackets where its operator binds less than ``strength``."""
    kind = type(expr)
    if isinstance(expr, Add) and len(parts) != 2:  # noqa: PLR2004 - a + b + c would be read as (a + b) + c
        return f"sum({', '.join(part.write(0) for part in parts)})" if parts else "0"
    if kind in _SIGNS:
        sign, own = _SIGNS[kind]
        pieces = [parts[0].write(own), *(part.write(own + 1) for part in parts[1:])]
        return _bracketed(f" {sign} ".join(pieces), own, strength)
    if kind in _LOGIC:
        sign, own = _LOGIC[kind]
        return _bracketed(f" {sign} ".join(part.write(own + 1) for part in parts), own, strength)
    if kind in _FUNCTIONS:
        return f"{_FUNCTIONS[kind]}({', '.join(part.write(0) for part in parts)})"
    return _write_other(expr, parts, strength)


def _write_other(expr: Expr, parts: tuple[_Node, ...], strength: int) -> str:
    match expr:
        case Labelled():
            return parts[0].write(strength)
        case Compare():
            return _bracketed(f"{parts[0].write(4)} {expr.op} {parts[1].write(4)}", 3, strength)
        case Not():
            return _bracketed(f"not {parts[0].write(3)}", 2, strength)
        case If():
            inner = f"if {parts[0].write(1)} then {parts[1].write(1)} else {parts[2].write(0)}"
            return _bracketed(inner, 0, strength)
        case Rounded():
            inner = parts[0].write(0)
            return f"round({inner}, {expr.places})" if expr.direction == "nearest" else f"{expr.direction}({inner})"
        case _:
            return _leaf_text(expr)


def _leaf_text(expr: Expr) -> str:
    match expr:
        case Const():
            return value_text(expr.value)
        case AnswerTo():
            return expr.id
        case PointsOf():
            return f"points({expr.id})"
        case SectionPoints():
            return f"section({expr.id})"
        case Given():
            return f"given({expr.id})"
        case Measure():
            return expr.name
        case GroupExtreme():
            return f"{expr.how}({expression_text(expr.of)})"
        case OfMembers():
            return f"{expr.how}({expr.group}.{expr.of})"
        case _:
            return f"<{getattr(expr, 'kind', '')}>"


def _bracketed(text: str, own: int, strength: int) -> str:
    return f"({text})" if own < strength else text
