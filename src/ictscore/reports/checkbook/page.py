"""One sheet of a check's workbook: its title lines, its cells, its printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ictscore.reports.cell_text import fitting
from ictscore.reports.checked.text import standing_line
from ictscore.reports.checked.told import Checked
from ictscore.reports.workbook.looks import Looks
from ictscore.reports.workbook.page import A4
from ictscore.survey.blank.writing import Book, Sheet, Style, put
from ictscore.words import tr

TITLE_ROWS = 4
"""Rows above the table: the regulation, the sheet, the counts, and a blank one."""
_LONGEST_FOOTER = 120


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
        self.text(0, 0, rulebook.title, "title")
        self.text(1, 0, f"{title} – {tr('period {period}', period=period)}" if period else title, "subtitle")
        self.text(2, 0, standing_line(draft.check.standing), "remark")
        self._printing(rulebook.title)

    def _printing(self, title: str) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        shown = title if len(title) <= _LONGEST_FOOTER else title[: _LONGEST_FOOTER - 1] + "…"
        self.sheet.set_footer("&L&8 " + shown.replace("&", "&&") + "&R&8 &P / &N")

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
