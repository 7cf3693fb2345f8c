"""The registry: every formula kind by name, and the two that are made of others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from ictscore.expr.nodes import Const, Expr, Greatest, Labelled, Least, total_of
from ictscore.formulas.checklist import Checklist
from ictscore.formulas.choice import Choice
from ictscore.formulas.count import Count
from ictscore.formulas.deduct import Deduct
from ictscore.formulas.expression import Expression
from ictscore.formulas.fields import MAX_ROWS, Number, Part, Words
from ictscore.formulas.formula import Bounds, Formula, Share
from ictscore.formulas.graded import Graded
from ictscore.formulas.imported import Imported
from ictscore.formulas.of_members import OfMembersFormula
from ictscore.formulas.ratio import Ratio
from ictscore.formulas.relative import Relative
from ictscore.formulas.shares import Shares
from ictscore.formulas.steps import Steps
from ictscore.formulas.yes_no import YesNo


class FormulaPart(Part):
    """A formula inside another: its name, its own cap, and how it is computed."""

    name: Words
    max_points: Number
    formula: AnyFormula

    def to_expr(self) -> Expr:
        """Return the part's expression, at most its cap."""
        bounds = Bounds(Fraction(0), self.max_points)
        inner = self.formula.to_expr(bounds)
        within = self.formula.stays_within and all(points <= self.max_points for points in self.formula.stated_points(bounds))
        return Labelled(inner if within else Least((inner, Const(self.max_points))), self.name)


class Sum(Formula):
    """The sum of parts, each with its own cap.

    In the regulation
        "Điểm = điểm thành phần 1 + điểm thành phần 2" (archetype C09).

    In a rulebook
        formula:
          kind: sum
          parts:
            - {name: Kết nối, max_points: 45, formula: {kind: ratio, of: ket_noi, over: don_vi, when_denominator_zero: zero}}
            - {name: Ứng dụng, max_points: 5, formula: {kind: count, of: so_ung_dung, each: 1}}
    """

    kind: Literal["sum"]
    parts: Annotated[tuple[FormulaPart, ...], Field(min_length=1, max_length=MAX_ROWS)]

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the sum; at most the maximum where the caps together exceed it."""
        total = total_of(tuple(part.to_expr() for part in self.parts))
        possible = sum(part.max_points for part in self.parts)
        return Least((total, Const(bounds.high))) if possible > bounds.high else total

    def shares_of(self) -> Iterator[Share]:
        """Yield those of the parts."""
        for part in self.parts:
            yield from part.formula.shares_of()


class BestOf(Formula):
    """The best of several cases.

    In the regulation
        "Tính cho trường hợp có điểm cao nhất" (archetype C10).

    In a rulebook
        formula:
          kind: best_of
          cases:
            - {name: Trung tâm dữ liệu, max_points: 20, formula: {kind: yes_no, of: co_ttdl}}
            - {name: Phòng máy chủ, max_points: 12, formula: {kind: yes_no, of: co_phong_may}}
    """

    kind: Literal["best_of"]
    cases: Annotated[tuple[FormulaPart, ...], Field(min_length=1, max_length=MAX_ROWS)]

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the greatest of the cases; at most the maximum where a case may exceed it."""
        best = Greatest(tuple(case.to_expr() for case in self.cases))
        possible = max(case.max_points for case in self.cases)
        return Least((best, Const(bounds.high))) if possible > bounds.high else best

    def shares_of(self) -> Iterator[Share]:
        """Yield those of the cases."""
        for case in self.cases:
            yield from case.formula.shares_of()


KINDS: dict[str, type[Formula]] = {
    "yes_no": YesNo,
    "choice": Choice,
    "ratio": Ratio,
    "shares": Shares,
    "steps": Steps,
    "count": Count,
    "checklist": Checklist,
    "relative": Relative,
    "deduct": Deduct,
    "sum": Sum,
    "best_of": BestOf,
    "graded": Graded,
    "imported": Imported,
    "of_members": OfMembersFormula,
    "formula": Expression,
}

AnyFormula = Annotated[
    YesNo
    | Choice
    | Ratio
    | Shares
    | Steps
    | Count
    | Checklist
    | Relative
    | Deduct
    | Sum
    | BestOf
    | Graded
    | Imported
    | OfMembersFormula
    | Expression,
    Field(discriminator="kind"),
]

FormulaPart.model_rebuild()
Sum.model_rebuild()
BestOf.model_rebuild()
