"""By how much grades and awards are won and lost, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.margins_told import GroupMargins, line_words, near_rows
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
        table = Table(box=table_box(console), pad_edge=False, expand=False)
        table.add_column(tr("Rank"), justify="right", no_wrap=True)
        table.add_column(tr("Unit"), overflow="fold")
        table.add_column(tr("Total"), justify="right", no_wrap=True)
        table.add_column(tr("Margin"), justify="right", no_wrap=True)
        table.add_column(tr("The single answer that would turn it around"), overflow="fold")
        for row in rows:
            table.add_row(*map(plain, row))
        console.print(table)
    console.print()
