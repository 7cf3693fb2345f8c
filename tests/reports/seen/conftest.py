"""A small results workbook, provisional, and what verify finds in one that was changed."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from ictscore.findings import Finding
from ictscore.reports.recorded.read_workbook_results import RESULT_LIMITS
from ictscore.reports.recorded.verified import verify_workbook
from ictscore.reports.workbook.build import results_workbook
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.workbook import read_workbook

Change = Callable[[bytes], bytes]


def opened(data: bytes) -> Workbook:
    """Return a workbook of these bytes."""
    file = InputFile(Path("kq.xlsx"), "kq.xlsx", data, hashlib.sha256(data).hexdigest(), len(data))
    return read_workbook(file, RESULT_LIMITS)


@pytest.fixture(scope="session")
def small(outcome_of) -> bytes:
    """Return a small results workbook marked provisional on every sheet."""
    made = outcome_of("bttt-phu-luc-1b")
    return results_workbook(made.told, made.explainer)


@pytest.fixture(scope="session")
def found_in() -> Callable[[bytes], tuple[Finding, ...]]:
    """Return what verify finds in a workbook of these bytes."""
    return lambda data: verify_workbook(opened(data)).findings


@pytest.fixture(scope="session")
def with_parts(small) -> Callable[[Mapping[str, Change]], bytes]:
    """Change parts of the small workbook as they are stored: those that are named, others made anew."""

    def make(changes: Mapping[str, Change]) -> bytes:
        made = BytesIO()
        with zipfile.ZipFile(BytesIO(small)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                new.writestr(name, changes[name](data) if name in changes else data)
            for name in changes.keys() - set(old.namelist()):
                new.writestr(name, changes[name](b""))
        return made.getvalue()

    return make
