"""Rankings as tables on the terminal, one per group."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.table import Table

from ictscore.exact import ZERO, add_up, round_fraction
from ictscore.reports.console import plain, table_box
from ictscore.reports.pages import page
from ictscore.reports.published import aligned, column_places
from ictscore.reports.sentences import group_heading
from ictscore.reports.told import Told, ToldGroup, ToldUnit
from ictscore.rulebook.criteria import Section
from ictscore.words import say_decimal, say_number, tr

LONGEST_HEADING = 24


def print_rankings(console: Console, told: Told) -> None:
    """Print the ranking of every group, with what does not add up and who was left out below it."""
    for group in told.groups:
        console.print(plain(group_heading(group.group.name, provisional=told.provisional), style="bold"))
        console.print(_table(console, told, group))
        _print_legend(console, group)
        gap = _widest_gap(told, group)
        if gap:
            text = tr("Totals come from exact points; the points shown here add up to them within {gap}.", gap=say_number(gap))
            console.print(plain(text, style="dim"))
        if group.excluded:
            console.print(plain(tr("Not assessed: {units}", units=group.excluded)))
        console.print()


def _widest_gap(told: Told, group: ToldGroup) -> Fraction:
    """Return by how much, at most, the points as shown miss a unit's total; units whose total is on another scale are passed over."""
    gaps = [ZERO]
    for unit in group.units:
        score = unit.score
        if score.exact_total == add_up(each.points for each in score.sections) + score.bonus - score.deducted:
            parts = [_shown(each.points, told, told.rulebook.rounding.section) for each in score.sections]
            bonus, deducted = _shown(score.bonus, told, None), _shown(score.deducted, told, None)
            gaps.append(abs(score.total - add_up(parts) - bonus + deducted))
    return max(gaps)


def _shown(value: Fraction, told: Told, places: int | None) -> Fraction:
    """Return a number as the terminal shows it: what the rulebook leaves unrounded gets the decimals of the total."""
    most = told.rulebook.rounding.total
    return value if places is not None or most is None else round_fraction(value, most)


def heading(section: Section) -> str:
    """Return the short heading of a section's column: its number, else the beginning of its name."""
    if section.number is not None:
        return section.number
    return section.name if len(section.name) <= LONGEST_HEADING else section.name[: LONGEST_HEADING - 1] + "…"


def ranking_block(told: Told, group: ToldGroup) -> page.Table:
    """Return the ranking of a group as a table of a page."""
    before = [tr("Rank"), tr("Unit")] + [tr("Parent unit")] * _has_parents(group)
    numbers = _number_headings(group)
    after = [tr("Grade")] * (told.rulebook.grades is not None) + [tr("Award")] * group.has_awards
    decimals = _decimals(told, group)
    rows = tuple(tuple(_row(told, group, unit, decimals)) for unit in group.units)
    right = frozenset({0, *range(len(before), len(before) + len(numbers))})
    return page.Table((*before, *numbers, *after), rows, right)


def below_ranking(told: Told, group: ToldGroup) -> list[str]:
    """Return what stands below the ranking of a group: what the headings mean, what does not add up, and who was left out."""
    gap = _widest_gap(told, group)
    text = tr("Totals come from exact points; the points shown here add up to them within {gap}.", gap=say_number(gap))
    return [*_legend(group), *([text] * bool(gap)), *([tr("Not assessed: {units}", units=group.excluded)] * bool(group.excluded))]


def _table(console: Console, told: Told, group: ToldGroup) -> Table:
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    table.add_column(tr("Rank"), justify="right", no_wrap=True)
    table.add_column(tr("Unit"), overflow="fold")
    if _has_parents(group):
        table.add_column(tr("Parent unit"), overflow="fold")
    for text in _number_headings(group):
        table.add_column(plain(text), justify="right", no_wrap=True)
    if told.rulebook.grades is not None:
        table.add_column(tr("Grade"), no_wrap=True)
    if group.has_awards:
        table.add_column(tr("Award"), overflow="fold")
    decimals = _decimals(told, group)
    for unit in group.units:
        table.add_row(*[plain(text) for text in _row(told, group, unit, decimals)])
    return table


def _has_parents(group: ToldGroup) -> bool:
    return any(each.score.parent for each in group.units)


def _number_headings(group: ToldGroup) -> list[str]:
    headings = [heading(each) for each in group.sections]
    headings += [tr("Bonus")] * group.has_bonus + [tr("Deducted")] * group.has_deductions + [tr("Total")]
    return headings + [tr("Maximum")] * group.max_differs


def _numbers(told: Told, group: ToldGroup, unit: ToldUnit) -> list[tuple[Fraction, int | None]]:
    """Return a unit's numbers, each with the places it is rounded to."""
    score, rounding = unit.score, told.rulebook.rounding
    numbers = [(_shown(each.points, told, rounding.section), rounding.section) for each in score.sections]
    numbers += [(_shown(score.bonus, told, None), None)] * group.has_bonus
    numbers += [(_shown(score.deducted, told, None), None)] * group.has_deductions
    return [*numbers, (score.total, rounding.total)] + [(score.max_points, None)] * group.max_differs


def _decimals(told: Told, group: ToldGroup) -> list[int]:
    """Return how many decimals each column of numbers shows."""
    columns = zip(*(_numbers(told, group, each) for each in group.units), strict=True)
    return [column_places((value for value, _ in column), column[0][1]) for column in columns]


def _row(told: Told, group: ToldGroup, unit: ToldUnit, decimals: list[int]) -> list[str]:
    shown = (aligned(value, places, most) for (value, places), most in zip(_numbers(told, group, unit), decimals, strict=True))
    names = [unit.score.unit] + [unit.score.parent or ""] * _has_parents(group)
    texts = [unit.rank, *names, *(say_decimal(each) for each in shown)]
    texts += [unit.grade] * (told.rulebook.grades is not None) + ["; ".join(unit.awards)] * group.has_awards
    return texts


def _legend(group: ToldGroup) -> list[str]:
    named = [f"{section.number} {section.name}" for section in group.sections if section.number is not None]
    return [" · ".join(named)] if named else []


def _print_legend(console: Console, group: ToldGroup) -> None:
    for text in _legend(group):
        console.print(plain(text, style="dim"))
