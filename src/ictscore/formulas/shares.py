"""Weighted shares of a whole: every state counts with its own weight.

In the regulation
    "(b/a) × 1 + (c/a) × 0,5" (archetype C07).

In a rulebook
    formula:
      kind: shares
      over: kien_nghi
      weights: [{of: xu_ly_xong, weight: 1}, {of: dang_xu_ly, weight: 0.5}]
      when_denominator_zero: not_applicable
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ictscore.expr.nodes import Compare, Const, Divide, Expr, If, NoValue, product, total_of
from ictscore.formulas.fields import MAX_ROWS, Number, Part, Policy, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula, Share, guard_zero
from ictscore.words import N_, phrase


class WeightedShare(Part):
    """One state: how many are in it, and what it weighs (0 to 1)."""

    of: Quantity
    weight: Number


class Shares(Formula):
    """The parameters of a ``shares`` formula."""

    kind: Literal["shares"]
    over: Quantity
    weights: Annotated[tuple[WeightedShare, ...], Field(min_length=1, max_length=MAX_ROWS)]
    when_denominator_zero: Policy | None = None

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if any(not 0 <= each.weight <= 1 for each in self.weights):
            raise refuse("RB107", problem=phrase(N_("Weights lie between 0 and 1.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the weighted sum of the shares, times the maximum."""
        parts = total_of(tuple(product(Divide(each.of, self.over), Const(each.weight)) for each in self.weights))
        points = product(parts, Const(bounds.high))
        excess = NoValue("fault", phrase(N_("the parts are more than the whole")))
        return guard_zero(If(Compare(">", self._all(), self.over), excess, points), self.when_denominator_zero, bounds, self.over)

    def denominators(self) -> Iterator[Expr]:
        """Yield a share of the whole."""
        yield Divide(self._all(), self.over)

    def shares_of(self) -> Iterator[Share]:
        """Yield all states together as a part of the whole."""
        yield Share(self._all(), self.over, capped=False)

    def _all(self) -> Expr:
        return total_of(tuple(each.of for each in self.weights))
