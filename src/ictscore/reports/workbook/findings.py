"""The sheet of findings: what to look at, where it stands, what to do."""

from __future__ import annotations

from ictscore.findings import SEVERITIES
from ictscore.reports.findings import SEVERITY_WORDS
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.words import N_, tr

MOST_ROWS = 50_000
_HEADINGS = (N_("Severity"), N_("Code"), N_("File"), N_("Place"), N_("What was found"), N_("What to do"))
_WIDTHS = (11, 8, 26, 16, 62, 46)
LINE = 13.0


def write_findings(draft: Draft, name: str) -> None:
    """Write the sheet, errors first."""
    page = Page(draft, name, tr("Findings"))
    for column, heading in enumerate(_HEADINGS):
        page.text(TITLE_ROWS, column, tr(heading), "head")
    page.widths(_WIDTHS)
    ordered = sorted(draft.told.findings, key=lambda each: -SEVERITIES.index(each.severity))
    row = TITLE_ROWS + 1
    for found in ordered[:MOST_ROWS]:
        place = found.place
        at = f"{place.sheet}!{place.cell}" if place.sheet and place.cell else place.sheet or place.cell
        at = at or (f"{place.line}:{place.column}" if place.line else "")
        texts = (tr(SEVERITY_WORDS[found.severity]), found.code, place.file, at, found.message, found.advice)
        for column, text in enumerate(texts):
            page.text(row, column, text, "error_text" if found.severity == "error" and column == 0 else "top")
        page.height(row, height_of(zip(texts, _WIDTHS, strict=True), LINE))
        row += 1
    if not ordered:
        page.text(row, 0, tr("Nothing was found."), "plain")
    if len(ordered) > MOST_ROWS:
        page.text(row, 0, tr("And {count} more.", count=len(ordered) - MOST_ROWS), "remark")
    page.sortable(TITLE_ROWS + 1, max(row - 1, TITLE_ROWS + 1))
    page.table(TITLE_ROWS + 1, len(_HEADINGS), frozen_columns=0)
