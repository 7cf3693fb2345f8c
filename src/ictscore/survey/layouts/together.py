"""Columns that were taken together as the answers of a form: the one answer of each row, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.places import cell_name
from ictscore.survey.layouts.answer_columns import lettered
from ictscore.survey.layouts.lines import Lines
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, Phrase, phrase

Texts = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Together:
    """Columns taken together: ``chosen`` is the one answer of each row that has any, ``gone`` what was looked at for it.

    ``unclear`` are rows in which two answers disagree: none of them is the answer. The first of the ``columns`` stands for all.
    """

    columns: tuple[int, ...] = ()
    chosen: Mapping[int, Cell] = field(default_factory=dict)
    gone: Mapping[int, frozenset[int]] = field(default_factory=dict)
    unclear: Mapping[int, tuple[Cell, ...]] = field(default_factory=dict)
    code: str = "SV611"
    """What says of them that they were taken together, and why."""

    def joined(self, lines: Lines) -> Lines:
        """Return the lines with every answer in the first of the columns; each cell keeps its own place."""
        joined = dict(lines)
        for row, cell in self.chosen.items():
            joined[row] = {each: other for each, other in lines[row].items() if each not in self.gone[row]} | {self.columns[0]: cell}
        return joined

    def tell(self, sheet: Sheet, head: int, texts: Texts, asked: Mapping[int, Question], notes: Notes) -> None:
        """Say that the columns were taken together, and ask about the rows in which they disagree."""
        notes.add(self.code, sheet.place_at(head or min(asked), self.columns[0]), columns=lettered(self.columns, texts))
        for row, cells in self.unclear.items():
            first, *others = (sheet.place(cell) for cell in cells)
            told = tuple(_told(cell, texts) for cell in cells)
            notes.add("SV612", first, *others, label=asked[row].label, answer=asked[row].id, told=told)


def _told(cell: Cell, texts: Texts) -> Phrase:
    at = cell_name(cell.row, cell.column)
    return phrase(N_("{at} “{read}” below “{heading}”"), at=at, read=shown(cell.text.strip()), heading=shown(texts.get(cell.column, "")))
