"""A place among units that measure each other: the value it takes when the totals of all of them move together."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from ictscore.exact import ZERO, round_fraction
from ictscore.expr.nodes import GroupExtreme, NoValue
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value
from ictscore.rulebook.results import Rounding
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.lines import Mark, unrounded
from ictscore.whatif.pieces import Boxed, names_in
from ictscore.whatif.reach import Reach
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.rivals import Extremes, Rival, measured_leaves, points_with, worst_points
from ictscore.whatif.totals import Other, other_of, whole_of

NEAR = 8
"""So many units behind a place are looked at; those farther behind are not expected to come to it."""


@dataclass(frozen=True)
class PlacePiece:
    """What the value of a place falls by: of all others' totals, each as it is published, the one at that place."""

    mark: Mark
    worth: Fraction
    """What the unit is spared, in its own points, for each point that the value falls."""
    rises: bool
    """Whether it is as much worse off where the value rises; where its own maximum can differ, that counts for nothing."""
    others: tuple[Other, ...]
    """Those who can come to most first."""
    nodes: tuple[GroupExtreme, ...]
    rescorer: Rescorer
    names: frozenset[str]
    _keys: Mapping[str, tuple[str, ...]]
    _values: dict[tuple[Value | None, ...], Fraction] = field(default_factory=dict, compare=False)
    _mosts: dict[tuple[Reach, ...], Fraction] = field(default_factory=dict, compare=False)
    _worsts: dict[tuple[object, ...], Fraction] = field(default_factory=dict, compare=False)

    def gain(self, scope: UnitScope, scores: Mapping[str, CriterionScore]) -> Fraction:  # noqa: ARG002 - every piece is asked so
        """Return what it falls by."""
        return self._fallen(self.value(scope))

    def value(self, scope: UnitScope) -> Fraction:
        """Return the value at the place; it is never lower."""
        key, stage = tuple(scope.extremes.get(self.rescorer.key(node)) for node in self.nodes), self.rescorer.stage
        if key not in self._values:
            self._values[key] = self._at_place(lambda leaf, rival: points_with(leaf, rival, scope, stage))
        return self._values[key]

    def most(self, view: Boxed) -> Fraction:
        """Return what it falls by at most."""
        extremes = Extremes(self.rescorer, {self.rescorer.key(node): view.extreme(node) for node in self.nodes})
        key = tuple(extremes.known.values())
        if key not in self._mosts:
            self._mosts[key] = self._fallen(self._at_place(lambda leaf, rival: self._worst(leaf, rival, extremes)))
        return self._mosts[key]

    @cached_property
    def lowest(self) -> Fraction:
        """Return a value that the place never falls below, whatever the unit has."""
        return self._at_place(lambda leaf, rival: leaf.criterion.min_points if rival.sign > 0 else leaf.criterion.max_points)

    def _worst(self, leaf: Leaf, rival: Rival, extremes: Extremes) -> Fraction:
        """Return what is worst for a rival at one criterion; the same as long as its own extremes are."""
        key = leaf.criterion.id, id(rival), *(extremes.known[each] for each in self._keys[leaf.criterion.id])
        if key not in self._worsts:
            self._worsts[key] = worst_points(leaf, rival, extremes)
        return self._worsts[key]

    def _fallen(self, value: Fraction) -> Fraction:
        fallen = self._needed(self.mark.value) - self._needed(value)
        return self.worth * (fallen if self.rises else max(ZERO, fallen))

    def _at_place(self, points: Callable[[Leaf, Rival], Fraction]) -> Fraction:
        """Return the value at the place; who could not come to it with all points there are is not looked at."""
        assert self.mark.rank is not None
        best: list[Fraction] = []
        for each in self.others:
            if len(best) == self.mark.rank and self._published(each.highest) <= best[0]:
                break
            total = self._published(each.value_with([points(leaf, rival) for leaf, rival, _ in each.measured]))
            if len(best) < self.mark.rank:
                heapq.heappush(best, total)
            else:
                heapq.heappushpop(best, total)
        return best[0]

    def _needed(self, value: Fraction) -> Fraction:
        """Return what comes to a value as it is published: below 0 a rounding may lead the other way."""
        return unrounded(value, self._places, self.rescorer.rulebook.rounding.mode, strict=self.mark.strict)

    def _published(self, total: Fraction) -> Fraction:
        return total if self._places is None else round_fraction(total, self._places, self.rescorer.rulebook.rounding.mode)

    @property
    def _places(self) -> int | None:
        return None if self.mark.measured == "exact" else self.rescorer.rulebook.rounding.total


def place_piece(rescorer: Rescorer, others: Sequence[UnitScore], mark: Mark, maximum: Fraction) -> PlacePiece | None:
    """Return how a place moves with all who are ranked; None where more than sums of points decides about their totals.

    ``maximum`` is the most that can apply to the unit itself.
    """
    rounding = rescorer.rulebook.rounding
    if rounding.section is not None or not rescorer.is_counted or not all(each.max_points for each in others):
        return None
    near = others[: (mark.rank or 0) + NEAR]  # of fewer units the one at a place is never better, so this remains a bound
    found = tuple(sorted((other_of(rescorer, each, mark) for each in near), key=lambda each: -each.highest))
    if any(_is_rounded_twice(rounding, leaf, rival) for each in found for leaf, rival, _ in each.measured):
        return None
    by_leaf = {
        leaf.criterion.id: [node for node in leaf.expr.walk() if isinstance(node, GroupExtreme)] for leaf in measured_leaves(rescorer)
    }
    keys = {name: tuple(dict.fromkeys(map(extreme_key, each))) for name, each in by_leaf.items()}
    nodes = {extreme_key(node): node for each in by_leaf.values() for node in each}
    names = names_in(*(node.of for node in nodes.values()))
    whole = whole_of(rescorer, mark)
    worth, rises = (maximum / whole, not _drops(rescorer)) if whole is not None else (Fraction(1), True)
    return PlacePiece(mark, worth, rises, found, tuple(nodes.values()), rescorer, names, keys)


def with_maximum(piece: PlacePiece, maximum: Fraction) -> PlacePiece:
    """Return the same where the unit's maximum is known: it is as much worse off where the value rises."""
    whole = whole_of(piece.rescorer, piece.mark)
    assert whole is not None
    return replace(piece, worth=maximum / whole, rises=True, _mosts={})


def _drops(rescorer: Rescorer) -> bool:
    """Return whether the unit's own maximum can differ."""
    return any(leaf.policies or any(isinstance(node, NoValue) for node in leaf.expr.walk()) for leaf in rescorer.plan.leaves)


def _is_rounded_twice(rounding: Rounding, leaf: Leaf, rival: Rival) -> bool:
    return rounding.criterion is not None and bool(leaf.above) and rival.factor != 1
