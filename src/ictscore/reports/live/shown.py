"""The three computed sheets of a group: the ranking, the points of every criterion, and the steps behind both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ictscore.expr.excel_parts import NotInExcel, excel_text
from ictscore.reports.live.drawn import FIRST_ROW, HEAD_ROW, Cells, Drawing, Told
from ictscore.reports.live.group import LiveGroup, own_cell
from ictscore.reports.live.leaves import title
from ictscore.reports.live.steps import Ref, Stored, Term, quoted
from ictscore.reports.told import NO_RANK
from ictscore.reports.workbook.looks import format_for
from ictscore.reports.workbook.page import Draft, Page, height_of
from ictscore.rulebook.basis import basis_of_group
from ictscore.rulebook.criteria import Criterion
from ictscore.survey.layout import PARENT, UNIT
from ictscore.words import tr

LIVE_SIGN = "■"
"""What stands before the heading of a column of constants."""
_LEFT_OUT, _ERROR = "–", "!"
_UNROUNDED = "0.00##"
_CHUNK = 250


@dataclass(frozen=True, slots=True)
class _Column:
    """A column people read: heading, width, formula, values, look and number format."""

    heading: str
    width: float
    formula: str
    values: Sequence[Stored]
    look: str = "text"
    number_format: str = ""
    is_shared: bool = False


def draw_steps(draft: Draft, name: str, made: LiveGroup) -> Cells:
    """Write the sheet of steps."""
    page = Page(draft, name, f"{tr('Steps of the calculation')} – {made.making.plan.group.name}")
    drawing = Drawing(page, made.making.plan.group.id, made.placed.first)
    _names(drawing, made)
    for number, column in enumerate(made.steps.columns, made.steps.offset):
        page.text(HEAD_ROW, number, f"{LIVE_SIGN} {column.heading}" if column.is_fixed else column.heading, "head")
        for index, value in enumerate(column.values):
            is_shared = made.steps.shared_from is not None and number - made.steps.offset >= made.steps.shared_from
            if column.is_fixed:
                drawing.constant(index, number, value, column.heading)
            else:
                told = Told(column.heading, "top_number", is_shared=is_shared, is_said=column.is_said)
                drawing.formula((index, number), column.formula, value, told)
    page.sheet.set_row(HEAD_ROW, 110)
    page.widths([6, 32, *[11] * len(made.steps.columns)])
    page.table(FIRST_ROW, made.steps.offset + len(made.steps.columns), frozen_columns=2, pages=max(1, len(made.steps.columns) // 14))
    return drawing.cells


def draw_points(draft: Draft, name: str, made: LiveGroup) -> Cells:
    """Write the sheet of points."""
    columns = [_points(made, each) for each in made.making.plan.order]
    return _draw(draft, name, f"{tr('Points by criterion')} – {made.making.plan.group.name}", made, columns)


def draw_ranking(draft: Draft, name: str, made: LiveGroup) -> Cells:
    """Write the sheet of ranks."""
    rounding, totals = made.making.rulebook.rounding, made.totals
    rank, tied = made.ranks.rank, made.ranks.tied
    ranks: list[Stored] = [value or NO_RANK for value in rank.values]
    columns = [
        _Column(tr("Rank"), 7, f'IF({_at(made, rank)}=0,"{NO_RANK}",{_at(made, rank)})', ranks, "rank", "0", is_shared=True),
        _Column("=", 4, f'IF({_at(made, tied)}=1,"=","")', ["=" if value else "" for value in tied.values], "rank", is_shared=True),
    ]
    for section, _ in made.making.plan.sections:
        number = f"{section.number}. " if section.number is not None else ""
        columns.append(_number(made, f"{number}{section.name}", totals.sections[section.id], rounding.section))
    columns += [_number(made, tr("Bonus"), totals.bonus, None)] * isinstance(totals.bonus, Ref)
    columns += [_number(made, tr("Deducted"), totals.deducted, None)] * isinstance(totals.deducted, Ref)
    columns.append(_number(made, tr("Total"), totals.total, rounding.total, "total"))
    columns.append(_number(made, tr("Maximum"), totals.maximum, None))
    columns.append(_number(made, tr("Percentage"), totals.percent, rounding.total))
    columns += [each for each in (_grade(made), _awards(made), _note(made)) if each is not None]
    return _draw(draft, name, f"{tr('Ranking')} – {made.making.plan.group.name}", made, columns)


def _draw(draft: Draft, name: str, heading: str, made: LiveGroup, columns: Sequence[_Column]) -> Cells:
    page = Page(draft, name, heading, basis_of_group(made.making.rulebook, made.making.plan.group.id))
    drawing = Drawing(page, made.making.plan.group.id, made.placed.first)
    _names(drawing, made)
    for number, column in enumerate(columns, 2):
        formula = _checked(made, column)
        page.text(HEAD_ROW, number, column.heading if formula else f"{LIVE_SIGN} {column.heading}", "head")
        for index, value in enumerate(column.values):
            if formula:
                told = Told(column.heading, column.look, column.number_format, column.is_shared)
                drawing.formula((index, number), formula, value, told)
            else:
                drawing.constant(index, number, value, column.heading)
    page.sheet.set_row(HEAD_ROW, height_of([(each.heading, each.width) for each in columns], 15))
    page.widths([5, 34, *(each.width for each in columns)])
    page.table(FIRST_ROW, 2 + len(columns), frozen_columns=2, pages=max(1, len(columns) // 20))
    return drawing.cells


def _checked(made: LiveGroup, column: _Column) -> str:
    """Return the formula of a column, or nothing, said aloud, where Excel would refuse it."""
    try:
        made.steps.check(column.formula)
    except NotInExcel:
        made.steps.fixed.append(column.heading)
        return ""
    return column.formula


def _names(drawing: Drawing, made: LiveGroup) -> None:
    """Write the number and the name of each unit, which follows the table of answers."""
    page, unit = drawing.page, own_cell(made.placed, UNIT)
    page.text(HEAD_ROW, 0, tr("No."), "head")
    page.text(HEAD_ROW, 1, tr("Unit"), "head")
    parents = own_cell(made.placed, PARENT) if PARENT in made.placed.letters else ""
    formula = f'{unit}&IF({parents}="",""," – "&{parents})' if parents else f"{unit}"
    for index, each in enumerate(made.making.units):
        page.number(FIRST_ROW + index, 0, index + 1, "centre")
        name = f"{each.unit} – {made.parents[index]}" if parents and made.parents[index] else each.unit
        drawing.formula((index, 1), formula, name, Told(tr("Unit"), "strong"))


def _at(made: LiveGroup, term: Term) -> str:
    """Return a unit's cell of the steps, or a formula over such cells, as other sheets write it."""
    return term.text.replace("$", f"{quoted(made.steps.sheet)}!$")


def _number(made: LiveGroup, heading: str, term: Term, places: int | None, look: str = "number") -> _Column:
    return _Column(heading, 11, _at(made, term), term.values, look, _UNROUNDED if places is None else format_for(places))


def _points(made: LiveGroup, criterion: Criterion) -> _Column:
    known = made.known[criterion.id]
    formula = f'IF({_at(made, known.wrong)},"{_ERROR}",{_at(made, known.points)})'
    if known.away is not None:
        formula = f'IF(AND({_at(made, known.away)},{_at(made, known.maximum)}=0),"{_LEFT_OUT}",{formula})'

    def shown(index: int) -> Stored:
        if known.away is not None and known.away.number(index) and not known.maximum.number(index):
            return _LEFT_OUT
        return _ERROR if known.wrong.number(index) else known.points.number(index)

    places = made.making.rulebook.rounding.criterion
    look = "total" if criterion.parts else "number"
    number_format = _UNROUNDED if places is None else format_for(places)
    return _Column(title(criterion), 12, formula, [shown(index) for index in range(made.steps.count)], look, number_format)


def _grade(made: LiveGroup) -> _Column | None:
    grades = made.making.rulebook.grades
    if grades is None or made.grade is None:
        return None
    names = ["", *(each.name for each in grades.bands)]
    formula = f"CHOOSE({_at(made, made.grade)}+1,{','.join(_text(each) for each in names)})"
    values = [names[int(made.grade.number(index))] for index in range(made.steps.count)]
    return _Column(tr("Grade"), 14, formula, values, "centre", is_shared=True)


def _joined(heading: str, width: float, parts: Sequence[tuple[str, Sequence[str]]]) -> _Column | None:
    """Return a column that joins what holds of some texts; each part is a formula of a text with its blank, and its values."""
    if not parts:
        return None
    formula = f"MID({'&'.join(text for text, _ in parts)},3,{_CHUNK * 100})"
    count = len(parts[0][1])
    values = ["; ".join(value[index] for _, value in parts if value[index]) for index in range(count)]
    return _Column(heading, width, formula, values, is_shared=True)


def _awards(made: LiveGroup) -> _Column | None:
    parts = []
    for award in made.making.rulebook.awards:
        ref = made.awards.get(award.id)
        if ref is not None:
            sure, asked = _text(f"; {award.name}"), _text(f"; {award.name} ?")
            text = f'IF({_at(made, ref)}=1,{sure},IF({_at(made, ref)}=2,{asked},""))'
            parts.append((text, [{0: "", 1: award.name}.get(int(value), f"{award.name} ?") for value in _numbers(ref)]))
    return _joined(tr("Award"), 34, parts)


def _note(made: LiveGroup) -> _Column | None:
    parts = []
    if made.knockouts or made.making.plan.group.unranked or not made.making.plan.group.ranked:
        outside = tr("not ranked")
        text = f'IF({_at(made, made.ranked)}=1,"",{_text("; " + outside)})'
        parts.append((text, ["" if each else outside for each in _numbers(made.ranked)]))
    for knockout in made.making.rulebook.knockouts:
        ref = made.knockouts.get(knockout.id)
        if ref is not None:
            text = f'IF({_at(made, ref)}=1,{_text("; " + knockout.name)},"")'
            parts.append((text, [knockout.name if each == 1 else "" for each in _numbers(ref)]))
    return _joined(tr("Note"), 26, parts)


def _text(text: str) -> str:
    """Return a text as a formula writes it, a long one joined of pieces."""
    pieces = [text[start : start + _CHUNK // 2] for start in range(0, len(text), _CHUNK // 2)]
    return f"({'&'.join(map(excel_text, pieces))})" if len(pieces) > 1 else excel_text(text)


def _numbers(ref: Ref) -> list[int]:
    return [int(ref.number(index)) for index in range(len(ref.values))]
