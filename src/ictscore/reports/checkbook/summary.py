"""The first sheet: every unit with where it stands, group by group."""

from __future__ import annotations

from ictscore.reports.checkbook.links import link_to
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.checked.standing import STATUS_WORDS, STATUSES, GroupStanding, Status, UnitStanding
from ictscore.reports.workbook.page import height_of
from ictscore.words import N_, tr

SIGNS: dict[Status, str] = {"received": "✓", "needs_mending": "!", "missing": "–"}
"""Said by a sign too: not everybody sees the colours, and printers are grey."""
LOOKS: dict[Status, str] = {"received": "received", "needs_mending": "needs_mending", "missing": "not_received"}
_HEADINGS = (N_("Group"), N_("Unit"), N_("Standing"), N_("Errors"), N_("Warnings"), N_("File"))
_WIDTHS = (28, 40, 18, 9, 10, 52)


def write_summary(draft: Draft, name: str) -> None:
    """Write the sheet: the counts of each group, then all units."""
    page = CheckPage(draft, name, tr("Summary"))
    page.widths(_WIDTHS)
    row = _counts(page, draft.check.standing.groups) + 1
    page.heads(row, [tr(each) for each in _HEADINGS])
    head = row
    for group in draft.check.standing.groups:
        for unit in group.units:
            row += 1
            _unit(page, row, group, unit)
    if row > head:
        page.sheet.autofilter(head, 0, row, len(_HEADINGS) - 1)
    page.page(head + 1, len(_HEADINGS))
    page.sheet.activate()


def _counts(page: CheckPage, groups: tuple[GroupStanding, ...]) -> int:
    """Write how many units of each group stand how, and return the next row."""
    row = TITLE_ROWS
    page.heads(row, [tr("Group"), "", *(tr(STATUS_WORDS[each]) for each in STATUSES)])
    page.sheet.merge_range(row, 0, row, 1, tr("Group"), page.style("head"))
    for group in groups:
        row += 1
        page.sheet.merge_range(row, 0, row, 1, "", page.style("text"))
        page.text(row, 0, group.group.name, "text")
        for column, status in enumerate(STATUSES, start=2):
            page.number(row, column, group.count(status), "centre", "0")
    return row + 1


def _unit(page: CheckPage, row: int, group: GroupStanding, unit: UnitStanding) -> None:
    name = f"{unit.unit} ({unit.parent})" if unit.parent else unit.unit
    page.text(row, 0, group.group.name, "text")
    page.text(row, 1, name, "strong")
    page.text(row, 2, f"{SIGNS[unit.status]} {tr(STATUS_WORDS[unit.status])}", LOOKS[unit.status])
    for column, count in ((3, unit.errors), (4, unit.warnings)):
        if unit.status == "missing":
            page.text(row, column, "", "centre")
        else:
            page.number(row, column, count, "centre", "0")
    astray = "; ".join(tr("{file} (names “{other}”)", file=file, other=other) for file, other in unit.came_as)
    place, files = (unit.findings[0].place, astray) if astray else (unit.place, "; ".join(unit.files))
    link_to(page, (row, 5), place, files)
    page.sheet.set_row(row, height_of([(group.group.name, _WIDTHS[0]), (name, _WIDTHS[1]), (files, _WIDTHS[5])], 15))
