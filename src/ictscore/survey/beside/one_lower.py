"""Answers of a form that seem to stand one question lower than they belong: where kinds of answers meet, they fit the question above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ictscore.places import cell_name
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.typed.second_answers import answers

_FEWEST = 2
"""One answer in a wrong place is one mistake; where several are, and all fit the question above, all between them moved too."""


def tell_one_lower(found: FoundSheet, column: int, asked: Mapping[int, Question], misfits: Sequence[int], notes: Notes) -> None:
    """Ask about all answers from the first that moved, where those in the rows ``misfits`` do not fit, and all fit the question above."""
    rows = [*asked]
    above = dict(zip(rows[1:], rows, strict=False))
    if len(misfits) < _FEWEST:
        return
    between = [row for row in rows if misfits[0] <= row <= misfits[-1]]
    if not all(_fits(found, column, asked, above, row) for row in between):
        return
    first = _first(found, column, asked, above, misfits[0])
    cells = tuple(cell_name(row, column) for row in misfits)
    notes.add("SV543", found.sheet.place_at(first, column), cells=cells, first=first, last=misfits[-1])


def _first(found: FoundSheet, column: int, asked: Mapping[int, Question], above: Mapping[int, int], misfit: int) -> int:
    """Return the row from which answers moved: the one before has the same, or none; else the first that does not fit."""
    row = misfit
    while _fits(found, column, asked, above, row):
        before = text_of(found.lines[above[row]].get(column))
        if before in ("", text_of(found.lines[row].get(column))):
            return row
        row = above[row]
    return misfit


def _fits(found: FoundSheet, column: int, asked: Mapping[int, Question], above: Mapping[int, int], row: int) -> bool:
    """Return whether what stands in a row answers the question above it."""
    cell = found.lines[row].get(column)
    return row in above and cell is not None and answers(asked[above[row]], cell)
