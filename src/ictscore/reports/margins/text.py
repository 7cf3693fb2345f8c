"""By how much grades and awards are won and lost, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.margins.told import GroupMargins, hinge_rows, line_words, near_rows
from ictscore.words import tr


def print_margins(console: Console, told: GroupMargins) -> None:
    """Print the lines of one group."""
    console.print(plain(told.group.group.name, style="bold"))
    if not told.lines:
        console.print(plain(tr("No grade and no award is drawn by points here.")))
    for line in told.lines:
        console.print(plain(line_words(told, line)))
        rows = list(near_rows(told, line))
        if not rows:
            console.print(plain(tr("Nobody is near.")))
            continue
        headings = (tr("Rank"), tr("Unit"), tr("Total"), tr("Margin"), tr("The single answer that would turn it around"))
        console.print(_table(console, headings, rows))
        hinges = list(hinge_rows(told, line))
        if hinges:
            console.print(plain(tr("Hangs on one answer, whatever the points:")))
            console.print(_table(console, (tr("Condition"), tr("Answer"), tr("For whom")), hinges))
    console.print()


def _table(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    numbers = {tr("Rank"), tr("Total")}
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    for text in headings:
        is_number = text in numbers
        table.add_column(plain(text), overflow="fold", justify="right" if is_number else "left", no_wrap=is_number)
    for row in rows:
        table.add_row(*map(plain, row))
    return table
