"""What stands above the answers of a form: a heading that agencies renamed, and figures typed above it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layout import LABEL, NUMBER
from ictscore.survey.layouts.example_row import is_example
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.layouts.odd_headings import tell_odd_heading
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.text_numbers import read_number

_HEADINGS = {"vi": "Câu trả lời của đơn vị", "en": "The unit’s answer"}
"""What our own forms call the answers; not in the catalogues, for forms have one language and messages another."""
_ONLY_A_YEAR = re.compile(r"(?:năm|kỳ)?\s*\(?(?:19|20)\d\d\)?", re.IGNORECASE)
"""Whether it is the right one is told with the other years."""


def tell_above(found: FoundSheet, asked: Mapping[int, Question], vocabulary: Vocabulary, notes: Notes) -> None:
    """Report what was renamed, or typed over, above the unit's own answers on a form with marks."""
    layout, lines = found.layout, found.lines
    column = next((column for column, stage in layout.stages.items() if stage == "self"), 0)
    if not (asked and column) or layout.printed is not None:
        return
    above = [row for row, line in lines.items() if layout.row < row < min(asked) and not text_of(line.get(layout.ids))]
    above = [row for row in above if not is_example(lines[row], layout)]
    head = next((row for row in reversed(above) if _is_head(found, row, column)), 0)
    heading = lines[head].get(column) if head else None
    if heading is not None and not _is_known(text_of(heading), vocabulary):
        tell_odd_heading(notes, found.sheet, heading, _HEADINGS[vocabulary.rulebook.language], is_marked=True)
    blank = sum(1 for row in asked if not text_of(lines[row].get(column)))
    for row in above:
        cell = lines[row].get(column) if row != head and layout.others.get(NUMBER, 0) in lines[row] else None
        if cell is not None and _is_typed_over(cell, blank):
            notes.add("SV541", found.sheet.place(cell), read=shown(cell.text.strip()))


def _is_known(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a heading is a usual one of answers or points, a stage’s name, or nothing but a year."""
    stages = {fold_label(stage.name) for stage in vocabulary.rulebook.stages}
    is_usual = not text or part_of(text) in ("answer", "points") or fold_label(text) in stages
    return is_usual or _ONLY_A_YEAR.fullmatch(text) is not None


def _is_typed_over(cell: Cell, blank: int) -> bool:
    """Return whether a number was typed where a formula of ours counted, that is more than there are blank answers."""
    reading = None if cell.is_formula or cell.kind not in ("number", "text") else read_number(cell.text)
    return reading is not None and not 0 <= reading.value <= blank


def _is_head(found: FoundSheet, row: int, column: int) -> bool:
    """Return whether a row without an id calls the questions by name, and another column too."""
    line, others = found.lines[row], found.layout.others
    known = [each for each in others.values() if each != column and part_of(text_of(line.get(each))) is not None]
    return bool(text_of(line.get(others.get(LABEL, 0)))) and bool(known)
