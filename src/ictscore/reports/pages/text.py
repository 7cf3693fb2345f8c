"""A page drawn for the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Drawn

from ictscore.reports.console import plain, table_box
from ictscore.reports.pages.page import Entry, Heading, Page, Sentence, Table

_STYLES = {"+": "green", "-": "red", "~": "yellow", "": ""}
_OF_LINES = {"value": "", "place": "dim", "note": "dim"}


def print_page(console: Console, page: Page) -> None:
    """Print a page; a heading has an empty line above it."""
    for position, block in enumerate(page):
        if isinstance(block, Heading):
            _print_heading(console, block, first=position == 0)
        elif isinstance(block, Sentence):
            console.print(plain(block.text, style="bold" if block.weighty else ""))
        elif isinstance(block, Entry):
            _print_entry(console, block)
        else:
            console.print(_drawn(console, block))


def _print_heading(console: Console, heading: Heading, *, first: bool) -> None:
    if not first:
        console.print()
    console.print(plain(heading.text, style="bold"))


def _print_entry(console: Console, entry: Entry) -> None:
    head = f"{entry.mark} {entry.text}" if entry.mark else f"  {entry.text}"
    console.print(plain(head, style=_STYLES[entry.mark]))
    for line in entry.lines:
        console.print(plain(f"    {line.text}", style=_OF_LINES[line.kind]))


def _drawn(console: Console, table: Table) -> Drawn:
    drawn = Drawn(box=table_box(console), pad_edge=False, expand=False)
    for column, head in enumerate(table.heads):
        drawn.add_column(
            plain(head), justify="right" if column in table.numbers else "left", overflow="fold", no_wrap=column in table.numbers
        )
    for row in table.rows:
        drawn.add_row(*(plain(cell) for cell in row))
    return drawn
