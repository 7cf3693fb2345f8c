"""The sheet of the files of evidence: those that no form names first, then all others with the units that name them."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.reports.checkbook.findings import LINE
from ictscore.reports.checkbook.links import link_to
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.listed import listed
from ictscore.reports.workbook.page import height_of
from ictscore.survey.evidence.records import EvidenceFile, EvidenceRead
from ictscore.words import N_, tr, word

MOST_ROWS = 50_000
_HEADINGS = (N_("File"), N_("Size (byte)"), N_("Named by"), N_("Remark"))
_WIDTHS = (70, 14, 60, 30)


def write_files(draft: Draft, evidence: EvidenceRead, name: str) -> None:
    """Write the sheet."""
    page = CheckPage(draft, name, tr("Files of evidence"))
    page.widths(_WIDTHS)
    page.heads(TITLE_ROWS, [tr(each) for each in _HEADINGS])
    ordered = sorted(evidence.listing.files, key=lambda each: (each.name in evidence.named_by, each.name))
    for row, file in enumerate(ordered[:MOST_ROWS], start=TITLE_ROWS + 1):
        _file(page, row, evidence, file)
    shown = min(len(ordered), MOST_ROWS)
    if not shown:
        page.text(TITLE_ROWS + 1, 0, tr("The folder holds no files."), "plain")
    else:
        page.sheet.autofilter(TITLE_ROWS, 0, TITLE_ROWS + shown, len(_HEADINGS) - 1)
    if len(ordered) > MOST_ROWS:
        page.text(TITLE_ROWS + shown + 2, 0, tr("And {count} more.", count=len(ordered) - MOST_ROWS), "remark")
    page.page(TITLE_ROWS + 1, len(_HEADINGS))


def _file(page: CheckPage, row: int, evidence: EvidenceRead, file: EvidenceFile) -> None:
    units = word(listed(evidence.named_by.get(file.name, ())))
    remarks = [tr("named by no form")] if not units else []
    remarks += [tr("empty")] if not file.size else []
    link_to(page, (row, 0), Place(f"{evidence.listing.folder}/{file.name}"), file.name)
    page.number(row, 1, file.size, "number", "#,##0")
    page.text(row, 2, units, "text")
    page.text(row, 3, "; ".join(remarks), "text")
    page.sheet.set_row(row, height_of([(file.name, _WIDTHS[0]), (units, _WIDTHS[2])], LINE))
