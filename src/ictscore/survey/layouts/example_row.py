"""The worked example on a form: never an answer, but people type over it."""

from __future__ import annotations

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import EXAMPLE, EXAMPLE_ANSWER, EXAMPLE_LABELS, LABEL
from ictscore.survey.layouts.found import FoundLayout, FoundSheet
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.survey.typed.text_numbers import plain_digits

_LABELS = frozenset(map(fold_name, EXAMPLE_LABELS.values()))


def is_example(line: Line, layout: FoundLayout) -> bool:
    """Return whether a row of a form is the worked example: by its id, or where that is lost by what the example is called."""
    label = text_of(line.get(layout.others.get(LABEL, 0)))
    return text_of(line.get(layout.ids)) == EXAMPLE or fold_name(label) in _LABELS


def tell_example(found: FoundSheet, notes: Notes) -> None:
    """Ask about what was typed into the answer cells of the example: it may be meant for the question below."""
    layout = found.layout
    for line in found.lines.values():
        if not is_example(line, layout):
            continue
        for column in layout.stages:
            cell = line.get(column)
            text = text_of(cell)
            if cell is not None and text and (plain_digits(text) if cell.kind == "number" else text) != EXAMPLE_ANSWER:
                notes.add("SV489", found.sheet.place(cell), read=shown(as_seen_in(cell).strip()), example=EXAMPLE_ANSWER)
