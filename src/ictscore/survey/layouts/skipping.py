"""What people cannot see in a sheet, skipped where that was asked for, and listed."""

from __future__ import annotations

from dataclasses import replace

from ictscore.places import Place
from ictscore.survey.layout import EVIDENCE, NOTE, NUMBER, STATE
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.lines import columns_hidden, place_of_columns, place_of_rows, rows_hidden, runs, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.words import N_, phrase


def tell_hidden_sheet(sheet: Sheet, notes: Notes, *, is_form: bool, skips: bool) -> None:
    """Say that a hidden sheet that was not read holds something: it was skipped, or stands beside a form and is no part of it."""
    is_filled = bool(sheet.drawn or sheet.boxes) or any(text_of(cell) for cell in sheet.cells.values())
    if not (sheet.hidden and is_filled):
        return
    if skips:
        skip_sheet(sheet, notes)
    elif is_form:
        notes.add("SV618", Place(sheet.file, sheet=sheet.name), what=phrase(N_("The sheet is hidden")))


def skip_sheet(sheet: Sheet, notes: Notes) -> None:
    """Say that a hidden sheet was skipped."""
    notes.add("SV425", Place(sheet.file, sheet=sheet.name), what=phrase(N_("The sheet is hidden")))


def without_hidden(found: FoundSheet, notes: Notes) -> FoundSheet:
    """Return a form or table without its hidden rows and columns; the marks and ids that we hide ourselves stay."""
    sheet, layout = found.sheet, found.layout
    kept_rows = {layout.row, layout.header}
    rows = sorted(row for row in sheet.hidden_rows if row in found.lines and row >= layout.first and row not in kept_rows)
    kept_columns = {layout.ids, *layout.others.values()}
    asked = {*layout.columns, *layout.stages, *layout.unknown, *layout.doubtful}
    columns = sorted((sheet.hidden_columns & asked) - kept_columns)
    for run in runs(rows):
        notes.add("SV425", place_of_rows(sheet, run), what=rows_hidden(run))
    for run in runs(columns):
        notes.add("SV425", place_of_columns(sheet, run), what=columns_hidden(run))
    lines = {row: line for row, line in found.lines.items() if row not in rows}
    skipped = {row: found.lines[row] for row in rows}
    shown = replace(found, lines=lines, layout=_without_columns(layout, {*columns}), skipped=skipped)
    return _without_texts(shown, _hidden_beside(found), notes) if layout.kind == "form" else shown


def tell_texts_beside(found: FoundSheet, notes: Notes) -> None:
    """Warn of texts in hidden columns beside the answers of a form, such as their evidence: they were read."""
    for run in runs(_hidden_beside(found)):
        notes.add("SV408", place_of_columns(found.sheet, run), what=columns_hidden(run))


def _without_texts(found: FoundSheet, columns: list[int], notes: Notes) -> FoundSheet:
    """Return a form without the texts in hidden columns beside its answers."""
    for run in runs(columns):
        notes.add("SV425", place_of_columns(found.sheet, run), what=columns_hidden(run))
    first = found.layout.first
    lines = {
        row: {column: cell for column, cell in line.items() if row < first or column not in columns} for row, line in found.lines.items()
    }
    return replace(found, lines=lines)


def _hidden_beside(found: FoundSheet) -> list[int]:
    """Return the hidden columns with words of people beside the answers; what we hide ourselves are marks, ids and states of answers."""
    layout, hidden = found.layout, found.sheet.hidden_columns
    said = {layout.others.get(mark, 0) for mark in (EVIDENCE, NOTE)}
    states = (column for column, cell in found.lines.get(layout.row, {}).items() if text_of(cell) == STATE)
    own = {layout.ids, *layout.stages, *layout.others.values(), *states}
    further = {column for column in hidden - own if column > min(layout.stages, default=0)}
    lines = [line for row, line in found.lines.items() if _asks(found, row)]
    held = {column for column in hidden & said if any(text_of(line.get(column)) for line in lines)}
    held |= {column for column in further if any(column in line and _is_said(line[column]) for line in lines)}
    return sorted(held)


def _asks(found: FoundSheet, row: int) -> bool:
    """Return whether a row of a form may ask a question: our worked example and the rows about the unit have marks of their own."""
    layout, line = found.layout, found.lines[row]
    if layout.printed is not None:
        return row in layout.printed.questions
    if layout.ids:
        mark = text_of(line.get(layout.ids))
        return bool(mark) and not mark.startswith("#")
    return row >= layout.first and any(map(str.isdigit, text_of(line.get(layout.others.get(NUMBER, 0)))))


def _is_said(cell: Cell) -> bool:
    return cell.kind == "text" and not cell.is_formula and any(map(str.isalnum, cell.text))


def _without_columns(layout: FoundLayout, hidden: set[int]) -> FoundLayout:
    if not hidden:
        return layout
    shown = {second: layout.columns[first] for first, second in layout.twice if first in hidden and second not in hidden}
    return replace(
        layout,
        columns={column: each for column, each in (layout.columns | shown).items() if column not in hidden},
        unknown={column: each for column, each in layout.unknown.items() if column not in hidden},
        doubtful={column: each for column, each in layout.doubtful.items() if column not in hidden},
        stages={column: each for column, each in layout.stages.items() if column not in hidden},
        taken={column: each for column, each in layout.taken.items() if column not in hidden},
        unmarked=layout.unmarked - hidden,
        twice=tuple(pair for pair in layout.twice if not hidden.intersection(pair)),
    )
