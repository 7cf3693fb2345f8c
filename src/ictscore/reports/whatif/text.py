"""What would be if, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from ictscore.reports.console import plain, table_box
from ictscore.reports.whatif.told import (
    MOST_OTHERS,
    WhatIf,
    criterion_rows,
    heading,
    other_rows,
    standing_rows,
    value_words,
    without_words,
)
from ictscore.words import tr


def print_whatif(console: Console, told: WhatIf) -> None:
    """Print what is to change, what that does to the unit, and who else moves."""
    unit = told.effect.unit.before
    console.print(plain(f"{unit.unit} – {told.rulebook.group(unit.group).name}", style="bold"))
    for sentence in heading(told):
        console.print(plain(sentence))
    if told.effect.changes:
        _print_changes(console, told)
    if told.effect.changes and not told.refused:
        _print(console, ("", tr("Before"), tr("After")), standing_rows(told))
        _print(console, (tr("Criterion"), tr("Before"), tr("After"), tr("Difference")), criterion_rows(told), right=(1, 2, 3))
        _print_others(console, told)
    if told.sought is not None and told.sought.left_alone:
        console.print(plain(tr("Declared not applicable and left so: {answers}.", answers=told.sought.left_alone), style="dim"))


def _print_changes(console: Console, told: WhatIf) -> None:
    without = {each.answer: without_words(told, each) for each in told.sought.without} if told.sought is not None else {}
    headings = (tr("Question"), tr("From"), tr("To"), *[tr("Without this change")] * bool(without))
    rows = []
    for name, value in told.effect.changes.items():
        question = f"{told.rulebook.answers[name].label} ({name})"
        values = (value_words(told.rulebook, name, told.before.get(name)), value_words(told.rulebook, name, value))
        rows.append((question, *values, *[without.get(name, "")] * bool(without)))
    _print(console, headings, rows)


def _print_others(console: Console, told: WhatIf) -> None:
    if not told.effect.others:
        console.print(plain(tr("Nobody else moves.")))
        return
    console.print(plain(tr("Others who move: {count}", count=len(told.effect.others))))
    _print(console, (tr("Unit"), tr("Total"), tr("Rank"), tr("Grade, award")), other_rows(told))
    if len(told.effect.others) > MOST_OTHERS:
        console.print(plain(tr("and {count} more", count=len(told.effect.others) - MOST_OTHERS)))


def _print(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> None:
    listed = list(rows)
    if not listed:
        return
    table = Table(box=table_box(console), pad_edge=False, expand=False)
    for index, text in enumerate(headings):
        table.add_column(plain(text), overflow="fold", justify="right" if index in right else "left")
    for row in listed:
        table.add_row(*map(plain, row))
    console.print(table)
