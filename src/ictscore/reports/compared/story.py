"""The changes between two rulebooks as a page: points by group, then thing by thing with severity, clause, both places and an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ictscore.diff.change import Change, GroupBalance
from ictscore.diff.meaning import counts, matter_of
from ictscore.diff.ordering import Example
from ictscore.diff.severities import NAMES, SEVERITIES
from ictscore.diff.wording import MATTER_NAMES, attribute_name, details_of, items_moved, say, signed, title_of, values_text
from ictscore.expr.values import Value
from ictscore.reports.compared.told import ToldChange, ToldDiff
from ictscore.reports.pages.page import Block, Entry, Heading, Line, Mark, Sentence
from ictscore.rulebook.load import LoadedRulebook
from ictscore.words import N_, tr, word

_SHORT = 80
_MARKS: dict[str, Mark] = {"added": "+", "removed": "-", "changed": "~"}


def changes_page(told: ToldDiff) -> Iterator[Block]:
    """Yield which two rulebooks, what happened to the points, every change, and a summary."""
    comparison = told.comparison
    yield Entry(_which(comparison.old), mark="-")
    yield Entry(_which(comparison.new), mark="+")
    if told.changes:
        yield Heading(tr("Maximum points of criteria, by group"))
        yield from (Entry(f"{each.group} “{each.name}”: {_balance(each)}") for each in comparison.balances)
        yield Heading(tr("Changes"))
        for _, changes in groupby(told.changes, key=lambda each: (each.judged.change.subject, each.judged.change.id)):
            yield from _thing(list(changes))
    yield Heading(tr("In all"))
    yield Sentence(summary(told.changes))


def _which(loaded: LoadedRulebook) -> str:
    book = loaded.rulebook
    name = loaded.files[0].name if loaded.files else loaded.path.as_posix()
    return f"{book.id}: {book.title} ({name}, {loaded.hash[:12]})"


def _balance(each: GroupBalance) -> str:
    moves = {"added": each.added, "removed": -each.removed, "raised": each.raised, "lowered": -each.lowered}
    worded = {name: signed(value) if value else "0" for name, value in moves.items()}
    return tr(
        "{old} → {new} points, {old_count} → {new_count} criteria; added {added}, removed {removed}, raised {raised}, lowered {lowered}",
        old=each.old_points,
        new=each.new_points,
        old_count=each.old_count,
        new_count=each.new_count,
        **worded,
    )


def _thing(changes: list[ToldChange]) -> Iterator[Block]:
    title = title_of(changes[0].judged.change)
    for told in changes:
        change = told.judged.change
        head = title if change.verb != "changed" else f"{title}: {attribute_name(change)}"
        values = _value_lines(change)
        if change.verb == "changed" and not values:
            head += f": {values_text(change)}"
        yield Entry(head, (Line(_about(told), "note"), *(Line(each) for each in values), *_after(told)), _MARKS[change.verb])


def _about(told: ToldChange) -> str:
    """Return matter, severity, clause and id of a change on one line."""
    change = told.judged.change
    parts = [tr(MATTER_NAMES[matter_of(change)]), tr(NAMES[told.judged.severity]), told.clause, change.stable_id]
    return " · ".join(part for part in parts if part)


def _value_lines(change: Change) -> list[str]:
    """Return the values each on its own line, or nothing where they fit beside what they are values of."""
    if change.verb != "changed":
        return [details] if (details := details_of(change)) else []
    if len(values_text(change)) <= _SHORT:
        return []
    come, gone = items_moved(change)
    if come or gone:
        return [*(tr("removed: {item}", item=each) for each in gone), *(tr("added: {item}", item=each) for each in come)]
    return [tr("old: {value}", value=say(change.old.shown)), tr("new: {value}", value=say(change.new.shown))]


def _after(told: ToldChange) -> Iterator[Line]:
    for text, example in (
        (N_("more for {answers}: {old} → {new}"), told.judged.more),
        (N_("less for {answers}: {old} → {new}"), told.judged.less),
    ):
        if example is not None:
            yield Line(tr(text, answers=answers_text(example), old=example.old, new=example.new), "note")
    if told.approval is not None:
        yield Line(tr("approved by {who}: {why}", who=told.approval.who, why=told.approval.why), "note")
    for sign, side in (("-", told.judged.change.old), ("+", told.judged.change.new)):
        if side.place.file:
            yield Line(f"{sign} {side.place}", "place")


def answers_text(example: Example) -> str:
    """Return the answers of an example: ``so_cuoc_hop = 3``."""
    return ", ".join(f"{name} = {_value(value)}" for name, value in example.answers)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return word(value)


def summary(changes: Sequence[ToldChange]) -> str:
    """Return how many changes there are, of what, and how severe."""
    if not changes:
        return tr("No difference in meaning.")
    matters = ", ".join(f"{tr(MATTER_NAMES[matter])} {count}" for matter, count in counts(each.judged.change for each in changes).items())
    found = Counter(each.judged.severity for each in changes)
    severities = ", ".join(f"{tr(NAMES[each])} {found[each]}" for each in reversed(SEVERITIES) if found[each])
    return tr("Changes: {count} ({matters}); by severity: {severities}.", count=len(changes), matters=matters, severities=severities)
