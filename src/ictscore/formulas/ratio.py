"""A part of the maximum as large as the part ``of`` is of ``over``: three quarters of the staff earn three quarters of the points.

In the regulation
    A percentage multiplied by the points of the line, or the part less what failed (archetypes C02, C03); nothing below a bound (C06).

In a rulebook
    formula: {kind: ratio, of: may_tinh, over: can_bo, when_denominator_zero: not_applicable}
    formula: {kind: ratio, of: tong - khong_dat, over: tong, when_denominator_zero: full}
    formula: {kind: ratio, of: hoan_thanh, over: nhiem_vu, zero_below: 80%, when_denominator_zero: error}

``zero_below`` is a dead zone (below it 0, from it on the plain proportion); ``target`` is the share that earns everything. More than the
whole is an error in the data, or with ``above_one: cap`` a warning and full points.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.nodes import Compare, Const, Divide, Expr, If, Least, NoValue, number, product
from ictscore.formulas.fields import Number, Policy, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula, Share, guard_zero
from ictscore.words import N_, phrase


class Ratio(Formula):
    """What a ``ratio`` formula needs to know."""

    kind: Literal["ratio"]
    of: Quantity
    over: Quantity
    when_denominator_zero: Policy | None = None
    zero_below: Number | None = None
    target: Number = Fraction(1)
    above_one: Literal["error", "cap"] = "error"

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.target <= 0:
            raise refuse("RB107", problem=phrase(N_("The target is more than 0.")))
        if self.zero_below is not None and not 0 <= self.zero_below <= min(self.target, Fraction(1)):
            raise refuse("RB107", problem=phrase(N_("zero_below is a share between 0 and the target, such as 80%.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the share, capped at 1 where it may pass it, times the maximum."""
        share: Expr = Divide(self.of, self.over)
        reached = share if self.target == 1 else Divide(share, Const(self.target))
        if self.target != 1 or self.above_one == "cap":
            reached = Least((reached, number(1)))
        points = product(reached, Const(bounds.high))
        if self.zero_below is not None:
            points = If(Compare("<", share, Const(self.zero_below)), number(0), points)
        if self.above_one == "error":
            points = If(Compare(">", self.of, self.over), NoValue("fault", phrase(N_("the part is more than the whole"))), points)
        return guard_zero(points, self.when_denominator_zero, bounds)

    def denominators(self) -> Iterator[Expr]:
        """Yield the share."""
        yield Divide(self.of, self.over)

    def shares_of(self) -> Iterator[Share]:
        """Yield the ratio itself."""
        yield Share(self.of, self.over, capped=self.above_one == "cap")
