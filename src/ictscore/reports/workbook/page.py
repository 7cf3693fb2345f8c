"""One sheet of the results workbook: its title lines, its table, its printed page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.reports.cell_text import fitting
from ictscore.reports.seal import Position, sealed_number, sealed_text
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
        self._titles(title, basis if basis is not None else draft.told.basis)
        self._printing(basis if basis is not None else draft.told.basis)

    def _titles(self, title: str, basis: BasisCount) -> None:
        told = self.draft.told
        self.text(0, 0, regulation_line(told), "title")
        period = f" – {told.origin.period}" if told.origin.period else ""
        self.text(1, 0, f"{title}{period} ({tr('stage')}: {stage_name(told)})", "subtitle")
        self.text(2, 0, basis_sentence(basis), "remark")
        if told.provisional:
            self.text(3, 0, provisional_sentence(told), "provisional")

    def _printing(self, basis: BasisCount) -> None:
        told, sheet = self.draft.told, self.sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        banner = f"&R&B&10 {_escaped(tr('PROVISIONAL'))}" if told.provisional else ""
        sheet.set_header(f"&L&9 {_escaped(regulation_line(told))}{banner}")
        # The blank behind a size keeps it from swallowing the digits of the text.
        sheet.set_footer(f"&L&8 {_escaped(basis_sentence(basis))}&R&8 &P / &N")

    def table(self, first_row: int, columns: int, *, frozen_columns: int, pages: int = 1) -> None:
        """Freeze, and repeat on every printed page, what heads the table: its heading rows, and the first columns where it is wide."""
        self.sheet.freeze_panes(first_row, frozen_columns)
        self.sheet.repeat_rows(TITLE_ROWS, first_row - 1)
        self.sheet.print_area(0, 0, self.sheet.dim_rowmax or first_row, columns - 1)
        if pages > 1:
            self.sheet.repeat_columns(0, frozen_columns - 1)
            self.sheet.fit_to_pages(pages, 0)

    def widths(self, widths: Sequence[float]) -> None:
        """Set the widths of the first columns."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """Write a text."""
        shown = fitting(text)
        put(self.sheet, row, column, shown, self.style(look))
        if shown:
            self.draft.note(self.name, row, column, sealed_text(shown))

    def across(self, row: int, columns: tuple[int, int], text: str, look: str) -> None:
        """Write a text into cells merged from the first to the last of ``columns``."""
        shown = fitting(text)
        span(self.sheet, row, columns, shown, self.style(look))
        if shown:
            self.draft.note(self.name, row, columns[0], sealed_text(shown))

    def link(self, row: int, column: int, sheet: str) -> None:
        """Write a sheet's name as a link to it."""
        quoted = sheet.replace("'", "''")
        self.sheet.write_url(row, column, f"internal:'{quoted}'!A1", self.style("link"), sheet)
        self.draft.note(self.name, row, column, sealed_text(sheet))

    def number(self, row: int, column: int, value: Fraction | int, look: str, number_format: str = "") -> None:
        """Write a number."""
        put(self.sheet, row, column, float(value), self.style(look, number_format))
        self.draft.note(self.name, row, column, sealed_number(value))

    def rank(self, row: int, column: int, rank: int | None, *, tied: bool) -> None:
        """Write a rank as a number; a shared one is shown with an equals sign, none as a dash."""
        if rank is None:
            self.text(row, column, NO_RANK, "rank")
        else:
            self.number(row, column, rank, "rank", '0"="' if tied else "0")

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
