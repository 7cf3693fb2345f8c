"""Whatever the expression says: the way out when no kind fits.

In a rulebook
    formula: {kind: formula, expr: "min(5, ung_dung + 2 * co_so_du_lieu)"}
    formula: {kind: formula, expr: "10 * a / b", when_denominator_zero: zero}

If more than a tenth of a real rulebook's criteria need it, a kind is missing.
"""

from __future__ import annotations

from typing import Literal

from ictscore.expr.nodes import Expr
from ictscore.formulas.fields import Policy, Quantity
from ictscore.formulas.formula import Bounds, Formula, guard_zero


class Expression(Formula):
    """The parameters of a ``formula`` formula."""

    stays_within = False

    kind: Literal["formula"]
    expr: Quantity
    when_denominator_zero: Policy | None = None

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the expression, guarded where it divides."""
        return guard_zero(self.expr, self.when_denominator_zero, bounds)
