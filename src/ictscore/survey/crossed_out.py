"""Questions and headings of a form that somebody crossed out: what is answered beside or below them may not count any more."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.survey.found_layout import FoundSheet
from ictscore.survey.layout import LABEL
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown


def rows_crossed_out(found: FoundSheet, rows: Iterable[int], notes: Notes) -> set[int]:
    """Ask about crossed-out questions with an answer, and headings of answers; return the rows whose answers are in doubt."""
    layout = found.layout
    answered = [row for row in rows if any(column in found.lines[row] for column in layout.stages)]
    labels = [(row, found.lines[row].get(layout.others.get(LABEL, 0))) for row in answered]
    crossed = {row: cell for row, cell in labels if cell is not None and cell.struck}
    head = found.lines.get(layout.printed.head, {}) if layout.printed is not None else {}
    headings = [cell for column, cell in head.items() if column in layout.stages and cell.struck]
    for cell in (*headings, *crossed.values()):
        _ask(found, cell, notes)
    return {*answered} if headings else {*crossed}


def _ask(found: FoundSheet, cell: Cell, notes: Notes) -> None:
    notes.add("SV487", found.sheet.place(cell), read=shown(" ".join(cell.text.split())))
