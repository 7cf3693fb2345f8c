"""Points that are there at first and taken off per occurrence.

In the regulation
    "Trừ 0,25 điểm/báo cáo chậm; trừ 0,5 điểm/báo cáo thiếu" (archetype C15); "mỗi lần chậm trừ 25%" (C16).

In a rulebook
    formula:
      kind: deduct
      each: [{of: bao_cao_cham, points: 0.25}, {of: bao_cao_thieu, points: 0.5}]
      floor: 0

``floor`` is the least that is left; ``none`` where the regulation shows no floor (the criterion's ``min_points`` still has to allow it).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from ictscore.expr.nodes import Const, Expr, Greatest, Subtract, product, total_of
from ictscore.formulas.fields import MAX_ROWS, Number, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula, PointsOrShare
from ictscore.words import N_, phrase


def _none_or_number(value: Any) -> Any:
    return None if value == "none" else value


Floor = Annotated[Number | None, BeforeValidator(_none_or_number)]


class Occurrence(PointsOrShare):
    """What is counted, and what each costs."""

    of_: Quantity = Field(alias="of")

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if (self.points or self.share or 0) < 0:
            raise refuse("RB107", problem=phrase(N_("What is taken off is written without a minus.")))
        return self


class Deduct(Formula):
    """The parameters of a ``deduct`` formula."""

    kind: Literal["deduct"]
    each: Annotated[tuple[Occurrence, ...], Field(min_length=1, max_length=MAX_ROWS)]
    floor: Floor = Field(json_schema_extra={"type": ["number", "string"]})
    from_: Number | None = Field(None, alias="from")

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return what is left, not less than the floor."""
        start = Const(bounds.high if self.from_ is None else self.from_)
        lost = total_of(tuple(product(each.of_, Const(each.of(bounds))) for each in self.each))
        left = Subtract(start, lost)
        return left if self.floor is None else Greatest((left, Const(Fraction(self.floor))))

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:
        """Yield what there is at first, and the floor."""
        yield bounds.high if self.from_ is None else self.from_
        if self.floor is not None:
            yield self.floor
