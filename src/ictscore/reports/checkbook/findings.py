"""The sheet of findings: a table to be filtered, each row with a link to its cell."""

from __future__ import annotations

from ictscore.findings import SEVERITIES, Finding
from ictscore.reports.checkbook.links import link_to
from ictscore.reports.checkbook.page import TITLE_ROWS, CheckPage, Draft
from ictscore.reports.checked.belonging import POINTS
from ictscore.reports.findings import SEVERITY_WORDS
from ictscore.reports.listed import listed
from ictscore.reports.workbook.page import height_of
from ictscore.survey.submission import Submission
from ictscore.words import N_, tr, word

MOST_ROWS = 50_000
LINE = 13.0
_HEADINGS = (
    N_("File"),
    N_("Sheet"),
    N_("Cell"),
    N_("Severity"),
    N_("Code"),
    N_("Unit"),
    N_("Question"),
    N_("What was read"),
    N_("What was found"),
    N_("What to do"),
)
_WIDTHS = (24, 12, 8, 10, 8, 22, 28, 14, 44, 36)
_CELL, _SEVERITY = 2, 3


def write_findings(draft: Draft, name: str) -> None:
    """Write the sheet, errors first; of each severity what stands in cells first, then what is said of files, then of the whole survey."""
    page = CheckPage(draft, name, tr("Findings to look at"))
    page.widths(_WIDTHS)
    ordered = sorted(draft.check.findings, key=_order)
    shown = ordered[:MOST_ROWS]
    raw = _raw_texts(draft)
    for row, found in enumerate(shown, start=TITLE_ROWS + 1):
        _finding(page, row, found, raw)
    if shown:
        _as_table(page, TITLE_ROWS + len(shown))
    else:
        page.heads(TITLE_ROWS, [tr(each) for each in _HEADINGS])
        page.text(TITLE_ROWS + 1, 0, tr("Nothing was found."), "plain")
    if len(ordered) > MOST_ROWS:
        page.text(TITLE_ROWS + len(shown) + 2, 0, tr("And {count} more.", count=len(ordered) - MOST_ROWS), "remark")
    page.page(TITLE_ROWS + 1, len(_HEADINGS))


def _order(found: Finding) -> tuple[int, bool, bool]:
    return -SEVERITIES.index(found.severity), not found.place.cell, not found.place.file


def _as_table(page: CheckPage, last: int) -> None:
    columns = [{"header": tr(each), "header_format": page.style("head")} for each in _HEADINGS]
    options = {"name": "Findings", "style": "Table Style Light 1", "banded_rows": False, "columns": columns}
    page.sheet.add_table(TITLE_ROWS, 0, last, len(_HEADINGS) - 1, options)


def _finding(page: CheckPage, row: int, found: Finding, raw: dict[tuple[str, str, str], str]) -> None:
    check, place = page.draft.check, found.place
    read = raw.get((place.file, place.sheet, place.cell), "") or word(found.values.get("read", ""))
    texts = (
        place.file,
        place.sheet,
        place.cell or (f"{place.line}:{place.column}" if place.line else ""),
        tr(SEVERITY_WORDS[found.severity]),
        found.code,
        _names(check.belonging.units_of(found)) or word(found.values.get("unit", "")),
        _question(page.draft, found),
        read,
        found.message,
        found.advice,
    )
    for column, text in enumerate(texts):
        if column == _CELL and text:
            link_to(page, (row, column), place, text, "cell_link")
        else:
            page.text(row, column, text, "error_text" if found.severity == "error" and column == _SEVERITY else "top")
    page.sheet.set_row(row, height_of(zip(texts, _WIDTHS, strict=True), LINE))


def _names(units: tuple[Submission, ...]) -> str:
    return word(listed(each.unit for each in units))


def _question(draft: Draft, found: Finding) -> str:
    """Return the text of the question a finding is about."""
    identifier = draft.check.belonging.question_of(found)
    rulebook = draft.check.loaded.rulebook
    if identifier in rulebook.answers:
        return rulebook.answers[identifier].label
    criterion = next((each for each in rulebook.all_criteria() if f"{POINTS}{each.id}" == identifier), None)
    return tr("Points for {criterion}", criterion=criterion.name) if criterion is not None else ""


def _raw_texts(draft: Draft) -> dict[tuple[str, str, str], str]:
    """Return what stands in the cells of the answers and points."""
    texts = {}
    for each in draft.check.survey.submissions:
        for by_id in (*each.answers.values(), *each.points.values()):
            for answer in by_id.values():
                texts[answer.place.file, answer.place.sheet, answer.place.cell] = answer.raw
    return texts
