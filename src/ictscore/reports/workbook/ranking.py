"""The ranking sheet of a group: rank, unit, section points, total, grade, award."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.exact import fraction_text
from ictscore.reports.published import column_places, published, published_value
from ictscore.reports.sentences import unit_note
from ictscore.reports.told import ToldGroup, ToldUnit
from ictscore.reports.workbook.looks import format_for
from ictscore.reports.workbook.page import TITLE_ROWS, Draft, Page, height_of
from ictscore.rulebook.criteria import Section
from ictscore.rulebook.results import Rounding
from ictscore.survey.layout import PARENT, UNIT
from ictscore.words import say_decimal, tr

MARK_ROW, HEAD_ROW, FIRST_ROW = TITLE_ROWS, TITLE_ROWS + 1, TITLE_ROWS + 2
NARROWEST = 105.0
Write = Callable[[Page, int, int, ToldUnit], None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its mark, its heading, its width, and how a unit's cell is written."""

    mark: str
    heading: str
    width: float
    write: Write
    hidden: bool = False


def write_ranking(draft: Draft, name: str, group: ToldGroup) -> None:
    """Write the sheet."""
    page = Page(draft, name, f"{tr('Ranking')} – {group.group.name}", group.basis)
    columns = wide_enough(columns_of(draft, group))
    page.marks(MARK_ROW, [each.mark for each in columns])
    for position, column in enumerate(columns):
        page.text(HEAD_ROW, position, column.heading, "head")
        if column.hidden:
            page.hide_column(position, column.width)
        else:
            page.width(position, column.width)
    page.height(HEAD_ROW, 64)
    for row, unit in enumerate(group.units, start=FIRST_ROW):
        page.height(row, height_of([(unit.score.unit, 32), ("; ".join(unit.awards), 32)], 15))
        for position, column in enumerate(columns):
            column.write(page, row, position, unit)
    _remarks(page, FIRST_ROW + len(group.units) + 1, group)
    shown = sum(1 for each in columns if not each.hidden)
    if group.units:
        page.filtered(HEAD_ROW, FIRST_ROW + len(group.units) - 1, shown - 1)
    page.table(FIRST_ROW, shown, frozen_columns=2)


def columns_of(draft: Draft, group: ToldGroup) -> list[Column]:
    """Return the columns of a group's ranking, those only machines read hidden at the end."""
    rounding, grades = draft.told.rulebook.rounding, draft.told.rulebook.grades
    columns = [Column("#rank", tr("Rank"), 7, _rank), Column(UNIT, tr("Unit"), 32, _text(lambda unit: unit.score.unit, "strong"))]
    parents = Column(PARENT, tr("Parent unit"), 22, _text(lambda unit: unit.score.parent or ""))
    columns += [parents] * any(each.score.parent for each in group.units)
    columns += [_section(group, position, each, rounding) for position, each in enumerate(group.sections)]
    columns += [Column("#bonus", tr("Bonus"), 8, _number(group, lambda unit: unit.score.bonus, None))] * group.has_bonus
    columns += [Column("#deducted", tr("Deducted"), 8, _number(group, lambda unit: unit.score.deducted, None))] * group.has_deductions
    columns.append(Column("#total", tr("Total"), 10, _number(group, lambda unit: unit.score.total, rounding.total, "total")))
    columns += [Column("#difference", tr("Difference (cap, floor)"), 11, _difference)] * group.has_difference
    maximum = Column("#max_points", tr("Maximum"), 9, _number(group, lambda unit: unit.score.max_points, None), not group.max_differs)
    columns += [maximum] * group.max_differs
    columns += [Column("#grade", tr("Grade"), 12, _text(lambda unit: unit.grade, "centre"))] * (grades is not None)
    columns += [Column("#award_names", tr("Award"), 32, _text(lambda unit: "; ".join(unit.awards)))] * group.has_awards
    note = Column("#note", tr("Note"), 24, _text(lambda unit: unit_note(draft.told, unit)))
    columns += [note] * any(unit_note(draft.told, each) for each in group.units)
    return columns + [maximum] * (not group.max_differs) + _hidden(group, rounding)


def wide_enough(columns: list[Column]) -> list[Column]:
    """Return the columns with that of the units widened, so that the titles above a narrow table are printed whole."""
    lacking = NARROWEST - sum(each.width for each in columns if not each.hidden)
    return [replace(each, width=each.width + lacking) if each.mark == UNIT and lacking > 0 else each for each in columns]


def _section(group: ToldGroup, position: int, section: Section, rounding: Rounding) -> Column:
    most = say_decimal(published(group.section_maxima[position], None))
    number = f"{section.number}. " if section.number is not None else ""
    value = _number(group, lambda unit: unit.score.sections[position].points, rounding.section)
    return Column(f"section:{section.id}", f"{number}{section.name}\n({most})", 11.5, value)


def _hidden(group: ToldGroup, rounding: Rounding) -> list[Column]:
    """Return the columns without which a ranking could not be made again."""
    texts: dict[str, Callable[[ToldUnit], str]] = {
        "#exact": lambda unit: fraction_text(unit.score.exact_total),
        "#ranked": lambda unit: "yes" if unit.score.ranked else "no",
        "#tied": lambda unit: "yes" if unit.score.tied else "no",
        "#key": lambda unit: ";".join(fraction_text(value) if known else "-" for known, value in unit.key),
        "#awards": lambda unit: ";".join(f"{each.award.id}{'?' if each.undecided else ''}" for each in unit.score.awards),
    }
    columns = [Column(mark, mark, 10, _text(read, "plain"), hidden=True) for mark, read in texts.items()]
    percent = _number(group, lambda unit: unit.score.percent, rounding.total, "plain")
    return [*columns, Column("#percent", "#percent", 10, percent, hidden=True)]


def _rank(page: Page, row: int, column: int, unit: ToldUnit) -> None:
    page.rank(row, column, unit.score.rank, tied=unit.score.tied)


def _text(read: Callable[[ToldUnit], str], look: str = "text") -> Write:
    return lambda page, row, column, unit: page.text(row, column, read(unit), look)


def _number(group: ToldGroup, read: Callable[[ToldUnit], Fraction], places: int | None, look: str = "number") -> Write:
    shown = format_for(column_places((read(each) for each in group.units), places))
    return lambda page, row, column, unit: page.number(row, column, published_value(read(unit), places), look, shown)


def _difference(page: Page, row: int, column: int, unit: ToldUnit) -> None:
    if unit.difference is None:
        page.text(row, column, "", "number")
    else:
        page.number(row, column, published_value(unit.difference, None), "number", "+0.######;-0.######;0")


def _remarks(page: Page, row: int, group: ToldGroup) -> None:
    lines = []
    if any(each.score.tied for each in group.units):
        lines.append(tr("“=” beside a rank: units with the same rank."))
    if any(award.undecided for each in group.units for award in each.score.awards):
        lines.append(tr("“?” beside an award: units are tied at the cut; the council decides."))
    if group.has_difference:
        lines.append(_about_difference())
    if group.excluded:
        lines.append(tr("Not assessed: {units}", units=group.excluded))
    for offset, line in enumerate(lines):
        page.text(row + offset, 0, line, "remark")


def _about_difference() -> str:
    return tr("Difference: what the points shown lack to the total shown, because the bonus is capped or deductions stop at a floor.")
