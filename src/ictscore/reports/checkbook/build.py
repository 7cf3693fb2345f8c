"""The workbook of a check put together: the same bytes for the same survey and the same place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ictscore.reports.checkbook.completeness import write_completeness
from ictscore.reports.checkbook.findings import write_findings
from ictscore.reports.checkbook.origin import write_origin
from ictscore.reports.checkbook.page import Draft
from ictscore.reports.checkbook.summary import write_summary
from ictscore.reports.checked import Checked
from ictscore.reports.workbook.looks import Looks
from ictscore.reports.workbook.names import unique_names
from ictscore.survey.blank.front import in_language
from ictscore.survey.blank.writing import Book, put, workbook_bytes
from ictscore.survey.layout import STAMP_SHEET
from ictscore.words import tr

KIND = "check"


def check_workbook(check: Checked, command: str, path: Path) -> bytes:
    """Return the workbook, in the rulebook's language; its links are made for a workbook that stands at ``path``."""
    rulebook = check.loaded.rulebook
    with in_language(rulebook.language):
        return workbook_bytes(tr("Check of the survey"), rulebook.title, partial(_fill, check, command, path))


def _fill(check: Checked, command: str, path: Path, book: Book) -> None:
    draft = Draft(book, check, Looks(book), path)
    groups = check.standing.groups
    labels = ["" if len(groups) == 1 else f" {each.group.annex or each.group.id}" for each in groups]
    wanted = [tr("Summary"), tr("Findings to look at"), *(f"{tr('Completeness')}{label}" for label in labels), tr("Origin")]
    summary, findings, *matrices, origin = unique_names(wanted)
    write_summary(draft, summary)
    write_findings(draft, findings)
    for group, name in zip(groups, matrices, strict=True):
        write_completeness(draft, name, group)
    write_origin(draft, origin, command)
    _stamp(book, check)


def _stamp(book: Book, check: Checked) -> None:
    """Add the very hidden sheet by which the workbook is known to be no survey."""
    sheet = book.add_worksheet(STAMP_SHEET)
    values = {"kind": KIND, "rulebook": check.loaded.rulebook.id, "hash": check.loaded.hash, "period": check.survey.period}
    for row, (key, value) in enumerate(values.items()):
        put(sheet, row, 0, key)
        put(sheet, row, 1, value)
    sheet.very_hidden()
