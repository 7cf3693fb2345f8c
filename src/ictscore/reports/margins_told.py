"""By how much grades and awards are won and lost, in words; decided once, formats only draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.reports.told import rank_text
from ictscore.reports.whatif_told import target_words, total_text, value_words
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import GroupScore
from ictscore.whatif.margins import MarginLine, Near
from ictscore.words import say_number, tr


@dataclass(frozen=True, slots=True)
class GroupMargins:
    """The lines of a group with the units near them."""

    rulebook: Rulebook
    group: GroupScore
    lines: tuple[MarginLine, ...]


def line_words(told: GroupMargins, line: MarginLine) -> str:
    """Return what a line is, and how many stand on either side."""
    words = target_words(told.rulebook, line.target)
    return tr("{target}: {inside} inside, {outside} outside", target=words, inside=line.inside, outside=line.outside)


def near_rows(told: GroupMargins, line: MarginLine) -> Iterator[tuple[str, ...]]:
    """Yield the units near a line: rank, name, total, by how much, and the answer that would turn it around."""
    for each in line.near:
        gap = say_number(each.gap)
        short = tr("{gap} short", gap=gap) if each.gap else tr("tied at the line")
        side = tr("{gap} inside", gap=gap) if each.inside else short
        rank = rank_text(each.unit.rank, tied=each.unit.tied)
        yield rank, each.unit.unit, total_text(told.rulebook, each.unit), side, flip_words(told.rulebook, each)


def flip_words(rulebook: Rulebook, near: Near) -> str:
    """Return which single answer would turn it around, or that none does."""
    found = near.flip
    if not found.reached:
        return tr("no single answer") if found.is_proved else tr("no single answer was found")
    (name, value), *_ = found.changes.items()
    before = value_words(rulebook, name, near.rescorer.values.get(name))
    said = f"{rulebook.answers[name].label}: {before} → {value_words(rulebook, name, value)}"
    if found.equal > 1 and found.is_all_equal:
        return tr("{change} (other answers that would: {count})", change=said, count=found.equal - 1)
    return said if found.equal <= 1 else tr("{change} (many other answers would)", change=said)
