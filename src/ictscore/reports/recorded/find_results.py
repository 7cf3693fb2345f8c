"""The results in files and folders: each read once, and everything left out is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import Place
from ictscore.reports.recorded.digest import digest_of
from ictscore.reports.recorded.read_json_results import looks_like_json, read_json_results, says_results
from ictscore.reports.recorded.read_results import ReadResults
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS, is_results, read_results_workbook
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.system_reasons import system_reason
from ictscore.words import Phrase, phrase

RESULTS_SUFFIX = ".results.xlsx"
MAY_HOLD_RESULTS = frozenset({".xlsx", ".json"})
OPEN_ELSEWHERE = ("~$", ".~lock.")


@dataclass(slots=True)
class FoundResults:
    """What was found: results, paths that are something else, and what in folders of results was left out."""

    results: list[ReadResults] = field(default_factory=list)
    strangers: list[Path] = field(default_factory=list)
    left_out: list[Finding] = field(default_factory=list)


def find_results(paths: Sequence[Path]) -> FoundResults:
    """Return the results in ``paths``; a folder means all results in it, whatever their names. No file counts twice."""
    found = FoundResults()
    seen: set[Path] = set()
    for path in paths:
        before = len(found.results)
        candidates = _files_in(path) if path.is_dir() else [path]
        for each in candidates:
            reason = phrase("it was given twice") if each.resolve() in seen else _take(each, found, in_folder=path.is_dir())
            if reason is not None:
                found.left_out.append(finding("IO111", Place(str(each)), reason=reason))
            else:
                seen.add(each.resolve())
        if path.is_dir() and len(found.results) == before and not any(each.resolve() in seen for each in candidates):
            found.strangers.append(path)
    return found


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as problem:
        raise FileRefused(finding("IO103", Place(str(folder)), reason=system_reason(problem))) from None


def _take(path: Path, found: FoundResults, *, in_folder: bool) -> Phrase | None:
    """Add the result in a file, or the file to the strangers; return why a file of a folder is left out."""
    if in_folder and path.name.startswith(OPEN_ELSEWHERE):
        return phrase("Excel keeps it while the workbook is open")
    if in_folder and (path.is_dir() or path.suffix.lower() not in MAY_HOLD_RESULTS):
        return phrase("it holds no results")
    result = read_results(path, named=not in_folder)
    if result is not None and in_folder and (same := _same(result, found)) is not None:
        return phrase("it holds the same result as {file}", file=same.file)
    if result is not None:
        found.results.append(result)
    elif in_folder:
        return phrase("it holds no results")
    else:
        found.strangers.append(path)
    return None


def _same(result: ReadResults, found: FoundResults) -> ReadResults | None:
    """Return the result found before that says the same, in whatever kind of file: a round writes a workbook and JSON side by side."""
    alike = [each for each in found.results if each.hash == result.hash]
    return next((each for each in alike if digest_of(each) == digest_of(result)), None) if alike else None


def read_results(path: Path, *, named: bool = True) -> ReadResults | None:
    """Return the result in a file, or None when it is something else; JSON that somebody ``named`` has to be one."""
    is_named_so = path.name.endswith(RESULTS_SUFFIX)
    limits = RESULT_LIMITS if is_named_so else LIMITS
    file = read_input(path, limits.file_bytes)
    if looks_like_json(file):
        return read_json_results(file) if named or says_results(file) else None
    if not file.data.startswith(b"PK"):
        return None
    book = read_workbook(file, limits)
    return read_results_workbook(book) if is_named_so or is_results(book) else None
