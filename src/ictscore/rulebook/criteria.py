"""What earns points: sections, criteria, their parts, and what happens where one does not apply."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from ictscore.formulas.fields import Condition, DottedId, Number, Part, Truth, Words, refuse
from ictscore.formulas.formula import Bounds
from ictscore.formulas.kinds import AnyFormula
from ictscore.rulebook.sources import Sourced
from ictscore.words import N_, phrase

Consequence = Literal["full", "drop", "redistribute_equally", "redistribute_in_proportion", "zero"]


class NotApplicable(Part):
    """When a criterion does not apply to a unit, and what then (N1, N2, N6, N7)."""

    declared: Truth = False
    when: Condition | None = None
    groups: tuple[DottedId, ...] = ()
    then: Consequence

    @model_validator(mode="after")
    def _some_occasion(self) -> Self:
        if not self.declared and self.when is None:
            raise refuse("RB107", problem=phrase(N_("Say when the criterion does not apply: declared: true, or when: a condition.")))
        return self


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class Criterion(Sourced):
    """One thing that earns points: by a formula, or as the sum of its parts."""

    id: DottedId
    number: Words | None = None
    name: Words
    max_points: Number
    min_points: Number = Fraction(0)
    formula: AnyFormula | None = None
    parts: tuple[Criterion, ...] = ()
    applies_to: tuple[DottedId, ...] = ()
    not_applicable: Annotated[tuple[NotApplicable, ...], BeforeValidator(_one_or_many)] = ()
    on_missing: Literal["zero", "error"] = "zero"
    evidence: Words | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _formula_or_parts(self) -> Self:
        if (self.formula is None) == (not self.parts):
            raise refuse("RB107", problem=phrase(N_("A criterion has either a formula or parts.")))
        if self.min_points > self.max_points:
            raise refuse("RB107", problem=phrase(N_("The least points are above the most.")))
        return self

    @property
    def bounds(self) -> Bounds:
        """Return the least and the most points."""
        return Bounds(self.min_points, self.max_points)

    def leaves(self) -> Iterator[Criterion]:
        """Yield the criteria with a formula: this one, or those among its parts."""
        if self.formula is not None:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def all(self) -> Iterator[Criterion]:
        """Yield this criterion and its parts, outermost first."""
        yield self
        for part in self.parts:
            yield from part.all()


class Section(Sourced):
    """Criteria under one heading, with a subtotal."""

    id: DottedId
    number: Words | None = None
    name: Words
    max_points: Number | None = None
    applies_to: tuple[DottedId, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    note: Words | None = None
