"""The criterion sheet of a group: every unit's points for every criterion."""

from __future__ import annotations

from fractions import Fraction

from ictscore.reports.published import published_value
from ictscore.reports.told import ToldGroup
from ictscore.reports.workbook.looks import format_for
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page
from ictscore.rulebook.criteria import Criterion
from ictscore.scoring.records import CriterionScore, Status
from ictscore.survey.layout import PARENT, UNIT
from ictscore.words import tr

BAND_ROW, NAME_ROW, NUMBER_ROW, MOST_ROW, MARK_ROW, FIRST_ROW = (TITLE_ROWS + offset for offset in range(6))
FIRST_COLUMN = 2
COLUMNS_ON_A_PAGE = 20

_LOOKS: dict[Status, str] = {"scored": "number", "missing": "missing", "not_applicable": "not_applicable", "error": "error"}


def write_matrix(draft: Draft, name: str, group: ToldGroup) -> None:
    """Write the sheet."""
    page = Page(draft, name, f"{tr('Points by criterion')} – {group.group.name}", group.basis)
    _headings(page, group)
    places = draft.told.rulebook.rounding.criterion
    for row, unit in enumerate(group.units, start=FIRST_ROW):
        page.rank(row, 0, unit.score.rank, tied=unit.score.tied)
        page.text(row, 1, unit.score.unit, "strong")
        for column, score in enumerate(unit.score.criteria, start=FIRST_COLUMN):
            _points(page, row, column, score, places)
        page.text(row, FIRST_COLUMN + len(group.criteria), unit.score.parent or "", "plain")
    _legend(page, FIRST_ROW + len(group.units) + 1)
    page.sortable(FIRST_ROW, FIRST_ROW + len(group.units) - 1)
    columns = len(group.criteria)
    page.widths([6, 32, *[6.5] * columns])
    page.hide_column(FIRST_COLUMN + columns, 10)
    page.table(FIRST_ROW, FIRST_COLUMN + columns, frozen_columns=FIRST_COLUMN, pages=max(1, -(-columns // COLUMNS_ON_A_PAGE)))


def _headings(page: Page, group: ToldGroup) -> None:
    page.marks(MARK_ROW, ["#rank_text", UNIT, *(f"criterion:{each.id}" for each in group.criteria), PARENT])
    for row in (BAND_ROW, NAME_ROW, NUMBER_ROW, MOST_ROW):
        page.text(row, 0, tr("Rank") if row == NAME_ROW else "", "head")
        heading = {NAME_ROW: tr("Unit"), NUMBER_ROW: tr("No."), MOST_ROW: tr("Maximum")}.get(row, "")
        page.text(row, 1, heading, "head")
    for column, criterion in enumerate(group.criteria, start=FIRST_COLUMN):
        page.text(NAME_ROW, column, criterion.name, "head_up")
        page.text(NUMBER_ROW, column, criterion.number or "", "head")
        page.number(MOST_ROW, column, published_value(criterion.max_points, None), "head", _format(criterion.max_points, None))
    _bands(page, group)
    page.height(BAND_ROW, 32)
    page.height(NAME_ROW, 170)


def _bands(page: Page, group: ToldGroup) -> None:
    """Write above the criteria which section they belong to, or that they are bonus or deductions."""
    rulebook = page.draft.told.rulebook
    bands = [(section.name, criteria) for section, criteria in rulebook.sections_of(group.group.id)]
    extras = rulebook.extras_of(group.group.id)
    bands += [(tr("Bonus") if extra is rulebook.bonus else tr("Deducted"), extra.criteria) for extra in extras]
    column = FIRST_COLUMN
    shown = {each.id for each in group.criteria}
    for name, criteria in bands:
        width = sum(1 for top in criteria for each in top.all() if each.id in shown)
        if width:
            page.across(BAND_ROW, (column, column + width - 1), name, "band")
            column += width


def _points(page: Page, row: int, column: int, score: CriterionScore, places: int | None) -> None:
    value = published_value(score.points, places)
    shown = _format(value, places)
    if score.status == "not_applicable" and not score.max_points:
        shown = '"–"'
    elif score.status == "error":
        shown = '"!"'
    page.number(row, column, value, _LOOKS[score.status] if not _is_sum(score.criterion) else "total", shown)


def _is_sum(criterion: Criterion) -> bool:
    return bool(criterion.parts)


def _format(value: Fraction, places: int | None) -> str:
    return format_for(0 if places is None and value.denominator == 1 else places)


def _legend(page: Page, row: int) -> None:
    legend = [
        ("missing", tr("not answered")),
        ("not_applicable", tr("not applicable (“–”: left out of the maximum)")),
        ("error", tr("“!”: no points, because an answer or a rule is in error")),
        ("total", tr("a criterion with parts: the sum of its parts")),
    ]
    for offset, (look, words) in enumerate(legend):
        page.text(row + offset, 0, "", look)
        page.text(row + offset, 1, words, "plain")
