"""Exclusive levels: each choice of an answer has its points.

In the regulation
    "Người đứng đầu: điểm tối đa; cấp phó: 1/2 điểm tối đa; khác: 0" (archetype C12).

In a rulebook
    formula: {kind: choice, of: truong_ban, shares: {truong: 1, pho: 1/2, khong: 0}}
    formula: {kind: choice, of: bao_cao, points: {dung_han: 1, tre: 0, khong: -1}}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, Self

from pydantic import model_validator

from ictscore.expr.nodes import AnswerTo, Compare, Const, Expr, If, NoValue
from ictscore.formulas.fields import AnswerId, Number, refuse
from ictscore.formulas.formula import Bounds, Formula
from ictscore.words import N_, phrase


class Choice(Formula):
    """The parameters of a ``choice`` formula."""

    kind: Literal["choice"]
    of: AnswerId
    points: dict[str, Number] | None = None
    shares: dict[str, Number] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.points is None) == (self.shares is None):
            raise refuse("RB107", problem=phrase(N_("Exactly one of points and shares is wanted here.")))
        return self

    def levels(self, bounds: Bounds) -> dict[str, Fraction]:
        """Return the points of every choice."""
        if self.points is not None:
            return dict(self.points)
        return {key: share * bounds.high for key, share in (self.shares or {}).items()}

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the points of the choice that was made."""
        expr: Expr = NoValue("fault", phrase(N_("the answer is none of the choices")))
        for key, points in reversed(self.levels(bounds).items()):
            expr = If(Compare("=", AnswerTo(self.of), Const(key)), Const(points), expr)
        return expr

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:
        """Yield the points of every choice."""
        yield from self.levels(bounds).values()
