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

from ictscore.expr.nodes import Among, Compare, Const, Divide, Expr, Extreme, Greatest, GroupExtreme, If, Least, NoValue, Subtract, number, product
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
        """Return the unit's standing in the group, from 0 to 1, times the maximum."""
        points = self._between(bounds) if self.scale == "min_max" else self._to_best(bounds)
        return guard_zero_of(self.of, points, self.when_denominator_zero, bounds)

    def _extreme(self, how: Extreme) -> Expr:
        return GroupExtreme(self.of, how, self.among)

    def _to_best(self, bounds: Bounds) -> Expr:
        best = self._extreme(self.best)
        if self.best == "lowest":
            full: Expr = Const(bounds.high)
            return If(Compare("≤", self.of, best), full, product(Divide(best, self.of), full))
        share = Least((Divide(self.of, best), number(1)))
        all_zero = policy_value(self.when_all_zero, bounds, N_("every value in the group is 0"))
        below = NoValue("fault", phrase(N_("the best value in the group is negative")))
        points = If(Compare("<", best, number(0)), below, product(share, Const(bounds.high)))
        return If(Compare("=", best, number(0)), all_zero, points)

    def _between(self, bounds: Bounds) -> Expr:
        high, low = self._extreme("highest"), self._extreme("lowest")
        gained = Subtract(self.of, low) if self.best == "highest" else Subtract(high, self.of)
        share = Greatest((Least((Divide(gained, Subtract(high, low)), number(1))), number(0)))
        all_equal = policy_value(self.when_all_zero, bounds, N_("every value in the group is the same"))
        return If(Compare("=", high, low), all_equal, product(share, Const(bounds.high)))


def guard_zero_of(of: Expr, points: Expr, policy: Policy | None, bounds: Bounds) -> Expr:
    """Return ``points``, or what the policy gives where a denominator written in ``of`` is 0."""
    guarded = guard_zero(of, policy, bounds)
    return If(guarded.condition, guarded.then, points) if isinstance(guarded, If) and guarded is not of else points
