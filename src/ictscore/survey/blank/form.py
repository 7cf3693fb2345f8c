"""The form a unit fills in: one question a row, with its guide, its points by stage, and the marks by which it is read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ictscore.places import cell_name
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.survey.blank.front import basis_line, decision_line, in_language, later_stages, period_of, stage_names
from ictscore.survey.blank.guide import write_guide
from ictscore.survey.blank.looks import Styles, height_for
from ictscore.survey.blank.marks import Stamp, write_marks, write_stamp
from ictscore.survey.blank.points import write_points
from ictscore.survey.blank.questions import FormQuestion, form_questions, has_parents
from ictscore.survey.blank.validations import Lists, hint_rule, rule_for
from ictscore.survey.blank.writing import Book, Sheet, put, span, workbook_bytes
from ictscore.survey.blank.written import cell_of, not_applicable_word
from ictscore.survey.layout import EVIDENCE, GROUP, ID, LABEL, MEASURE, NOTE, NUMBER, PARENT, UNIT
from ictscore.survey.submission import Submission
from ictscore.words import tr

_WIDTHS = {ID: 4.0, NUMBER: 5.0, LABEL: 42.0, MEASURE: 10.0, "#self": 19.0, EVIDENCE: 22.0, NOTE: 14.0}
_STAGE_WIDTH = 14.0
_ANSWER, _EVIDENCE, _NOTE = 4, 5, 6


def write_form(loaded: LoadedRulebook, filled: Submission, *, period: str = "", remark: str = "") -> bytes:
    """Return the form of a unit's group: blank where ``filled`` has no answers, evidence and notes blank in any case.

    ``remark`` is printed on the face of every sheet (that the figures are a sample, say).
    """
    rulebook = loaded.rulebook
    with in_language(rulebook.language):
        stamp = Stamp("form", loaded, filled.group, filled.unit, period_of(rulebook, period))
        return workbook_bytes(tr("Survey form"), rulebook.title, lambda book: _build(book, stamp, filled, remark))


def _build(book: Book, stamp: Stamp, filled: Submission, remark: str) -> None:
    styles, lists = Styles(book), Lists()
    rulebook = stamp.loaded.rulebook
    _FormSheet(book.add_worksheet(tr("Form")), styles, lists, rulebook, filled).write(stamp.period, remark)
    if later_stages(rulebook):
        write_points(book, rulebook, filled, styles, remark)
    write_guide(book, rulebook, filled.group, styles, remark)
    lists.write(book)
    write_stamp(book, stamp)


@dataclass(slots=True)
class _FormSheet:
    """The sheet of the questions while it is written; ``row`` is the next free row, counted from 0."""

    sheet: Sheet
    styles: Styles
    lists: Lists
    rulebook: Rulebook
    filled: Submission
    row: int = 1

    @property
    def stages(self) -> tuple[StageId, ...]:
        """Return the stages that have a column."""
        return ("self", *(each.id for each in later_stages(self.rulebook)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Return what each column holds."""
        return (ID, NUMBER, LABEL, MEASURE, f"#{self.stages[0]}", EVIDENCE, NOTE, *(f"#{stage}" for stage in self.stages[1:]))

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the columns' widths."""
        return tuple(_WIDTHS.get(each, _STAGE_WIDTH) for each in self.columns)

    def write(self, period: str, remark: str) -> None:
        """Write the whole sheet."""
        write_marks(self.sheet, self.columns)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width, None, {"hidden": column == 0})
        self._front(period, remark)
        questions = form_questions(self.rulebook, self.filled.group)
        still = self.row
        self.row += 1
        head = self._head()
        first = self.row
        self._questions(questions)
        self._still_open(still, first, questions)
        self._signatures()
        self._page(head)

    def _front(self, period: str, remark: str) -> None:
        title = tr("SURVEY FORM, PERIOD {period}", period=period) if period else tr("SURVEY FORM")
        lines = [("warning", remark), ("title", title), ("subtitle", self.rulebook.title), ("subtitle", decision_line(self.rulebook))]
        lines += [("remark", basis_line(self.rulebook, self.filled.group))]
        lines += [("guide", text) for text in _instructions(self.rulebook)]
        for style, text in lines:
            if text:
                self._across(text, style)
        self.row += 1
        group = self.rulebook.group(self.filled.group)
        self._field(UNIT, tr("Unit"), self.filled.unit, "name")
        self._field(GROUP, tr("Group"), group.name, "given")
        if has_parents(self.rulebook, group.id):
            self._field(PARENT, tr("Belongs to"), self.filled.parent or "", "name")

    def _across(self, text: str, style: str) -> None:
        span(self.sheet, self.row, (1, len(self.columns) - 1), text, self.styles.get(style))
        line = 21.0 if style == "title" else 16.5
        self.sheet.set_row(self.row, height_for([(text, sum(self.widths[1:]))], line))
        self.row += 1

    def _field(self, mark: str, label: str, value: str, style: str) -> None:
        put(self.sheet, self.row, 0, mark)
        span(self.sheet, self.row, (1, 3), label, self.styles.get("field"))
        span(self.sheet, self.row, (_ANSWER, _NOTE), value, self.styles.get(style))
        self.sheet.set_row(self.row, height_for([(value, sum(self.widths[_ANSWER : _NOTE + 1]))]) + 4)
        self.row += 1

    def _head(self) -> int:
        """Write the row of headings and return it."""
        names = stage_names(self.rulebook)
        own = (tr("No."), tr("Question"), tr("Measure"), names["self"], tr("Evidence"), tr("Note"))
        heads = ("", *own, *(names[each] for each in self.stages[1:]))
        for column, text in enumerate(heads[1:], 1):
            put(self.sheet, self.row, column, text, self.styles.get("head"))
        self.sheet.set_row(self.row, height_for(zip(heads, self.widths, strict=True)) + 6)
        self.row += 1
        return self.row - 1

    def _questions(self, questions: Sequence[FormQuestion]) -> None:
        heading = ""
        for question in questions:
            if question.heading != heading:
                heading = question.heading
                span(self.sheet, self.row, (1, len(self.columns) - 1), heading, self.styles.get("section"))
                self.sheet.set_row(self.row, height_for([(heading, sum(self.widths[1:]))]) + 2)
                self.row += 1
            self._question(question)

    def _question(self, question: FormQuestion) -> None:
        spec = question.spec
        put(self.sheet, self.row, 0, question.id)
        put(self.sheet, self.row, 1, float(question.number), self.styles.get("number"))
        put(self.sheet, self.row, 2, question.label, self.styles.get("cell"))
        put(self.sheet, self.row, 3, question.measure, self.styles.get("centre"))
        for column in (_EVIDENCE, _NOTE):
            put(self.sheet, self.row, column, None, self.styles.get("free"))
        if spec.evidence:
            self.sheet.data_validation(self.row, _EVIDENCE, self.row, _EVIDENCE, hint_rule(tr("Evidence"), spec.evidence))
        shown = [(question.label, self.widths[2]), (question.measure, self.widths[3])]
        for column, stage in zip((_ANSWER, *range(_NOTE + 1, len(self.columns))), self.stages, strict=True):
            shown += [(text, self.widths[column] - 3) for text in self._answer(column, stage, question)]
        self.sheet.set_row(self.row, height_for(shown) + 4)
        self.row += 1

    def _answer(self, column: int, stage: StageId, question: FormQuestion) -> tuple[str, ...]:
        """Write the cell of an answer at a stage and return the texts it must have room for."""
        spec, language = question.spec, self.rulebook.language
        look = "reviewed" if stage != "self" else "required" if spec.required else "optional"
        written = cell_of(self.filled.answers.get(stage, {}).get(question.id), spec, language)
        put(self.sheet, self.row, column, written.value, self.styles.get(look, written.number_format))
        rule = rule_for(spec, cell_name(self.row + 1, column + 1), self.lists, language)
        self.sheet.data_validation(self.row, column, self.row, column, rule)
        return (*(spec.choices or {}).values(), written.value if isinstance(written.value, str) else "")

    def _still_open(self, row: int, first: int, questions: Sequence[FormQuestion]) -> None:
        """Write above the questions how many required ones are still blank; the count follows the filling."""
        answers, language = self.filled.answers.get("self", {}), self.rulebook.language
        required = [each for each in questions if each.spec.required]
        blank = sum(1 for each in required if cell_of(answers.get(each.id), each.spec, language).value in {None, ""})
        labels, given = f"C{first + 1}:C{self.row}", f"E{first + 1}:E{self.row}"
        formula = f'=SUMPRODUCT((RIGHT({labels},1)="*")*({given}=""))'
        span(self.sheet, row, (1, 3), tr("Required answers still blank"), self.styles.get("field"))
        self.sheet.write_formula(row, 4, formula, self.styles.get("still"), blank)

    def _signatures(self) -> None:
        self.row += 1
        last = len(self.columns) - 1
        sides = ((tr("FILLED IN BY"), (1, 3)), (tr("HEAD OF THE UNIT"), (_ANSWER, last)))
        for text, columns in sides:
            span(self.sheet, self.row, columns, text, self.styles.get("sign"))
            span(self.sheet, self.row + 1, columns, tr("(date, signature, name)"), self.styles.get("sign_note"))
        self.row += 6

    def _page(self, head: int) -> None:
        self.sheet.freeze_panes(head + 1, 0)
        self.sheet.set_paper(9)
        self.sheet.set_portrait()
        self.sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head)
        self.sheet.print_area(0, 1, self.row, len(self.columns) - 1)
        self.sheet.set_footer(f"&L{self.rulebook.id}&C{self.filled.unit.replace('&', '&&')}&R&P/&N")
        self.sheet.protect("", {"format_columns": True, "format_rows": True})


def _instructions(rulebook: Rulebook) -> tuple[str, ...]:
    not_applicable = any(spec.not_applicable for spec in rulebook.answers.values())
    blank = tr("A blank cell means: not answered. None at all is 0, not a blank.")
    word = not_applicable_word(rulebook.language)
    return (
        tr("1. Fill in the yellow cells (required, marked *) and, where they concern the unit, the white ones; each shows what it takes."),
        "2. " + blank + (" " + tr("What does not apply is answered “{word}” where that is offered.", word=word) if not_applicable else ""),
        tr("3. Name the evidence beside each answer; send this file back with the evidence. Rows and columns may be widened, not deleted."),
    )
