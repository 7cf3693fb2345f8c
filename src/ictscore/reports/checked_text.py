"""A checked survey on the terminal: counts first, then who is missing and whose entries need mending, then findings by file."""

from __future__ import annotations

from rich.console import Console

from ictscore.reports.checked import Checked
from ictscore.reports.console import one_line, plain
from ictscore.reports.findings import print_by_file
from ictscore.reports.standing import GroupStanding, Standing
from ictscore.words import N_, tr


def print_checked(console: Console, check: Checked) -> None:
    """Print a check."""
    standing = check.standing
    console.print(plain(standing_line(standing), style="bold"))
    for group in standing.groups:
        _print_group(console, group, alone=len(standing.groups) == 1)
    if check.findings:
        console.print()
        print_by_file(console, check.findings)


def standing_line(standing: Standing) -> str:
    """Return how many units there are and how they stand."""
    counts = {"received": standing.count("received"), "mending": standing.count("needs_mending"), "missing": standing.count("missing")}
    return tr("{total} units: {received} in order · {mending} to be mended · {missing} not received", total=sum(counts.values()), **counts)


def _print_group(console: Console, group: GroupStanding, *, alone: bool) -> None:
    counts = {"received": group.count("received"), "mending": group.count("needs_mending"), "missing": group.count("missing")}
    if not alone:
        text = tr("{group}: {received} in order · {mending} to be mended · {missing} not received", group=group.group.name, **counts)
        console.print(plain(f"  {text}"))
    indent = "  " if alone else "    "
    for status, text in (("needs_mending", N_("To be mended: {units}")), ("missing", N_("Not received: {units}"))):
        names = "; ".join(one_line(each.unit) for each in group.units if each.status == status)
        if names:
            console.print(plain(f"{indent}{tr(text, units=names)}"))
