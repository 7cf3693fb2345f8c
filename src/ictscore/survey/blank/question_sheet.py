"""The first sheet of a form: one question a row, below who the unit is and above the signatures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ictscore.expr.excel_parts import ExcelAnswer
from ictscore.expr.values import Value, missing
from ictscore.places import cell_name, column_letters
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.answer_states import REQUIRED_BLANK, excel_answer, live_value, state_formula, state_of
from ictscore.survey.blank.flags import SIGN_FORMAT, note_at
from ictscore.survey.blank.front import later_stages, stage_names
from ictscore.survey.blank.instructions import write_example, write_legend
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.marks import Stamp, write_marks
from ictscore.survey.blank.prepared import Prepared
from ictscore.survey.blank.question_front import ANSWER, NOTE_COLUMN, Front
from ictscore.survey.blank.questions import FormQuestion
from ictscore.survey.blank.signing import write_signatures
from ictscore.survey.blank.validations import Lists, hint_rule, rule_for
from ictscore.survey.blank.writing import Sheet, put, put_formula, span
from ictscore.survey.blank.written import Written, cell_of
from ictscore.survey.layout import EVIDENCE, EVIDENCE_PREFIX, ID, LABEL, MEASURE, NOTE, NUMBER, STATE
from ictscore.survey.submission import Submission
from ictscore.words import tr

_WIDTHS = {ID: 4.0, NUMBER: 5.5, LABEL: 42.0, MEASURE: 10.0, "#self": 19.0, EVIDENCE: 24.0, NOTE: 15.0, STATE: 4.0}
_STAGE_WIDTH = 14.0
_EVIDENCE = 5
_TWO_LINES = 32.0
"""So high is every question at least: evidence takes two lines of its small letters, and rows do not grow while people type."""


@dataclass(slots=True)
class QuestionSheet:
    """The sheet while it is written; ``row`` is the next free row, counted from 0.

    ``states`` is what the hidden column says of each answer, ``rows`` where it stands, ``head`` the row above the first;
    ``warned`` are the marks at which nothing is wrong, but something to be looked at.
    """

    sheet: Sheet
    styles: Styles
    lists: Lists
    prepared: Prepared
    filled: Submission
    marks: Mapping[str, Sequence[str]]
    row: int = 1
    head: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)
    warned: Collection[str] = ()
    confirm_label: str = ""
    """What is asked where the form asks whose figures it holds, or another."""

    @property
    def rulebook(self) -> Rulebook:
        """Return the rulebook."""
        return self.prepared.loaded.rulebook

    @property
    def questions(self) -> tuple[FormQuestion, ...]:
        """Return what the group is asked."""
        return self.prepared.questions

    @property
    def name(self) -> str:
        """Return the sheet's name as formulas write it."""
        return f"'{tr('Form')}'"

    @property
    def stages(self) -> tuple[StageId, ...]:
        """Return the stages that have a column."""
        return ("self", *(each.id for each in later_stages(self.rulebook)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Return what each column holds; the last is hidden."""
        return (ID, NUMBER, LABEL, MEASURE, f"#{self.stages[0]}", EVIDENCE, NOTE, *(f"#{each}" for each in self.stages[1:]), STATE)

    @property
    def last(self) -> int:
        """Return the last column that people see."""
        return len(self.columns) - 2

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the widths of the columns that people see, and of the first, which is hidden."""
        return tuple(_WIDTHS.get(each, _STAGE_WIDTH) for each in self.columns[: self.last + 1])

    @property
    def state_range(self) -> str:
        """Return the range of the states of all answers."""
        column = column_letters(self.last + 2)
        return f"${column}${self.head + 2}:${column}${self.head + 1 + max(self._height(), 1)}"

    def answer_cell(self, identifier: str) -> str:
        """Return the address of an answer's cell, or of one that says who the unit is."""
        return cell_name(self.rows[identifier] + 1, ANSWER + 1)

    def cell_of_mark(self, mark: str) -> str:
        """Return the address of the cell that a mark is about: an answer’s, or that of its evidence; nothing where it has none."""
        name = mark.removeprefix(EVIDENCE_PREFIX)
        column = _EVIDENCE if mark != name else ANSWER
        return cell_name(self.rows[name] + 1, column + 1) if name in self.rows else ""

    def cells(self) -> dict[str, ExcelAnswer]:
        """Return where the answers stand, for formulas on other sheets."""
        column = column_letters(self.last + 2)
        found = {}
        for each in self.questions:
            cell, state = self.answer_cell(each.id), f"{column}{self.rows[each.id] + 1}"
            found[each.id] = excel_answer(each.spec, f"{self.name}!{cell}", f"{self.name}!{state}", self.rulebook.language)
        return found

    def live_values(self) -> dict[str, Value]:
        """Return the unit's answers as the live formulas see them."""
        given = self.filled.answers.get("self", {})
        values = {each.id: given[each.id].value if each.id in given else missing(each.id) for each in self.questions}
        return {name: live_value(self.states[name], value, name) for name, value in values.items()}

    def write(self, stamp: Stamp, remark: str) -> None:
        """Write the whole sheet."""
        write_marks(self.sheet, self.columns)
        for column, width in enumerate((*self.widths, _WIDTHS[STATE])):
            self.sheet.set_column(column, column, width, None, {"hidden": column in {0, self.last + 1}})
        front = Front(self.sheet, self.styles, self.lists, self.widths, self.marks, self.row, self.rows, self.warned)
        front.write(self.prepared, self.filled, stamp, remark)
        self.row, self.confirm_label = front.row, front.confirm_label
        write_legend(self.sheet, self.row, self.last, self.styles)
        self.row += 1
        still = self.row
        self.row += 1
        self._head()
        write_example(self.sheet, self.row, self.widths, self.styles)
        self.head = self.row
        self.row += 1
        self._write_questions()
        self._still_open(still)
        self.row += 1
        write_signatures(self.sheet, self.row, self.last, self.styles)
        self._page(stamp)

    def _head(self) -> None:
        names = stage_names(self.rulebook)
        own = (tr("No."), tr("Question"), tr("Measure"), names["self"], tr("Evidence"), tr("Note"))
        heads = ("", *own, *(names[each] for each in self.stages[1:]))
        for column, text in enumerate(heads[1:], 1):
            put(self.sheet, self.row, column, text, self.styles.get("head"))
        put(self.sheet, self.row, self.last + 1, tr("State of the answer"), self.styles.get("head"))
        self.sheet.set_row(self.row, height_for(zip(heads, self.widths, strict=True)) + 6)
        self.head = self.row
        self.row += 1

    def _write_questions(self) -> None:
        heading, known = "", self.prepared.known
        for question in self.questions:
            if question.heading != heading:
                heading = question.heading
                span(self.sheet, self.row, (1, self.last), heading, self.styles.get("section"))
                self.sheet.set_row(self.row, height_for([(heading, sum(self.widths[1:]))]) + 2)
                self.row += 1
            self._question(question)
            formula = state_formula(known[question.id], question.spec, self.answer_cell(question.id), self.lists, self.rulebook.language)
            written = self._written("self", question).value
            self.states[question.id] = state_of(written, known[question.id], question.spec, self.rulebook.language)
            put_formula(self.sheet, self.rows[question.id], self.last + 1, formula, self.states[question.id])

    def _question(self, question: FormQuestion) -> None:
        spec, shows = question.spec, self.marks.get(EVIDENCE_PREFIX + question.id, ())
        flagged = question.id in self.marks or bool(shows)
        self.rows[question.id] = self.row
        put(self.sheet, self.row, 0, question.id)
        self._number(question, flagged=flagged)
        put(self.sheet, self.row, 2, question.label, self.styles.get("cell"))
        put(self.sheet, self.row, 3, question.measure, self.styles.get("centre"))
        remarks = self.filled.remarks.get(question.id, ("", ""))
        for column, text in zip((_EVIDENCE, NOTE_COLUMN), remarks, strict=True):
            put(self.sheet, self.row, column, text or None, self.styles.get("free", flagged=column == _EVIDENCE and bool(shows)))
        note_at(self.sheet, self.row, _EVIDENCE, shows)
        if spec.evidence:
            self.sheet.data_validation(self.row, _EVIDENCE, self.row, _EVIDENCE, hint_rule(tr("Evidence"), spec.evidence))
        shown = [(question.label, self.widths[2]), (question.measure, self.widths[3])]
        shown += [(remarks[0], self.widths[_EVIDENCE]), (remarks[1], self.widths[NOTE_COLUMN])]
        for column, stage in zip((ANSWER, *range(NOTE_COLUMN + 1, self.last + 1)), self.stages, strict=True):
            shown += [(text, self.widths[column] - 3) for text in self._answer(column, stage, question)]
        note_at(self.sheet, self.row, ANSWER, self.marks.get(question.id, ()))
        self.sheet.set_row(self.row, max(height_for(shown) + 4, _TWO_LINES))
        self.row += 1

    def _number(self, question: FormQuestion, *, flagged: bool) -> None:
        """Write the number of a question, which leads to the row of the guide that says what the answer is for, where there is one."""
        row = self.prepared.guide_rows.get(question.id)
        style = self.styles.get("number" if row is None else "number_link", SIGN_FORMAT if flagged else "", flagged=flagged)
        if row is not None:
            link = f"internal:'{tr('Guide')}'!A{row}"
            self.sheet.write_url(self.row, 1, link, style, str(question.number), tr("How points come about"))
        put(self.sheet, self.row, 1, float(question.number), style)

    def _written(self, stage: StageId, question: FormQuestion) -> Written:
        return cell_of(self.filled.answers.get(stage, {}).get(question.id), question.spec, self.rulebook.language)

    def _answer(self, column: int, stage: StageId, question: FormQuestion) -> tuple[str, ...]:
        """Write the cell of an answer at a stage and return the texts it must have room for."""
        spec = question.spec
        look = "later" if stage != "self" else "required" if spec.required else "optional"
        written = self._written(stage, question)
        flagged = stage == "self" and question.id in self.marks
        put(self.sheet, self.row, column, written.value, self.styles.get(look, written.number_format, flagged=flagged))
        rule = rule_for(spec, cell_name(self.row + 1, column + 1), self.lists, self.rulebook.language, question.every)
        self.sheet.data_validation(self.row, column, self.row, column, rule)
        return (*(spec.choices or {}).values(), written.value if isinstance(written.value, str) else "")

    def _still_open(self, row: int) -> None:
        """Write above the questions how many required ones are still blank; the count follows the filling."""
        blank = sum(state == REQUIRED_BLANK for state in self.states.values())
        span(self.sheet, row, (1, 3), tr("Required answers still blank"), self.styles.get("field"))
        put_formula(self.sheet, row, 4, f"=COUNTIF({self.state_range},{REQUIRED_BLANK})", blank, self.styles.get("still"))
        self.sheet.write_url(row, 5, f"internal:'{tr('Missing')}'!A1", self.styles.get("link"), tr("which ones?"))

    def _height(self) -> int:
        """Return how many rows the questions take, with their headings."""
        return max(self.rows[each.id] for each in self.questions) - self.head if self.questions else 0

    def _page(self, stamp: Stamp) -> None:
        form = stamp.form
        self.sheet.freeze_panes(self.head, 0)
        self.sheet.set_paper(9)
        self.sheet.set_portrait()
        self.sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(self.head - 1)
        self.sheet.print_area(0, 1, self.row, self.last)
        version = f"{self.rulebook.id} · {tr('form')} {form.version}" if form is not None else self.rulebook.id
        self.sheet.set_footer(f"&L&8{version}&C&8{self.filled.unit.replace('&', '&&')[:120]}&R&8&P/&N")
        self.sheet.protect("", {"format_columns": True, "format_rows": True})
        if self.questions:
            first = next(iter(self._blank_first()), self.questions[0].id)
            self.sheet.set_selection(self.rows[first], ANSWER, self.rows[first], ANSWER)

    def _blank_first(self) -> Iterator[str]:
        return (each for each, state in self.states.items() if state == REQUIRED_BLANK)
