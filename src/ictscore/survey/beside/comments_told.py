"""Comments on answers: no answers themselves, but they may correct one, or be one."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NamedTuple

from ictscore.survey.layouts.lines import text_of, words_of_people
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.remarks.judging import Beside, judged
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN
from ictscore.survey.typed.second_answers import answers

ANYWHERE = range(1, LAST_COLUMN + 1)
QuestionAt = Callable[[int, int], Question | None]
"""Which question the cell in a row and a column answers, if any."""


class CommentsAround(NamedTuple):
    """Where comments are looked for: in which rows and columns, what question a cell answers, the years of the round, and a form’s unit."""

    rows: Container[int]
    columns: Container[int]
    question_at: QuestionAt
    known: frozenset[int] = frozenset()
    unit: str = ""


def tell_comments(sheet: Sheet, where: CommentsAround, notes: Notes) -> None:
    """Pass on people's comments beside what was read: they are no answers, but they may say what is wrong with one."""
    for (row, column), text in sorted(sheet.comments.items()):
        said = " ".join(words_of_people(text))
        if row not in where.rows or column not in where.columns or not said:
            continue
        question, answer = where.question_at(row, column), sheet.cells.get((row, column))
        bare = " ".join(words_of_people(_without_writer(text)))
        told = judged(bare, Beside(question, answer, where.known, unit=where.unit)) if question is not None else None
        if told is not None:
            notes.add(told.code, sheet.place_at(row, column), **(told.values | {"read": shown(said)}))
            continue
        code = (correction_in(said, answer) if question is None else _first(question, bare, answer)) or "SV427"
        named = {"label": question.label, "answer": question.id} if question is not None and code == "SV454" else {}
        notes.add(code, sheet.place_at(row, column), read=shown(said), **named)


def _without_writer(comment: str) -> str:
    """Return a comment without the lines that spreadsheets put before it: who wrote it, or that it is a comment, and a colon."""
    lines = comment.strip().splitlines()
    begins = [number for number, line in enumerate(lines, 1) if line.rstrip().endswith(":") and not any(map(str.isdigit, line))]
    return "\n".join(lines[begins[-1] :]) if begins and begins[-1] < len(lines) else comment


def _first(question: Question, said: str, answer: Cell | None) -> str:
    """Return the code of a comment that is nothing but an answer to a blank cell."""
    is_blank = answer is None or not text_of(answer)
    return "SV454" if is_blank and answers(question, Cell(1, 1, "text", said)) else ""
