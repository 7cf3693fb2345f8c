"""The evidence of a group: units by questions, each cell saying by colour and by sign what became of what is named there."""

from __future__ import annotations

from typing import Literal

from ictscore.reports.checkbook.completeness import FIRST_COLUMN, finish_matrix, write_headings
from ictscore.reports.checkbook.page import CheckPage, Draft
from ictscore.reports.checked.evidence_told import unshown_by_unit
from ictscore.reports.checked.standing import GroupStanding, UnitStanding
from ictscore.survey.blank.questions import form_questions
from ictscore.survey.evidence.records import CellState
from ictscore.survey.labels.unit_names import Who
from ictscore.words import N_, tr

State = Literal[CellState, "unshown", "no_cell"]

SIGNS: dict[State, tuple[str, str, str]] = {
    "found": ("✓", "state_given", N_("a file was found for what is named")),
    "not_found": ("×", "state_unreadable", N_("a file is named and was not found")),
    "empty": ("0", "state_unreadable", N_("the file named is empty (0 bytes)")),
    "asked": ("?", "state_doubtful", N_("several files fit the name")),
    "in_words": ("“", "state_not_applicable", N_("in words, which nobody looks up")),
    "link": ("↗", "state_not_applicable", N_("an address on the web; it is never opened")),
    "unshown": ("○", "state_missing", N_("nothing is named, though it is wanted")),
    "none": ("", "centre", N_("nothing is named")),
    "no_cell": ("–", "centre", N_("no cell for it, or no form")),
}


def write_evidence(draft: Draft, name: str, group: GroupStanding) -> None:
    """Write the sheet."""
    page = CheckPage(draft, name, f"{tr('Evidence')} – {group.group.name}")
    questions = form_questions(draft.check.loaded.rulebook, group.group.id)
    head = write_headings(page, questions, (tr("Unit"), tr("Found"), tr("Not found")))
    unshown = unshown_by_unit(draft.check.unshown)
    for row, unit in enumerate(group.units, start=head + 1):
        states = [_state(unit, each.id, unshown) for each in questions]
        page.text(row, 0, unit.unit, "strong")
        for column, count in ((1, states.count("found")), (2, states.count("not_found") + states.count("empty"))):
            if unit.submission is None:
                page.text(row, column, "", "centre")
            else:
                page.number(row, column, count, "centre", "0")
        for column, state in enumerate(states, start=FIRST_COLUMN):
            sign, look, _ = SIGNS[state]
            page.text(row, column, sign, look)
    for offset, (sign, look, words) in enumerate(SIGNS.values(), start=head + len(group.units) + 2):
        page.text(offset, 0, tr(words), "legend")
        page.text(offset, 1, sign, look)
    finish_matrix(page, head, len(questions))


def _state(unit: UnitStanding, question: str, unshown: dict[tuple[str, Who], frozenset[str]]) -> State:
    submission = unit.submission
    if submission is None or question not in submission.evidence:
        return "no_cell"
    state = submission.evidence[question].state
    is_unshown = state == "none" and question in unshown.get((submission.group, submission.who), ())
    return "unshown" if is_unshown else state
