"""Results that nobody edited: what a signature may stand for."""

from __future__ import annotations

from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, errors_among
from ictscore.reports.recorded.find_results import read_results
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, is_results
from ictscore.reports.recorded.verified import verify_workbook
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.workbook import read_workbook


def refuse_edited(path: Path) -> tuple[Finding, ...]:
    """Return what is only seen less well in a result than it was written: hidden rows, other colours.

    Raises FileRefused, naming every cell, where it was edited after it was written. A file that is no result is none of ours.
    """
    file = read_input(path, RESULT_LIMITS.file_bytes)
    if not file.data.startswith(b"PK"):
        read_results(path, named=False)
        return ()
    book = read_workbook(file, RESULT_LIMITS)
    found = verify_workbook(book).findings if is_results(book) else ()
    if edited := errors_among(found):
        raise FileRefused(*edited)
    return found
