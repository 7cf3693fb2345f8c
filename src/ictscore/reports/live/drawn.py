"""What a live workbook shows: every formula with its stored value, kept so that recalculated cells can be held against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.reports.live.steps import DATA_ROW, ROW, Stored
from ictscore.reports.workbook.page import TITLE_ROWS, Page
from ictscore.survey.blank.writing import put_formula

HEAD_ROW = TITLE_ROWS
FIRST_ROW = TITLE_ROWS + 1
"""Rows of the heading and of the first unit on each computed sheet, counted from 0."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What should stand in a cell: a formula's value or a constant of the engine; ``unit`` is the row of the unit it belongs to."""

    value: Stored
    group: str
    unit: int
    heading: str
    is_fixed: bool = False
    is_shared: bool = False
    """Whether it hangs on the order of units as well."""
    is_said: bool = False
    """Whether it repeats an answer as it was typed: “không” for “Không” is the same answer."""


Cells = dict[tuple[int, int], Expected]


@dataclass(frozen=True, slots=True)
class Told:
    """How a formula is shown: its heading, look and number format, and whether it hangs on the order of units."""

    heading: str
    look: str
    number_format: str = ""
    is_shared: bool = False
    is_said: bool = False


@dataclass(slots=True)
class Drawing:
    """One computed sheet while it is drawn: a formula for every unit in every column."""

    page: Page
    group: str
    data_first: int
    cells: Cells = field(default_factory=dict)

    def formula(self, at: tuple[int, int], text: str, value: Stored, told: Told) -> None:
        """Write the formula of a unit's cell; ``at`` is the unit and the column, both counted from 0."""
        index, column = at
        row = FIRST_ROW + index
        formula = "=" + text.replace(ROW, str(row + 1)).replace(DATA_ROW, str(self.data_first + index))
        put_formula(self.page.sheet, row, column, formula, stored(value), self.page.style(told.look, told.number_format))
        self.cells[row + 1, column + 1] = Expected(value, self.group, index, told.heading, is_shared=told.is_shared, is_said=told.is_said)

    def constant(self, index: int, column: int, value: Stored, heading: str) -> None:
        """Write what the engine computed where no formula can."""
        row = FIRST_ROW + index
        if isinstance(value, str):
            self.page.text(row, column, value, "not_applicable")
        else:
            self.page.number(row, column, Fraction(str(stored(value))), "not_applicable")
        self.cells[row + 1, column + 1] = Expected(value, self.group, index, heading, is_fixed=True)


def stored(value: Stored) -> str | float:
    """Return a value as it is stored: a number at the 15 digits a spreadsheet keeps."""
    return value if isinstance(value, str) else float(f"{float(value):.15g}")
