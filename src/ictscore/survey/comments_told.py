"""Comments on answers: no answers themselves, but they may correct one, or be one."""

from __future__ import annotations

from collections.abc import Callable, Container

from ictscore.survey.corrections import correction_in
from ictscore.survey.lines import text_of, words_of_people
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.second_answers import answers, is_another
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN

ANYWHERE = range(1, LAST_COLUMN + 1)
QuestionAt = Callable[[int, int], Question | None]
"""Which question the cell in a row and a column answers, if any."""


def tell_comments(sheet: Sheet, rows: Container[int], columns: Container[int], question_at: QuestionAt, notes: Notes) -> None:
    """Pass on people's comments beside what was read: they are no answers, but they may say what is wrong with one."""
    for (row, column), text in sorted(sheet.comments.items()):
        said = " ".join(words_of_people(text))
        if row not in rows or column not in columns or not said:
            continue
        question, answer = question_at(row, column), sheet.cells.get((row, column))
        bare = " ".join(words_of_people(_without_writer(text)))
        code = correction_in(said, answer) or _second(question, bare, answer) or "SV427"
        told = {"label": question.label, "answer": question.id} if question is not None and code == "SV454" else {}
        notes.add(code, sheet.place_at(row, column), read=shown(said), **told)


def _without_writer(comment: str) -> str:
    """Return a comment without the lines that spreadsheets put before it: who wrote it, or that it is a comment, and a colon."""
    lines = comment.strip().splitlines()
    begins = [number for number, line in enumerate(lines, 1) if line.rstrip().endswith(":") and not any(map(str.isdigit, line))]
    return "\n".join(lines[begins[-1] :]) if begins and begins[-1] < len(lines) else comment


def _second(question: Question | None, said: str, answer: Cell | None) -> str:
    """Return the code of a comment that is nothing but an answer: to a blank cell, or another one than was given."""
    if question is None or not answers(question, said_in := Cell(1, 1, "text", said)):
        return ""
    if answer is None or not text_of(answer):
        return "SV454"
    if not is_another(question, said_in, answer):
        return ""
    return "SV453" if question.is_number else "SV455"
