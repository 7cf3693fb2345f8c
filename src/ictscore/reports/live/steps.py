"""The steps of a live workbook: columns of formulas, a row for each unit, each with what the engine makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.excel_parts import NotInExcel, as_formula, excel_number
from ictscore.places import column_letters

ROW, DATA_ROW = "\x01", "\x02"
"""What stands for the number of a unit's row in formulas: on the sheet of steps, and in the table of answers."""

MOST_ARGUMENTS = 255
_TALLEST_FRONT = 100
"""More rows than stand above any table of answers."""

Stored = Fraction | str
"""What is stored beside a formula: a number or a text."""


@dataclass(frozen=True, slots=True)
class Term:
    """A part of formulas and what it comes to for each unit: a cell of the unit's row, a constant, or a short sum."""

    text: str
    values: tuple[Stored, ...]

    def number(self, index: int) -> Fraction:
        """Return the number of one unit."""
        value = self.values[index]
        return value if isinstance(value, Fraction) else ZERO

    @property
    def constant(self) -> Fraction | None:
        """Return the number this is for every unit by the text itself, or None where it may change."""
        return self.number(0) if "$" not in self.text and self.values else None


@dataclass(frozen=True, slots=True)
class Ref(Term):
    """A column of steps: ``text`` is the unit's own cell, ``all`` the cells of all units."""

    all: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it will be written; without a formula it holds the engine's values, and ``why`` says what could not be a formula."""

    heading: str
    formula: str
    values: tuple[Stored, ...]
    is_fixed: bool = False
    is_said: bool = False
    """Whether it repeats what people typed, in whichever spelling."""


@dataclass(slots=True)
class Steps:
    """The columns of one group, in the order in which each finds what it needs.

    ``fixed`` names the columns of constants, ``shared_from`` is the first column that hangs on other units by their order.
    """

    sheet: str
    first: int
    count: int
    columns: list[Column] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)
    shared_from: int | None = None
    offset: int = 2
    """How many columns stand before the first one."""

    @property
    def last(self) -> int:
        """Return the last row of units."""
        return self.first + max(self.count, 1) - 1

    def add(
        self, heading: str, formula: str | Callable[[], str], compute: Callable[[int], Stored | int | bool], *, is_said: bool = False
    ) -> Ref:
        """Add a column and return where it stands; where no formula can say it, a column of what the engine computes, said aloud."""
        values = self._values(compute)
        try:
            text = formula if isinstance(formula, str) else formula()
            self.check(text)
        except NotInExcel:
            self.fixed.append(heading)
            return self._put(Column(heading, "", values, is_fixed=True))
        return self._put(Column(heading, text, values, is_said=is_said))

    def check(self, formula: str) -> None:
        """Raise NotInExcel for a formula that Excel would refuse for the unit in the last row."""
        text = formula.replace(ROW, str(self.last)).replace(DATA_ROW, str(self.last + _TALLEST_FRONT))
        as_formula(text)
        if _most_arguments(text) > MOST_ARGUMENTS:
            raise NotInExcel

    def constant(self, value: Fraction | int) -> Term:
        """Return a number that is the same for all units."""
        exact = Fraction(value)
        return Term(excel_number(exact), (exact,) * self.count)

    def outside(self, ref: Ref) -> str:
        """Return the unit's own cell of a column as other sheets write it."""
        return f"{quoted(self.sheet)}!{ref.text}"

    def all_outside(self, ref: Ref) -> str:
        """Return the cells of all units of a column as other sheets write them."""
        return f"{quoted(self.sheet)}!{ref.all}"

    def _values(self, compute: Callable[[int], Stored | int | bool]) -> tuple[Stored, ...]:
        found = (compute(index) for index in range(self.count))
        return tuple(each if isinstance(each, str) else Fraction(each) for each in found)

    def _put(self, column: Column) -> Ref:
        letters = column_letters(len(self.columns) + self.offset + 1)
        self.columns.append(column)
        return Ref(f"${letters}{ROW}", column.values, f"${letters}${self.first}:${letters}${self.last}")


def _most_arguments(text: str) -> int:
    """Return how many arguments the function with the most of them has; commas inside texts count too, which errs on the safe side.

    >>> _most_arguments("MAX(A1,IF(B1,2,3),C1)"), _most_arguments("A1")
    (3, 1)
    """
    most, open_ = 1, [1]
    for character in text:
        if character == "(":
            open_.append(1)
        elif character == ")" and len(open_) > 1:
            open_.pop()
        elif character == ",":
            open_[-1] += 1
            most = max(most, open_[-1])
    return most


def quoted(sheet: str) -> str:
    """Return the name of a sheet as formulas write it.

    >>> quoted("Điểm 'A'")
    "'Điểm ''A'''"
    """
    return "'" + sheet.replace("'", "''") + "'"


def added(terms: Sequence[Term], steps: Steps) -> Term:
    """Return the sum of terms; constants are added here."""
    if not terms:
        return steps.constant(0)
    if all(each.constant is not None for each in terms):
        return steps.constant(sum((each.number(0) for each in terms), ZERO))
    values = tuple(sum((each.number(index) for each in terms), ZERO) for index in range(steps.count))
    return Term(terms[0].text if len(terms) == 1 else f"({'+'.join(each.text for each in terms)})", values)


def column_of(steps: Steps, heading: str, term: Term) -> Ref:
    """Return a term as a column of its own."""
    return term if isinstance(term, Ref) else steps.add(heading, term.text, lambda index: term.values[index])
