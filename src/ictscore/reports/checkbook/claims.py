"""The sheet of the points that units give themselves, where they differ from those that the answers give."""

from __future__ import annotations

from ictscore.reports.checkbook.findings import LINE
from ictscore.reports.checkbook.links import link_to
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.checked.claims import Claim
from ictscore.reports.workbook.page import height_of
from ictscore.words import N_, tr

_HEADINGS = (
    N_("Unit"),
    N_("No."),
    N_("Criterion"),
    N_("Most points"),
    N_("Self-assessed"),
    N_("By the answers"),
    N_("Difference"),
    N_("Cell"),
)
_WIDTHS = (34, 8, 60, 10, 12, 12, 12, 10)


def write_claims(draft: Draft, name: str) -> None:
    """Write the sheet: unit by unit, the largest difference first; points that agree are counted."""
    page = CheckPage(draft, name, tr("Self-assessed points"))
    page.widths(_WIDTHS)
    claims = draft.check.claims
    counts = {"compared": sum(each.compared for each in claims), "differing": sum(len(each.differing) for each in claims)}
    told = tr("Compared: {compared}; different: {differing}. What a unit gives itself does not count.", **counts)
    page.text(TITLE_ROWS - 1, 0, told, "remark")
    page.heads(TITLE_ROWS, [tr(each) for each in _HEADINGS])
    row = TITLE_ROWS
    for unit in claims:
        for claim in unit.differing:
            row += 1
            _claim(page, row, unit.submission.unit, claim)
    if row > TITLE_ROWS:
        page.sheet.autofilter(TITLE_ROWS, 0, row, len(_HEADINGS) - 1)
    else:
        page.text(TITLE_ROWS + 1, 0, tr("All points agree."), "plain")
    page.page(TITLE_ROWS + 1, len(_HEADINGS))


def _claim(page: CheckPage, row: int, unit: str, claim: Claim) -> None:
    criterion = claim.criterion
    for column, text in enumerate((unit, criterion.number or "", criterion.name)):
        page.text(row, column, text, "strong" if column == 0 else "text")
    for column, value in enumerate((criterion.max_points, claim.claimed, claim.computed, claim.difference), start=3):
        page.number(row, column, float(value), "number", "+0.00;-0.00" if column == len(_HEADINGS) - 2 else "0.00")
    link_to(page, (row, len(_HEADINGS) - 1), claim.place, claim.place.cell)
    page.sheet.set_row(row, height_of([(unit, _WIDTHS[0]), (criterion.name, _WIDTHS[2])], LINE))
