"""One sheet of a check's workbook: its title lines, its cells, its printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ictscore.reports.cell_text import fitting
from ictscore.reports.checked.text import standing_line
from ictscore.reports.checked.told import Checked
from ictscore.reports.workbook.looks import Looks
from ictscore.reports.workbook.page import A4, height_of
from ictscore.survey.blank.writing import Book, Sheet, Style, put, span
from ictscore.words import tr

TITLE_ROWS = 4
"""Rows above the table: the regulation, the sheet, the counts, and a blank one."""
_LONGEST_FOOTER = 120
_LETTERS, _LINES = (0.7, 0.8, 0.95), (19.0, 16.5, 15.0)
"""How many letters of each title line stand in the width of a plain one, and how high its lines are."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The workbook being written; ``path`` is where it will stand."""

    book: Book
    check: Checked
    looks: Looks
    path: Path


class CheckPage:
    """A sheet with rows counted from 0; every text from outside is made harmless, fits into a cell and is never a formula."""

    def __init__(self, draft: Draft, name: str, title: str) -> None:
        """Begin a sheet with its title lines."""
        self.draft, self.name = draft, name
        self.sheet: Sheet = draft.book.add_worksheet(name)
        rulebook, period = draft.check.loaded.rulebook, draft.check.survey.period
        heading = f"{title} – {tr('period {period}', period=period)}" if period else title
        self._titles = ((rulebook.title, "title"), (heading, "subtitle"), (standing_line(draft.check.standing), "remark"))
        for row, (text, look) in enumerate(self._titles):
            self.text(row, 0, text, look)
        self._printing(rulebook.title)

    def _printing(self, title: str) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        shown = title if len(title) <= _LONGEST_FOOTER else title[: _LONGEST_FOOTER - 1] + "…"
        self.sheet.set_footer("&L&8 " + shown.replace("&", "&&") + "&R&8 &P / &N")

    def titles_within(self, columns: Sequence[float]) -> None:
        """Keep the title lines within the first columns, of these widths: they are repeated on every printed page, and there read whole."""
        for row, (text, look) in enumerate(self._titles):
            span(self.sheet, row, (0, len(columns) - 1), fitting(text), self.style(f"{look}_within"))
            self.sheet.set_row(row, height_of([(text, sum(columns) * _LETTERS[row])], _LINES[row]))

    def widths(self, widths: Sequence[float]) -> None:
        """Set the widths of the first columns."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def text(self, row: int, column: int, text: str, look: str) -> None:
        """Write a text."""
        put(self.sheet, row, column, fitting(text), self.style(look))

    def number(self, row: int, column: int, value: float, look: str, number_format: str = "") -> None:
        """Write a number."""
        put(self.sheet, row, column, value, self.style(look, number_format))

    def heads(self, row: int, texts: Sequence[str]) -> None:
        """Write a row of headings."""
        for column, text in enumerate(texts):
            self.text(row, column, text, "head")

    def style(self, look: str, number_format: str = "") -> Style:
        """Return a style of this workbook."""
        return self.draft.looks.get(look, number_format)

    def page(self, first_row: int, columns: int, *, frozen_columns: int = 0) -> None:
        """Freeze the headings above ``first_row``, repeat them on every printed page, and print no more than the columns."""
        self.sheet.freeze_panes(first_row, frozen_columns)
        self.sheet.repeat_rows(first_row - 1)
        self.sheet.print_area(0, 0, max(self.sheet.dim_rowmax or 0, first_row), columns - 1)
