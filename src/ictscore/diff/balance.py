"""The points of each group before and after: what came, what went, what was raised and lowered."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ictscore.diff.change import GroupBalance
from ictscore.rulebook.model import Rulebook


def balances(old: Rulebook, new: Rulebook) -> tuple[GroupBalance, ...]:
    """Return a balance for every group of either rulebook; only criteria of sections count, parts within their criterion."""
    names = {group.id: group.name for group in (*old.groups, *new.groups)}
    return tuple(_balance(group, name, _maxima(old, group), _maxima(new, group)) for group, name in names.items())


def _maxima(rulebook: Rulebook, group: str) -> dict[str, Fraction]:
    if all(each.id != group for each in rulebook.groups):
        return {}
    return {criterion.id: criterion.max_points for _, criteria in rulebook.sections_of(group) for criterion in criteria}


def _balance(group: str, name: str, old: dict[str, Fraction], new: dict[str, Fraction]) -> GroupBalance:
    moved = [new[each] - old[each] for each in old if each in new]
    return GroupBalance(
        group,
        name,
        old_count=len(old),
        new_count=len(new),
        old_points=_sum(old.values()),
        new_points=_sum(new.values()),
        added=_sum(points for each, points in new.items() if each not in old),
        removed=_sum(points for each, points in old.items() if each not in new),
        raised=_sum(points for points in moved if points > 0),
        lowered=-_sum(points for points in moved if points < 0),
    )


def _sum(points: Iterable[Fraction]) -> Fraction:
    return sum(points, Fraction(0))
