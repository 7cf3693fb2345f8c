"""Numbers typed over what a form prints of a question: its text, its number in the list, or the place of a measure that it has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.survey.layout import LABEL, MEASURE, NUMBER
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import read_number


def typed_over(found: FoundSheet, row: int, rows: Sequence[int], question: Question, vocabulary: Vocabulary) -> Iterator[Cell]:
    """Yield the cells of a question for a number in which a number stands that nobody printed there; ``rows`` are all questions’."""
    line, layout = found.lines[row], found.layout
    label, measure, number = (line.get(layout.others.get(mark, 0)) for mark in (LABEL, MEASURE, NUMBER))
    if not question.is_number:
        return
    if label is not None and read_number(label.text) is not None and not vocabulary.printed(label.text):
        yield label
    if measure is not None and not question.measure and read_number(measure.text) is not None:
        yield measure
    if number is not None and _is_out_of_order(found, row, rows):
        yield number


def _is_out_of_order(found: FoundSheet, row: int, rows: Sequence[int]) -> bool:
    """Return whether the questions before and after a row are numbered with one number between them, and the row has another."""
    at, column = rows.index(row), found.layout.others[NUMBER]
    if not 0 < at < len(rows) - 1:
        return False
    before, own, after = (text_of(found.lines[each].get(column)) for each in rows[at - 1 : at + 2])
    if not (before.isdecimal() and own.isdecimal() and after.isdecimal()):
        return False
    return int(after) - int(before) == 2 and int(own) != int(before) + 1  # noqa: PLR2004 - one between them
