"""Where on a fresh form what was found in an entry is said, and which of its cells an error concerns."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.expr.values import Blank
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.back.kept_back import Spot
from ictscore.reports.checked.belonging import POINTS, columns_of, rows_of
from ictscore.reports.checked.standing import ABOUT_EVIDENCE
from ictscore.rulebook.model import Rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.layout import CONFIRM, EVIDENCE_PREFIX, LOOKED, UNIT
from ictscore.survey.sheets.addresses import parse_cell, parse_range
from ictscore.survey.submission import Submission

_MOST_ROWS = 10_000
LATER = frozenset({"SV450"})
"""Errors about cells of later stages, which are written into those cells again."""


class Homes:
    """Where on a fresh form what was found in an entry is said."""

    def __init__(self, rulebook: Rulebook, submission: Submission) -> None:
        self._asked = frozenset(asked_of(rulebook, submission.group))
        self._cells: dict[Place, Spot] = {}
        self._rows: dict[tuple[str, str, int], set[str]] = {}
        self._columns: dict[tuple[str, str, int], set[str]] = {}
        self._submission = submission
        self._files = {submission.place.file, *(place.file for _, place in _places(submission))}
        for spot, place in _places(submission):
            self._cells.setdefault(place, spot)
            rows = rows_of(place.cell)
            if rows is not None:
                self._rows.setdefault((place.file, place.sheet, rows[0]), set()).add(spot.id)
            if cell := parse_cell(place.cell):
                self._columns.setdefault((place.file, place.sheet, cell[1]), set()).add(spot.id)

    def of(self, found: Finding) -> tuple[str, ...]:
        """Return the ids of the answers to mark: those at the finding's places, else the one it names; else the top of the form."""
        if found.code in ("SV505", "SV528") and self.is_own(found):
            return (CONFIRM,)
        if found.code in ABOUT_EVIDENCE:
            return (f"{EVIDENCE_PREFIX}{found.values['answer']}",)
        if found.code in ("SV603", "SV591", "SV610"):
            return (LOOKED,)
        at = [name for place in (found.place, *found.related) for name in self._at(place)]
        named = str(found.values.get("answer", ""))
        if not at and named in self._asked:
            at = [named]
        known = [name for name in dict.fromkeys(at) if self._is_known(name)]
        return tuple(known) or (UNIT,)

    def is_own(self, found: Finding) -> bool:
        """Return whether something was found in a file from which the unit's answers were taken."""
        return not found.place.file or found.place.file in self._files

    def unreadable(self) -> Iterator[Spot]:
        """Yield the cells that could not be read, whatever was said of them."""
        for by_stage, prefix in ((self._submission.answers, ""), (self._submission.points, POINTS)):
            for stage, by_id in by_stage.items():
                for name, answer in by_id.items():
                    if isinstance(answer.value, Blank) and answer.value.kind == "unreadable" and self._is_known(f"{prefix}{name}"):
                        yield Spot(stage, f"{prefix}{name}")

    def spots(self, found: Finding) -> tuple[Spot, ...]:
        """Return the cells in which no plain answer may stand as long as this error does; none where it is asked about elsewhere."""
        if found.code in LATER:
            return ()
        here = tuple(spot for place in (found.place, *found.related) if (spot := self._cells.get(place)) is not None)
        others = (Spot("self", name) for name in self.of(found) if self._is_known(name))
        return tuple(each for each in here if self._is_known(each.id)) or tuple(others)

    def _inside(self, place: Place) -> Iterator[Spot]:
        """Yield what is answered inside a range of cells."""
        area = parse_range(place.cell) if ":" in place.cell else None
        for at, spot in self._cells.items() if area is not None else ():
            cell = parse_cell(at.cell)
            if cell and area and (at.file, at.sheet) == (place.file, place.sheet) and area.holds(*cell):
                yield spot

    def _is_known(self, identifier: str) -> bool:
        return identifier in self._asked or identifier.startswith(POINTS)

    def _at(self, place: Place) -> tuple[str, ...]:
        """Return what is answered in a cell, else in each row or column of a range that holds one question."""
        if place in self._cells:
            return (self._cells[place].id,)
        if within := [spot.id for spot in self._inside(place)]:
            return tuple(within)
        lines, ends = (self._columns, columns) if (columns := columns_of(place.cell)) else (self._rows, rows_of(place.cell))
        if ends is None:
            return ()
        here = [lines.get((place.file, place.sheet, line), set()) for line in range(ends[0], min(ends[1], ends[0] + _MOST_ROWS) + 1)]
        return tuple(next(iter(each)) for each in here if len(each) == 1)


def _places(submission: Submission) -> Iterator[tuple[Spot, Place]]:
    for stage, answers in submission.answers.items():
        yield from ((Spot(stage, name), answer.place) for name, answer in answers.items())
    for stage, points in submission.points.items():
        yield from ((Spot(stage, f"{POINTS}{name}"), answer.place) for name, answer in points.items())
