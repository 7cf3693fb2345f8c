"""What people write about a unit's answers in a column of a table that is not read, held against the answers of the same row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ictscore.places import column_letters
from ictscore.survey.beside.unit_times import heads_times, joined, times_of_unit
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.remarks.judging import Beside, Told, judged
from ictscore.survey.remarks.remark import Remark, read_remark
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, phrase

_COUNTING = re.compile(r"^(?:tổng số|tổng|số lượng|số|tỷ lệ|tỉ lệ) ")


class TableRemarks(NamedTuple):
    """The rows of a table with the cells of each, the question of every column of answers, and the years of the round."""

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    asked: Mapping[int, Question]
    known: frozenset[int]
    notes: Notes

    def hold(self, column: int, heading: str) -> None:
        """Report the remarks in a column that correct or doubt an answer of their row; what it says of their time or kind is told apart."""
        is_of_times = heads_times(heading)
        for cell in self._texts(column):
            if not is_of_times or times_of_unit(joined(heading, cell)) is None:
                self._judge(cell)

    def tell(self, column: int) -> None:
        """Report the remarks in a column that correct or doubt an answer, and say once that the others were not read."""
        others = [cell for cell in self._texts(column) if not self._judge(cell) and not says_whose_data(read_remark(cell.text))]
        if others:
            more = phrase(N_(" and {count} more"), count=len(others) - 1) if len(others) > 1 else ""
            place, read = self.sheet.place(others[0]), shown(" ".join(others[0].text.split()))
            self.notes.add("SV429", place, column=column_letters(column), read=read, more=more)

    def _texts(self, column: int) -> Iterator[Cell]:
        cells = (line.get(column) for _, line in sorted(self.rows.items()))
        return (cell for cell in cells if cell is not None and cell.kind == "text" and any(map(str.isalpha, cell.text)))

    def _judge(self, cell: Cell) -> bool:
        """Report what a remark says of the answer it names, else of the whole row; return whether it says anything."""
        column = self._named(cell.text)
        told = self._of_row(cell.text)
        if column:
            told = judged(cell.text, Beside(self.asked[column], self.rows[cell.row].get(column), self.known))
        if told is not None:
            self.notes.add(told.code, self.sheet.place(cell), **told.values)
        return told is not None

    def _named(self, text: str) -> int:
        """Return the column of the only question that a remark names: of several, the one with the longest name; 0 for none."""
        folded = f" {fold_name(text)} "
        names = {column: _COUNTING.sub("", question.folded_label) for column, question in self.asked.items()}
        found = {column: name for column, name in names.items() if name and f" {name} " in folded}
        longest = max(map(len, found.values()), default=0)
        first = [column for column, name in found.items() if len(name) == longest]
        inside = all(name in found[first[0]] for name in found.values()) if first else False
        return first[0] if len(first) == 1 and inside else 0

    def _of_row(self, text: str) -> Told | None:
        code = correction_in(text) or ("SV455" if read_remark(text).doubts else "")
        return Told(code, {"read": shown(" ".join(text.split()))}) if code else None


def says_whose_data(remark: Remark) -> bool:
    """Return whether a remark says of which year, or of which part of one, the data beside it are, and names no figure.

    >>> [says_whose_data(read_remark(each)) for each in ("Số liệu năm 2019", "SL 2019", "Số liệu năm 2019: 70 máy", "năm 2019")]
    [True, True, False, False]
    """
    is_told = remark.tells_of_data or remark.folded.startswith("sl ")
    is_of_some = bool(remark.years) or remark.of_year_before or remark.of_part or remark.until is not None
    return is_told and is_of_some and all(each.may_be_year for each in remark.figures)
