"""Cells of a sheet that was read which nothing has understood: whoever reads the findings is told of each, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

from ictscore.places import Place
from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.header_leads import is_label
from ictscore.survey.beside.unit_times import joined
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import EXAMPLE
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.periodicities import say_how_often
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.signatures import is_signed
from ictscore.survey.noting import LeftCell, LeftOver
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.typed.stands_there import as_seen_in

_NUMBERING = re.compile(
    r"\(?[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,4}\)?[.)]?|\(?(?:[IVX]{1,5}|[a-zA-ZđĐ])\)?[.)]?"
    r"|\(?\d{1,2}\)?\s*=[\d\s=+\-*/x×:().%]+"
)
"""What numbers a column or a row: “(1)”, “A”, “2.1”, “3=2/1”."""
_MOST = 100_000
"""How many cells of a sheet are kept."""


def left_over(sheet: Sheet, lines: Lines, reads: Sequence[Read], usual: UsualLines) -> LeftOver | None:
    """Return the cells that neither were read nor say what is usual around answers; None where there are none.

    Of a spoilt sheet, where next to nothing is understood, only the first are kept.
    """
    rows = [row for each in reads for row in each.rows]
    if not rows:
        return None
    found = _Sheet(sheet, lines, reads, usual, min(rows), max(rows))
    cells = tuple(islice(chain(found.around_pages(), found.cells()), _MOST + 1))
    return LeftOver(Place(sheet.file, sheet=sheet.name), cells[:_MOST], found.first, len(cells) > _MOST) if cells else None


class _Heading(NamedTuple):
    """What heads a column that was not read, and whether nothing in it can be an answer or say anything of one."""

    text: str
    is_never_read: bool


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is looked through; ``first`` and ``last`` are the rows between which answers stand, ``done`` the cells looked at."""

    sheet: Sheet
    lines: Lines
    reads: Sequence[Read]
    usual: UsualLines
    first: int
    last: int
    done: set[tuple[int, int]] = field(default_factory=set)
    headings: dict[tuple[int, int], _Heading] = field(default_factory=dict)

    def around_pages(self) -> Iterator[LeftCell]:
        """Yield what is printed above and below the pages of the sheet."""
        place = Place(self.sheet.file, sheet=self.sheet.name)
        for text in self.sheet.page_texts:
            if not self.usual.is_of_pages(text):
                yield LeftCell(place, 0, 0, text, is_beside=False, is_below=False)

    def cells(self) -> Iterator[LeftCell]:
        """Yield what is left, from top to bottom."""
        self.done |= {at for each in self.reads for at in _places_of_who(each)}
        for row, line in self.lines.items():
            inside = [each for each in self.reads if each.is_read(row)]
            if inside:
                yield from self._beside(line, inside)
            elif not self._says_nothing(line):
                yield from self._around(row, line)

    def _says_nothing(self, line: Line) -> bool:
        """Return whether a row only numbers columns, shows how to fill in, or counts what is still blank."""
        texts = [text for cell in line.values() if (text := text_of(cell))]
        is_counting = (len(texts) > 1 or self._is_numbered(min(line))) and all(map(_NUMBERING.fullmatch, texts))
        return is_counting or EXAMPLE in texts or any(map(self.usual.heads_own_row, texts))

    def _is_numbered(self, column: int) -> bool:
        """Return whether a column stands before all that were read, where rows are numbered."""
        return all(column < min(each.columns - {0, each.layout.ids}, default=0) for each in self.reads)

    def _beside(self, line: Line, inside: Sequence[Read]) -> Iterator[LeftCell]:
        """Yield what stands beside answers in columns that were not read, each with the heading of its column."""
        for column in sorted(line.keys() - frozenset().union(*(each.columns for each in inside))):
            cell, (heading, is_never_read) = line[column], self._heading(column, inside[0])
            text = text_of(cell)
            if is_never_read or not text or text.startswith("#") or (cell.row, cell.column) in self.done:
                continue
            if not heading and cell.is_formula and column in self.sheet.hidden_columns and column > max(inside[0].columns):
                continue
            if not heading and _NUMBERING.fullmatch(text) and self._is_numbered(column):
                continue
            said = joined(heading, cell) if heading else as_seen_in(cell)
            if not self.usual.holds(said):
                yield self._left(cell, said, is_beside=True)

    def _around(self, row: int, line: Line) -> Iterator[LeftCell]:
        """Yield what stands in a row without answers: a label with what it labels, anything else by itself."""
        cells = [line[column] for column in sorted(line) if text_of(line[column])]
        for cell, behind in zip(cells, [*cells[1:], None], strict=True):
            if (cell.row, cell.column) in self.done or cell.text.startswith("#") or self._is_header(row, cell):
                continue
            if (behind is not None and _NUMBERING.fullmatch(text_of(cell))) or (row > self.first and self._is_beside_name(cell)):
                continue
            value = self._labelled(cell, behind)
            said = as_seen_in(cell) if value is None else joined(cell.text, value)
            self.done |= {(value.row, value.column)} if value is not None else set()
            if not (self.usual.holds(said) or (row > self.last and is_signed(said))):
                yield self._left(value or cell, said)

    def _labelled(self, cell: Cell, behind: Cell | None) -> Cell | None:
        """Return the cell of which another one is the label: the one to its right, else the one below it."""
        is_named = cell.kind == "text" and (is_label(cell.text) or cell.text.rstrip().endswith(":"))
        if not is_named or self.usual.is_own(cell.text):
            return None
        below = self.lines.get(cell.row + 1, {}).get(cell.column)
        value = behind if behind is not None and not is_label(behind.text) else below if is_label(cell.text) else None
        if value is None or not text_of(value) or (value.row, value.column) in self.done:
            return None
        return None if any(each.is_read(value.row) or each.is_heading(value.row) for each in self.reads) else value

    def _is_header(self, row: int, cell: Cell) -> bool:
        """Return whether a cell names a column that was read, or one of which each cell is looked at with its heading."""
        heads = [each for each in self.reads if each.is_heading(row)]
        return any(cell.column in _columns_asked(each) or self._heads_more(cell.column, each) for each in heads)

    def _heads_more(self, column: int, read: Read) -> bool:
        return column not in read.columns and any(text_of(self.lines[row].get(column)) for row in read.rows)

    def _heading(self, column: int, read: Read) -> _Heading:
        """Return the lowest text of a column between the row of marks or headings and the first answers."""
        key = id(read), column
        if key not in self.headings:
            begin = read.layout.printed.head if read.layout.printed is not None else read.layout.row
            above = (text_of(self.lines[row].get(column)) for row in range(min(read.rows) - 1, begin - 1, -1) if row in self.lines)
            named = (text for text in above if any(map(str.isalpha, text)) and not text.startswith("#"))
            text = next((text for text in named if not _NUMBERING.fullmatch(text)), "")
            told = {told for row in read.rows if (told := text_of(self.lines[row].get(column)))}
            is_never = is_told_by_heading(text) or self.usual.heads_own_column(text) or (bool(text) and say_how_often(text, told))
            self.headings[key] = _Heading(text, is_never)
        return self.headings[key]

    def _is_beside_name(self, cell: Cell) -> bool:
        """Return whether a cell stands in a column in which nothing is read, beside a section or a criterion that asks nothing."""
        return any(self._heading(cell.column, each).is_never_read for each in self.reads)

    def _left(self, cell: Cell, said: str, *, is_beside: bool = False) -> LeftCell:
        place = self.sheet.place(cell)
        return LeftCell(place, cell.row, cell.column, " ".join(said.split()), is_beside, cell.row > self.last)


def is_told_by_heading(heading: str) -> bool:
    """Return whether the heading of a column says that nothing in it can be an answer or change one.

    >>> is_told_by_heading("STT"), is_told_by_heading("Điểm tối đa"), is_told_by_heading("Điểm tự chấm"), is_told_by_heading("Ghi chú")
    (True, True, False, False)
    """
    part = part_of(heading)
    return part in ("number", "measure", "state", "where") or (part == "points" and "tự" not in fold_name(heading))


def _columns_asked(read: Read) -> frozenset[int]:
    """Return the columns whose headings have been understood or asked about."""
    printed = read.layout.printed
    return frozenset({*read.layout.columns, *(printed.together.columns if printed is not None else ()), *read.layout.stages})


def _places_of_who(read: Read) -> Iterator[tuple[int, int]]:
    """Yield where a form typed again says whose it is."""
    for said in read.layout.printed.who.values() if read.layout.printed is not None else ():
        at = parse_cell(said.place.cell)
        if at is not None:
            yield at
