"""Conditions that add up: every one that holds gives its points.

In the regulation
    "Tham dự đầy đủ: 1/2 điểm tối đa; tự tổ chức họp: 1/2 điểm tối đa" (archetype C11).

In a rulebook
    formula:
      kind: checklist
      items: [{when: du_hop, share: 1/2, name: Tham dự đầy đủ}, {when: to_chuc_hop, share: 1/2}]
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ictscore.exact import ZERO
from ictscore.expr.nodes import Const, Expr, If, Labelled, Least, number, total_of
from ictscore.formulas.fields import MAX_ROWS, Condition, Words
from ictscore.formulas.formula import Bounds, Formula, PointsOrShare


class Item(PointsOrShare):
    """One condition and what it gives."""

    when: Condition
    name: Words | None = None


class Checklist(Formula):
    """The parameters of a ``checklist`` formula."""

    kind: Literal["checklist"]
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=MAX_ROWS)]

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the sum of what holds; at most the maximum where the items together exceed it."""
        total = total_of(tuple(_item(item, bounds) for item in self.items))
        possible = sum((max(item.of(bounds), ZERO) for item in self.items), ZERO)
        return Least((total, Const(bounds.high))) if possible > bounds.high else total


def _item(item: Item, bounds: Bounds) -> Expr:
    points = If(item.when, Const(item.of(bounds)), number(0))
    return Labelled(points, item.name) if item.name else points
