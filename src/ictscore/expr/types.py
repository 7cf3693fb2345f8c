"""Whether an expression makes sense: numbers are added, conditions are true or not, choices are compared with their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.expr.nodes import (
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Either,
    Expr,
    Given,
    If,
    Labelled,
    Not,
    NoValue,
    Span,
)
from ictscore.words import N_, Phrase, phrase

ValueType = Literal["number", "condition", "text", "unknown"]

NAMES: dict[ValueType, str] = {
    "number": N_("a number"),
    "condition": N_("a condition (yes or no)"),
    "text": N_("a text"),
    "unknown": N_("anything"),
}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An operand of another type than its operation wants."""

    span: Span
    read: Phrase
    expected: Phrase


def type_of(expr: Expr, answers: Mapping[str, ValueType]) -> ValueType:
    """Return the type of ``expr``, given the types of the answers by id."""
    match expr:
        case Const():
            return "condition" if isinstance(expr.value, bool) else "number" if isinstance(expr.value, Fraction) else "text"
        case AnswerTo():
            return answers.get(expr.id, "unknown")
        case Compare() | Both() | Either() | Not() | Given():
            return "condition"
        case If():
            then = type_of(expr.then, answers)
            return then if then != "unknown" else type_of(expr.otherwise, answers)
        case Labelled():
            return type_of(expr.of, answers)
        case NoValue():
            return "unknown"
        case _:
            return "number"


def mismatches(expr: Expr, wanted: ValueType, answers: Mapping[str, ValueType]) -> Iterator[Mismatch]:
    """Yield every operand inside ``expr`` (itself included) whose type does not fit."""
    found = type_of(expr, answers)
    if "unknown" not in (found, wanted) and found != wanted:
        yield Mismatch(expr.span, phrase(NAMES[found]), phrase(NAMES[wanted]))
        return
    for child, expected in _expectations(expr, answers):
        yield from mismatches(child, expected, answers)


def _expectations(expr: Expr, answers: Mapping[str, ValueType]) -> Iterator[tuple[Expr, ValueType]]:
    """Yield each operand with the type its operation wants."""
    match expr:
        case Both() | Either() | CountTrue() | Not():
            yield from ((child, "condition") for child in expr.children())
        case If():
            yield expr.condition, "condition"
            yield expr.then, type_of(expr, answers)
            yield expr.otherwise, type_of(expr, answers)
        case Compare():
            left, right = type_of(expr.left, answers), type_of(expr.right, answers)
            ordered = expr.op not in {"=", "≠"}
            yield expr.left, "number" if ordered else left
            yield expr.right, "number" if ordered else (left if left != "unknown" else right)
        case Labelled():
            yield expr.of, type_of(expr.of, answers)
        case _:
            yield from ((child, "number") for child in expr.children())
