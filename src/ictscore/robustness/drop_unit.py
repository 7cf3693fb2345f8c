"""Ranks with one unit taken away after the other: whether somebody's absence would turn the order of two others around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from ictscore.expr.nodes import GroupExtreme
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.scoring.records import GroupScore, UnitScore
from ictscore.survey.labels.unit_names import Who


@dataclass(frozen=True, slots=True)
class Reversal:
    """Without ``dropped``, ``behind`` would stand before ``ahead``, or no longer behind it."""

    dropped: str
    ahead: str
    behind: str


def reversals(books: Books, group: GroupScore) -> Iterator[Reversal]:
    """Yield every pair of ranked units of a circle that would change places if one other unit of the whole group were not there.

    Only a unit by which criteria measure the others (the best or the lowest of the group) can do that, so only those are taken away.
    """
    before = {each.who: each for each in group.units if each.ranked}
    for unit in measuring(books, group):
        others = [each for each in books.survey.submissions if (each.group, each.who) != (unit.group, unit.who)]
        without = assess(books.rulebook, replace(books.survey, submissions=tuple(others)), books.assessment.stage)
        after = next(each for each in without.groups if each.group.id == group.group.id)
        yield from _turned(unit, before, {each.who: each for each in after.units if each.ranked})


def measuring(books: Books, group: GroupScore) -> tuple[UnitScore, ...]:
    """Return the units of the whole group that hold an extreme value by which its criteria are measured."""
    group = next(each for each in books.assessment.groups if each.group.id == group.group.id)
    nodes = list(_extremes(books.rulebook, group.group.id))
    if not group.units or not nodes:
        return ()
    names = {name for node in nodes for name in books.holders(group.units[0], node)}
    return tuple(each for each in group.units if each.unit in names)


def _extremes(rulebook: Rulebook, group: str) -> Iterable[GroupExtreme]:
    for criterion in rulebook.criteria_of(group):
        if criterion.formula is not None:
            yield from (node for node in criterion.formula.to_expr(criterion.bounds).walk() if isinstance(node, GroupExtreme))


def _turned(dropped: UnitScore, before: dict[Who, UnitScore], after: dict[Who, UnitScore]) -> Iterator[Reversal]:
    """Yield the pairs whose order is another one, by the ranks the rulebook gives."""
    for one, other in combinations([each for each in before if each in after], 2):
        old = (before[one].rank or 0) - (before[other].rank or 0)
        new = (after[one].rank or 0) - (after[other].rank or 0)
        first, second = (one, other) if old < 0 else (other, one)
        if old and (new == 0 or (old < 0) != (new < 0)):
            yield Reversal(dropped.unit, before[first].unit, before[second].unit)
