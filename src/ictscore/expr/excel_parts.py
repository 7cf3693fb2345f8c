"""What Excel formulas of expressions are made of: values with states, where answers stand, numbers and texts as formulas write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, Protocol

from ictscore.expr.nodes import Expr, GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints

GIVEN, RULED_OUT, DECLARED, MISSING, REQUIRED_MISSING, UNREADABLE, FAULT = 0, Fraction(1, 2), 1, 2, 3, 4, 5
"""States. ``RULED_OUT``: the rule says it does not apply; ``DECLARED``: the unit says so. Both kinds of missing weigh the same."""

LONGEST_FORMULA, LONGEST_TEXT, DEEPEST = 8000, 255, 60

AnswerKind = Literal["number", "yes_no", "choice", "text", "date"]


class NotInExcel(Exception):
    """Excel cannot say this, or not in a formula it would accept; ``expr`` is what it cannot say."""

    def __init__(self, expr: Expr | None = None) -> None:
        """Remember what could not be said."""
        self.expr = expr
        super().__init__(type(expr).__name__)


@dataclass(frozen=True, slots=True)
class ExcelValue:
    """A value and its states, as texts of formulas."""

    value: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExcelAnswer:
    """Where an answer stands: its cell, the cell of its state, and the words in which choices (or ``yes``) are written."""

    cell: str
    state: str
    kind: AnswerKind
    words: Mapping[str, str] = field(default_factory=dict)


class Cells(Protocol):
    """Where the things that expressions ask for stand in a workbook; NotInExcel for what stands nowhere."""

    def answer(self, identifier: str) -> ExcelAnswer:
        """Return where an answer stands."""
        ...

    def asked(self, node: PointsOf | SectionPoints | Measure | GroupExtreme | OfMembers) -> ExcelValue:
        """Return what is known of criteria, sections, the unit's results, its group or its members."""
        ...


def as_formula(text: str) -> str:
    """Return a formula with its equals sign; NotInExcel where Excel would refuse its length or depth."""
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    if len(text) > LONGEST_FORMULA or deepest > DEEPEST:
        raise NotInExcel
    return f"={text}"


def gravest_of(states: Iterable[str]) -> str:
    """Return the formula of the state that decides.

    >>> gravest_of(()), gravest_of(("J2",)), gravest_of(("J2", "J3"))
    ('0', 'J2', 'MAX(J2,J3)')
    """
    each = tuple(states)
    return (each[0] if len(each) == 1 else f"MAX({','.join(each)})") if each else "0"


def excel_number(value: Fraction) -> str:
    """Return a number as a formula writes it: a decimal where 15 digits hold it, else a fraction.

    >>> excel_number(Fraction(17, 2)), excel_number(Fraction(1, 3)), excel_number(Fraction(-2))
    ('8.5', '(1/3)', '(-2)')
    """
    text = f"{float(value):.15g}"
    if Fraction(text) != value:
        return f"({value.numerator}/{value.denominator})"
    return f"({text})" if value < 0 else text


def excel_text(text: str) -> str:
    """Return a text as a formula writes it; NotInExcel where it is too long for one.

    >>> excel_text('Sở "A" cũ')
    '"Sở ""A"" cũ"'
    """
    if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise NotInExcel
    return '"' + text.replace('"', '""') + '"'
