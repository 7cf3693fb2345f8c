"""The completeness of a group: units by questions, each cell saying by colour and by sign what became of the answer."""

from __future__ import annotations

from typing import Literal

from ictscore.expr.values import Blank
from ictscore.findings import errors_among
from ictscore.places import Place
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.checked.standing import GroupStanding, UnitStanding
from ictscore.survey.blank.questions import FormQuestion, form_questions
from ictscore.words import N_, tr

State = Literal["given", "doubtful", "missing", "not_applicable", "unreadable", "lost"]

SIGNS: dict[State, tuple[str, str]] = {
    "given": ("✓", N_("given")),
    "doubtful": ("?", N_("given, but an error stands at the answer")),
    "missing": ("○", N_("missing: the cell is blank, or nothing was received")),
    "not_applicable": ("–", N_("not applicable")),
    "unreadable": ("!", N_("unreadable")),
    "lost": ("×", N_("no cell: the row or column is not there")),
}
FIRST_COLUMN = 3
_COLUMNS_ON_A_PAGE = 32


def write_completeness(draft: Draft, name: str, group: GroupStanding) -> None:
    """Write the sheet."""
    page = CheckPage(draft, name, f"{tr('Completeness')} – {group.group.name}")
    questions = form_questions(draft.check.loaded.rulebook, group.group.id)
    head = write_headings(page, questions, (tr("Unit"), tr("Complete"), tr("To be mended")))
    doubtful = _doubtful(group)
    for row, unit in enumerate(group.units, start=head + 1):
        states = [_state(draft, unit, question, doubtful) for question in questions]
        complete = sum(1 for each in states if each in {"given", "not_applicable"})
        page.text(row, 0, unit.unit, "strong")
        page.number(row, 1, complete / len(states) if states else 1.0, "centre", "0%")
        page.number(row, 2, sum(1 for each in states if each in {"doubtful", "unreadable", "lost"}), "centre", "0")
        for column, state in enumerate(states, start=FIRST_COLUMN):
            page.text(row, column, SIGNS[state][0], f"state_{state}")
    _legend(page, head + len(group.units) + 2)
    finish_matrix(page, head, len(questions))


def finish_matrix(page: CheckPage, head: int, questions: int) -> None:
    """Set the widths and the printed pages of a matrix of units by questions."""
    first = [34.0, 9.0, 9.0]
    page.widths([*first, *[3.6] * questions])
    page.titles_within(first)
    page.page(head + 1, FIRST_COLUMN + questions, frozen_columns=FIRST_COLUMN)
    page.sheet.repeat_rows(TITLE_ROWS, head)
    page.sheet.repeat_columns(0, FIRST_COLUMN - 1)
    page.sheet.fit_to_pages(max(1, -(-questions // _COLUMNS_ON_A_PAGE)), 0)


def write_headings(page: CheckPage, questions: tuple[FormQuestion, ...], first: tuple[str, str, str]) -> int:
    """Write the headings of the first columns and the questions with their numbers, and return the row of the numbers."""
    for row, texts in ((TITLE_ROWS, first), (TITLE_ROWS + 1, ("", "", ""))):
        page.heads(row, texts)
    for column, question in enumerate(questions, start=FIRST_COLUMN):
        page.text(TITLE_ROWS, column, question.spec.label, "head_up")
        page.number(TITLE_ROWS + 1, column, question.number, "head", "0")
    page.sheet.set_row(TITLE_ROWS, 190)
    return TITLE_ROWS + 1


def _doubtful(group: GroupStanding) -> frozenset[Place]:
    """Return the cells at which an error stands."""
    return frozenset(each.place for unit in group.units for each in errors_among(unit.findings))


def _state(draft: Draft, unit: UnitStanding, question: FormQuestion, doubtful: frozenset[Place]) -> State:
    if unit.submission is None:
        return "missing"
    if not any(question.id in answers for answers in unit.submission.answers.values()):
        return "lost" if question.spec.required else "missing"
    answer = unit.submission.answer(question.id, draft.check.survey.latest_stage())
    if isinstance(answer.value, Blank):
        return "unreadable" if answer.value.kind == "fault" else answer.value.kind
    return "doubtful" if answer.place in doubtful else "given"


def _legend(page: CheckPage, row: int) -> None:
    for offset, (state, (sign, words)) in enumerate(SIGNS.items()):
        page.text(row + offset, 0, tr(words), "legend")
        page.text(row + offset, 1, sign, f"state_{state}")
