"""What people write beside and below the answers of a form, and may mean as an answer or as its correction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ictscore.survey.beside.aside_years import known_years
from ictscore.survey.beside.closing_lines import is_closing
from ictscore.survey.beside.typed_over import typed_over
from ictscore.survey.layout import EVIDENCE, MEND_SIGN, NOTE, NUMBER
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import Line, text_of
from ictscore.survey.layouts.signatures import is_signed
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.remarks.bodies import is_of_others
from ictscore.survey.remarks.corrections import correction_in
from ictscore.survey.remarks.judging import Beside, judged
from ictscore.survey.remarks.measuring import counts_otherwise
from ictscore.survey.remarks.misgivings import says_no_count
from ictscore.survey.remarks.questions_meant import question_meant
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.remarks.rows_named import NamedRow, before_rows, rows_named
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.second_answers import answers, is_another
from ictscore.survey.typed.text_numbers import read_number
from ictscore.words import N_, phrase


class FormRemarks:
    """Reports what stands beside and below the answers in ``column`` of one sheet of a form."""

    def __init__(self, found: FoundSheet, column: int, vocabulary: Vocabulary, notes: Notes, unit: str) -> None:
        """Look at the form that was found, of a unit."""
        self._found, self._column = found, column
        self._sheet, self._lines, self._layout = found.sheet, found.lines, found.layout
        self._vocabulary, self._notes = vocabulary, notes
        self._known, self._unit = known_years(vocabulary.rulebook, found.stamp.period), unit

    def tell_beside(self, rows: Mapping[int, Question]) -> None:
        """Report notes and evidence that say something else than the answer, and answers beside the blank cell meant for them."""
        note, evidence = (self._layout.others.get(mark, 0) for mark in (NOTE, EVIDENCE))
        numbered = [*rows]
        for row, question in rows.items():
            line = self._lines[row]
            answer = line.get(self._column)
            for column in sorted({note, evidence} - {0, self._column}):
                if column in line:
                    self._judge(line[column], self._beside(question, answer, is_evidence=column == evidence))
            if not text_of(answer):
                self._tell_answers(question, [line[each] for each in (evidence, note) if each in line and each != self._column])
            for cell in typed_over(self._found, row, numbered, question, self._vocabulary):
                self._tell_typed_over(question, answer, cell)

    def tell_below(self, last: int, told: Sequence[int], rows: Mapping[int, Question]) -> None:
        """Report texts below the last question, but for signatures and names; rows that were ``told`` of already are passed over."""
        others: list[Cell] = []
        for row, line in self._lines.items():
            if row <= last or row in told or self._is_asking(line):
                continue
            held = [cell for cell in _texts(line) if not self._is_told(cell, rows)]
            others += [cell for cell in held if not is_signed(cell.text) and not is_closing(cell.text)]
        if others:
            more = phrase(N_(" and {count} more"), count=len(others) - 1) if len(others) > 1 else ""
            self._notes.add("SV456", self._sheet.place(others[0]), read=shown(" ".join(others[0].text.split())), more=more)

    def _beside(self, question: Question, answer: Cell | None, *, is_evidence: bool = False) -> Beside:
        return Beside(question, answer, self._known, is_evidence, self._unit)

    def _is_told(self, cell: Cell, rows: Mapping[int, Question]) -> bool:
        """Report a text below the form that answers, corrects or doubts something; return whether it does."""
        of_rows = self._names_rows(cell, rows)
        if of_rows is not None:
            return of_rows or self._corrects_before(cell)
        if self._is_of_question_meant(cell, rows) or self._hold(cell, None) or self._names_an_answer(cell, rows):
            return True
        remark = read_remark(cell.text)
        if is_doubted := remark.doubts or says_no_count(remark.bare) or is_of_others(remark.bare, self._unit):
            self._notes.add("SV455", self._sheet.place(cell), read=shown(" ".join(cell.text.split())))
        return is_doubted

    def _corrects_before(self, cell: Cell) -> bool:
        """Report a text that corrects something before it names questions: “Số đúng là 66. Đã xem lại câu 1”; return whether it does."""
        before = before_rows(cell.text)
        return bool(before) and self._hold(cell, None, said=before)

    def _is_of_question_meant(self, cell: Cell, rows: Mapping[int, Question]) -> bool:
        """Report what a text such as “số máy tính 66, không phải 75” says of the question it names by its words; return whether it does."""
        given = {row: answer for row in rows if text_of(answer := self._lines[row].get(self._column)) and answer is not None}
        row = question_meant(read_remark(cell.text), rows, given)
        return row in given and row is not None and self._tell_judged(cell, self._beside(rows[row], given[row]), cell.text)

    def _tell_judged(self, cell: Cell, beside: Beside, said: str) -> bool:
        """Report what is ``said`` below the form of one question, at that question; return whether it is anything but its answer."""
        found = judged(said, beside)
        if found is not None:
            told = found.values | {"read": shown(" ".join(cell.text.split())), "answer": beside.question.id}
            self._notes.add(found.code, self._sheet.place(cell), **told)
        return found is not None

    def _names_rows(self, cell: Cell, rows: Mapping[int, Question]) -> bool | None:
        """Report what a text such as “Câu 16 là 88” says of the questions it names by number.

        Return whether it says anything but their answers; None where it names none of them.
        """
        column = self._layout.others.get(NUMBER, 0)
        numbered: dict[str, list[int]] = {}
        for row in rows:
            numbered.setdefault(text_of(self._lines[row].get(column)).rstrip("."), []).append(row)
        is_told: bool | None = None
        for named in rows_named(cell.text):
            at = [named.row] if named.row in rows else numbered.get(named.number, []) if named.number else []
            if len(at) == 1:
                is_told = self._tell_of_row(cell, at[0], rows[at[0]], named) or bool(is_told)
        return is_told

    def _tell_of_row(self, cell: Cell, row: int, question: Question, named: NamedRow) -> bool:
        """Report what is said below the form of one question; return whether it is anything but its answer."""
        beside = self._beside(question, self._lines[row].get(self._column))
        place, read = self._sheet.place(cell), shown(" ".join(cell.text.split()))
        told: dict[str, object] = {"read": read, "label": question.label, "answer": question.id}
        if beside.answer is None or not text_of(beside.answer):
            if answers(question, Cell(1, 1, "text", named.value)):
                self._notes.add("SV454", place, **told)
                return True
        elif counts_otherwise(read_remark(named.value), question, beside.number):
            self._notes.add("SV440", place, **told, measure=question.printed_measure)
            return True
        return self._tell_judged(cell, beside, named.value)

    def _names_an_answer(self, cell: Cell, rows: Mapping[int, Question]) -> bool:
        """Report a text such as “Kinh phí: 7” that answers a question whose own answer is blank, or another; return whether it does."""
        label, colon, rest = cell.text.partition(":")
        asked = {question.id: row for row, question in rows.items()}
        heading = self._vocabulary.heading(" ".join(label.split())) if colon else None
        row = asked.get(heading.meaning.id, 0) if heading is not None and heading.meaning.kind == "answer" else 0
        said = Cell(cell.row, cell.column, "text", rest.strip())
        if not row or not answers(rows[row], said):
            return False
        answer, question = self._lines[row].get(self._column), rows[row]
        read = shown(" ".join(cell.text.split()))
        if answer is None or not text_of(answer):
            self._notes.add("SV454", self._sheet.place(cell), read=read, label=question.label, answer=question.id)
        elif is_another(question, said, answer):
            self._notes.add("SV453" if question.is_number else "SV455", self._sheet.place(cell), read=read, answer=question.id)
        else:
            return False
        return True

    def _is_asking(self, line: Line) -> bool:
        """Return whether a row has an id or a label, whatever became of it."""
        return bool(text_of(line.get(self._layout.ids))) or any(self._vocabulary.printed(cell.text) for cell in _texts(line))

    def _tell_answers(self, question: Question, cells: list[Cell]) -> None:
        """Report cells that hold an answer to a question whose own cell is blank."""
        for cell in cells:
            if answers(question, cell):
                told = {"read": shown(cell.text.strip()), "label": question.label, "answer": question.id}
                self._notes.add("SV454", self._sheet.place(cell), **told)

    def _judge(self, cell: Cell, beside: Beside) -> None:
        """Report a remark that says something else than the answer; figures alone are told column by column."""
        if cell.kind != "text" or (beside.question.is_number and read_number(cell.text) is not None):
            return
        told = judged(cell.text, beside)
        if told is not None:
            self._notes.add(told.code, self._sheet.place(cell), **told.values)

    def _tell_typed_over(self, question: Question, answer: Cell | None, cell: Cell) -> None:
        """Report an answer typed over what is printed of its question, where its own cell is blank or has another."""
        if not text_of(answer):
            self._tell_answers(question, [cell])
        elif answer is not None and is_another(question, cell, answer):
            self._notes.add("SV453", self._sheet.place(cell), read=shown(" ".join(cell.text.split())))

    def _hold(self, cell: Cell, answer: Cell | None, said: str = "") -> bool:
        """Report a text that corrects something, or the part of it that is ``said``; return whether it does."""
        code = correction_in(said or cell.text, answer) if cell.kind == "text" else ""
        if code:
            self._notes.add(code, self._sheet.place(cell), read=shown(" ".join(cell.text.split())))
        return bool(code)


def _texts(line: Line) -> Iterator[Cell]:
    for _, cell in sorted(line.items()):
        if cell.kind == "text" and any(map(str.isalpha, cell.text)) and not cell.text.startswith(("#", MEND_SIGN)):
            yield cell
