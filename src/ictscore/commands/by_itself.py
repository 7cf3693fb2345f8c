"""What commands write when only a folder of a round is named: companions of a check, and a day's folder of results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from ictscore.errors import FileRefused
from ictscore.jobs import Done
from ictscore.reports.console import plain, talk
from ictscore.reports.findings import print_findings
from ictscore.survey.sheets.inputs import find_inputs
from ictscore.words import tr

CHECK_WORKBOOK = Path("check.xlsx")
RETURNED = Path("returned")

T = TypeVar("T")


def where_to_check(rulebook: str) -> Path:
    """Return where the workbook of a check goes: never over that of another rulebook, which has the name to itself."""
    own = Path(f"{CHECK_WORKBOOK.stem}.{rulebook}{CHECK_WORKBOOK.suffix}")
    if own.is_file() or not CHECK_WORKBOOK.is_file():
        return own if own.is_file() else CHECK_WORKBOOK
    from ictscore.survey.matching.answers import stamp_of  # noqa: PLC0415 - only where there is something to look at

    kind, made_for = stamp_of(CHECK_WORKBOOK)
    return own if kind == "check" and made_for != rulebook else CHECK_WORKBOOK


def where_to_return(rulebook: str) -> Path:
    """Return the folder of the forms that go back: never that of another rulebook."""
    from ictscore.reports.back.record import record_in  # noqa: PLC0415

    own = Path(f"{RETURNED}.{rulebook}")
    return own if own.is_dir() or record_in(RETURNED).rulebook not in ("", rulebook) else RETURNED


def is_round(paths: Sequence[Path]) -> bool:
    """Return whether a folder is among the paths: what arrived in a round, not some files to look at."""
    return any(each.is_dir() for each in paths)


def stands_inside(paths: Sequence[Path]) -> bool:
    """Return whether the current folder is, or lies in, a folder of the survey: what is written here would be read as a survey."""
    here = Path.cwd()
    return any(each.is_dir() and here.is_relative_to(each.resolve()) for each in paths)


def asks_beside(paths: Sequence[Path]) -> bool:
    """Return whether answers about names written here are found by the next run: it looks beside the folder of the survey."""
    return any(each.is_dir() and each.resolve().parent == Path.cwd() for each in paths)


def writes_companions(paths: Sequence[Path]) -> bool:
    """Return whether a check of these paths writes by itself; say why not where one would expect it."""
    if not is_round(paths):
        return False
    if stands_inside(paths):
        words = tr("Nothing is written by itself inside the folder of the survey; call this from the folder above it, or name the files.")
        talk().print(plain(words))
        return False
    return True


def unless_refused(write: Callable[[], T]) -> T | None:
    """Write, and return what came of it; where that is refused say so and go on: nobody asked for this file."""
    try:
        return write()
    except FileRefused as refusal:
        print_findings(talk(), refusal.findings)
        return None


def results_folder(paths: Sequence[Path]) -> Path | None:
    """Return the folder of today's results, or None where single files are scored or the current folder lies inside the survey."""
    from ictscore.reports.results_folder import folder_of  # noqa: PLC0415 - only who scores a round needs it

    return folder_of(datetime.now(UTC).astimezone().date()) if is_round(paths) and not stands_inside(paths) else None


def beside_results(done: Done, paths: Sequence[Path], *, force: bool) -> list[Path]:
    """Write page, JSON and log beside the results workbook of a round and return them."""
    from ictscore.jobs import default_output  # noqa: PLC0415
    from ictscore.reports.results_folder import WORKBOOK, write_beside  # noqa: PLC0415

    told = done.outcome.told
    assert done.written is not None
    stem = default_output(tuple(paths), told.rulebook.id).name.removesuffix(WORKBOOK)
    return write_beside(told, done.written, stem, force=force, inputs=(*find_inputs(paths).files, told.loaded.path))
