"""The answers of a group as formulas read them from its table: what holds at the stage scored, and how it stands with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.excel_parts import ExcelAnswer
from ictscore.expr.values import Blank, BlankKind, Value
from ictscore.reports.live.steps import DATA_ROW, Ref, Steps, Stored, quoted
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import STAGES, StageId
from ictscore.survey.blank.answer_states import UNREADABLE, excel_answer, state_formula
from ictscore.survey.blank.marks import Placed
from ictscore.survey.blank.validations import Lists
from ictscore.survey.blank.written import yes_no_words
from ictscore.survey.layout import POINTS_PREFIX, STAGE_SIGN
from ictscore.survey.questions import Question, questions_of
from ictscore.survey.submission import Submission
from ictscore.words import tr

STATES: dict[BlankKind, int] = {"not_applicable": 1, "missing": 2, "unreadable": 4, "fault": 5}
_DAY_ZERO = date(1899, 12, 30)
_EXACT = 12
NOT_READABLE = "!"
"""What stands for points of a stage that are no number."""
_PLAIN = "$AAA$1"
"""A cell that nobody formats: how it is told of by a program that tells nothing of other formats."""


@dataclass(frozen=True, slots=True)
class AnswerColumns:
    """An answer that holds: its value (0 or nothing where there is none) and its state."""

    spec: AnswerSpec
    value: Ref
    state: Ref

    def excel(self, language: str) -> ExcelAnswer:
        """Return the answer as the translation of expressions wants to know it."""
        return excel_answer(self.spec, self.value.text, self.state.text, language)


@dataclass(slots=True)
class AnswerSteps:
    """Adds the columns of answers and of points that stages gave."""

    rulebook: Rulebook
    steps: Steps
    placed: Placed
    lists: Lists
    units: Sequence[Submission]
    stage: StageId

    def answers(self) -> dict[str, AnswerColumns]:
        """Add the columns of every answer of the table and return them by id."""
        questions = questions_of(self.rulebook)
        names = [mark for mark in self.placed.letters if mark in questions]
        return {name: self._answer(name, questions[name]) for name in names}

    def points(self, criterion: str) -> Ref | None:
        """Add the column of points that the latest stage gave for a criterion, blank where none did; None without such columns."""
        marks = [f"{POINTS_PREFIX}{criterion}{STAGE_SIGN}{each}" for each in self._stages()[1:]]
        cells = [self._cell(mark) for mark in marks if mark in self.placed.letters]
        if not cells:
            return None
        formula = '""'
        for cell in cells:
            typed = f'IF(ISERROR({cell}),"{NOT_READABLE}",IF(TRIM({cell})="",{formula},"{NOT_READABLE}"))'
            formula = f'IF(ISNUMBER({cell}),IF({self._is_date(cell)},"{NOT_READABLE}",{cell}),{typed})'
        return self.steps.add(tr("points given"), formula, lambda index: self._given(criterion, index))

    def _given(self, criterion: str, index: int) -> Stored:
        given = self.units[index].points_given(criterion, self.stage)
        value = given[1].value if given is not None else ""
        return value if isinstance(value, Fraction) and not isinstance(value, bool) else ""

    def _stages(self) -> tuple[StageId, ...]:
        return STAGES[: STAGES.index(self.stage) + 1]

    def _cell(self, mark: str) -> str:
        return f"{quoted(self.placed.sheet)}!${self.placed.letters[mark]}{DATA_ROW}"

    def _answer(self, name: str, question: Question) -> AnswerColumns:
        spec = self.rulebook.answers[name].model_copy(update={"required": False})  # all that is missing weighs the same here
        later = [f"{name}{STAGE_SIGN}{each}" for each in self._stages()[1:] if f"{name}{STAGE_SIGN}{each}" in self.placed.letters]
        cells = [self._cell(mark) for mark in (name, *later)]
        states = [self._state(question, spec, cell) for cell in cells]
        held = [self._value_at(name, index) for index in range(len(self.units))]
        heading = self.rulebook.answers[name].label
        if later:
            stages = [each for each in self._stages() if each == "self" or f"{name}{STAGE_SIGN}{each}" in later]
            at = [self._said(f"{heading} – {stage}", text, name, stage) for stage, text in zip(stages, states, strict=True)]
            formula, chosen = at[0].text, cells[0]
            for column, cell in zip(at[1:], cells[1:], strict=True):
                formula, chosen = f"IF({column.text}=2,{formula},{column.text})", f"IF({column.text}=2,{chosen},{cell})"
        else:
            formula, chosen = states[0], cells[0]
        state = self.steps.add(f"{heading} – {tr('state')}", formula, lambda index: state_of(held[index]))
        language = self.rulebook.language
        read = _read(spec, state.text, chosen)
        value = self.steps.add(heading, read, lambda index: stored_answer(held[index], spec, language), is_said=True)
        return AnswerColumns(spec, value, state)

    def _state(self, question: Question, spec: AnswerSpec, cell: str) -> str:
        """Return the formula of an answer's state; an error in its cell is unreadable, and no error of everything that hangs on it."""
        state = state_formula(_in_shares(question), spec, cell, self.lists, self.rulebook.language)[1:]
        if question.is_number:
            state = f"IF(ISNUMBER({cell}),IF({self._is_date(cell)},{UNREADABLE},{state}),{state})"
        return f"IF(ISERROR({cell}),{UNREADABLE},{state})"

    def _is_date(self, cell: str) -> str:
        """Return the formula that asks whether a number is shown as a date or an hour.

        Excel tells D1 to D9 of them and G of plain numbers; LibreOffice tells D1 to D9 or, of most, G, and F0 of plain numbers.
        """
        plain = f"{quoted(self.placed.sheet)}!{_PLAIN}"
        told = f'CELL("format",{cell})'
        return f'IFERROR(OR(LEFT({told},1)="D",AND({told}="G",CELL("format",{plain})="F0")),FALSE)'

    def _value_at(self, name: str, index: int) -> Value | None:
        return self.units[index].values_at(self.stage).get(name)

    def _said(self, heading: str, formula: str, name: str, stage: StageId) -> Ref:
        """Add how it stands with what was said at one stage."""

        def state(index: int) -> int:
            answer = self.units[index].answers.get(stage, {}).get(name)
            return state_of(None if answer is None else answer.value)

        return self.steps.add(heading, formula, state)


def _in_shares(question: Question) -> Question:
    """Return the question as a table for formulas asks it, where percentages are shares shown with their sign."""
    if question.type != "percent":
        return question
    low, high = (None if each is None else each / 100 for each in (question.low, question.high))
    return replace(question, type="number", low=low, high=high)


def _read(spec: AnswerSpec, state: str, cell: str) -> str:
    if spec.type == "percent":
        return f"IF({state}=0,ROUND({cell}*100,{_EXACT}),0)"
    nothing = "0" if spec.value_type == "number" or spec.type == "date" else '""'
    return f"IF({state}=0,{cell},{nothing})"


def state_of(value: Value | None) -> int:
    """Return the state of an answer as the formulas tell it."""
    return 2 if value is None else STATES[value.kind] if isinstance(value, Blank) else 0


def stored_answer(value: Value | None, spec: AnswerSpec, language: str) -> Stored:
    """Return what the formula of an answer's value comes to."""
    is_number = spec.value_type == "number" or spec.type == "date"
    if value is None or isinstance(value, Blank):
        return ZERO if is_number else ""
    if isinstance(value, bool):
        return yes_no_words(language)[0 if value else 1]
    if isinstance(value, Fraction):
        return value
    if spec.choices:
        return spec.choices[value]
    return Fraction((date.fromisoformat(value) - _DAY_ZERO).days) if spec.type == "date" else value
