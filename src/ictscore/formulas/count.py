"""So many points each, up to a cap.

In the regulation
    "Mỗi ứng dụng 1 điểm, tối đa 5 điểm" (archetype C08).

In a rulebook
    formula: {kind: count, of: so_ung_dung, each: 1, cap: 5}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.nodes import Const, Expr, Least, product
from ictscore.formulas.fields import Number, Policy, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula, guard_zero
from ictscore.words import N_, phrase


class Count(Formula):
    """The parameters of a ``count`` formula; without ``cap`` the maximum is the cap."""

    kind: Literal["count"]
    of: Quantity
    each: Number
    cap: Number | None = None
    when_denominator_zero: Policy | None = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.each < 0:
            raise refuse("RB107", problem=phrase(N_("Points each are not negative; to take points off, use deduct.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the number times the points each, at most the cap."""
        cap = bounds.high if self.cap is None else self.cap
        return guard_zero(Least((product(self.of, Const(self.each)), Const(cap))), self.when_denominator_zero, bounds)

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:
        """Yield the cap."""
        yield bounds.high if self.cap is None else self.cap
