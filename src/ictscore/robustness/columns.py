"""The points of a ranked group as columns of criteria, and what each unit would be ranked by under other weights."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from ictscore.exact import ZERO, add_up, round_fraction
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook, applies
from ictscore.scoring.ranking import Key
from ictscore.scoring.records import CriterionScore, GroupScore, UnitScore

Weights = Sequence[int]
"""A whole factor for each criterion; only their proportions count."""

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class UnitColumns:
    """One ranked unit: points and maxima by criterion, what bonus and deductions add and take off, and what ties are broken by.

    ``kept`` are the criteria's own maxima as far as they count for the unit: a maximum that was handed on counts where it came from.
    """

    score: UnitScore
    points: tuple[Fraction, ...]
    maxima: tuple[Fraction, ...]
    bonus: Fraction
    deducted: Fraction
    kept: tuple[Fraction, ...]
    ties: Key = ()

    @cached_property
    def maximum(self) -> Fraction:
        """Return the maximum that applies to the unit."""
        return add_up(self.maxima)

    def weighed(self, weights: Weights) -> tuple[Fraction, Fraction]:
        """Return the weighed sums of its points and of its maxima."""
        (points, of_points), (maxima, of_maxima) = self._whole
        got, most = sum(map(operator.mul, weights, points)), sum(map(operator.mul, weights, maxima))
        return Fraction(got, of_points), Fraction(most, of_maxima)

    def kept_of(self, weights: Weights) -> Fraction:
        """Return the weighed sum of what is kept of the maxima."""
        return add_up(weight * each for weight, each in zip(weights, self.kept, strict=True))

    @cached_property
    def _whole(self) -> tuple[tuple[tuple[int, ...], int], tuple[tuple[int, ...], int]]:
        """Return points and maxima as whole numbers over one denominator each."""
        return _over_one(self.points), _over_one(self.maxima)


@dataclass(frozen=True, slots=True)
class GroupColumns:
    """The units of a group that take part in its ranking, best first, by the criteria directly under its sections.

    ``usual`` are the maxima that apply where nothing drops out. Among the units are those that are not ranked and leave a hole, where the
    rulebook has it so.
    """

    rulebook: Rulebook
    group: str
    criteria: tuple[Criterion, ...]
    usual: tuple[Fraction, ...]
    units: tuple[UnitColumns, ...]

    def value(self, unit: UnitColumns, weights: Weights) -> Fraction:
        """Return what a unit would be ranked by, unrounded, were the criteria weighted so.

        The weighted maxima are brought back to their sum, as a rulebook with these maxima would be; bonus and deductions count as they do.
        """
        got, whole = unit.weighed(weights)
        if not whole:
            return self._with_extras(ZERO, ZERO, unit) if not self.is_share else ZERO
        maximum = self._maximum(unit, weights)
        points = self._with_extras(got * maximum / whole, maximum, unit)
        if self.is_share:
            return points / maximum * (self.rulebook.scale.out_of or HUNDRED)
        return points

    def rounded(self, value: Fraction) -> Fraction:
        """Return what units would be ranked by as the rulebook rounds it."""
        rounding = self.rulebook.rounding
        if rounding.total is None or self.rulebook.ranking.on == "exact":
            return value
        return round_fraction(value, rounding.total, rounding.mode)

    def _maximum(self, unit: UnitColumns, weights: Weights) -> Fraction:
        """Return the maximum that would apply to a unit: less what drops out for it."""
        weighed = add_up(weight * each for weight, each in zip(weights, self.usual, strict=True))
        kept = add_up(unit.kept)
        return unit.kept_of(weights) * add_up(self.usual) / weighed * (unit.maximum / kept if kept else 1)

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
        """Return whether all units have the usual maxima and no cap or floor can bind, so that sums alone decide the order."""
        bonus, deductions = self.rulebook.bonus, self.rulebook.deductions
        capped = bonus is not None and not bonus.above_maximum and any(each.bonus for each in self.units)
        floored = deductions is not None and deductions.floor is not None and any(each.deducted for each in self.units)
        return not capped and not floored and any(self.usual) and all(each.maxima == self.usual for each in self.units)


def _over_one(values: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    common = math.lcm(*(each.denominator for each in values))
    return tuple(each.numerator * (common // each.denominator) for each in values), common


def columns_of(rulebook: Rulebook, group: GroupScore, ties: Callable[[UnitScore], Key] = lambda _: ()) -> GroupColumns | None:
    """Return the columns of a group, or None where fewer than two of its units are ranked; ``ties`` gives what ties are broken by."""
    if sum(each.ranked for each in group.units) < 2:  # noqa: PLR2004 - one unit is always first
        return None
    counted = [each for each in group.units if each.ranked or rulebook.ranking.unranked_units == "leave_hole"]
    criteria = tuple(each for _, own in rulebook.sections_of(group.group.id) for each in own)
    usual = tuple(_usual(each, group.group.id) for each in criteria)
    units = tuple(_unit(each, criteria, usual, ties(each)) for each in counted)
    return GroupColumns(rulebook, group.group.id, criteria, usual, units)


def _usual(criterion: Criterion, group: str) -> Fraction:
    """Return the maximum of a criterion in a group: of its parts those that apply there."""
    parts = [each for each in criterion.parts if applies(each.applies_to, group)]
    return add_up(_usual(each, group) for each in parts) if criterion.parts else criterion.max_points


def _unit(score: UnitScore, criteria: tuple[Criterion, ...], usual: tuple[Fraction, ...], ties: Key) -> UnitColumns:
    by_id = {each.criterion.id: each for each in score.criteria}
    found = [by_id[each.id] for each in criteria]
    points, maxima = tuple(each.points for each in found), tuple(each.max_points for each in found)
    kept = tuple(_kept(each, most) for each, most in zip(found, usual, strict=True))
    return UnitColumns(score, points, maxima, score.bonus, score.deducted, kept, ties)


def _kept(score: CriterionScore, usual: Fraction) -> Fraction:
    handed_on = score.consequence is not None and score.consequence.startswith("redistribute")
    return usual if handed_on else min(usual, score.max_points)


def circles_of(group: GroupScore) -> tuple[GroupScore, ...]:
    """Return the group, or one for each parent where units are ranked among those of the same parent only."""
    if group.group.ranked_within is None:
        return (group,)
    parents = dict.fromkeys(each.parent for each in group.units)
    return tuple(replace(group, units=tuple(each for each in group.units if each.parent == parent)) for parent in parents)


def rank_by(values: Sequence[Fraction | int]) -> list[int]:
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
