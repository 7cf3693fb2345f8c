"""Points that a person gives, within the criterion's bounds.

In the regulation
    "Chấm từ 0 đến điểm tối đa" (archetype C17); points of a survey of opinion (C18); a mean of council members' points (A09).

In a rulebook
    formula: {kind: graded, of: diem_giao_dien, every: 0.5}
    formula: {kind: graded, of: "mean(tv1, tv2, tv3)"}

Points outside the bounds are an error and never clipped; ``every`` is the smallest step a person may give.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.nodes import Compare, Const, Divide, Either, Expr, If, NoValue, Rounded
from ictscore.formulas.fields import Number, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula
from ictscore.words import N_, phrase


class Graded(Formula):
    """The parameters of a ``graded`` formula."""

    kind: Literal["graded"]
    of: Quantity
    every: Number | None = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.every is not None and self.every <= 0:
            raise refuse("RB107", problem=phrase(N_("The step is more than 0.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the points given, or a fault where they lie outside the bounds or between the steps."""
        points: Expr = self.of
        if self.every is not None:
            steps = Divide(self.of, Const(self.every))
            between = NoValue("fault", phrase(N_("the points are no multiple of {every}"), every=self.every))
            points = If(Compare("=", Rounded(steps, 0, "floor"), steps), points, between)
        outside = Either((Compare("<", self.of, Const(bounds.low)), Compare(">", self.of, Const(bounds.high))))
        reason = phrase(N_("the points given lie outside {low} to {high}"), low=bounds.low, high=bounds.high)
        return If(outside, NoValue("fault", reason), points)
