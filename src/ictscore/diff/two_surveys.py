"""Two years put together: what the change of rules does on the older and on the newer answers, averaged, and what the answers do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from ictscore.diff.impact import GroupImpact, Impact, Orders, UnitImpact
from ictscore.exact import ZERO


def joined(older: Impact, newer: Impact) -> Impact:
    """Return the impact from the older survey under the older rules to the newer survey under the newer rules."""
    groups = {group.id: group.name for group in (*newer.groups, *older.groups)}
    both = tuple(GroupImpact(identifier, name, _units(identifier, older, newer)) for identifier, name in groups.items())
    unscored = tuple(replace(each, survey=name) for name, impact in (("old", older), ("new", newer)) for each in impact.unscored)
    return replace(newer, groups=both, unscored=unscored)


def _units(group: str, older: Impact, newer: Impact) -> tuple[UnitImpact, ...]:
    first, second = ({each.who: each for found in impact.groups if found.id == group for each in found.units} for impact in (older, newer))
    gone = [replace(each, after=None, shares={}, without={}) for who, each in first.items() if who not in second]
    return (*(_unit(each, first.get(who)) for who, each in second.items()), *gone)


def _unit(newer: UnitImpact, older: UnitImpact | None) -> UnitImpact:
    if older is None:
        return replace(newer, before=None, shares={}, maximum=ZERO, rounding=ZERO, otherwise=ZERO, without={})
    if newer.before is None or newer.after is None or older.before is None or older.after is None:
        return replace(newer, before=older.before, shares={}, maximum=ZERO, rounding=ZERO, otherwise=ZERO, without={})
    orders = Orders((older.before.total, older.after.total), (newer.before.total, newer.after.total))
    return replace(
        newer,
        before=older.before,
        shares=_averaged(older.shares, newer.shares),
        maximum=(older.maximum + newer.maximum) / 2,
        rounding=(older.rounding + newer.rounding) / 2,
        otherwise=(older.otherwise + newer.otherwise) / 2,
        answers=orders.answers,
        orders=orders,
        sampled=older.sampled or newer.sampled,
        open=(older.open[0], newer.open[1]),
    )


def _averaged(first: Mapping[int, Fraction], second: Mapping[int, Fraction]) -> dict[int, Fraction]:
    sums = {position: first.get(position, ZERO) + second.get(position, ZERO) for position in sorted(first.keys() | second.keys())}
    return {position: share / 2 for position, share in sums.items() if share}
