"""What people cannot see in a sheet, skipped where that was asked for, and listed."""

from __future__ import annotations

from dataclasses import replace

from ictscore.places import Place
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.lines import columns_hidden, place_of_columns, place_of_rows, rows_hidden, runs, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Sheet
from ictscore.words import N_, phrase


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
    ids = (text_of(found.lines[row].get(layout.ids)) for row in rows) if layout.ids else ()
    skipped = frozenset(each for each in ids if each)
    return replace(found, lines=lines, layout=_without_columns(layout, {*columns}), skipped=skipped)


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
