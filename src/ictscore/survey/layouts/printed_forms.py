"""Forms without hidden marks, typed again or pasted as values: recognised by the questions they print."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ictscore.places import column_letters
from ictscore.rulebook.procedure import StageId
from ictscore.survey.drafts import Said
from ictscore.survey.labels.unit_names import fold_label
from ictscore.survey.layout import EVIDENCE, LABEL, MEASURE, NOTE, NUMBER
from ictscore.survey.layouts.answer_columns import lettered, says_of_answers
from ictscore.survey.layouts.columns_differ import differ
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.odd_headings import tell_odd_heading
from ictscore.survey.layouts.printed_who import is_who, said_above
from ictscore.survey.layouts.printed_words import Part, are_periods_or_parts, is_one_answer, is_yes_or_no, part_of, reads_like_a_name
from ictscore.survey.layouts.taken_together import taken_together
from ictscore.survey.layouts.together import Together
from ictscore.survey.layouts.vocabulary import Kind, Meaning, Vocabulary
from ictscore.survey.matching.period import are_of_a_year
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.typed.text_numbers import read_number
from ictscore.words import N_, phrase

ENOUGH = 3
"""How many questions of the rulebook a column must print to be a form; all of them where it asks fewer."""
ANSWERS = "Số liệu"
"""What a column of answers is best called."""
_ROWS_ABOVE = 40
_NAMED = 3
"""How many units a message names; enough to know them by."""
_UNIT_OR_MEASURE = (fold_label("đơn vị"), "unit")
_MARKS: dict[Part | None, str] = {
    "number": NUMBER, "label": LABEL, "measure": MEASURE, "evidence": EVIDENCE, "note": NOTE, "where": "#where",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form found by what it prints: the rows of its questions, the column of labels, and what the other columns hold."""

    questions: dict[int, Meaning]
    label: int
    head: int
    ids: int = 0
    stages: dict[int, StageId] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    who: dict[Kind, Said] = field(default_factory=dict)
    taken: dict[int, str] = field(default_factory=dict)
    together: Together = Together()
    """The columns that share out the answers, where several do."""

    def joined(self, lines: Lines) -> Lines:
        """Return the lines with every answer in one column; each cell keeps its own place."""
        return self.together.joined(lines)


def find_printed_form(sheet: Sheet, lines: Lines, vocabulary: Vocabulary, notes: Notes, enough: int = ENOUGH) -> PrintedForm | None:
    """Return the form a sheet prints, or None where it prints less than ``enough`` questions.

    Where it prints one that cannot be read, the reason is reported, and the form has no columns of answers.
    """
    columns = _printed_columns(lines, vocabulary, min(enough, len(vocabulary.questions)))
    if not columns:
        return None
    best = max(columns, key=lambda column: (len({*columns[column].values()}), -column))
    rivals = [column for column, rows in columns.items() if column == best or {*rows.values()} & {*columns[best].values()}]
    if len(rivals) > 1:
        letters = tuple(column_letters(each) for each in sorted(rivals))
        notes.add("SV432", sheet.place_at(min(columns[best]), min(rivals)), columns=letters)
        return PrintedForm(columns[best], best, 0)
    return _Reader(sheet, lines, vocabulary, notes).form(columns[best], best)


def _printed_columns(lines: Lines, vocabulary: Vocabulary, enough: int) -> dict[int, dict[int, Meaning]]:
    """Return the columns that print enough questions, with the rows in which they stand."""
    heading = vocabulary.heading
    found: dict[int, dict[int, Meaning]] = {}
    for row, line in lines.items():
        for column, cell in line.items():
            if cell.kind == "text" and len(cell.text) > 1:
                said = heading(cell.text)
                if said is not None and said.meaning.kind == "answer":
                    found.setdefault(column, {})[row] = said.meaning
    columns = {column: rows for column, rows in found.items() if len({*rows.values()}) >= enough}
    ids = {column for column, rows in columns.items() if all(text_of(lines[row][column]) in vocabulary.questions for row in rows)}
    return {column: rows for column, rows in columns.items() if column not in ids or ids == columns.keys()}


Parts = dict[int, Part | None]
"""What each column holds, by its heading."""


class _Reader:
    """Finds out what the columns beside the questions hold."""

    def __init__(self, sheet: Sheet, lines: Lines, vocabulary: Vocabulary, notes: Notes) -> None:
        self._sheet, self._lines, self._vocabulary, self._notes = sheet, lines, vocabulary, notes
        self._questions: dict[int, Meaning] = {}
        self._label = self._first = 0
        self._of_a_year = are_of_a_year(vocabulary.rulebook)
        self._stages = {fold_label(stage.name): stage.id for stage in vocabulary.rulebook.stages}

    def form(self, questions: dict[int, Meaning], label: int) -> PrintedForm:
        """Return the form that prints these questions in a column, without stages where its answers cannot be told from other columns."""
        self._questions, self._label, self._first = questions, label, min(questions)
        head = self._head()
        texts = {column: text_of(cell) for column, cell in self._lines.get(head, {}).items()} | self._below(head)
        parts = {column: part_of(text) for column, text in texts.items()}
        self._mend_measure(parts, texts)
        others = {_MARKS[part]: column for column, part in reversed(parts.items()) if part in _MARKS}
        others[LABEL] = self._label
        ids = self._ids()
        beside = [column for column in self._filled() if column not in (self._label, ids)]
        stages = {column: stage for column in texts if (stage := self._stages.get(fold_label(texts[column]))) and column != self._label}
        open_columns = [column for column in beside if column not in stages and parts.get(column) in (None, "answer")]
        named = [column for column, part in parts.items() if part == "answer" and column not in stages]
        own = "self" in stages.values()
        numbers = [column for column in open_columns if column > self._label and self._answers_in(column)]
        candidates = sorted({*named, *(column for column in numbers if not self._assesses(column, named, texts))})
        who = said_above(self._sheet, self._lines, self._vocabulary, head or self._first)
        form = PrintedForm(self._questions, self._label, head, ids, stages, others, who, self._taken())
        crossed = [column for column, text in texts.items() if is_one_answer(text)]
        if own and not candidates and not crossed:
            return self._told(form, texts)
        asked = self._asked()
        rivals = sorted({*candidates, *crossed, *(column for column, stage in stages.items() if stage == "self")})
        together = taken_together(rivals, texts, {row: self._lines[row] for row in asked}, asked) if not own else None
        if together is not None:
            stages[together.columns[0]] = "self"
            together.tell(self._sheet, head, texts, asked, self._notes)
            return self._told(replace(form, together=together), texts)
        if len(candidates) == 1 and not own and not crossed:
            stages[candidates[0]] = "self"
            return self._told(form, texts)
        self._refuse(rivals, texts, parts, head)
        stages.clear()
        return form

    def _told(self, form: PrintedForm, texts: dict[int, str]) -> PrintedForm:
        column = min(column for column, stage in form.stages.items() if stage == "self")
        text = texts.get(column, "")
        said = phrase(N_(" (“{heading}”)"), heading=shown(text)) if text else ""
        place = self._sheet.place_at(form.head or self._first, column)
        what = phrase(N_("The hidden row of the form is missing") if form.ids else N_("The form has no hidden ids"))
        if text and not form.together.columns and part_of(text) is None and fold_label(text) not in self._stages:
            tell_odd_heading(self._notes, self._sheet, self._lines[form.head][column], ANSWERS, is_marked=False)
        self._notes.add("SV420", place, what=what, count=len({*self._questions.values()}), column=column_letters(column), heading=said)
        return form

    def _refuse(self, columns: list[int], texts: dict[int, str], parts: Parts, head: int) -> None:
        count = len({*self._questions.values()})
        if not columns:
            self._notes.add("SV422", self._sheet.place_at(self._first, self._label), count=count)
            return
        place = self._sheet.place_at(head or self._first, columns[0])
        named = lettered(columns, texts)
        by, keep = differ(columns, texts, dict(zip(columns, named, strict=True)), self._vocabulary.rulebook)
        units = [texts[column] for column in columns if parts.get(column) is None and texts.get(column)]
        if len(units) > 1 and len(units) == len(columns) and all(map(reads_like_a_name, units)):
            read = ", ".join(shown(text) for text in units[:_NAMED]) + (" …" if len(units) > _NAMED else "")
            if are_periods_or_parts(units):
                self._notes.add("SV592", place, read=read, heading=ANSWERS, keep=keep)
            else:
                self._notes.add("SV423", place, read=read)
            return
        self._notes.add("SV421", place, columns=named, heading=ANSWERS, by=by, keep=keep)

    def _head(self) -> int:
        """Return the row that names the columns: the last above the questions that knows two, or has texts beside the label’s; or 0."""
        above = [row for row in self._lines if self._first - _ROWS_ABOVE <= row < self._first]
        for row in reversed(above):
            if sum(1 for cell in self._lines[row].values() if part_of(text_of(cell)) or fold_label(cell.text) in self._stages) > 1:
                return row
        beside = {*self._filled()}
        heads = (row for row in reversed(above) if not self._names_one(self._lines[row]))
        return next((row for row in heads if len(beside & self._lines[row].keys()) > 1 and self._label in self._lines[row]), 0)

    def _below(self, head: int) -> dict[int, str]:
        """Return the headings below the others that are themselves an answer, as “Có” and “Không” below “Trả lời”."""
        between = [line for row, line in self._lines.items() if 0 < head < row < self._first and not text_of(line.get(self._label))]
        return {column: text for line in between for column, cell in line.items() if is_one_answer(text := text_of(cell))}

    def _names_one(self, line: Line) -> bool:
        """Return whether a row says who the unit is; one that names several is the head of a table on its side."""
        who = sum(1 for cell in line.values() if is_who(cell, self._vocabulary))
        return who > 1 or (who == 1 and len(line) <= 2)  # noqa: PLR2004 - what is said, and who it is

    def _mend_measure(self, parts: Parts, texts: dict[int, str]) -> None:
        """Take a column called “Đơn vị” for the measures where it holds measures."""
        answers = self._vocabulary.rulebook.answers
        for column, text in texts.items():
            if parts.get(column) is not None or fold_label(text) not in _UNIT_OR_MEASURE:
                continue
            held = [(text_of(self._lines[row].get(column)), answers[each.id].measure or "") for row, each in self._questions.items()]
            if all(fold_label(said) in ("", fold_label(measure)) for said, measure in held) and any(said for said, _ in held):
                parts[column] = "measure"

    def _cells(self, column: int) -> dict[int, Cell]:
        """Return what stands in a column beside the questions, by its row."""
        cells = ((row, self._lines[row].get(column)) for row in self._questions)
        return {row: cell for row, cell in cells if cell is not None and text_of(cell)}

    def _assesses(self, column: int, named: list[int], texts: dict[int, str]) -> bool:
        """Return whether a column beside those ``named`` as answers only says something of them."""
        if column in named or is_yes_or_no(texts.get(column, "")):
            return False
        answered = {row for each in named for row in self._cells(each)}
        return says_of_answers(self._cells(column), texts.get(column, ""), self._asked(), answered, of_a_year=self._of_a_year)

    def _asked(self) -> dict[int, Question]:
        return {row: self._vocabulary.questions[meaning.id] for row, meaning in self._questions.items()}

    def _filled(self) -> list[int]:
        """Return the columns in which something stands beside a question."""
        cells = (item for row in self._questions for item in self._lines[row].items())
        return sorted({column for column, cell in cells if cell.text.strip() or cell.kind != "text"})

    def _answers_in(self, column: int) -> bool:
        """Return whether what stands in a column could be answers: numbers, dates, or words that a question takes."""
        for row, meaning in self._questions.items():
            cell = self._lines[row].get(column)
            if cell is None:
                continue
            question = self._vocabulary.questions[meaning.id]
            if cell.kind != "text" or (question.is_number and read_number(cell.text) is not None):
                return True
            if not question.is_number and question.type != "text":
                return True
        return False

    def _ids(self) -> int:
        """Return the column of hidden ids that lost its mark: it gives each question the id it prints, or another one."""
        for column in sorted({column for row in self._questions for column in self._lines[row]}):
            if column == self._label:
                continue
            texts = [text_of(self._lines[row].get(column)) for row in self._questions]
            if sum(1 for text in texts if text in self._vocabulary.questions) * 2 > len(texts):
                return column
        return 0

    def _taken(self) -> dict[int, str]:
        """Return the rows whose question is worded loosely, with what they print."""
        texts = {row: text_of(self._lines[row].get(self._label)) for row in self._questions}
        said = {row: self._vocabulary.heading(text) for row, text in texts.items()}
        return {row: " ".join(texts[row].split()) for row, heading in said.items() if heading is not None and heading.loose}
