"""What stands in a question's own row, or in a comment on its answer: another measure, another year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.beside.aside import Aside, Read
from ictscore.survey.beside.aside_measures import against, measured_otherwise_in
from ictscore.survey.layout import EVIDENCE, LABEL, NOTE
from ictscore.survey.layouts.lines import Lines, text_of, words_of_people
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.questions import Question
from ictscore.survey.remarks.judging import Beside
from ictscore.survey.remarks.measuring import counts_otherwise
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.sheets.cells import Cell, Sheet


class Said(NamedTuple):
    """A text in the row of a question: what it is (``#label``, ``#note``, ``#evidence``), and the answer beside it."""

    aside: Aside
    mark: str
    question: Question
    answer: Cell | None

    def measured_otherwise(self) -> bool:
        """Return whether it says that the answer is counted in another measure than it was asked in."""
        if self.mark == LABEL or not text_of(self.answer) or not self.question.is_number:
            return False
        if against(self.aside, (self.question,)) is not None or measured_otherwise_in(self.aside.text, self.question, text_of(self.answer)):
            return True
        return counts_otherwise(read_remark(self.aside.text), self.question, self.number)

    @property
    def number(self) -> Fraction | None:
        """Return the number that was answered, if it is one."""
        return Beside(self.question, self.answer).number


def said_in_rows(sheet: Sheet, lines: Lines, reads: list[Read], vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield the notes and evidence beside answers, comments on them, and labels of marked forms that are worded otherwise."""
    for read in reads:
        first = min(read.layout.stages, default=0)
        for row, question in read.by_row.items():
            line = lines.get(row, {})
            for mark in (LABEL, EVIDENCE, NOTE):
                cell = line.get(read.layout.others.get(mark, 0))
                if cell is None or cell.kind != "text" or cell.column in read.layout.stages:
                    continue
                if mark != LABEL or (read.layout.printed is None and not vocabulary.printed(cell.text)):
                    yield Said(Aside(row, cell.column, cell.text, "row", question), mark, question, line.get(first))
        yield from _comments(sheet, read)


def comments_on_headings(sheet: Sheet, reads: list[Read]) -> Iterator[Aside]:
    """Yield the comments on headings of answers: what they say holds for all answers below."""
    for read in reads:
        for (row, column), comment in sorted(sheet.comments.items()):
            text = " ".join(words_of_people(comment))
            if text and read.is_heading(row) and column in read.by_column:
                yield Aside(row, column, text, "heading", read.by_column[column])


def _comments(sheet: Sheet, read: Read) -> Iterator[Said]:
    for (row, column), comment in sorted(sheet.comments.items()):
        question = read.by_row.get(row)
        if question is None and row in read.rows:
            question = read.by_column.get(column)
        if question is not None:
            text = " ".join(words_of_people(comment))
            answer = column if row not in read.by_row or column in read.layout.stages else min(read.layout.stages)
            yield Said(Aside(row, column, text, "row", question), NOTE, question, sheet.cells.get((row, answer)))
