"""The folder of results that a round leaves: workbook, page, JSON and log of a day, and which of them is the latest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.findings import SCHEMA_VERSION
from ictscore.reports.json_results import results_json
from ictscore.reports.results_page import results_html
from ictscore.reports.run_log import logged_files, run_log
from ictscore.reports.told import Told
from ictscore.safe_write import write_all_safely

RESULTS_FOLDER = Path("results")
LATEST = RESULTS_FOLDER / "latest.json"
WORKBOOK, PAGE, RECORD, LOG = ".results.xlsx", ".report.html", ".results.json", ".log.jsonl"
_KIND = "latest"


def folder_of(day: date) -> Path:
    """Return where the results of a day go, from the current folder.

    >>> folder_of(date(2020, 10, 2)).as_posix()
    'results/2020-10-02'
    """
    return RESULTS_FOLDER / day.isoformat()


def write_beside(told: Told, workbook: Path, stem: str, *, force: bool, inputs: Sequence[Path]) -> list[Path]:
    """Write page, JSON and log of a result into the folder of its workbook, and that it is the latest. Return the three.

    Replaced is what a whole log says was written and nobody has edited since; anything else is refused (FileRefused), all of it or none.
    """
    folder = workbook.parent
    page, record, log = (folder / f"{stem}{each}" for each in (PAGE, RECORD, LOG))
    files = {page: results_html(told).encode(), record: (results_json(told) + "\n").encode()}
    data = workbook.read_bytes()
    files[log] = run_log(told, {workbook.name: data, **{path.name: text for path, text in files.items()}}).encode()
    files[LATEST] = json.dumps(_latest(workbook, data), ensure_ascii=False, indent=2).encode() + b"\n"
    logged = logged_files(log)
    write_all_safely(files, force=force, inputs=inputs, is_ours=lambda path: _is_ours(path, log, logged))
    return [page, record, log]


def _latest(workbook: Path, data: bytes) -> dict[str, str]:
    name = workbook.relative_to(RESULTS_FOLDER).as_posix()
    return {"schema_version": SCHEMA_VERSION, "kind": _KIND, "results": name, "sha256": hashlib.sha256(data).hexdigest()}


def _is_ours(path: Path, log: Path, logged: Mapping[str, str] | None) -> bool:
    if path == LATEST:
        return _read_latest() is not None
    if logged is None:
        return False
    return path == log or logged.get(path.name) == hashlib.sha256(path.read_bytes()).hexdigest()


def _read_latest() -> tuple[str, str] | None:
    """Return which results are the latest, and their hash; None where no file of ours says so."""
    try:
        record: dict[str, Any] = json.loads(LATEST.read_bytes())
        return (str(record["results"]), str(record["sha256"])) if record["kind"] == _KIND else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def latest_results() -> Path:
    """Return the results workbook that was written last below the current folder.

    Raises FileRefused where there is none, where it is gone, and where it is no longer as it was written.
    """
    latest = _read_latest()
    if latest is None:
        raise FileRefused(finding("SC294", Place(str(LATEST))))
    path = RESULTS_FOLDER / latest[0]
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        raise FileRefused(finding("SC295", Place(str(path)))) from None
    if digest != latest[1]:
        raise FileRefused(finding("SC296", Place(str(path))))
    return path
