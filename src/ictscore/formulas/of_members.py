"""An aggregate of the units that belong to this one, such as the communes of a district.

In the regulation
    "Tổng hợp từ cấp xã" (archetype C20); the mean of the predecessors of a merged unit (A08).

In a rulebook
    formula: {kind: of_members, of: total, group: xa, how: mean, over: 100, when_no_members: not_applicable}

``over`` is the scale of the aggregate: the whole scale earns the maximum. Without it the aggregate is points as it stands.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.nodes import Aggregate, Compare, Const, Divide, Expr, If, OfMembers, number, product
from ictscore.formulas.fields import AnswerId, DottedId, Number, Policy, refuse
from ictscore.formulas.formula import Bounds, Formula, policy_value
from ictscore.words import N_, phrase


class OfMembersFormula(Formula):
    """The parameters of an ``of_members`` formula; ``of`` is ``total`` or an answer of the members."""

    stays_within = False

    kind: Literal["of_members"]
    of: AnswerId
    group: DottedId
    how: Aggregate
    over: Number | None = None
    when_no_members: Policy

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.over == 0 or self.how == "count":
            raise refuse("RB107", problem=phrase(N_("over must not be 0, and how is mean, sum, least or greatest.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the aggregate, in proportion to its scale where it has one."""
        value: Expr = OfMembers(self.of, self.group, self.how)
        if self.over is not None:
            value = product(Divide(value, Const(self.over)), Const(bounds.high))
        nobody = Compare("=", OfMembers(self.of, self.group, "count"), number(0))
        return If(nobody, policy_value(self.when_no_members, bounds, N_("the unit has no members")), value)
