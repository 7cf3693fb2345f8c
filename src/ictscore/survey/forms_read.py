"""Forms read: one workbook is one unit, one row one question, each found again by its hidden id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ictscore.expr.values import Blank, unreadable
from ictscore.places import Place, column_letters
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.beside.answer_headings import tell_above
from ictscore.survey.beside.answered_twice import Twice, tell_twice
from ictscore.survey.beside.aside_years import known_years
from ictscore.survey.beside.comments_told import ANYWHERE, CommentsAround, tell_comments
from ictscore.survey.beside.form_around import FormAround
from ictscore.survey.beside.form_remarks import FormRemarks
from ictscore.survey.beside.looked_through import hold_looked
from ictscore.survey.beside.one_lower import tell_one_lower
from ictscore.survey.beside.points_remarks import remarks_on_points
from ictscore.survey.beside.unread_sheets import GivenTo
from ictscore.survey.drafts import Draft, Origin, Said
from ictscore.survey.evidence.records import EvidenceCell
from ictscore.survey.later_stages import LaterStages
from ictscore.survey.layout import EVIDENCE, LABEL, MEASURE, NOTE, NUMBER
from ictscore.survey.layouts.crossed_out import rows_crossed_out
from ictscore.survey.layouts.example_row import tell_example
from ictscore.survey.layouts.form_rows import FormRows, hidden_questions
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import refuse_merged, text_of, warn_of_hidden
from ictscore.survey.layouts.slipped_rows import slipped_rows
from ictscore.survey.layouts.title_block import title_lines
from ictscore.survey.layouts.visible import Visible
from ictscore.survey.layouts.vocabulary import WHO_KINDS, Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import LAST_ROW
from ictscore.survey.submission import Answer
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.dates import in_words
from ictscore.survey.typed.hidden_days import day_hidden_in
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.words import N_, phrase


class SheetRead(NamedTuple):
    """What one sheet of a form says, whether it says whose form it is, and what it asks."""

    draft: Draft
    is_named: bool
    given: tuple[GivenTo, ...] = ()
    reasons: tuple[tuple[Sheet, Cell], ...] = ()
    """What was written beside points and may speak of answers, each text with its sheet."""


class FormReader:
    """Reads one sheet of a form."""

    def __init__(self, found: FoundSheet, vocabulary: Vocabulary, notes: Notes, stage: StageId | None = None) -> None:
        """Read the form that was found, as of ``stage`` where one was named."""
        self._sheet, self._lines, self._layout, self._stamp = found.sheet, found.lines, found.layout, found.stamp
        self._vocabulary, self._notes = vocabulary, notes
        is_sheet = bool(found.layout.ids) and found.layout.printed is None and found.layout.row > 0  # a Word form has its marks in row 0
        self._typist = Typist(notes, from_csv=found.from_csv, shows_counts=found.from_csv and is_sheet)
        self._columns = sorted(found.layout.stages.items(), key=lambda each: STAGES.index(each[1]))
        self._years = known_years(vocabulary.rulebook, found.stamp.period)
        self._later = LaterStages(vocabulary, notes, stage)
        self._rows = FormRows(found, vocabulary, notes)
        printed = found.layout.printed
        self._in_doubt: set[int] = {*printed.together.unclear} if printed is not None else set()
        self._told: list[int] = []
        self._misfits: list[int] = []
        self._twice: list[Twice] = []
        self._found = found
        self.rows: dict[int, Question | None] = {}
        self.who: frozenset[int] = frozenset()
        """The rows that ask whose the form is, and what else is no question of the rulebook."""
        self.asks_looked = False

    def read(self) -> SheetRead:
        """Return what the sheet says, and whether it says whose form it is."""
        marked = self._rows.marked()
        tell_example(self._found, self._notes)
        unmarked = self._rows.unmarked(marked)
        slipped = slipped_rows(self._found, marked, self._vocabulary, self._notes)
        if slipped is not None:
            marked, unmarked = (slipped.without(rows) for rows in (marked, unmarked))
            self._found = replace(self._found, lines=slipped.without(self._lines))
            self._lines = self._found.lines
        self._hold_visible(marked, unmarked)
        rows = dict(sorted((marked | unmarked).items()))
        self._in_doubt |= rows_crossed_out(self._found, rows, self._notes)
        who = {meaning.kind: row for row, meaning in rows.items() if meaning.kind in WHO_KINDS}
        place = Place(self._sheet.file, sheet=self._sheet.name)
        origin = Origin("form", place, self._stamp, unknown=tuple(self._rows.unknown))
        draft = Draft(origin, hidden=hidden_questions(self._found, self._columns[0][0], self._vocabulary))
        printed = self._layout.printed.who if self._layout.printed is not None else {}
        draft.unit, draft.group, draft.parent = (self._said(who[kind]) if kind in who else printed.get(kind, Said()) for kind in WHO_KINDS)
        draft.above = title_lines(self._sheet, self._lines, self._first(rows))
        draft.confirmed = self._said(next((row for row, meaning in rows.items() if meaning.kind == "confirm"), 0))
        if slipped is not None:
            slipped.spoil(draft)
        for row, meaning in rows.items():
            if meaning.kind in ("answer", "points"):
                self._take(draft, row, meaning)
            elif meaning.kind == "looked":
                self.asks_looked = True
                hold_looked(self._said(row), self._stamp, self._vocabulary.rulebook.language, self._notes)
        tell_twice(self._twice, self._notes)
        for row in self._look_around(rows, draft):
            self._spoil(draft, rows[row])
        self.rows = {row: question for row, each in rows.items() if (question := self._question(each)) is not None}
        self.who = frozenset(rows.keys() - self.rows.keys())
        self._tell_remarks(rows, draft.unit.text, max(max(rows, default=0), slipped.last if slipped is not None else 0))
        return SheetRead(draft, "unit" in who or "unit" in printed, tuple(self._given(rows)), remarks_on_points(self._found, rows))

    def _first(self, rows: dict[int, Meaning]) -> int:
        """Return the row in which the form begins: that of its headings, else of the first thing it asks."""
        head = self._layout.row if self._layout.printed is not None else 0
        return min(head or LAST_ROW, *rows, LAST_ROW)

    def _given(self, rows: dict[int, Meaning]) -> Iterator[GivenTo]:
        """Yield what each question was answered at any stage, and the number before it."""
        for row, meaning in rows.items():
            if meaning.kind == "answer":
                line = self._lines[row]
                cells = tuple(line[column] for column, _ in self._columns if text_of(line.get(column)))
                yield GivenTo(self._vocabulary.question(meaning), text_of(line.get(self._layout.others.get(NUMBER, 0))), cells)

    def _question(self, meaning: Meaning) -> Question | None:
        return self._vocabulary.question(meaning) if meaning.kind in ("answer", "points") else None

    def _look_around(self, rows: dict[int, Meaning], draft: Draft) -> set[int]:
        """Report what people cannot see, cells merged over several answers, comments, and texts beside; return rows that are not clear."""
        filled = self._filled_columns(rows)
        warn_of_hidden(self._sheet, [row for row in rows if self._rows.holds_something(row)], filled, self._notes)
        refuse_merged(self._sheet, rows.keys(), [column for column, _ in self._columns], self._notes)
        stages = self._layout.stages
        where = CommentsAround(
            rows, ANYWHERE, lambda row, column: self._question(rows[row]) if column in stages else None, self._years, draft.unit.text
        )
        tell_comments(self._sheet, where, self._notes)
        asked = {row: self._vocabulary.question(meaning) for row, meaning in rows.items() if meaning.kind == "answer"}
        tell_above(self._found, asked, self._vocabulary, self._notes)
        around = FormAround(self._found, [column for column, _ in self._columns], self._vocabulary, self._notes)
        around.tell_remarks(asked, self._years, draft.unit.text)
        unclear = around.tell_unread(asked)
        self._told, draft.unread = around.told, tuple(around.unread)
        return unclear

    def _tell_remarks(self, rows: dict[int, Meaning], unit: str, last: int) -> None:
        """Report notes and texts that may be answers or correct them; the form ends with the row ``last``."""
        asked = {row: self._vocabulary.question(each) for row, each in rows.items() if each.kind == "answer"}
        if asked:
            tell_one_lower(self._found, self._columns[0][0], asked, self._misfits, self._notes)
            remarks = FormRemarks(self._found, self._columns[0][0], self._vocabulary, self._notes, unit)
            remarks.tell_beside(asked)
            remarks.tell_below(last, self._told, asked)

    def _spoil(self, draft: Draft, meaning: Meaning) -> None:
        """Take away the answers to a question that has several rows: which of them it is, or their sum, nobody can tell."""
        for answers in draft.answers.values():
            if meaning.id in answers:
                answers[meaning.id] = replace(answers[meaning.id], value=unreadable(meaning.id))

    def _hold_visible(self, marked: dict[int, Meaning], unmarked: dict[int, Meaning]) -> None:
        """Hold what is printed against the hidden ids, and the headings of the stages against their marks."""
        visible, others = Visible(self._vocabulary, self._notes), self._layout.others
        first = min((row for row, meaning in (marked or unmarked).items() if meaning.kind in ("answer", "points")), default=0)
        printed = self._layout.printed
        has_ids = any(meaning.kind in ("answer", "points") for meaning in marked.values())
        self._tell_lost_ids({} if has_ids else unmarked)
        for row, line in self._lines.items():
            meaning = marked.get(row) or unmarked.get(row)
            if meaning is None:
                if self._layout.row < row < first:
                    for column, stage in self._columns:
                        visible.hold_stage(stage, text_of(line.get(column)), self._sheet.place_at(row, column))
                continue
            texts = {mark: text_of(line.get(column)) for mark, column in others.items()}
            named = LABEL if texts.get(LABEL) else NUMBER
            place = self._sheet.place_at(row, others.get(named, 1))
            answers = [self._sheet.place_at(row, column) for column, _ in self._columns if column in line]
            if row in unmarked:
                if printed is not None and row in printed.taken:
                    self._notes.add("SV419", place, read=shown(printed.taken[row]), visible=visible.named(meaning))
                elif printed is None and has_ids:
                    visible.adopted(meaning, texts.get(named, ""), place)
            elif meaning.kind not in ("confirm", "looked") and (named == LABEL or meaning.kind not in ("answer", "points")):
                is_other = visible.hold(meaning, texts.get(named, ""), place, *answers, number=texts.get(NUMBER, ""))
                self._in_doubt |= {row} if is_other else set()
            if texts.get(MEASURE) and visible.hold_measure(meaning, texts[MEASURE], self._sheet.place_at(row, others[MEASURE]), *answers):
                self._in_doubt.add(row)

    def _tell_lost_ids(self, unmarked: dict[int, Meaning]) -> None:
        """Say once that a form of ours has lost the column of its ids."""
        count = sum(1 for meaning in unmarked.values() if meaning.kind in ("answer", "points"))
        if self._layout.printed is None and count:
            column = self._columns[0][0]
            place, what = self._sheet.place_at(self._layout.row, column), phrase(N_("The form has no hidden ids"))
            self._notes.add("SV420", place, what=what, count=count, column=column_letters(column), heading="")

    def _said(self, row: int) -> Said:
        """Return what stands in the first filled column of a row about the unit."""
        if not row:
            return Said()
        line = self._lines[row]
        column = next((column for column, _ in self._columns if text_of(line.get(column))), self._columns[0][0])
        cell = line.get(column)
        return Said(text_of(cell), self._sheet.place_at(row, column), cell.kind if cell is not None else "text")

    def _take(self, draft: Draft, row: int, meaning: Meaning) -> None:
        """Take the answers of one row, of every stage."""
        home = self._sheet.place_at(row, self._columns[0][0])
        key = meaning.id if meaning.kind == "answer" else f"points:{meaning.id}"
        if key in draft.homes:
            self._twice.append(Twice(key, home, draft.homes[key]))
            return
        draft.homes[key] = home
        for column, stage in self._columns:
            cell = self._lines[row].get(column)
            if cell is not None:
                self._take_cell(draft, meaning, stage, cell)
        evidence, note = (text_of(self._lines[row].get(self._layout.others.get(mark, 0))) for mark in (EVIDENCE, NOTE))
        if evidence or note:
            draft.remarks[key] = (evidence, note)
        if column := self._layout.others.get(EVIDENCE, 0):
            draft.evidence[key] = EvidenceCell(self._sheet.place_at(row, column), evidence)

    def _take_cell(self, draft: Draft, meaning: Meaning, stage: StageId, cell: Cell) -> None:
        place = self._sheet.place(cell)
        if self._later.passes_over(meaning, stage, cell, place):
            return
        draft.uses_formulas |= cell.is_formula
        question = self._vocabulary.question(meaning)
        value = self._typist.type(question, cell, place)
        if not isinstance(value, Blank) and (day := day_hidden_in(cell, question, self._years)) is not None:
            self._notes.add("SV585", place, answer=question.id, label=question.label, read=value, day=in_words(day))
        if stage == "self" and meaning.kind == "answer" and isinstance(value, Blank) and value.kind == "unreadable":
            self._misfits.append(cell.row)
        if cell.row in self._in_doubt and not isinstance(value, Blank):
            value = unreadable(meaning.id)
        if not (isinstance(value, Blank) and value.kind == "missing"):
            by_stage = draft.points if meaning.kind == "points" else draft.answers
            by_stage.setdefault(stage, {})[meaning.id] = Answer(value, place, as_seen_in(cell))

    def _filled_columns(self, rows: dict[int, Meaning]) -> list[int]:
        return [column for column, _ in self._columns if any(column in self._lines[row] for row in rows)]
