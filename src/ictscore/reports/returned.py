"""What goes back to a unit: which cells of a fresh form are doubtful, and what to do in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.belonging import POINTS, columns_of, rows_of
from ictscore.reports.standing import ABOUT_EVIDENCE, UnitStanding
from ictscore.reports.words_for_units import FRESH_START, NOT_FOR_UNITS, sentence
from ictscore.rulebook.model import Rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.layout import CONFIRM, EVIDENCE_PREFIX, UNIT
from ictscore.survey.sheets.addresses import parse_cell
from ictscore.survey.submission import Submission

_MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit's way back: ``marks`` lead from the id of an answer to what is to be said at its cell.

    Points go by ``points:`` and the criterion's id; what has no cell stands under ``#unit`` and is said at the top of the form.
    ``is_blank`` says that no answer was taken over; ``made_for`` is another unit, for which the form sent in was made.
    """

    standing: UnitStanding
    submission: Submission
    marks: Mapping[str, tuple[str, ...]]
    is_blank: bool = False
    made_for: str = ""


def returned_of(rulebook: Rulebook, standing: UnitStanding) -> Returned | None:
    """Return what goes back to a unit, worded in the spoken language; None where nothing needs mending.

    Errors and warnings are told; notes say how something was understood, and are not.
    """
    submission = standing.submission
    if submission is None or not standing.goes_back:
        return None
    told = [each for each in standing.findings if each.severity != "note" and each.code not in NOT_FOR_UNITS]
    if fresh := [each for each in told if each.code in FRESH_START]:
        blank = replace(submission, answers={}, points={}, remarks={})
        return Returned(standing, blank, {UNIT: tuple(dict.fromkeys(sentence(rulebook, each) for each in fresh))}, is_blank=True)
    made_for = next((str(each.values["stamped"]) for each in told if each.code == "SV505"), "")
    return Returned(standing, submission, _marks(rulebook, submission, told), made_for=made_for)


def _marks(rulebook: Rulebook, submission: Submission, findings: Sequence[Finding]) -> dict[str, tuple[str, ...]]:
    homes = _Homes(rulebook, submission)
    marks: dict[str, list[str]] = {}
    for found in findings:
        said = sentence(rulebook, found)
        for identifier in homes.of(found):
            if said not in marks.setdefault(identifier, []):
                marks[identifier].append(said)
    return {name: tuple(said) for name, said in marks.items()}


class _Homes:
    """Where on a fresh form what was found in an entry is said."""

    def __init__(self, rulebook: Rulebook, submission: Submission) -> None:
        self._asked = frozenset(asked_of(rulebook, submission.group))
        self._cells: dict[Place, str] = {}
        self._rows: dict[tuple[str, str, int], set[str]] = {}
        self._columns: dict[tuple[str, str, int], set[str]] = {}
        for identifier, place in _places(submission):
            self._cells.setdefault(place, identifier)
            rows = rows_of(place.cell)
            if rows is not None:
                self._rows.setdefault((place.file, place.sheet, rows[0]), set()).add(identifier)
            if cell := parse_cell(place.cell):
                self._columns.setdefault((place.file, place.sheet, cell[1]), set()).add(identifier)

    def of(self, found: Finding) -> tuple[str, ...]:
        """Return the ids of the answers to mark: those at the finding's places, else the one it names; else the top of the form."""
        if found.code == "SV505":
            return (CONFIRM,)
        if found.code in ABOUT_EVIDENCE:
            return (f"{EVIDENCE_PREFIX}{found.values['answer']}",)
        at = [name for place in (found.place, *found.related) for name in self._at(place)]
        named = str(found.values.get("answer", ""))
        if not at and named in self._asked:
            at = [named]
        known = [name for name in dict.fromkeys(at) if name in self._asked or name.startswith(POINTS)]
        return tuple(known) or (UNIT,)

    def _at(self, place: Place) -> tuple[str, ...]:
        """Return what is answered in a cell, else in each row or column of a range that holds one question."""
        if place in self._cells:
            return (self._cells[place],)
        lines, ends = (self._columns, columns) if (columns := columns_of(place.cell)) else (self._rows, rows_of(place.cell))
        if ends is None:
            return ()
        here = [lines.get((place.file, place.sheet, line), set()) for line in range(ends[0], min(ends[1], ends[0] + _MOST_ROWS) + 1)]
        return tuple(next(iter(each)) for each in here if len(each) == 1)


def _places(submission: Submission) -> Iterator[tuple[str, Place]]:
    for answers in submission.answers.values():
        yield from ((name, answer.place) for name, answer in answers.items())
    for points in submission.points.values():
        yield from ((f"{POINTS}{name}", answer.place) for name, answer in points.items())
