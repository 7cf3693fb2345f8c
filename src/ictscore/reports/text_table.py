"""Rankings as tables on the terminal, one per group."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.published import aligned, column_places, published
from ictscore.reports.told import Told, ToldGroup, ToldUnit
from ictscore.rulebook.criteria import Section
from ictscore.words import say_decimal, tr

LONGEST_HEADING = 24


def print_rankings(console: Console, told: Told) -> None:
    """Print the ranking of every group, with what does not add up and who was left out below it."""
    for group in told.groups:
        console.print(plain(group.group.name, style="bold"))
        console.print(_table(console, told, group))
        _print_legend(console, group)
        for unit in group.units:
            if unit.difference is not None:
                console.print(plain(difference_line(unit, unit.difference)))
        if group.excluded:
            console.print(plain(tr("Not assessed: {units}", units=group.excluded)))
        console.print()


def difference_line(unit: ToldUnit, difference: Fraction) -> str:
    """Return the sentence about points that, as shown, do not add up to the total."""
    sign = "+" if difference > 0 else ""
    said = f"{sign}{say_decimal(published(difference, None))}"
    return tr("{unit}: the points shown and the total {total} differ by {difference} (rounding, caps).",
              unit=unit.score.unit, total=say_decimal(unit.total), difference=said)  # fmt: skip


def heading(section: Section) -> str:
    """Return the short heading of a section's column: its number, else the beginning of its name."""
    if section.number is not None:
        return section.number
    return section.name if len(section.name) <= LONGEST_HEADING else section.name[: LONGEST_HEADING - 1] + "…"


def _table(console: Console, told: Told, group: ToldGroup) -> Table:
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    table.add_column(tr("Rank"), justify="right", no_wrap=True)
    table.add_column(tr("Unit"), overflow="fold")
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


def _number_headings(group: ToldGroup) -> list[str]:
    headings = [heading(each) for each in group.sections]
    headings += [tr("Bonus")] * group.has_bonus + [tr("Deducted")] * group.has_deductions + [tr("Total")]
    return headings + [tr("Maximum")] * group.max_differs


def _numbers(told: Told, group: ToldGroup, unit: ToldUnit) -> list[tuple[Fraction, int | None]]:
    """Return a unit's numbers, each with the places it is rounded to."""
    score, rounding = unit.score, told.rulebook.rounding
    numbers: list[tuple[Fraction, int | None]] = [(each.points, rounding.section) for each in score.sections]
    numbers += [(score.bonus, None)] * group.has_bonus + [(score.deducted, None)] * group.has_deductions
    return [*numbers, (score.total, rounding.total)] + [(score.max_points, None)] * group.max_differs


def _decimals(told: Told, group: ToldGroup) -> list[int]:
    """Return how many decimals each column of numbers shows."""
    columns = zip(*(_numbers(told, group, each) for each in group.units), strict=True)
    return [column_places((value for value, _ in column), column[0][1]) for column in columns]


def _row(told: Told, group: ToldGroup, unit: ToldUnit, decimals: list[int]) -> list[str]:
    shown = (aligned(value, places, most) for (value, places), most in zip(_numbers(told, group, unit), decimals, strict=True))
    texts = [unit.rank, unit.score.unit, *(say_decimal(each) for each in shown)]
    texts += [unit.grade] * (told.rulebook.grades is not None) + ["; ".join(unit.awards)] * group.has_awards
    return texts


def _print_legend(console: Console, group: ToldGroup) -> None:
    named = [f"{section.number} {section.name}" for section in group.sections if section.number is not None]
    if named:
        console.print(plain(" · ".join(named), style="dim"))
