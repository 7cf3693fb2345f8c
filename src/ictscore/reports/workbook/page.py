"""One sheet of the results workbook: its title lines, its table, its printed page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.places import cell_name, column_letters
from ictscore.reports.cell_text import fitting
from ictscore.reports.recorded.seal import Position, sealed_number, sealed_text
from ictscore.reports.seen.looks import look_of
from ictscore.reports.seen.record import BookRecord, SheetRecord
from ictscore.reports.sentences import basis_sentence, provisional_sentence, stage_name
from ictscore.reports.told import NO_RANK, Told
from ictscore.reports.workbook.looks import Looks
from ictscore.rulebook.basis import BasisCount
from ictscore.survey.blank.writing import Book, Sheet, Style, put, span
from ictscore.words import tr

A4 = 9
_FILLED = 1.05
"""How many letters of a proportional font fill one unit of width, less what is lost where a word no longer fits."""
LONGEST_LINE = 120
_BOLD = 0.8
"""How much fewer bold letters of the warning's size fill a width."""
_WARNING_ROW = 3
TITLE_ROWS = 5
"""Rows above the table: the regulation, the sheet, the basis, the provisional warning (or nothing), and a blank one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The workbook being written, what is told in it, and every cell as it was written, by sheet: what is sealed in the end."""

    book: Book
    told: Told
    looks: Looks
    written: dict[str, dict[Position, str]] = field(default_factory=dict)
    hidden: dict[str, tuple[set[int], set[int]]] = field(default_factory=dict)
    """The rows and columns that only machines read, counted from 1, by sheet."""
    record: BookRecord = field(default_factory=BookRecord)
    """What was asked of the writer beside the values of the cells."""
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    """The numbers of looks in the record, by their names and number formats."""

    def note(self, sheet: str, row: int, column: int, sealed: str) -> None:
        """Note a cell for the seal; row and column are counted from 0 here and from 1 there."""
        self.written.setdefault(sheet, {})[row + 1, column + 1] = sealed

    def hide(self, sheet: str, *, row: int | None = None, column: int | None = None) -> None:
        """Note a row or column that is written hidden; counted from 0 here and from 1 there."""
        rows, columns = self.hidden.setdefault(sheet, (set(), set()))
        rows |= {row + 1} if row is not None else set()
        columns |= {column + 1} if column is not None else set()


class Page:
    """A sheet with rows counted from 0; every text from outside is made harmless and fits into a cell."""

    def __init__(self, draft: Draft, name: str, title: str, basis: BasisCount | None = None) -> None:
        """Begin a sheet with its title lines."""
        self.draft, self.name = draft, name
        self.sheet: Sheet = draft.book.get_worksheet_by_name(name) or draft.book.add_worksheet(name)
        self.record: SheetRecord = draft.record.sheet(name)
        self._titles(title, basis if basis is not None else draft.told.basis)
        self._printing(basis if basis is not None else draft.told.basis)

    def _titles(self, title: str, basis: BasisCount) -> None:
        told = self.draft.told
        self.text(0, 0, regulation_line(told), "title")
        period = f" – {told.origin.period}" if told.origin.period else ""
        self.text(1, 0, f"{title}{period} ({tr('stage')}: {stage_name(told)})", "subtitle")
        self.text(2, 0, basis_sentence(basis), "remark")
        if told.provisional:
            self.text(_WARNING_ROW, 0, provisional_sentence(told), "provisional")

    def warn_across(self, widths: Sequence[float]) -> None:
        """Write the provisional warning again, whole, over columns of these widths, where the paper would cut it off."""
        if self.draft.told.provisional:
            warning = provisional_sentence(self.draft.told)
            self.across(_WARNING_ROW, (0, len(widths) - 1), warning, "provisional_whole")
            self.height(_WARNING_ROW, height_of([(warning, sum(widths) * _BOLD)], 16))

    def _printing(self, basis: BasisCount) -> None:
        told, sheet = self.draft.told, self.sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        banner = f"&R&B&10 {_escaped(tr('PROVISIONAL'))}" if told.provisional else ""
        # The blank behind a size keeps it from swallowing the digits of the text.
        self.record.header = f"&L&9 {_escaped(regulation_line(told))}{banner}"
        self.record.footer = f"&L&8 {_escaped(basis_sentence(basis))}&R&8 &P / &N"
        sheet.set_header(self.record.header)
        sheet.set_footer(self.record.footer)

    def table(self, first_row: int, columns: int, *, frozen_columns: int, pages: int = 1) -> None:
        """Freeze, and repeat on every printed page, what heads the table: its heading rows, and the first columns where it is wide."""
        self.freeze(first_row, frozen_columns)
        self.print_area(self.sheet.dim_rowmax or first_row, columns - 1)
        self.repeat_rows(TITLE_ROWS, first_row - 1)
        if pages > 1:
            self.sheet.repeat_columns(0, frozen_columns - 1)
            self.record.repeated += (f"A:{column_letters(frozen_columns)}",)
            self.sheet.fit_to_pages(pages, 0)
            self.record.pages = pages

    def freeze(self, rows: int, columns: int) -> None:
        """Keep the first rows and columns in sight."""
        self.sheet.freeze_panes(rows, columns)
        self.record.frozen = (rows, columns)

    def repeat_rows(self, first: int, last: int) -> None:
        """Print these rows again on every page."""
        self.sheet.repeat_rows(first, last)
        self.record.repeated = (f"{first + 1}:{last + 1}",)

    def print_area(self, last_row: int, last_column: int) -> None:
        """Print from the first cell to this one."""
        self.sheet.print_area(0, 0, last_row, last_column)
        self.record.area = (1, 1, last_row + 1, last_column + 1)

    def sortable(self, first: int, last: int) -> None:
        """Let people sort these rows: in another order they tell the same."""
        self.record.sortable = (first + 1, last + 1)

    def filtered(self, first: int, last: int, last_column: int) -> None:
        """Let people filter and sort the rows below the row ``first``, which heads them."""
        self.sheet.autofilter(first, 0, last, last_column)
        self.sortable(first + 1, last)

    def width(self, column: int, width: float) -> None:
        """Set the width of a column."""
        self.sheet.set_column(column, column, width)
        self.record.widths[column + 1] = width

    def widths(self, widths: Sequence[float]) -> None:
        """Set the widths of the first columns."""
        for column, width in enumerate(widths):
            self.width(column, width)

    def height(self, row: int, height: float) -> None:
        """Set the height of a row."""
        self.sheet.set_row(row, height)
        self.record.heights[row + 1] = height

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """Write a text."""
        shown = fitting(text)
        put(self.sheet, row, column, shown, self._styled(row, column, look))
        if shown:
            self.draft.note(self.name, row, column, sealed_text(shown))

    def across(self, row: int, columns: tuple[int, int], text: str, look: str) -> None:
        """Write a text into cells merged from the first to the last of ``columns``."""
        shown = fitting(text)
        span(self.sheet, row, columns, shown, self._styled(row, columns[0], look))
        if columns[0] != columns[1]:
            self.record.merged += (f"{cell_name(row + 1, columns[0] + 1)}:{cell_name(row + 1, columns[1] + 1)}",)
        if shown:
            self.draft.note(self.name, row, columns[0], sealed_text(shown))

    def link(self, row: int, column: int, sheet: str) -> None:
        """Write a sheet's name as a link to it."""
        quoted = sheet.replace("'", "''")
        target = f"'{quoted}'!A1"
        self.sheet.write_url(row, column, f"internal:{target}", self._styled(row, column, "link"), sheet)
        self.record.links[row + 1, column + 1] = target
        self.draft.note(self.name, row, column, sealed_text(sheet))

    def number(self, row: int, column: int, value: Fraction | int, look: str, number_format: str = "") -> None:
        """Write a number."""
        put(self.sheet, row, column, float(value), self._styled(row, column, look, number_format))
        self.draft.note(self.name, row, column, sealed_number(value))

    def rank(self, row: int, column: int, rank: int | None, *, tied: bool) -> None:
        """Write a rank as a number; a shared one is shown with an equals sign, none as a dash."""
        if rank is None:
            self.text(row, column, NO_RANK, "rank")
        else:
            self.number(row, column, rank, "rank", '0"="' if tied else "0")

    def _styled(self, row: int, column: int, look: str, number_format: str = "") -> Style:
        """Return the style of a cell, noting how it looks."""
        draft, key = self.draft, (look, number_format)
        if key not in draft.numbers:
            draft.numbers[key] = draft.record.number(look_of(draft.looks.asked(look, number_format)))
        self.record.looks[row + 1, column + 1] = draft.numbers[key]
        return self.style(look, number_format)

    def style(self, look: str, number_format: str = "") -> Style:
        """Return a style of this workbook."""
        return self.draft.looks.get(look, number_format)

    def marks(self, row: int, marks: Sequence[str]) -> None:
        """Write what each column holds, for whoever reads the sheet back, and hide the row."""
        for column, mark in enumerate(marks):
            put(self.sheet, row, column, mark)
            if mark:
                self.draft.note(self.name, row, column, sealed_text(mark))
        self.sheet.set_row(row, None, None, {"hidden": True})
        self.draft.hide(self.name, row=row)

    def hide_column(self, column: int, width: float) -> None:
        """Hide a column that only machines read."""
        self.sheet.set_column(column, column, width, None, {"hidden": True})
        self.draft.hide(self.name, column=column)


def regulation_line(told: Told) -> str:
    """Return the title of the regulation with the number of its decision."""
    decision = told.rulebook.decision
    number = f" – {decision.number}" if decision.number is not None else ""
    return f"{told.rulebook.title}{number}"


def _escaped(text: str) -> str:
    """Return a text for a printed margin, where ``&`` begins a code and 255 characters are all there is."""
    shown = text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"
    return shown.replace("&", "&&")


def height_of(cells: Iterable[tuple[str, float]], line: float) -> float:
    """Return the height of a row whose texts stand in columns of these widths (in letters), at ``line`` points each line."""
    return max((_lines(text, width) for text, width in cells), default=1) * line + 3


def _lines(text: str, width: float) -> int:
    return sum(1 + int(max(len(each) - 1, 0) / (width * _FILLED)) for each in text.split("\n"))
