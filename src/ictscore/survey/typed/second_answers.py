"""What stands beside an answer and could be one itself: read as if it stood in the answer's own cell."""

from __future__ import annotations

from ictscore.expr.values import Blank, Value, unreadable
from ictscore.findings import errors_among
from ictscore.places import Place
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.answers import Typist


def value_of(question: Question, cell: Cell) -> Value:
    """Return what a cell would be read as under a question; nothing is reported, and what would be asked about is unreadable."""
    notes = Notes()
    value = Typist(notes).type(question, cell, Place("–", cell="A1"))
    return unreadable(question.id) if errors_among(notes.findings()) else value


def answers(question: Question, cell: Cell) -> bool:
    """Return whether a cell would be an answer to a question that is not asked for a text."""
    if question.type == "text" or cell.is_formula:
        return False
    return not isinstance(value_of(question, cell), Blank)


def is_another(question: Question, cell: Cell, answer: Cell) -> bool:
    """Return whether a cell would be an answer, and another one than was given."""
    return answers(question, cell) and value_of(question, cell) != value_of(question, answer)
