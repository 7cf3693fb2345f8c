"""What stands around the answers of a form: remarks beside them, and rows among the questions that are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ictscore.places import Place, column_letters
from ictscore.survey.beside.header_lines import held_as_times
from ictscore.survey.drafts import Said
from ictscore.survey.layout import LABEL
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import merged_down, text_of
from ictscore.survey.layouts.rows_unread import reads_like_an_answer
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.remarks.judging import Beside, judged
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, phrase

_FURTHER = 30
"""How many rows below the last question may still have been meant as one."""


class FormAround:
    """Reports what stands around the answers of one sheet of a form."""

    def __init__(self, found: FoundSheet, columns: Sequence[int], vocabulary: Vocabulary, notes: Notes) -> None:
        """Look around the answers in ``columns`` of the form that was found."""
        self._sheet, self._lines, self._layout, self._columns = found.sheet, found.lines, found.layout, columns
        self._vocabulary, self._notes = vocabulary, notes
        self.told: list[int] = []
        """Rows that are no questions and were reported."""
        self.unread: list[Said] = []
        """Those of them that hold what reads like an answer, with their texts."""

    def tell_remarks(self, rows: Mapping[int, Question], known: frozenset[int], unit: str) -> None:
        """Say once of each further column that texts stand in it beside the answers; ``known`` are the years of ``unit``’s round."""
        ours = {self._layout.ids, *self._layout.others.values(), *self._layout.stages}
        marks = self._lines.get(self._layout.row, {}) if self._layout.printed is None else {}
        first = min(self._columns)
        beside: dict[int, list[Cell]] = {}
        held = held_as_times(self._lines, self._layout, rows)
        for row, question in rows.items():
            for column, cell in self._lines[row].items():
                if not (column > first and column not in ours and column not in marks and cell.kind == "text" and _has_letters(cell)):
                    continue
                if (column, cell.text) in held:
                    continue
                if (told := judged(cell.text, Beside(question, self._lines[row].get(first), known, unit=unit))) is not None:
                    self._notes.add(told.code, self._sheet.place(cell), **told.values)
                else:
                    beside.setdefault(column, []).append(cell)
        for column, cells in sorted(beside.items()):
            more = phrase(N_(" and {count} more"), count=len(cells) - 1) if len(cells) > 1 else ""
            read = shown(" ".join(cells[0].text.split()))
            self._notes.add("SV429", self._sheet.place(cells[0]), column=column_letters(column), read=read, more=more)

    def tell_unread(self, asked: Mapping[int, Question]) -> set[int]:
        """Report rows among the questions that hold an answer, and are no question; return those whose label is merged over such rows."""
        unclear: set[int] = set()
        rows, label = [*asked], self._layout.others.get(LABEL, 0)
        down = merged_down(self._sheet, [label], self._layout.row) if label and rows else {}
        for row in range(rows[0], rows[-1] + _FURTHER) if rows and label else ():
            line = self._lines.get(row, {})
            text = text_of(line.get(label))
            answers = [column for column in self._columns if self._answers(line.get(column), text, is_among=row < rows[-1])]
            if row in rows or text_of(line.get(self._layout.ids)) or not answers:
                continue
            above = next((text for text, area in down.items() if area.top < row <= area.bottom and area.top in rows), "")
            if above:
                self._notes.add("SV409", Place(self._sheet.file, sheet=self._sheet.name, cell=above), read=above)
                unclear.add(down[above].top)
            elif (question := self._slipped(row, asked)) is not None:
                self.told.append(row)
                cell = line[min(line)]
                told = {"read": shown(cell.text.strip()), "label": question.label, "answer": question.id}
                self._notes.add("SV454", self._sheet.place(cell), **told)
            elif text or text_of(line[min(line)]):
                self._tell_row(row, text or text_of(line[min(line)]), label if text else answers[0], line[answers[0]])
        return unclear

    def _answers(self, cell: Cell | None, text: str, *, is_among: bool) -> bool:
        return reads_like_an_answer(cell, text, self._vocabulary, is_among=is_among)

    def _tell_row(self, row: int, text: str, column: int, answer: Cell) -> None:
        """Report one row that is no question; what is said of it stands in ``column``."""
        self.told.append(row)
        place = self._sheet.place_at(row, column)
        if correction_in(text):
            self._notes.add("SV453", place, read=shown(f"{text}: {text_of(answer)}"))
            return
        self.unread.append(Said(text, place))
        self._notes.add("SV404", place, read=shown(text), nearest=self._vocabulary.nearest(text))

    def _slipped(self, row: int, asked: Mapping[int, Question]) -> Question | None:
        """Return the question above a row that has nothing but a number in the column of answers, where its own answer is blank."""
        first, line = min(self._columns), self._lines[row]
        above = max((each for each in asked if each < row), default=0)
        is_alone = [*line] == [first] and row - above == 1
        return asked[above] if is_alone and not text_of(self._lines[above].get(first)) else None


def _has_letters(cell: Cell) -> bool:
    return any(each.isalpha() for each in cell.text)
