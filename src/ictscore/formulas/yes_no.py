"""All or nothing: the maximum if the answer is yes, else 0.

In the regulation
    "Có: điểm tối đa; không: 0 điểm" (archetype C01).

In a rulebook
    formula: {kind: yes_no, of: tuong_lua}
    formula: {kind: yes_no, of: ban_hanh_dung_han, yes: 1, no: -1}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from ictscore.expr.nodes import Const, Expr, If
from ictscore.formulas.fields import Condition, Number
from ictscore.formulas.formula import Bounds, Formula


class YesNo(Formula):
    """The parameters of a ``yes_no`` formula."""

    kind: Literal["yes_no"]
    of: Condition
    yes: Number | None = None
    no: Number = Fraction(0)

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the points for yes, else those for no."""
        return If(self.of, Const(bounds.high if self.yes is None else self.yes), Const(self.no))

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:
        """Yield the points for yes and for no."""
        yield bounds.high if self.yes is None else self.yes
        yield self.no
