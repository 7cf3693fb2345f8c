"""Questions, headings and names of units that somebody crossed out: what is answered beside or below them may not count any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ictscore.places import Place
from ictscore.survey.layout import LABEL
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.addresses import Range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW


def rows_crossed_out(found: FoundSheet, rows: Iterable[int], notes: Notes) -> set[int]:
    """Ask about crossed-out questions with an answer, and headings of answers; return the rows whose answers are in doubt."""
    layout = found.layout
    answered = [row for row in rows if any(column in found.lines[row] for column in layout.stages)]
    labels = [(row, found.lines[row].get(layout.others.get(LABEL, 0))) for row in answered]
    crossed = {row: cell for row, cell in labels if cell is not None and cell.struck}
    head = found.lines.get(layout.printed.head, {}) if layout.printed is not None else {}
    headings = [cell for column, cell in head.items() if column in layout.stages and cell.struck]
    for cell in headings:
        _ask(found, cell, notes)
    for row, cell in crossed.items():
        answers = [found.sheet.place_at(row, column) for column in layout.stages if column in found.lines[row]]
        _ask(found, cell, notes, *answers)
    return {*answered} if headings else {*crossed}


def areas_crossed_out(found: FoundSheet, rows: Sequence[int], unit: int, columns: Sequence[int], notes: Notes) -> list[Range]:
    """Ask about crossed-out headings of answers, and names of units; return where the answers of a table are in doubt."""
    lines, layout = found.lines, found.layout
    above = [line for row, line in lines.items() if layout.row <= row < layout.first]
    headings = [line[column] for line in above for column in columns if column in line and line[column].struck]
    names = [lines[row][unit] for row in rows if unit in lines[row] and lines[row][unit].struck]
    for cell in (*headings, *names):
        _ask(found, cell, notes)
    below = [Range(layout.first, each.column, LAST_ROW, each.column) for each in headings]
    return below + [Range(each.row, 1, each.row, LAST_COLUMN) for each in names]


def _ask(found: FoundSheet, cell: Cell, notes: Notes, *answers: Place) -> None:
    notes.add("SV487", found.sheet.place(cell), *answers, read=shown(" ".join(cell.text.split())))
