"""What was proved of a rulebook as a table: every criterion with the points it can give, every group with its total."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.table import Table

from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.study import Study
from ictscore.reports.console import plain, table_box
from ictscore.words import say_number, tr


def print_proof(console: Console, this: Study) -> None:
    """Print the table of criteria and the totals of groups."""
    rulebook = this.draft.rulebook
    console.print(plain(f"{rulebook.id} – {rulebook.title}", style="bold"))
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    for heading in (tr("Criterion"), tr("Name")):
        table.add_column(plain(heading), overflow="fold")
    for heading in (tr("Points it can give"), tr("Bounds")):
        table.add_column(plain(heading), justify="right", no_wrap=True)
    table.add_column(plain(tr("Proof")), no_wrap=True)
    for each in this.leaves:
        bounds = Range(each.criterion.min_points, each.criterion.max_points)
        texts = (_named(this, each), each.criterion.name, range_text(each.given), range_text(bounds), verdict(each))
        table.add_row(*[plain(text) for text in texts])
    console.print(table)
    for group in rulebook.groups:
        total, most = this.standings[group.id].total, rulebook.max_points_of(group.id)
        values = {"group": group.id, "range": range_text(total), "max": say_number(most)}
        console.print(plain(tr("Group {group}: by the formulas the total lies within {range}; maximum points {max}.", **values)))
    if any(each.redistributes for each in this.leaves):
        console.print(plain(tr("Points of criteria are meant before redistribution; totals with it."), style="dim"))
    if any(each.assumes for each in this.leaves):
        console.print(plain(tr("* where no part is more than its whole; scoring refuses such data as an error."), style="dim"))
    console.print()


def _named(this: Study, each: ProvedLeaf) -> str:
    """Return the criterion's id, with the groups it is meant in where it can give other points in others."""
    alone = [other.criterion.id for other in this.leaves].count(each.criterion.id) == 1
    return each.criterion.id if alone else f"{each.criterion.id} ({', '.join(each.groups)})"


def verdict(each: ProvedLeaf) -> str:
    """Return how far the range is proved: exact (answers reach both ends), inside the bounds, refuted by answers, or not at all."""
    mark = " *" if each.assumes else ""
    if each.search.outside() is not None:
        return tr("refuted")
    if not each.is_inside:
        return tr("not proved")
    return (tr("exact") if each.is_reached else tr("inside")) + mark


def range_text(one: Range) -> str:
    """Return a range as people read it: ``0 – 4``; an end that is only nearly reached has < or >."""
    if one.is_empty:
        return "–"
    low, high = _end(one.low, "−∞"), _end(one.high, "+∞")
    if one.low == one.high:
        return low
    return f"{'>' if one.low_open else ''}{low} – {'<' if one.high_open else ''}{high}"


def _end(value: Fraction | None, otherwise: str) -> str:
    return otherwise if value is None else say_number(value)
