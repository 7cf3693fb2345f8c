"""Which unit and which question a finding belongs to, by the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ictscore.codes.mappings import OF_THE_MAPPING
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.groups import SaidGroup
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.sheets.addresses import parse_column
from ictscore.survey.submission import Submission, Survey

_COLUMNS = re.compile(r"([A-Z]{1,3}):([A-Z]{1,3})")
_ROWS = re.compile(r"[A-Z]*([0-9]+)(?::[A-Z]*([0-9]+))?")
POINTS = "points:"


@dataclass(slots=True)
class _Sheet:
    """The entries of one sheet, by the row of the unit's name."""

    rows: dict[int, Submission] = field(default_factory=dict)
    all: list[Submission] = field(default_factory=list)


class Belonging:
    """Says of a finding whose it is.

    What stands in a file with one entry is that entry's; what stands in a table is its row's; what stands above the rows, or in no row,
    concerns every unit of the sheet; what stands nowhere near a unit belongs to the unit the finding names, if any.
    """

    def __init__(self, survey: Survey) -> None:
        """Note where the entries of a survey stand."""
        self._files: dict[str, list[Submission]] = {}
        self._sheets: dict[tuple[str, str], _Sheet] = {}
        self._questions: dict[tuple[str, str, str], str] = {}
        self._in_rows: dict[tuple[str, str, int], set[str]] = {}
        self._named: dict[str, list[Submission]] = {}
        for each in survey.submissions:
            self._note(each)

    def _note(self, submission: Submission) -> None:
        self._named.setdefault(fold_name(submission.unit), []).append(submission)
        sheets: dict[tuple[str, str], None] = {}
        if submission.place.file:
            sheets[submission.place.file, submission.place.sheet] = None
        for identifier, place in _cells(submission):
            if place.file:
                sheets[place.file, place.sheet] = None
                self._questions.setdefault((place.file, place.sheet, place.cell), identifier)
                if rows := rows_of(place.cell):
                    self._in_rows.setdefault((place.file, place.sheet, rows[0]), set()).add(identifier)
        for file in dict.fromkeys(file for file, _ in sheets):
            self._files.setdefault(file, []).append(submission)
        for key in sheets:
            sheet = self._sheets.setdefault(key, _Sheet())
            sheet.all.append(submission)
            rows = rows_of(submission.place.cell) if key == (submission.place.file, submission.place.sheet) else None
            if rows is not None:
                sheet.rows.setdefault(rows[0], submission)

    def units_of(self, found: Finding) -> tuple[Submission, ...]:
        """Return the entries that a finding belongs to; what a mapping says of an export is no unit’s to mend."""
        if found.code in OF_THE_MAPPING:
            return ()
        if found.place.file:
            here = self._at(found.place)
            if here:
                return here
        return tuple(self._of_name(found))

    def question_of(self, found: Finding) -> str:
        """Return the id of the answer (or ``points:`` and the criterion) a finding is about, or nothing."""
        told = found.values.get("answer")
        return str(told) if told else self.question_at(found.place)

    def question_at(self, place: Place) -> str:
        """Return the id of the answer, or ``points:`` and the criterion, that stands at a place or alone in its row; or nothing."""
        rows = rows_of(place.cell) if ":" in place.cell else None
        if rows is None or rows[0] != rows[1]:
            return self._questions.get((place.file, place.sheet, place.cell), "")
        here = self._in_rows.get((place.file, place.sheet, rows[0]), set())
        return next(iter(here)) if len(here) == 1 else ""

    def in_file(self, file: str) -> tuple[Submission, ...]:
        """Return the entries of a file."""
        return tuple(self._files.get(file, ()))

    def _at(self, place: Place) -> tuple[Submission, ...]:
        of_file = self._files.get(place.file, [])
        sheet = self._sheets.get((place.file, place.sheet))
        if len(of_file) == 1 or (sheet is None and not place.cell):
            return tuple(of_file)
        if sheet is None:
            return ()
        if len(sheet.all) == 1:
            return tuple(sheet.all)
        rows = rows_of(place.cell)
        if rows is None or rows[1] < min(sheet.rows, default=0):
            return tuple(sheet.all)
        return tuple(unit for row, unit in sheet.rows.items() if rows[0] <= row <= rows[1])

    def _of_name(self, found: Finding) -> Iterator[Submission]:
        name, group = found.values.get("unit"), found.values.get("group")
        for each in self._named.get(fold_name(str(name)), ()) if name else ():
            if group is None or (group.id if isinstance(group, SaidGroup) else group) == each.group:
                yield each


def rows_of(cell: str) -> tuple[int, int] | None:
    """Return the first and the last row of a cell, a range or a row; None for columns and for no cell.

    >>> rows_of("D14"), rows_of("D14:F20"), rows_of("7:7"), rows_of("B:B")
    ((14, 14), (14, 20), (7, 7), None)
    """
    found = _ROWS.fullmatch(cell)
    if found is None:
        return None
    first = int(found[1])
    return first, int(found[2]) if found[2] else first


def columns_of(cell: str) -> tuple[int, int] | None:
    """Return the first and the last of whole columns; None for anything else.

    >>> columns_of("B:D"), columns_of("B2:D2"), columns_of("7:7")
    ((2, 4), None, None)
    """
    found = _COLUMNS.fullmatch(cell)
    return (parse_column(found[1]), parse_column(found[2])) if found else None


def _cells(submission: Submission) -> Iterator[tuple[str, Place]]:
    """Yield the cells of an entry's answers and points."""
    for answers in submission.answers.values():
        yield from ((name, answer.place) for name, answer in answers.items())
    for points in submission.points.values():
        yield from ((f"{POINTS}{name}", answer.place) for name, answer in points.items())
