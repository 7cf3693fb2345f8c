"""The stamp of a workbook of ours: for which rulebook, group, unit and period it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.places import NOWHERE, Place
from ictscore.survey.layout import STAMP_KEYS, STAMP_SHEET
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Workbook
from ictscore.survey.sheets.inputs import find_inputs, read_input
from ictscore.survey.sheets.opening import open_survey_file

_RESULTS = "results"
"""The kind of a workbook that is no survey but was made from one."""
_PROPERTY = "ictscore "
"""What the names of the document's properties begin with, where the stamp stands a second time."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says; everything is blank where there is none."""

    kind: str = ""
    rulebook: str = ""
    hash: str = ""
    version: str = ""
    group: str = ""
    unit: str = ""
    period: str = ""
    place: Place = NOWHERE
    changed: bool = False
    """Whether the rulebook's text has changed since."""
    modified: str = ""
    """When the file says it was saved last."""


def read_stamp(book: Workbook) -> Stamp:
    """Return the stamp of a workbook; raise FileRefused for one that holds results."""
    sheet = next((each for each in book.sheets if each.name == STAMP_SHEET), None)
    values: dict[str, str] = {}
    if sheet is not None:
        for row, cells in sheet.rows():
            key, value = cells[0].text.strip(), sheet.cells.get((row, cells[0].column + 1))
            if key in STAMP_KEYS and value is not None:
                values[key] = value.text.strip()
    place = Place(book.file.name, sheet=STAMP_SHEET) if values else Place(book.file.name)
    values = values or {key: book.properties.get(f"{_PROPERTY}{key}", "").strip() for key in STAMP_KEYS}
    kind, rulebook, digest, version, group, unit, period = (values.get(key, "") for key in STAMP_KEYS)
    if kind == _RESULTS:
        raise FileRefused(finding("IO114", Place(book.file.name)))
    return Stamp(kind, rulebook, digest, version, group, unit, period, place, modified=book.modified)


def check_stamp(stamp: Stamp, rulebook: str, rulebook_hash: str, notes: Notes) -> Stamp:
    """Hold a stamp against the rulebook in use; return it with whether the rulebook has changed since."""
    if stamp.rulebook and stamp.rulebook != rulebook:
        notes.add("SV501", stamp.place, read=stamp.rulebook, expected=rulebook)
        return stamp
    if stamp.hash and rulebook_hash and stamp.hash != rulebook_hash:
        notes.add("SV502", stamp.place, read=stamp.rulebook)
        return replace(stamp, changed=True)
    return stamp


def rulebook_of(paths: Sequence[Path]) -> str:
    """Return the id of the rulebook that the first stamp among the survey files names.

    Files that cannot be read are passed over here; FileRefused is raised, with what was wrong with them, when no file has a stamp.
    """
    refused: list[Finding] = []
    unstamped = 0
    inputs = find_inputs(paths)
    for path in inputs.files:
        try:
            stamp = read_stamp(open_survey_file(read_input(path)))
        except FileRefused as refusal:
            refused += refusal.findings
            continue
        if stamp.rulebook:
            return stamp.rulebook
        unstamped += 1
    if unstamped:
        refused.append(finding("SV503", Place(str(paths[0]) if len(paths) == 1 else "")))
    raise FileRefused(*(refused or inputs.findings))
