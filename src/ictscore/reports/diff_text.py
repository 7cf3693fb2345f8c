"""The differences between two rulebooks for reading: points by group, then thing by thing, with both places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console

from ictscore.diff.change import Change, Comparison, GroupBalance
from ictscore.diff.meaning import can_change_results, counts, matter_of
from ictscore.diff.wording import MATTER_NAMES, attribute_name, details_of, items_moved, say, signed, title_of, values_text
from ictscore.reports.console import plain
from ictscore.rulebook.load import LoadedRulebook
from ictscore.words import say_number, tr

_SHORT = 80
_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_STYLES = {"added": "green", "removed": "red", "changed": "yellow"}


def print_comparison(console: Console, comparison: Comparison) -> None:
    """Print a comparison: which two, what happened to the points, every change, and a summary."""
    for sign, loaded in (("-", comparison.old), ("+", comparison.new)):
        console.print(plain(f"{sign} {_which(loaded)}"))
    if comparison.changes:
        _print_balances(console, comparison.balances)
        for _, changes in groupby(comparison.changes, key=lambda each: (each.subject, each.id)):
            _print_thing(console, list(changes))
        console.print()
    console.print(plain(summary(comparison.changes)))


def _which(loaded: LoadedRulebook) -> str:
    book = loaded.rulebook
    return f"{book.id}: {book.title} ({loaded.files[0].name}, {loaded.hash[:12]})"


def _print_balances(console: Console, balances: Sequence[GroupBalance]) -> None:
    console.print()
    console.print(plain(tr("Maximum points of criteria, by group"), style="bold"))
    for each in balances:
        console.print(plain(f"  {each.group} “{each.name}”: {_balance(each)}"))


def _balance(each: GroupBalance) -> str:
    moves = {"added": each.added, "removed": -each.removed, "raised": each.raised, "lowered": -each.lowered}
    worded = {name: signed(value) if value else "0" for name, value in moves.items()}
    return tr(
        "{old} → {new} points, {old_count} → {new_count} criteria; added {added}, removed {removed}, raised {raised}, lowered {lowered}",
        old=say_number(each.old_points),
        new=say_number(each.new_points),
        old_count=each.old_count,
        new_count=each.new_count,
        **worded,
    )


def _print_thing(console: Console, changes: list[Change]) -> None:
    first = changes[0]
    console.print()
    if first.verb != "changed":
        console.print(plain(f"{_MARKS[first.verb]} [{tr(MATTER_NAMES[matter_of(first)])}] {title_of(first)}", style=_STYLES[first.verb]))
        if details := details_of(first):
            console.print(plain(f"    {details}"))
        _print_places(console, first)
        return
    console.print(plain(title_of(first), style="bold"))
    for change in changes:
        head = f"~ [{tr(MATTER_NAMES[matter_of(change)])}] {attribute_name(change)}"
        lines = _value_lines(change)
        console.print(plain(f"{head}: {values_text(change)}" if not lines else head, style=_STYLES["changed"]))
        for line in lines:
            console.print(plain(f"    {line}"))
        _print_places(console, change)


def _value_lines(change: Change) -> list[str]:
    """Return the values each on its own line, or nothing where they fit on the first."""
    if len(values_text(change)) <= _SHORT:
        return []
    come, gone = items_moved(change)
    if come or gone:
        return [*(tr("removed: {item}", item=each) for each in gone), *(tr("added: {item}", item=each) for each in come)]
    return [tr("old: {value}", value=say(change.old.shown)), tr("new: {value}", value=say(change.new.shown))]


def _print_places(console: Console, change: Change) -> None:
    for sign, side in (("-", change.old), ("+", change.new)):
        if side.place.file:
            console.print(plain(f"    {sign} {side.place}", style="dim"))


def summary(changes: Sequence[Change]) -> str:
    """Return how many changes there are, of what, and how many of them can change results."""
    if not changes:
        return tr("No difference in meaning.")
    matters = ", ".join(f"{tr(MATTER_NAMES[matter])} {count}" for matter, count in counts(changes).items())
    weighty = sum(map(can_change_results, changes))
    return tr("{count} changes ({matters}); {weighty} of them can change results.", count=len(changes), matters=matters, weighty=weighty)
