"""A results workbook read back by its hidden stamp and marks, whatever language it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.recorded.edited import as_written
from ictscore.reports.recorded.marked_rows import MarkedRow, marked_rows
from ictscore.reports.recorded.read_results import NOT_OURS, ON, STYLES, UNRANKED, ReadGroup, ReadResults, ReadUnit, no_results
from ictscore.reports.recorded.stamp_keys import KIND, MATRIX_KEY, NUMBER_KEY, RANKING_KEY
from ictscore.rulebook.procedure import STAGES
from ictscore.survey.labels.unit_names import Who, who
from ictscore.survey.layout import PARENT, STAMP_SHEET, UNIT
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.limits import MEGABYTE, Limits
from ictscore.survey.sheets.workbook import read_workbook
from ictscore.words import phrase

YES_NO = ("yes", "no")

RESULT_LIMITS = Limits(
    file_bytes=500 * MEGABYTE,
    part_bytes=1000 * MEGABYTE,
    all_bytes=2000 * MEGABYTE,
    rows=1_048_576,
    cells=20_000_000,
    values=20_000_000,
    strings=5_000_000,
    elements=20_000_000,
)
"""A result holds every point of every unit, and a page of words about it: far more than any survey."""


def open_results(path: Path) -> Workbook:
    """Return the workbook in ``path``; refuse what is no workbook by what it is, for results come as JSON and CSV too."""
    file = read_input(path, RESULT_LIMITS.file_bytes)
    if not file.data.strip():
        raise FileRefused(finding("IO105", Place(file.name)))
    if not file.data.startswith(b"PK"):
        raise FileRefused(finding("SC225", Place(file.name)))
    return read_workbook(file, RESULT_LIMITS)


def stamp_of(book: Workbook) -> dict[str, str]:
    """Return the keys and values of the hidden sheet; nothing when there is none."""
    sheet = next((each for each in book.sheets if each.name == STAMP_SHEET), None)
    values: dict[str, str] = {}
    for row, cells in sheet.rows() if sheet is not None else ():
        value = sheet.cells.get((row, 2)) if sheet is not None else None
        values[cells[0].text] = value.text if value is not None else ""
    return values


def is_results(book: Workbook) -> bool:
    """Return whether a workbook says that it holds results."""
    return stamp_of(book).get("kind") == KIND


def read_results_workbook(book: Workbook) -> ReadResults:
    """Return the result in a workbook. Raises FileRefused when it is none, when something is gone, or when it was edited."""
    return as_written(recorded_in(book), stamp_of(book).get("digest", ""))


def recorded_in(book: Workbook) -> ReadResults:
    """Return what stands in a results workbook, whether it was edited or not."""
    stamp = Stamp(book)
    if stamp.values.get("kind") != KIND:
        raise no_results(book.file.name, phrase(NOT_OURS))
    groups = [key.removeprefix(RANKING_KEY) for key in stamp.values if key.startswith(RANKING_KEY)]
    return ReadResults(
        file=book.file.name,
        rulebook=stamp.value("rulebook"),
        hash=stamp.value("hash"),
        stage=stamp.value("stage", STAGES),
        provisional=stamp.value("provisional", YES_NO) == "yes",
        on=stamp.value("on", ON),
        style=stamp.value("style", STYLES),
        unranked_units=stamp.value("unranked_units", UNRANKED),
        groups=tuple(_group(each, stamp) for each in groups),
    )


class Stamp:
    """The keys and values of the hidden sheet, and the sheets they name."""

    def __init__(self, book: Workbook) -> None:
        """Read the hidden sheet of ``book``."""
        self.values = stamp_of(book)
        self._file = book.file.name
        self._sheets = {each.name: each for each in book.sheets}

    def value(self, key: str, known: Sequence[str] = ()) -> str:
        """Return what stands behind a key, one of ``known`` where these are given."""
        if key not in self.values:
            raise no_results(self._file, phrase("the sheet {sheet} says nothing of {key}", sheet=STAMP_SHEET, key=key))
        read = self.values[key]
        if known and read not in known:
            where = {"path": f"{STAMP_SHEET}: {key}", "read": f"“{read}”", "expected": phrase("one of {known}", known=tuple(known))}
            raise no_results(self._file, phrase("{path} is {read}; expected: {expected}", **where))
        return read

    def sheet(self, key: str) -> Sheet:
        """Return the sheet that is named behind a key."""
        name = self.value(key)
        if name not in self._sheets:
            raise no_results(self._file, phrase("the sheet “{sheet}” is missing", sheet=name))
        return self._sheets[name]


def _group(identifier: str, stamp: Stamp) -> ReadGroup:
    ranking, matrix = stamp.sheet(RANKING_KEY + identifier), stamp.sheet(MATRIX_KEY + identifier)
    points = {_who(row): row.numbers("criterion:") for row in marked_rows(matrix)}
    units = []
    for row in marked_rows(ranking):
        if _who(row) not in points:
            reason = phrase("{unit} is missing on the sheet “{sheet}”", unit=row.text(UNIT), sheet=matrix.name)
            raise no_results(ranking.file, reason, ranking.place_at(row.number, row.columns[UNIT]))
        units.append(_unit(row, points[_who(row)]))
    prefix = f"{NUMBER_KEY}{identifier}:"
    numbers = {key.removeprefix(prefix): value for key, value in stamp.values.items() if key.startswith(prefix)}
    within = stamp.value(f"within:{identifier}") == "parent"
    return ReadGroup(identifier, stamp.value(f"name:{identifier}"), within, tuple(units), numbers)


def _who(row: MarkedRow) -> Who:
    return who(row.text(UNIT), row.text(PARENT))


def _unit(row: MarkedRow, criteria: Mapping[str, Fraction]) -> ReadUnit:
    return ReadUnit(
        unit=row.text(UNIT),
        parent=row.text(PARENT) or None,
        rank=row.rank("#rank"),
        tied=row.text("#tied", YES_NO) == "yes",
        ranked=row.text("#ranked", YES_NO) == "yes",
        total=row.number_in("#total"),
        exact=row.exact("#exact"),
        max_points=row.number_in("#max_points"),
        percent=row.number_in("#percent"),
        grade=row.text("#grade") or None,
        awards=tuple(each for each in row.text("#awards").split(";") if each),
        award_text=row.text("#award_names"),
        sections=row.numbers("section:"),
        criteria=criteria,
        key=row.key("#key"),
    )
