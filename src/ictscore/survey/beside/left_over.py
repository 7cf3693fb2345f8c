"""Cells of a sheet that was read which nothing has understood: whoever reads the findings is told of each, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest

from ictscore.places import Place
from ictscore.survey.beside.aside import Read
from ictscore.survey.beside.header_leads import is_label
from ictscore.survey.beside.left_columns import LeftColumns, numbers_columns
from ictscore.survey.beside.unit_times import joined
from ictscore.survey.beside.usual_lines import UsualLines
from ictscore.survey.layout import EXAMPLE, NUMBER
from ictscore.survey.layouts.lines import Line, Lines, text_of, words_of_people
from ictscore.survey.layouts.signatures import is_signed
from ictscore.survey.noting import LeftCell, LeftOver
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.typed.stands_there import as_seen_in

_MOST = 2_000
"""How many cells of a sheet are kept: a message names a few of them."""
_HEADS = 2
"""How many columns a row names that heads them."""


def left_over(sheet: Sheet, lines: Lines, reads: Sequence[Read], usual: UsualLines) -> LeftOver | None:
    """Return the cells that neither were read nor say what is usual around answers; None where there are none.

    Of a spoilt sheet, where next to nothing is understood, only the first are kept. A table of a Word form may ask who it is and no more.
    """
    asks = any(NUMBER in each.layout.others for each in reads)
    rows = [row for each in reads for row in each.rows] or [row for each in reads for row in each.who if not asks]
    if not rows:
        return None
    found = _Sheet(sheet, lines, reads, usual, LeftColumns(sheet, lines, reads, usual), min(rows), max(rows))
    cells = tuple(islice(chain(found.around_pages(), found.cells(), found.comments()), _MOST + 1))
    return LeftOver(Place(sheet.file, sheet=sheet.name), cells[:_MOST], found.first, len(cells) > _MOST, found.heads()) if cells else None


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is looked through; ``first`` and ``last`` are the rows between which answers stand, ``done`` the cells looked at."""

    sheet: Sheet
    lines: Lines
    reads: Sequence[Read]
    usual: UsualLines
    columns: LeftColumns
    first: int
    last: int
    done: set[tuple[int, int]] = field(default_factory=set)

    def heads(self) -> frozenset[int]:
        """Return the rows above the answers that name the columns."""
        rows = (row for row in self.lines if self.columns.head <= row < self.first)
        return frozenset(row for row in rows if self._names_columns(row))

    def _names_columns(self, row: int) -> bool:
        """Return whether a row heads the columns of a form typed again, or two columns as they are called."""
        if any(each.layout.printed is not None and each.is_heading(row) for each in self.reads):
            return True
        return sum(self.usual.heads(text_of(cell)) for cell in self.lines[row].values()) >= _HEADS

    def around_pages(self) -> Iterator[LeftCell]:
        """Yield what is printed above and below the pages of the sheet."""
        place = Place(self.sheet.file, sheet=self.sheet.name)
        for text in self.sheet.page_texts:
            if not self.usual.is_of_pages(text):
                yield LeftCell(place, 0, 0, text)

    def comments(self) -> Iterator[LeftCell]:
        """Yield what people wrote in comments, but for those in rows of answers."""
        for (row, column), comment in sorted(self.sheet.comments.items()):
            text = " ".join(" ".join(words_of_people(comment)).split())
            is_judged = any(each.is_read(row) for each in self.reads)  # beside answers it was held against them
            if text and not is_judged and not self.usual.holds(text):
                yield LeftCell(self.sheet.place_at(row, column), row, column, text, is_comment=True)

    def cells(self) -> Iterator[LeftCell]:
        """Yield what is left, from top to bottom."""
        self.done |= {at for each in self.reads for at in _places_of_who(each)}
        for row, line in self.lines.items():
            inside = [each for each in self.reads if row in each.rows]
            who = next((each for each in self.reads if row in each.who), None)
            if inside:
                yield from self._beside(line, inside)
            elif who is not None:
                yield from self._around(row, {column: cell for column, cell in line.items() if column not in _read_of_who(line, who)})
            elif not self._numbers_columns(row, line):
                yield from self._around(row, line, of_ours=self._is_row_of_ours(line))

    def _numbers_columns(self, row: int, line: Line) -> bool:
        """Return whether a row only numbers the columns, between their headings and the answers, or itself among them."""
        texts = [text for _, cell in sorted(line.items()) if (text := text_of(cell))]
        if row > self.first:
            return len(texts) == 1 and self.columns.is_before(min(line)) and self.usual.numbers_a_row(texts[0])
        return row > self.columns.head and len(texts) > 1 and numbers_columns(texts)

    def _is_row_of_ours(self, line: Line) -> bool:
        """Return whether a row is the worked example of our forms, or counts what is still blank: numbers there are ours."""
        texts = [text_of(cell) for cell in line.values()]
        return EXAMPLE in texts or any(map(self.usual.heads_own_row, texts))

    def _beside(self, line: Line, inside: Sequence[Read]) -> Iterator[LeftCell]:
        """Yield what stands beside answers in columns that were not read, each with its heading; and where rows are numbered."""
        known = frozenset().union(*(each.columns for each in inside))
        numbers = {each.layout.others.get(NUMBER, 0) for each in inside}
        for column in sorted(line):
            cell = line[column]
            text = self._said(cell)
            if not text or (cell.row, cell.column) in self.done:
                continue
            if column in numbers and not self.usual.numbers_a_row(text):
                yield self._left(cell, as_seen_in(cell), is_beside=True)
            elif column not in known and not self.columns.holds(column, cell, inside[0]):
                heading = self.columns.heading(column, inside[0]).text
                said = joined(heading, cell) if heading and text_of(cell) else as_seen_in(cell) or text
                if not self.usual.holds(said):
                    yield self._left(cell, said, is_beside=True)

    def _around(self, row: int, line: Line, *, of_ours: bool = False) -> Iterator[LeftCell]:
        """Yield what stands in a row without answers: a label with what it labels, anything else by itself."""
        cells = [line[column] for column in sorted(line) if self._said(line[column])]
        names_a_part = row > self.first and any(cell.kind == "text" and self.usual.names_a_part(cell.text) for cell in cells)
        for cell, behind in zip_longest(cells, cells[1:]):
            if (cell.row, cell.column) in self.done or self.columns.is_mark(cell) or self._is_header(row, cell):
                continue
            is_first = behind is not None and cell is cells[0] and row > self.columns.head and self.columns.numbers_rows(cell.column)
            if is_first and self.usual.numbers_a_row(text_of(cell)):
                continue
            if (names_a_part and self.columns.is_printed(cell)) or (of_ours and self._is_number_of_ours(cell)):
                continue
            value = self._labelled(cell, behind)
            said = (as_seen_in(cell) or self._said(cell)) if value is None else joined(cell.text, value)
            self.done |= {(value.row, value.column)} if value is not None else set()
            is_signature = row > self.last and is_signed(said)
            if not (is_signature or self.usual.holds(said, is_above=row < self.columns.head)):
                yield self._left(value or cell, said)
            elif is_signature or (row < self.first and self.usual.group_of(said)):
                yield self._left(value or cell, said)._replace(is_usual=True, group=self.usual.group_of(said))

    def _is_number_of_ours(self, cell: Cell) -> bool:
        """Return whether a number stands in one of the columns of the form."""
        is_number = cell.is_formula or cell.kind == "number" or text_of(cell).isdecimal()
        return is_number and any(cell.column <= max(each.columns, default=0) for each in self.reads)

    def _said(self, cell: Cell) -> str:
        """Return what a cell says; of a formula without a value that somebody wrote on a form of their own, that it is one."""
        is_unknown = cell.kind == "formula_without_value" and any(each.layout.printed is not None for each in self.reads)
        return text_of(cell) or ("=?" if is_unknown else "")

    def _labelled(self, cell: Cell, behind: Cell | None) -> Cell | None:
        """Return the cell of which another one is the label: the one to its right, else the one below it."""
        asks = cell.kind == "text" and self.usual.asks(cell.text)
        is_named = cell.kind == "text" and (is_label(cell.text) or cell.text.rstrip().endswith(":"))
        if not asks and (not is_named or self.usual.is_own(cell.text)):
            return None
        below = self.lines.get(cell.row + 1, {}).get(cell.column)
        value = behind if behind is not None and not is_label(behind.text) else below if is_label(cell.text) else None
        if value is None or not text_of(value) or (value.row, value.column) in self.done:
            return None
        if asks and not any(map(str.isdigit, text_of(value))):  # a measure, say
            return None
        return None if any(value.row in each.rows or each.is_heading(value.row) for each in self.reads) else value

    def _is_header(self, row: int, cell: Cell) -> bool:
        """Return whether a cell names a column, and says nothing more: one of a table, or of a form that is called as such columns are.

        What heads a column that was not read is told with each of its cells.
        """
        heads = [each for each in self.reads if each.is_heading(row) and not self._is_marked(each)]
        if any(cell.column in each.layout.columns or self.columns.heads_more(cell.column, each) for each in heads):
            return True
        return self.columns.head <= row < self.first and cell.kind == "text" and self.usual.heads(cell.text)

    def _is_marked(self, read: Read) -> bool:
        """Return whether a table or form has our marks: then its headings stand somewhere below them, in words of ours."""
        marks = self.lines.get(read.layout.row, {}).values()
        return read.layout.printed is None and any(map(self.columns.is_mark, marks))

    def _left(self, cell: Cell, said: str, *, is_beside: bool = False) -> LeftCell:
        above, below = (text_of(self.lines.get(cell.row + step, {}).get(cell.column)) for step in (-1, 1))
        lines = self.usual.unusual(said, is_above=cell.row < self.columns.head)
        is_below = cell.row > self.last
        place, text = self.sheet.place(cell), " ".join(said.split())
        is_figure = not any(map(str.isalpha, text_of(cell)))
        return LeftCell(place, cell.row, cell.column, text, is_beside, is_below, is_figure=is_figure, lines=lines, around=(above, below))


def _read_of_who(line: Line, read: Read) -> frozenset[int]:
    """Return what was read of a row that says whose a form is: its id, and the first column of answers that is filled."""
    filled = (column for column in sorted(read.layout.stages) if text_of(line.get(column)))
    return frozenset((next(filled, 0), read.layout.ids))


def _places_of_who(read: Read) -> Iterator[tuple[int, int]]:
    """Yield where a form typed again says whose it is."""
    for said in read.layout.printed.who.values() if read.layout.printed is not None else ():
        at = parse_cell(said.place.cell)
        if at is not None:
            yield at
