"""Points relative to the group: in proportion to the best unit, or between the worst and the best.

In the regulation
    "Tỷ lệ chuẩn hóa = giá trị của đơn vị / giá trị lớn nhất trong nhóm" (archetype C13, per head C22); min–max (C21).

In a rulebook
    formula:
      kind: relative
      of: bang_thong / can_bo
      scale: to_best
      among: ranked
      when_all_zero: zero
      when_denominator_zero: not_applicable

``among`` says whose values are looked at: the units that are ranked, or all that are assessed. A unit outside that circle never gets more
than the maximum. ``best: lowest`` turns the direction round. With ``min_max``, ``when_all_zero`` decides where all values are equal.
"""

from __future__ import annotations

from typing import Literal

from ictscore.expr.nodes import Among, Compare, Const, Divide, Expr, Extreme, GroupExtreme, If, NoValue, Subtract, number, product
from ictscore.formulas.fields import Policy, Quantity
from ictscore.formulas.formula import Bounds, Formula, guard_zero, policy_value
from ictscore.words import N_, phrase


class Relative(Formula):
    """The parameters of a ``relative`` formula."""

    kind: Literal["relative"]
    of: Quantity
    scale: Literal["to_best", "min_max"]
    best: Extreme = "highest"
    among: Among
    when_all_zero: Policy
    when_denominator_zero: Policy | None = None

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the unit's standing in the group, from 0 to 1, times the maximum; its own value is looked at first."""
        points = self._between(bounds) if self.scale == "min_max" else self._to_best(bounds)
        return guard_zero_of(self.of, points, self.when_denominator_zero, bounds)

    def _extreme(self, how: Extreme) -> Expr:
        return GroupExtreme(self.of, how, self.among)

    def _is_best(self) -> Expr:
        return Compare("≥" if self.best == "highest" else "≤", self.of, self._extreme(self.best))

    def _to_best(self, bounds: Bounds) -> Expr:
        best, full, zero = self._extreme(self.best), Const(bounds.high), number(0)
        policy = policy_value(self.when_all_zero, bounds, N_("every value in the group is 0"))
        all_zero = Compare("=", self._extreme("highest"), zero)
        share = Divide(self.of, best) if self.best == "highest" else Divide(best, self.of)
        negative = NoValue("fault", phrase(N_("the value is negative")))
        standing = If(all_zero, policy, If(self._is_best(), full, product(share, full)))
        return If(Compare("<", self.of, zero), negative, standing)

    def _between(self, bounds: Bounds) -> Expr:
        high, low, full = self._extreme("highest"), self._extreme("lowest"), Const(bounds.high)
        policy = policy_value(self.when_all_zero, bounds, N_("every value in the group is the same"))
        gained = Subtract(self.of, low) if self.best == "highest" else Subtract(high, self.of)
        is_worst = Compare("≤", self.of, low) if self.best == "highest" else Compare("≥", self.of, high)
        share = product(Divide(gained, Subtract(high, low)), full)
        all_equal = Compare("=", high, low)
        return If(self._is_best(), If(all_equal, policy, full), If(all_equal, policy, If(is_worst, number(0), share)))


def guard_zero_of(of: Expr, points: Expr, policy: Policy | None, bounds: Bounds) -> Expr:
    """Return ``points``, or what the policy gives where a denominator written in ``of`` is 0."""
    guarded = guard_zero(of, policy, bounds)
    return If(guarded.condition, guarded.then, points) if isinstance(guarded, If) and guarded is not of else points
