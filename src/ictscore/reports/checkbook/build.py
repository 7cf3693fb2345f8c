"""The workbook of a check put together: the same bytes for the same survey and the same place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ictscore.reports.checkbook.claims import write_claims
from ictscore.reports.checkbook.completeness import write_completeness
from ictscore.reports.checkbook.evidence import write_evidence
from ictscore.reports.checkbook.evidence_files import write_files
from ictscore.reports.checkbook.findings import write_findings
from ictscore.reports.checkbook.notes import has_notes, write_notes
from ictscore.reports.checkbook.origin import write_origin
from ictscore.reports.checkbook.page import Draft
from ictscore.reports.checkbook.summary import write_summary
from ictscore.reports.checked.standing import GroupStanding
from ictscore.reports.checked.told import Checked
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
    for name, write in _sheets(draft, command):
        write(name)
    _stamp(book, check)


def _sheets(draft: Draft, command: str) -> list[tuple[str, Callable[[str], None]]]:
    """Return the sheets in their order: what each is called, and what writes it."""
    check, groups = draft.check, draft.check.standing.groups
    labels = ["" if len(groups) == 1 else f" {each.group.annex or each.group.id}" for each in groups]
    sheets: list[tuple[str, Callable[[str], None]]] = [(tr("Summary"), partial(write_summary, draft))]
    sheets += [(tr("Findings to look at"), partial(write_findings, draft))]
    for title, write in ((tr("Completeness"), write_completeness), *([(tr("Evidence"), write_evidence)] if check.survey.evidence else [])):
        sheets += [(f"{title}{label}", partial(_of_group, write, draft, group)) for label, group in zip(labels, groups, strict=True)]
    if check.survey.evidence is not None:
        sheets.append((tr("Files of evidence"), partial(write_files, draft, check.survey.evidence)))
    if has_notes(check):
        sheets.append((tr("Notes of units"), partial(write_notes, draft)))
    if check.claims:
        sheets.append((tr("Self-assessed points"), partial(write_claims, draft)))
    sheets.append((tr("Origin"), partial(_origin, draft, command)))
    return list(zip(unique_names([title for title, _ in sheets]), [write for _, write in sheets], strict=True))


def _of_group(write: Callable[[Draft, str, GroupStanding], None], draft: Draft, group: GroupStanding, name: str) -> None:
    write(draft, name, group)


def _origin(draft: Draft, command: str, name: str) -> None:
    write_origin(draft, name, command)


def _stamp(book: Book, check: Checked) -> None:
    """Add the very hidden sheet by which the workbook is known to be no survey."""
    sheet = book.add_worksheet(STAMP_SHEET)
    values = {"kind": KIND, "rulebook": check.loaded.rulebook.id, "hash": check.loaded.hash, "period": check.survey.period}
    for row, (key, value) in enumerate(values.items()):
        put(sheet, row, 0, key)
        put(sheet, row, 1, value)
    sheet.very_hidden()
