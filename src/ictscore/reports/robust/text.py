"""How firmly a ranking stands, on a terminal: a bar of ranks for every unit, then words."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.robust.share_text import percent
from ictscore.reports.robust.told import PlotRow, RobustGroup, sentences, settings_sentence
from ictscore.words import tr

_WIDEST = 60
_SIGNS = {"outer": "─", "inner": "━", "rank": "●", "none": "·"}
_PLAIN_SIGNS = {"outer": "-", "inner": "=", "rank": "O", "none": "."}


def print_robust(console: Console, group: RobustGroup) -> None:
    """Print one group."""
    console.print(plain(group.name, style="bold"))
    console.print(plain(settings_sentence(group)))
    lines = table_box(console)
    table = Table(box=lines, pad_edge=False, expand=False)
    table.add_column(tr("Rank"), justify="right")
    table.add_column(tr("Unit"), overflow="fold")
    table.add_column(tr("Best–worst"), justify="right")
    table.add_column(tr("In 90 % of draws"), justify="right")
    table.add_column(tr("Kept"), justify="right")
    table.add_column(tr("Ranks 1 to {units}", units=group.units), no_wrap=True)
    signs = _PLAIN_SIGNS if lines is box.ASCII else _SIGNS
    for row in group.rows:
        inner = f"{row.low}–{row.high}"
        cells = (row.shown_rank, row.unit, f"{row.best}–{row.worst}", inner, percent(row.held), bar(row, group.units, signs))
        table.add_row(*map(plain, cells))
    console.print(table)
    for sentence in sentences(group):
        console.print(plain(f"· {sentence}"))
    console.print()


def bar(row: PlotRow, units: int, signs: dict[str, str]) -> str:
    """Return a row of the plot: all ranks the unit had, the inner nine tenths of them thick, and a dot where it stands.

    >>> bar(PlotRow("A", 2, 1, 2, 3, 4, Fraction(1)), 6, {"outer": "-", "inner": "=", "rank": "O", "none": "."})
    '-O=-..'
    """
    width = min(units, _WIDEST)
    best, low, high, worst, rank = (
        (each - 1) * (width - 1) // max(units - 1, 1) for each in (row.best, row.low, row.high, row.worst, row.rank)
    )
    letters = [signs["outer"] if best <= place <= worst else signs["none"] for place in range(width)]
    letters = [signs["inner"] if low <= place <= high else letter for place, letter in enumerate(letters)]
    letters[rank] = signs["rank"]
    return "".join(letters)
