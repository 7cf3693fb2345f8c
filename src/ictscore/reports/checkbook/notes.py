"""The sheet of what units noted beside their answers: nothing of it was read as an answer, and somebody has to know it.

What stands among the evidence is listed where it names no document: it may be said of the figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.reports.checkbook.findings import LINE
from ictscore.reports.checkbook.links import link_to
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.checked.told import Checked
from ictscore.reports.workbook.page import height_of
from ictscore.rulebook.model import Rulebook
from ictscore.survey.layout import POINTS_PREFIX
from ictscore.survey.remarks.documents_named import may_name_document
from ictscore.survey.submission import Answer, Submission
from ictscore.words import N_, tr

_HEADINGS = (N_("Unit"), N_("Question"), N_("Answer"), N_("Note"), N_("Cell"))
_WIDTHS = (34, 60, 16, 60, 10)


def has_notes(check: Checked) -> bool:
    """Return whether any unit noted anything."""
    return any(note or _is_said(shown) for each in check.survey.submissions for shown, note in each.remarks.values())


def write_notes(draft: Draft, name: str) -> None:
    """Write the sheet: unit by unit as the survey has them, each note with its question and the answer beside it."""
    page = CheckPage(draft, name, tr("Notes of units"))
    page.widths(_WIDTHS)
    page.text(TITLE_ROWS - 1, 0, tr("Notes change no answer and no point; what seems to say otherwise is among the findings."), "remark")
    page.heads(TITLE_ROWS, [tr(each) for each in _HEADINGS])
    row = TITLE_ROWS
    for unit in draft.check.survey.submissions:
        for asked, answer, note in _noted(unit, draft.check.loaded.rulebook):
            row += 1
            place = answer.place if answer is not None else unit.place
            texts = (unit.unit, asked, answer.raw if answer is not None else "", note)
            for column, text in enumerate(texts):
                page.text(row, column, text, "strong" if column == 0 else "text")
            link_to(page, (row, len(_HEADINGS) - 1), place, place.cell)
            page.sheet.set_row(row, height_of(zip(texts, _WIDTHS, strict=False), LINE))
    page.sheet.autofilter(TITLE_ROWS, 0, row, len(_HEADINGS) - 1)
    page.page(TITLE_ROWS + 1, len(_HEADINGS))


def _noted(unit: Submission, rulebook: Rulebook) -> Iterator[tuple[str, Answer | None, str]]:
    """Yield what a unit was asked where it noted something, what it answered there, and the note."""
    criteria = {each.id: each for each in rulebook.all_criteria()}
    for key, (shown, note) in unit.remarks.items():
        said = "\n".join(filter(None, (note, f"{tr('Evidence')}: {shown}" if _is_said(shown) else "")))
        if not said:
            continue
        if key.startswith(POINTS_PREFIX):
            name = key.removeprefix(POINTS_PREFIX)
            given = unit.points.get("self", {}).get(name)
            asked = criteria[name].name if name in criteria else name
        else:
            given = unit.answers.get("self", {}).get(key)
            asked = rulebook.answers[key].label if key in rulebook.answers else key
        yield asked, given, said


def _is_said(shown: str) -> bool:
    return bool(shown.strip()) and not may_name_document(shown)
