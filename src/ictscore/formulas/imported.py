"""A value from elsewhere: another rulebook's result or an outside index, in proportion or through steps.

In the regulation
    "Lấy kết quả từ bộ chỉ số khác" (archetype C19); an index between 0 and 1 with its weight (A03).

In a rulebook
    formula: {kind: imported, of: chi_so, from: Chỉ số CCHC, over: 100}
    formula: {kind: imported, of: chi_so, from: Chỉ số CCHC, steps: [{from: 90, points: 5}], otherwise: 2}

``over`` is the scale of the value: the whole scale earns the maximum. A value above its scale is an error.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from ictscore.expr.nodes import Compare, Const, Divide, Expr, If, NoValue, product
from ictscore.formulas.fields import Number, Quantity, Words, refuse
from ictscore.formulas.formula import Bounds
from ictscore.formulas.steps import Otherwise, Step, Stepped
from ictscore.words import N_, phrase


class Imported(Stepped):
    """The parameters of an ``imported`` formula."""

    kind: Literal["imported"]
    of: Quantity
    from_: Words = Field(alias="from")
    over: Number | None = None
    steps: tuple[Step, ...] = ()
    otherwise: Otherwise = Otherwise(points="0")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.over is None) == (not self.steps) or self.over == 0:
            raise refuse("RB107", problem=phrase(N_("An imported value wants either over (not 0), or steps and otherwise.")))
        if self.steps and "otherwise" not in self.model_fields_set:
            raise refuse("RB102", key="otherwise")
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the value in proportion to its scale, or the points of its step."""
        if self.over is None:
            return self.table(self.of, bounds)
        share = product(self.of if self.over == 1 else Divide(self.of, Const(self.over)), Const(bounds.high))
        excess = NoValue("fault", phrase(N_("the value is above its scale of {over}"), over=self.over))
        return If(Compare(">", self.of, Const(self.over)), excess, share)
