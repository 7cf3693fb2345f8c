"""Promises about how grave each kind of change is, and where it is told."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

RANKING = "Xếp hạng"


def hide_provisional(book):
    """Hide the line that says TẠM TÍNH."""
    book[RANKING].row_dimensions[4].hidden = True


def hide_first_column(book):
    """Hide the column all titles stand in."""
    book[RANKING].column_dimensions["A"].hidden = True


def white_basis(book):
    """Write the basis in white."""
    cell = book[RANKING]["A3"]
    cell.font = openpyxl.styles.Font(name="Times New Roman", sz=11, i=True, color="FFFFFFFF")


def cross_out(book):
    """Cross out the first unit."""
    cell = book[RANKING]["B8"]
    cell.font = openpyxl.styles.Font(name="Times New Roman", sz=11, b=True, strike=True)


def mark_yellow(book):
    """Mark the first unit in yellow."""
    book[RANKING]["B8"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFFFF00")


def no_tie_sign(book):
    """Show a rank with the sign of a shared one."""
    book[RANKING]["A8"].number_format = '0"="'


def first_page_without_head(book):
    """Print another head on the first page."""
    book[RANKING].HeaderFooter.differentFirst = True


def print_three_rows(book):
    """Print only the titles."""
    book[RANKING].print_area = "A1:D3"


def other_order(book):
    """Put the ranking last."""
    book.move_sheet(RANKING, 3)


def narrow(book):
    """Make the column of units too narrow for their names."""
    book[RANKING].column_dimensions["B"].width = 12


def wider(book):
    """Make the column of units wider."""
    book[RANKING].column_dimensions["B"].width *= 1.1


def other_link(book):
    """Let the first link lead to another sheet."""
    next(cell for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink).hyperlink.location = "'Xuất xứ'!A1"


def scrolled_away(book):
    """Freeze the view below its first rows."""
    book[RANKING].sheet_view.topLeftCell = "A9"


KINDS = {
    hide_provisional: ("SC277", "error", "A4"), hide_first_column: ("SC277", "error", "A1"), white_basis: ("SC277", "error", "A3"),
    cross_out: ("SC272", "error", "B8"), mark_yellow: ("SC273", "warning", "B8"), no_tie_sign: ("SC218", "error", "A8"),
    first_page_without_head: ("SC274", "error", ""), print_three_rows: ("SC276", "warning", ""), other_order: ("SC280", "warning", ""),
    narrow: ("SC275", "warning", "B1"), other_link: ("SC279", "error", "A7"), scrolled_away: ("SC276", "warning", ""),
}  # fmt: skip


def after(small, change):
    """Return the small workbook after a change."""
    book, changed = openpyxl.load_workbook(BytesIO(small)), BytesIO()
    change(book)
    book.save(changed)
    return changed.getvalue()


@pytest.mark.parametrize("change", KINDS, ids=lambda each: each.__name__)
def test_each_kind_is_told_where_it_is(small, found_in, change):
    """One change, one kind of finding: its code, its weight, its cell."""
    assert {(each.code, each.severity, each.place.cell) for each in found_in(after(small, change))} == {KINDS[change]}


def test_wider_columns_are_no_edit(small, found_in):
    """What is easier to read reads the same."""
    assert found_in(after(small, wider)) == ()
