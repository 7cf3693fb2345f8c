"""Columns of a sheet that were not read: what heads them, and what may stand in them without being told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import LABEL, MARKS
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.layouts.periodicities import say_how_often
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.typed.text_numbers import read_number

_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=\s*\(?\d{1,2}\)?(?:\s*[+\-*/x×:]\s*\(?\d{1,2}\)?)*%?)?")
_MARK = re.compile(r"#[a-z]{2,12}")


class Heading(NamedTuple):
    """What heads a column that was not read, and what it holds by that: ``""`` where nobody knows, ``own`` where we compute it."""

    text: str
    kind: str


@dataclass(slots=True)
class LeftColumns:
    """The columns of one sheet that were not read."""

    sheet: Sheet
    lines: Lines
    reads: Sequence[Read]
    usual: UsualLines
    headings: dict[tuple[int, int], Heading] = field(default_factory=dict)
    counting: dict[int, bool] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """Return the row in which columns are named first."""
        return min(each.layout.printed.head if each.layout.printed is not None else each.layout.row for each in self.reads)

    def is_before(self, column: int) -> bool:
        """Return whether a column stands before all that were read, where rows are numbered."""
        return all(column < min(each.columns - {0, each.layout.ids}, default=0) for each in self.reads)

    def numbers_rows(self, column: int) -> bool:
        """Return whether rows may be numbered in a column: none behind the questions, or one before all that were read."""
        return self.is_before(column) or any(column <= each.layout.others.get(LABEL, 0) for each in self.reads)

    def heading(self, column: int, read: Read) -> Heading:
        """Return the lowest text of a column between the row of marks or headings and the first answers."""
        key = id(read), column
        if key not in self.headings:
            begin = read.layout.printed.head if read.layout.printed is not None else read.layout.row
            above = (
                text_of(self.lines[row].get(column))
                for row in range(min(read.rows or read.who, default=begin) - 1, begin - 1, -1)
                if row in self.lines
            )
            named = (text for text in above if any(map(str.isalpha, text)) and not _MARK.fullmatch(text))
            text = next((text for text in named if not _COLUMN_NUMBER.fullmatch(text)), "")
            self.headings[key] = Heading(text, self._kind(column, text, read))
        return self.headings[key]

    def heads_more(self, column: int, read: Read) -> bool:
        """Return whether a column that was not read holds anything beside answers."""
        return column not in read.columns and any(text_of(self.lines[row].get(column)) for row in read.rows)

    def holds(self, column: int, cell: Cell, read: Read) -> bool:
        """Return whether a cell says no more than its column is known to hold: the number of its row, a measure, most points."""
        text, (heading, kind) = text_of(cell), self.heading(column, read)
        if kind in ("own", "often") or self.is_mark(cell):
            return True
        if not heading:
            is_state = cell.is_formula and column in self.sheet.hidden_columns and column > max(read.columns)
            return is_state or (self.is_before(column) and self._counts(column, read))
        return self._fits(kind, text)

    def is_printed(self, cell: Cell) -> bool:
        """Return whether a cell beside a section or a criterion that asks nothing is a number or measure printed there."""
        text = text_of(cell)
        return any(self._fits(self.heading(cell.column, each).kind, text) for each in self.reads) or self.usual.is_measure(text)

    def is_mark(self, cell: Cell) -> bool:
        """Return whether a cell is one of the hidden marks of our forms."""
        return text_of(cell) in MARKS

    def _kind(self, column: int, heading: str, read: Read) -> str:
        if self.usual.heads_own_column(heading):
            return "own"
        part = part_of(heading)
        if part in ("number", "measure", "state", "where") or (part == "points" and "tự" not in fold_name(heading)):
            return part
        told = {told for row in read.rows if (told := text_of(self.lines[row].get(column)))}
        return "often" if heading and say_how_often(heading, told) else ""

    def _fits(self, kind: str, text: str) -> bool:
        """Return whether a text is what a column of a kind holds."""
        if kind == "points":
            return read_number(text) is not None
        if kind == "number" and text.isdecimal():  # tables may have thousands of rows
            return True
        if kind in ("number", "where"):
            return self.usual.numbers_a_row(text) or (kind == "where" and self.usual.holds(text))
        return kind == "own" or (kind in ("measure", "state") and (self.usual.is_measure(text) or self.usual.is_own(text)))

    def _counts(self, column: int, read: Read) -> bool:
        """Return whether a column without a heading numbers the rows: each number is more than the one above."""
        if column not in self.counting:
            texts = [text for row in sorted(read.rows) if (text := text_of(self.lines[row].get(column)))]
            numbers = [int(bare) for each in texts if (bare := each.strip("().")).isdecimal()]
            is_rising = all(above < below for above, below in pairwise(numbers))
            self.counting[column] = len(texts) > 1 and is_rising and all(map(self.usual.numbers_a_row, texts))
        return self.counting[column]


def numbers_columns(texts: Sequence[str]) -> bool:
    """Return whether the texts of a row number its columns, each once.

    >>> numbers_columns(["A", "B", "(1)", "(2)", "3=2/1"]), numbers_columns(["4", "66", "66"]), numbers_columns(["1", "(4)=66x1000"])
    (True, False, False)
    """
    return len({*texts}) == len(texts) and all(map(_COLUMN_NUMBER.fullmatch, texts))
