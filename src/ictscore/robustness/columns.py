"""The points of a ranked group as columns of criteria, and what each unit would be ranked by under other weights."""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ictscore.exact import ZERO, add_up
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import GroupScore, UnitScore

Weights = Sequence[int]
"""A whole factor for each criterion; only their proportions count."""

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class UnitColumns:
    """One ranked unit: points and maxima by criterion, and what bonus and deductions add and take off."""

    score: UnitScore
    points: tuple[Fraction, ...]
    maxima: tuple[Fraction, ...]
    bonus: Fraction
    deducted: Fraction

    @cached_property
    def maximum(self) -> Fraction:
        """Return the maximum that applies to the unit."""
        return add_up(self.maxima)

    def weighed(self, weights: Weights) -> tuple[Fraction, Fraction]:
        """Return the weighed sums of its points and of its maxima."""
        (points, of_points), (maxima, of_maxima) = self._whole
        got, most = sum(map(operator.mul, weights, points)), sum(map(operator.mul, weights, maxima))
        return Fraction(got, of_points), Fraction(most, of_maxima)

    @cached_property
    def _whole(self) -> tuple[tuple[tuple[int, ...], int], tuple[tuple[int, ...], int]]:
        """Return points and maxima as whole numbers over one denominator each."""
        return _over_one(self.points), _over_one(self.maxima)


@dataclass(frozen=True, slots=True)
class GroupColumns:
    """The ranked units of a group, best first, by the criteria directly under its sections."""

    rulebook: Rulebook
    group: str
    criteria: tuple[Criterion, ...]
    units: tuple[UnitColumns, ...]

    def value(self, unit: UnitColumns, weights: Weights) -> Fraction:
        """Return what a unit would be ranked by, unrounded, were the criteria weighted so.

        The points in the sections are weighted and brought back to the unit's maximum; bonus and deductions count as they do.
        """
        got, whole = unit.weighed(weights)
        if not whole:
            return ZERO
        maximum = unit.maximum
        points = self._with_extras(got * maximum / whole, maximum, unit)
        if self.is_share:
            return points / maximum * (self.rulebook.scale.out_of or HUNDRED)
        return points

    @property
    def is_share(self) -> bool:
        """Return whether units are ranked by a share of their own maximum, and not by points."""
        scale, ranked_on = self.rulebook.scale, self.rulebook.ranking.on
        return ranked_on == "percent" or scale.out_of is not None or scale.result == "percent"

    def _with_extras(self, base: Fraction, maximum: Fraction, unit: UnitColumns) -> Fraction:
        bonus, deductions = self.rulebook.bonus, self.rulebook.deductions
        points = base + unit.bonus
        if bonus is not None and not bonus.above_maximum:
            points = max(base, min(points, maximum))
        left = points - unit.deducted
        if deductions is None or deductions.floor is None:
            return left
        return max(left, min(points, deductions.floor))

    @property
    def is_linear(self) -> bool:
        """Return whether all units have the same maxima and no cap or floor can bind, so that sums alone decide the order."""
        bonus, deductions, first = self.rulebook.bonus, self.rulebook.deductions, self.units[0].maxima
        capped = bonus is not None and not bonus.above_maximum and any(each.bonus for each in self.units)
        floored = deductions is not None and deductions.floor is not None and any(each.deducted for each in self.units)
        return not capped and not floored and any(first) and all(each.maxima == first for each in self.units)


def _over_one(values: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    common = math.lcm(*(each.denominator for each in values))
    return tuple(each.numerator * (common // each.denominator) for each in values), common


def columns_of(rulebook: Rulebook, group: GroupScore) -> GroupColumns | None:
    """Return the columns of a group, or None where fewer than two of its units are ranked."""
    ranked = [each for each in group.units if each.ranked and each.rank is not None]
    if len(ranked) < 2:  # noqa: PLR2004 - one unit is always first
        return None
    criteria = tuple(each for _, own in rulebook.sections_of(group.group.id) for each in own)
    return GroupColumns(rulebook, group.group.id, criteria, tuple(_unit(each, criteria) for each in ranked))


def _unit(score: UnitScore, criteria: tuple[Criterion, ...]) -> UnitColumns:
    by_id = {each.criterion.id: each for each in score.criteria}
    found = [by_id[each.id] for each in criteria]
    return UnitColumns(score, tuple(each.points for each in found), tuple(each.max_points for each in found), score.bonus, score.deducted)


def rank_by(values: Sequence[Fraction]) -> list[int]:
    """Return the rank of each value, the highest first; equal ones share theirs, and the next are skipped.

    >>> rank_by([Fraction(5), Fraction(7), Fraction(5), Fraction(1)])
    [2, 1, 2, 4]
    """
    order = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    ranks = [0] * len(values)
    for place, index in enumerate(order):
        above = order[place - 1] if place else index
        ranks[index] = ranks[above] if place and values[above] == values[index] else place + 1
    return ranks
