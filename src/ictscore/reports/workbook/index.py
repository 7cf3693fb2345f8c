"""The first sheet: what the workbook holds, with links."""

from __future__ import annotations

from collections.abc import Sequence

from ictscore.reports.cell_text import fitting
from ictscore.reports.told import Told
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.words import tr

_WIDTHS = (30, 74, 14, 14)


def write_index(draft: Draft, name: str, sheets: Sequence[tuple[str, str]]) -> None:
    """Write the sheet: a link and a description for each of ``sheets``, then the first places of every group."""
    page = Page(draft, name, tr("Contents"))
    page.widths(_WIDTHS)
    page.warn_across(_WIDTHS)
    row = TITLE_ROWS
    for column, heading in enumerate((tr("Sheet"), tr("What it shows"))):
        page.text(row, column, heading, "head")
    for target, description in sheets:
        row += 1
        page.link(row, 0, target)
        page.text(row, 1, fitting(description), "text")
        page.height(row, height_of([(target, _WIDTHS[0]), (description, _WIDTHS[1])], 14))
    last = _groups(page, draft.told, row + 2)
    page.print_area(last, len(_WIDTHS) - 1)
    page.sheet.activate()


def _groups(page: Page, told: Told, row: int) -> int:
    """Write the first places of every group from ``row`` on; return the last row."""
    headings = (tr("Group"), tr("First place"), tr("Total"), tr("Units"))
    for column, heading in enumerate(headings):
        page.text(row, column, heading, "head")
    for group in told.groups:
        row += 1
        first = [each for each in group.units if each.score.rank == 1]
        page.text(row, 0, group.group.name, "text")
        page.text(row, 1, "; ".join(each.score.unit for each in first), "strong")
        if first:
            places = told.rulebook.rounding.total
            page.number(row, 2, first[0].score.total, "number", "0." + "0" * places if places else "General")
        else:
            page.text(row, 2, "", "centre")
        page.number(row, 3, len(group.units), "number", "0")
    return row
