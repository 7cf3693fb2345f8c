"""Rows of a results sheet by the marks above them; what is not as expected is refused with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from ictscore.exact import NotANumber, from_stored
from ictscore.reports.recorded.read_results import exact_fraction, no_results
from ictscore.scoring.ranking import Key
from ictscore.survey.layout import UNIT
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.words import N_, Phrase, phrase


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One row: its cells by mark, and in which column each mark stands."""

    sheet: Sheet
    number: int
    columns: Mapping[str, int]
    cells: Mapping[str, Cell]

    def text(self, mark: str, known: Sequence[str] = ()) -> str:
        """Return the text of a cell, nothing when it is blank; one of ``known`` where these are given."""
        text = self.cells[mark].text if mark in self.cells else ""
        if known and text not in known:
            self.refuse(mark, phrase("one of {known}", known=tuple(known)))
        return text

    def number_in(self, mark: str) -> Fraction:
        """Return the number in a cell."""
        cell = self.cells.get(mark)
        try:
            return from_stored(cell.text) if cell is not None and cell.kind == "number" else self.refuse(mark, N_("a number"))
        except NotANumber:
            self.refuse(mark, N_("a number"))

    def numbers(self, prefix: str) -> dict[str, Fraction]:
        """Return the numbers under all marks that begin with ``prefix``, by what follows it."""
        return {mark.removeprefix(prefix): self.number_in(mark) for mark in self.columns if mark.startswith(prefix)}

    def rank(self, mark: str) -> int | None:
        """Return the rank in a cell, None where a text stands instead."""
        if mark in self.cells and self.cells[mark].kind != "number":
            return None
        rank = self.number_in(mark)
        return rank.numerator if rank.denominator == 1 else self.refuse(mark, N_("a whole number"))

    def exact(self, mark: str) -> Fraction:
        """Return the exact number that is written as text in a cell."""
        return self._exact(mark, self.text(mark))

    def key(self, mark: str) -> Key:
        """Return what the unit was ranked by: fractions between semicolons, a dash for what is missing."""
        parts = self.text(mark).split(";")
        return tuple((each != "-", Fraction(0) if each == "-" else self._exact(mark, each)) for each in parts)

    def _exact(self, mark: str, text: str) -> Fraction:
        try:
            return exact_fraction(text)
        except NotANumber:
            self.refuse(mark, N_("a fraction as text"))

    def refuse(self, mark: str, expected: Phrase | str) -> NoReturn:
        """Raise FileRefused: something else is expected in this cell, or the column is gone."""
        file, name = self.sheet.file, self.sheet.name
        if mark not in self.columns:
            raise no_results(file, phrase("the sheet “{sheet}” has no column {mark}", sheet=name, mark=mark))
        place = self.sheet.place_at(self.number, self.columns[mark])
        read = f"“{self.cells[mark].text}”" if mark in self.cells else phrase("blank")
        values = {"path": f"{name}!{place.cell}", "read": read, "expected": phrase(expected) if isinstance(expected, str) else expected}
        raise no_results(file, phrase("{path} is {read}; expected: {expected}", **values), place)


def marked_rows(sheet: Sheet) -> Iterator[MarkedRow]:
    """Yield the rows below the marks that name a unit; the first of them are headings without numbers."""
    columns: dict[str, int] = {}
    for number, cells in sheet.rows():
        if not columns:
            if any(cell.text == UNIT for cell in cells):
                columns = {cell.text: cell.column for cell in cells}
            continue
        by_column = {cell.column: cell for cell in cells}
        row = {mark: by_column[column] for mark, column in columns.items() if column in by_column}
        if UNIT in row and any(cell.kind == "number" for cell in row.values()):
            yield MarkedRow(sheet, number, columns, row)
