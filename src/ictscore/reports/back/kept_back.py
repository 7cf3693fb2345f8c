"""What a fresh form holds where an error stood: never a plain answer, always something that reading asks about again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ictscore.expr.values import Blank, unreadable
from ictscore.findings import errors_among
from ictscore.places import NOWHERE, Place
from ictscore.reports.checked.standing import ABOUT_EVIDENCE
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.written import not_applicable_word, yes_no_words
from ictscore.survey.layout import MEND_SIGN, POINTS_PREFIX
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.submission import Answer, Submission
from ictscore.survey.typed.answers import Typist
from ictscore.words import say_number

FOUND_AGAIN = frozenset({"SV101", "SV301", "SV304"}) | ABOUT_EVIDENCE
"""Errors that the same answers on the fresh form give again: what is blank, two answers that do not fit, evidence that is not there."""
_SCORING = "SC"
"""Codes that begin so are made from the answers alone, and so found again as well."""


class Spot(NamedTuple):
    """A cell of an answer or of points: its stage, and the id (``points:`` before a criterion’s)."""

    stage: StageId
    id: str


def is_found_again(code: str) -> bool:
    """Return whether an error is found again where the answers are written down as they were read."""
    return code in FOUND_AGAIN or code.startswith(_SCORING)


def keep_back(rulebook: Rulebook, submission: Submission, spots: Iterable[Spot]) -> Submission:
    """Return a submission for a fresh form, in which nothing at these spots reads as an answer until somebody types one.

    A text that reading asks about by itself is kept as it is; a blank that must be filled stays blank; all else stands behind the sign ▲.
    """
    keeper = _Keeper(rulebook, submission)
    for spot in dict.fromkeys(spots):
        keeper.keep(spot)
    return replace(submission, answers=keeper.answers, points=keeper.points)


class _Keeper:
    """Holds back one answer after the other."""

    def __init__(self, rulebook: Rulebook, submission: Submission) -> None:
        self.answers = {stage: {**by_id} for stage, by_id in submission.answers.items()}
        self.points = {stage: {**by_id} for stage, by_id in submission.points.items()}
        self._rulebook, self._vocabulary = rulebook, Vocabulary(rulebook)

    def keep(self, spot: Spot) -> None:
        is_points = spot.id.startswith(POINTS_PREFIX)
        name = spot.id.removeprefix(POINTS_PREFIX)
        by_id = (self.points if is_points else self.answers).setdefault(spot.stage, {})
        question = (self._vocabulary.points if is_points else self._vocabulary.questions)[name]
        spec = None if is_points else self._rulebook.answers[name]
        answer = by_id.get(name, Answer(unreadable(name)))
        is_held_open = question.required and spot.stage == "self" and not is_points
        text = self._text(question, spec, answer, is_held_open=is_held_open)
        if text is not None:
            by_id[name] = Answer(unreadable(name), answer.place, text)

    def _text(self, question: Question, spec: AnswerSpec | None, answer: Answer, *, is_held_open: bool) -> str | None:
        """Return what is written instead of an answer; None where the blank cell is asked about by itself."""
        if isinstance(answer.value, Blank) and answer.value.kind in ("missing", "unreadable"):
            raw = answer.raw.strip()
            if raw and _asks(question, raw):
                return raw
            return f"{MEND_SIGN} {raw}".rstrip() if raw or not is_held_open else None
        return f"{MEND_SIGN} {_said(answer, spec, self._rulebook.language)}"


def _asks(question: Question, text: str) -> bool:
    """Return whether a text in the cell of a question is refused."""
    notes = Notes()
    Typist(notes).type(question, Cell(1, 1, "text", text), Place("–", cell="A1"))
    return bool(errors_among(notes.findings()))


def _said(answer: Answer, spec: AnswerSpec | None, language: str) -> str:
    """Return an answer that was read, as people would type it."""
    value = answer.value
    if isinstance(value, Blank):
        return not_applicable_word(language)
    if isinstance(value, bool):
        return yes_no_words(language)[0 if value else 1]
    if isinstance(value, Fraction):
        return say_number(value) + (" %" if spec is not None and spec.type == "percent" else "")
    if spec is not None and spec.choices:
        return spec.choices[str(value)]
    return f"{date.fromisoformat(str(value)):%d/%m/%Y}" if spec is not None and spec.type == "date" else str(value)


def later_text(submission: Submission, spot: Spot, text: str, place: Place = NOWHERE) -> Submission:
    """Return a submission with what stood in the column of a later stage and was not taken: it is asked about there again."""
    is_points, name = spot.id.startswith(POINTS_PREFIX), spot.id.removeprefix(POINTS_PREFIX)
    stages = {**(submission.points if is_points else submission.answers)}
    stages[spot.stage] = {**stages.get(spot.stage, {}), name: Answer(unreadable(name), place, text)}
    return replace(submission, points=stages) if is_points else replace(submission, answers=stages)
