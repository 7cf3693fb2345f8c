"""Evaluation without an explanation, fast: an expression becomes generated code over exact integers.

Numbers are pairs of an unreduced numerator and a positive denominator; thresholds are compared by multiplication, so nothing is lost and no
fraction is reduced on the way. The code knows only units with all answers given: where a value is missing, or a denominator is 0, it
gives up with None, and the explained evaluation decides. The generated text holds no name or text from outside, only positions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

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
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    Not,
    Rounded,
    Subtract,
)
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value

Compiled = Callable[[Mapping[str, Value], Mapping[str, Value]], tuple[int, int] | None]

_DEEPEST = 80
"""How far branches may stand inside each other; Python itself takes no more than 100 levels of indentation."""

_RELATIONS = {"=": "==", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="}


class _CannotCompile(Exception):
    """The expression asks for more than answers and extremes of the group."""


@lru_cache(maxsize=8192)
def compile_expression(expr: Expr) -> Compiled:
    """Return a function of the answers and the group's extremes that gives ``expr`` as (numerator, denominator), or None to give up."""
    writer = _Writer()
    try:
        numerator, denominator = writer.number(expr)
    except _CannotCompile:
        return _give_up
    writer.line(f"return {numerator}, {denominator}")
    body = "\n".join(f"  {line}" for line in writer.lines)
    source = f"def compiled(answers, extremes):\n try:\n{body}\n except (AttributeError, KeyError):\n  return None\n"
    space: dict[str, Any] = {"K": writer.constants}
    exec(compile(source, "<compiled expression>", "exec"), space)  # noqa: S102 - the text is ours: operators and positions
    result: Compiled = space["compiled"]
    return result


def _give_up(answers: Mapping[str, Value], extremes: Mapping[str, Value]) -> None:  # noqa: ARG001
    return None


class _Writer:
    """Writes the lines of one function; every value lands in variables of its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.constants: list[object] = []
        self._indent = ""
        self._count = 0

    def line(self, text: str) -> None:
        self.lines.append(self._indent + text)

    def _fresh(self) -> str:
        self._count += 1
        return str(self._count)

    def _constant(self, value: object) -> str:
        self.constants.append(value)
        return f"K[{len(self.constants) - 1}]"

    def number(self, expr: Expr) -> tuple[str, str]:
        """Write what computes a number; return the names of its numerator and denominator."""
        match expr:
            case Labelled():
                return self.number(expr.of)
            case Const() if isinstance(expr.value, Fraction):
                return f"({expr.value.numerator})", str(expr.value.denominator)
            case AnswerTo():
                return self._pair(f"answers[{self._constant(expr.id)}]")
            case GroupExtreme():
                return self._pair(f"extremes[{self._constant(extreme_key(expr))}]")
            case Add() | Mean():
                return self._sum(expr)
            case Subtract() | Multiply() | Divide():
                return self._two(expr)
            case Least() | Greatest():
                return self._extreme(expr)
            case If():
                return self._if(expr)
            case Rounded():
                return self._rounded(expr)
            case CountTrue():
                terms = [self.condition(term) for term in expr.terms]
                return self._named(" + ".join(f"({term})" for term in terms), "1")
        raise _CannotCompile

    def _named(self, numerator: str, denominator: str) -> tuple[str, str]:
        mark = self._fresh()
        self.line(f"n{mark} = {numerator}")
        if denominator.isdigit():
            return f"n{mark}", denominator
        self.line(f"d{mark} = {denominator}")
        return f"n{mark}", f"d{mark}"

    def _pair(self, value: str) -> tuple[str, str]:
        mark = self._fresh()
        self.line(f"v{mark} = {value}")
        return self._named(f"v{mark}.numerator", f"v{mark}.denominator")

    def _sum(self, expr: Add | Mean) -> tuple[str, str]:
        numerator, denominator = "0", "1"
        for term in expr.terms:
            n, d = self.number(term)
            numerator, denominator = self._named(f"{numerator} * {d} + {n} * {denominator}", _times(denominator, d))
        return self._named(numerator, f"{denominator} * {len(expr.terms)}") if isinstance(expr, Mean) else (numerator, denominator)

    def _two(self, expr: Subtract | Multiply | Divide) -> tuple[str, str]:
        ln, ld = self.number(expr.left)
        rn, rd = self.number(expr.right)
        if isinstance(expr, Subtract):
            return self._named(f"{ln} * {rd} - {rn} * {ld}", _times(ld, rd))
        if isinstance(expr, Multiply):
            return self._named(f"{ln} * {rn}", _times(ld, rd))
        n, d = self._named(f"{ln} * {rd}", f"{ld} * {rn}")
        self.line(f"if {d} == 0: return None")
        self.line(f"if {d} < 0: {n}, {d} = -{n}, -{d}")
        return n, d

    def _extreme(self, expr: Least | Greatest) -> tuple[str, str]:
        sign = "<" if isinstance(expr, Least) else ">"
        n, d = self._variables(*self.number(expr.terms[0]))
        for term in expr.terms[1:]:
            tn, td = self.number(term)
            self.line(f"if {tn} * {d} {sign} {n} * {td}: {n}, {d} = {tn}, {td}")
        return n, d

    def _variables(self, numerator: str, denominator: str) -> tuple[str, str]:
        mark = self._fresh()
        self.line(f"n{mark}, d{mark} = {numerator}, {denominator}")
        return f"n{mark}", f"d{mark}"

    def _if(self, expr: If) -> tuple[str, str]:
        if len(self._indent) > _DEEPEST:
            raise _CannotCompile
        mark = self._fresh()
        n, d = f"n{mark}", f"d{mark}"
        self.line(f"if {self.condition(expr.condition)}:")
        self._branch(expr.then, n, d)
        self.line("else:")
        self._branch(expr.otherwise, n, d)
        return n, d

    def _branch(self, expr: Expr, n: str, d: str) -> None:
        outer, self._indent = self._indent, self._indent + " "
        try:
            self.line(f"{n}, {d} = {', '.join(self.number(expr))}")
        except _CannotCompile:
            self.line("return None")
        self._indent = outer

    def _rounded(self, expr: Rounded) -> tuple[str, str]:
        n, d = self.number(expr.of)
        if expr.direction == "floor":
            return self._named(f"{n} // {d}", "1")
        if expr.direction == "ceil":
            return self._named(f"-(-{n} // {d})", "1")
        scale = 10**expr.places
        whole = f"(2 * abs({n}) * {scale} + {d}) // (2 * {d})"
        return self._named(f"{whole} if {n} >= 0 else -({whole})", str(scale))

    def condition(self, expr: Expr) -> str:
        """Write what a condition needs; return it as text that is True or False."""
        match expr:
            case Labelled():
                return self.condition(expr.of)
            case Const() if isinstance(expr.value, bool):
                return str(expr.value)
            case AnswerTo():
                return self._truth(expr)
            case Not():
                return f"(not {self.condition(expr.of)})"
            case Both() | Either():
                sign = " and " if isinstance(expr, Both) else " or "
                return f"({sign.join(self.condition(term) for term in expr.terms)})"
            case Compare():
                return self._compare(expr)
        raise _CannotCompile

    def _truth(self, expr: AnswerTo) -> str:
        mark = self._fresh()
        self.line(f"b{mark} = answers[{self._constant(expr.id)}]")
        self.line(f"if b{mark} is not True and b{mark} is not False: return None")
        return f"b{mark}"

    def _compare(self, expr: Compare) -> str:
        sides = (expr.left, expr.right)
        if any(isinstance(side, Const) and isinstance(side.value, str) for side in sides):
            left, right = (self._text(side) for side in sides)
            return f"({left} {_RELATIONS[expr.op]} {right})"
        if any(isinstance(side, Const) and isinstance(side.value, bool) for side in sides) or _is_condition(expr.left):
            raise _CannotCompile
        ln, ld = self.number(expr.left)
        rn, rd = self.number(expr.right)
        return f"({ln} * {rd} {_RELATIONS[expr.op]} {rn} * {ld})"

    def _text(self, expr: Expr) -> str:
        if isinstance(expr, Const) and isinstance(expr.value, str):
            return self._constant(expr.value)
        if not isinstance(expr, AnswerTo):
            raise _CannotCompile
        mark = self._fresh()
        self.line(f"t{mark} = answers[{self._constant(expr.id)}]")
        self.line(f"if t{mark}.__class__ is not str: return None")
        return f"t{mark}"


def _is_condition(expr: Expr) -> bool:
    return isinstance(expr, (Compare, Both, Either, Not))


def _times(left: str, right: str) -> str:
    if left == "1":
        return right
    return left if right == "1" else f"{left} * {right}"
