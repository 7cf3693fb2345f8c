"""The value of another unit with other points where it is measured: sections, bonus and deductions put together as scoring does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ictscore.exact import ZERO, add_up
from ictscore.expr.nodes import GroupExtreme, NoValue
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Extra, Scale
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import UnitScore
from ictscore.scoring.totals import Sums, put_together
from ictscore.whatif.lines import Mark
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.rivals import Rival, measured_leaves, rival_of
from ictscore.whatif.targets import HUNDRED

NO_VALUE = Fraction(-(10**12))
"""Lower than the value of any unit."""


@dataclass(frozen=True)
class Other:
    """Another unit: its sums before limits, and what it is measured by, each with the part of the sums where it counts."""

    rescorer: Rescorer
    mark: Mark
    sums: Sums
    measured: tuple[tuple[Leaf, Rival, str], ...]
    may_drop: Fraction
    """So much of its maximum may drop out, where what it is measured by may come not to apply."""

    @cached_property
    def highest(self) -> Fraction:
        """Return the value with the most points it can ever have where it is measured."""
        return self._value([_best(leaf, rival) for leaf, rival, _ in self.measured], self.sums.maximum)

    def value_with(self, points: Sequence[Fraction]) -> Fraction:
        """Return the value with other points where it is measured; where something may drop out, no more than that."""
        return self._value(points, self.sums.maximum - self.may_drop)

    def _value(self, points: Sequence[Fraction], stops_at: Fraction) -> Fraction:
        """Return the value where a bonus stops at so many points."""
        parts = {"base": self.sums.base, "bonus": self.sums.bonus, "deducted": self.sums.deducted}
        for (_, rival, part), left in zip(self.measured, points, strict=True):
            parts[part] += rival.sign * (rival.counted(left) - rival.counted(rival.points))
        plan, whole = self.rescorer.plan, whole_of(self.rescorer, self.mark)
        bonus, deducted = _limited(plan.bonus, parts["bonus"]), _limited(plan.deductions, parts["deducted"])
        found, _ = put_together(Sums(parts["base"], stops_at, bonus, deducted), plan.bonus, plan.deductions, Scale())
        if whole is None:
            return found
        return NO_VALUE if found < 0 and self.may_drop else found / self.sums.maximum * whole


def whole_of(rescorer: Rescorer, mark: Mark) -> Fraction | None:
    """Return what all points are of the value that a mark is about; None where it is points itself."""
    scale = rescorer.rulebook.scale
    if mark.measured == "percent":
        return HUNDRED
    return scale.out_of or (HUNDRED if scale.result == "percent" else None)


def other_of(rescorer: Rescorer, unit: UnitScore, mark: Mark) -> Other:
    """Return another unit as it stands, with what it is measured by."""
    plan, measured = rescorer.plan, tuple(_measured(rescorer, unit))
    bonus, deducted = (_unlimited(each, unit) for each in (plan.bonus, plan.deductions))
    sums = Sums(add_up(each.points for each in unit.sections), unit.max_points, bonus, deducted)
    dropping = (leaf.criterion.max_points * rival.factor for leaf, rival, part in measured if part == "base" and _may_drop(leaf, rival))
    return Other(rescorer, mark, sums, measured, add_up(dropping))


def _measured(rescorer: Rescorer, unit: UnitScore) -> Iterator[tuple[Leaf, Rival, str]]:
    plan = rescorer.plan
    for leaf in measured_leaves(rescorer):
        rival = rival_of(rescorer, unit, leaf, in_points=True)
        if rival is not None:
            extras = [name for name, extra in (("bonus", plan.bonus), ("deducted", plan.deductions)) if _is_inside(leaf, extra)]
            yield leaf, rival, extras[0] if extras else "base"


def _is_inside(leaf: Leaf, extra: Extra | None) -> bool:
    return extra is not None and any(each.id == leaf.criterion.id for top in extra.criteria for each in top.leaves())


def _may_drop(leaf: Leaf, rival: Rival) -> bool:
    conditions = (each.when for each in leaf.policies if each.when is not None)
    moving = any(isinstance(node, GroupExtreme) for each in conditions for node in each.walk())
    return moving or any(isinstance(node, NoValue) and node.kind == "not_applicable" for node in rival.expr.walk())


def _best(leaf: Leaf, rival: Rival) -> Fraction:
    return max(ZERO, leaf.criterion.max_points) if rival.sign > 0 else min(ZERO, leaf.criterion.min_points)


def _unlimited(extra: Extra | None, unit: UnitScore) -> Fraction:
    criteria = [each for each in extra.criteria if applies(each.applies_to, unit.group)] if extra is not None else []
    return add_up(score.points for each in criteria if (score := unit.criterion(each.id)) is not None)


def _limited(extra: Extra | None, points: Fraction) -> Fraction:
    return points if extra is None or extra.max_points is None else min(points, extra.max_points)
