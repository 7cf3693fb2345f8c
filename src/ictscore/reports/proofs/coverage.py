"""How far the cases of rulebooks go: covered branches by criterion, and slips that nobody notices, as tables and JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.console import Console
from rich.table import Table

from ictscore.cases.coverage import Coverage
from ictscore.cases.mutants import Mutant, Mutation
from ictscore.reports.console import plain, table_box
from ictscore.words import say_decimal, tr


def percent_text(part: int, whole: int) -> str:
    """Return a share as a percentage with one decimal, rounded down: 100 only where nothing is missing."""
    tenths = part * 1000 // whole if whole else 1000
    return say_decimal(f"{tenths // 10}.{tenths % 10}") + " %"


def print_coverage(console: Console, identifier: str, found: Coverage) -> None:
    """Print how many branches of each part are reached; parts that are reached wholly are only counted."""
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    table.add_column(tr("Part"), overflow="fold")
    table.add_column(tr("Name"), overflow="fold")
    table.add_column(tr("Branches reached"), justify="right", no_wrap=True)
    table.add_column("%", justify="right", no_wrap=True)
    for part, covered in found.parts.items():
        whole = len(covered.ways)
        reached = whole - len(covered.missed())
        if reached < whole:
            texts = (part, covered.name, f"{reached}/{whole}", percent_text(reached, whole))
            table.add_row(*[plain(text) for text in texts])
    values = {"id": identifier, "reached": found.reached, "total": found.total, "percent": percent_text(found.reached, found.total)}
    console.print(plain(tr("{id}: cases reach {reached} of {total} branches ({percent}).", **values), style="bold"))
    if found.reached < found.total:
        console.print(table)


def coverage_record(found: Coverage) -> dict[str, Any]:
    """Return coverage for JSON."""
    parts = {
        part: {"branches": len(covered.ways), "reached": len(covered.ways) - len(covered.missed())} for part, covered in found.parts.items()
    }
    return {"branches": found.total, "reached": found.reached, "parts": parts}


def print_mutation(console: Console, identifier: str, found: Mutation) -> None:
    """Print how many slips are noticed, and what became of the others."""
    caught, counted = found.share
    values = {"id": identifier, "caught": caught, "counted": counted, "percent": percent_text(caught, counted)}
    console.print(plain(tr("{id}: cases notice {caught} of {counted} slips ({percent}).", **values), style="bold"))
    rest = {"equivalent": found.count("equivalent"), "refused": found.count("refused")}
    text = tr("Not counted: {equivalent} that are proved to change nothing, {refused} that lint refuses.", **rest)
    console.print(plain(text, style="dim"))


def _survivor(each: Mutant) -> dict[str, str]:
    was, now = each.slip.said
    return {"path": "/".join(map(str, each.slip.path)), "was": was, "now": now}


def mutation_record(found: Mutation) -> dict[str, Any]:
    """Return mutation results for JSON."""
    caught, counted = found.share
    counts = Counter(each.fate for each in found.mutants)
    survivors = [_survivor(each) for each in found.survivors]
    return {"caught": caught, "counted": counted, "fates": dict(sorted(counts.items())), "survivors": survivors}
