"""What goes back to a unit: which cells of a fresh form are doubtful, and what to do in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ictscore.codes import CODES
from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.belonging import POINTS, rows_of
from ictscore.reports.standing import UnitStanding
from ictscore.rulebook.model import Rulebook
from ictscore.survey.asked import asked_of
from ictscore.survey.layout import UNIT
from ictscore.survey.submission import Submission
from ictscore.words import N_, tr, word

FOR_UNITS: dict[str, tuple[str, str]] = {
    "SV101": (N_("This question was not answered."), N_("Please answer it.")),
    "SV102": (N_("No question was answered."), N_("Please fill in the form.")),
    "SV405": (N_("There was no column for this question in the table sent in."), N_("Please answer it here.")),
    "SV411": (N_("There was no row for this question in the form sent in."), N_("Please answer it here.")),
    "SV414": (
        N_("In the file sent in, the printed text and the hidden mark name different questions."),
        N_("Please check that the answer belongs to this question."),
    ),
    "SV505": (N_("The form was made for “{stamped}”, but “{unit}” filled it in."), N_("Please say which unit the answers are of.")),
    "UN102": (
        N_("The answers of “{unit}” came in twice; this form holds those that came first."),
        N_("Please see to it that the right ones stand here."),
    ),
}
"""What is said to a unit where the usual words speak to those who collect the forms."""

_ID = " ({answer})"
_NAMES = re.compile(r"\w+(?:\.\w+)*")


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit's way back: ``marks`` lead from the id of an answer to what is to be said at its cell.

    Points go by ``points:`` and the criterion's id; what has no cell stands under ``#unit`` and is said at the top of the form.
    """

    standing: UnitStanding
    submission: Submission
    marks: Mapping[str, tuple[str, ...]]


def returned_of(rulebook: Rulebook, standing: UnitStanding) -> Returned | None:
    """Return what goes back to a unit, worded in the spoken language; None where nothing needs mending.

    Errors and warnings are told; notes say how something was understood, and are not.
    """
    submission = standing.submission
    if submission is None or standing.status != "needs_mending":
        return None
    homes = _Homes(rulebook, submission)
    marks: dict[str, list[str]] = {}
    for found in standing.findings:
        if found.severity == "note":
            continue
        said = sentence(rulebook, found)
        for identifier in homes.of(found):
            if said not in marks.setdefault(identifier, []):
                marks[identifier].append(said)
    return Returned(standing, submission, {name: tuple(said) for name, said in marks.items()})


def sentence(rulebook: Rulebook, found: Finding) -> str:
    """Return what is the matter and what to do, in words for the unit: questions go by their text, not by their ids."""
    values = {name: _labelled(rulebook, value) if name in {"answer", "of", "over"} else value for name, value in found.values.items()}
    message, advice = FOR_UNITS.get(found.code) or (CODES[found.code].message, CODES[found.code].advice)
    return f"{_worded(message, values)} {_worded(advice, values)}"


def _worded(text: str, values: Mapping[str, object]) -> str:
    """Return a text in the spoken language; the id that stands in brackets behind a question's label is left out."""
    return tr(text).replace(_ID, "").format_map({name: word(value) for name, value in values.items()})


def _labelled(rulebook: Rulebook, value: object) -> object:
    """Return a text in which the ids of answers are replaced by what the form calls them."""
    if not isinstance(value, str):
        return value
    labels = {name: spec.label for name, spec in rulebook.answers.items()}
    if value in labels:
        return labels[value]
    return _NAMES.sub(lambda found: f"“{labels[found[0]]}”" if found[0] in labels else found[0], value)


class _Homes:
    """Where on a fresh form what was found in an entry is said."""

    def __init__(self, rulebook: Rulebook, submission: Submission) -> None:
        self._asked = frozenset(asked_of(rulebook, submission.group))
        self._cells: dict[Place, str] = {}
        self._rows: dict[tuple[str, str, int], set[str]] = {}
        for identifier, place in _places(submission):
            self._cells.setdefault(place, identifier)
            rows = rows_of(place.cell)
            if rows is not None:
                self._rows.setdefault((place.file, place.sheet, rows[0]), set()).add(identifier)

    def of(self, found: Finding) -> tuple[str, ...]:
        """Return the ids of the answers to mark: those at the finding's places, else the one it names; else the top of the form."""
        at = [name for place in (found.place, *found.related) if (name := self._at(place)) is not None]
        named = str(found.values.get("answer", ""))
        if not at and named in self._asked:
            at = [named]
        known = [name for name in dict.fromkeys(at) if name in self._asked or name.startswith(POINTS)]
        return tuple(known) or (UNIT,)

    def _at(self, place: Place) -> str | None:
        """Return what is answered in a cell, else in its row where that row holds one question."""
        if place in self._cells:
            return self._cells[place]
        rows = rows_of(place.cell)
        if rows is None or rows[0] != rows[1]:
            return None
        here = self._rows.get((place.file, place.sheet, rows[0]), set())
        return next(iter(here)) if len(here) == 1 else None


def _places(submission: Submission) -> Iterator[tuple[str, Place]]:
    for answers in submission.answers.values():
        yield from ((name, answer.place) for name, answer in answers.items())
    for points in submission.points.values():
        yield from ((f"{POINTS}{name}", answer.place) for name, answer in points.items())
