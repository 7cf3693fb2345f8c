"""From points to results: scale, rounding, bonus, deductions, knockouts, grades, ranking, awards."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from ictscore.exact import RoundingMode
from ictscore.formulas.deduct import Floor
from ictscore.formulas.fields import AnyExpression, Condition, DottedId, Number, Part, Truth, Whole, Words, refuse
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.sources import Source, Sourced
from ictscore.words import N_, phrase


def _none_or_places(value: Any) -> Any:
    return None if value == "none" else value


Places = Annotated[Annotated[Whole, Field(ge=0, le=12)] | None, BeforeValidator(_none_or_places)]


class Rounding(Sourced):
    """To how many decimals, in which mode, and where; ``none`` keeps the exact value."""

    total: Places = 2
    section: Places = None
    criterion: Places = None
    mode: RoundingMode = "half_up"


class Scale(Sourced):
    """The most points there are, and whether the total is points or a percentage of what applied to the unit."""

    max_points: Number | None = None
    result: Literal["points", "percent"] = "points"
    out_of: Number | None = None


class Extra(Sourced):
    """Criteria outside the scale, with a limit of their own."""

    max_points: Number | None = None
    applies_to: tuple[DottedId, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class Bonus(Extra):
    """Points on top."""

    above_maximum: Truth = False


class Deductions(Extra):
    """Points taken off; each is kept positive and taken off once."""

    floor: Floor = Fraction(0)


class Knockout(Sourced):
    """A condition that decides whatever the total: a grade, or that the unit is not ranked."""

    id: DottedId
    name: Words
    when: Condition
    grade: Words | None = None
    unranked: Truth = False
    applies_to: tuple[DottedId, ...] = ()

    @model_validator(mode="after")
    def _some_effect(self) -> Self:
        if self.grade is None and not self.unranked:
            raise refuse("RB107", problem=phrase(N_("A knockout wants grade: or unranked: true.")))
        return self


class Quota(Part):
    """At most this share of the units classed in ``of`` or better may keep the band."""

    share: Number
    of: Words
    ties: Literal["in", "out"] = "out"


class GradeBand(Sourced):
    """One grade: where it begins, what else it demands, how many may have it."""

    name: Words
    from_: Number | None = Field(None, alias="from")
    above: Number | None = None
    to: Number | None = None
    requires: Condition | None = None
    quota: Quota | None = None

    @property
    def lower(self) -> Fraction | None:
        """Return the lower bound, or None for the rest."""
        return self.above if self.from_ is None else self.from_


class Grades(Part):
    """The bands, best first, each with its source, and the value they are held against."""

    on: Literal["total", "percent"] = "total"
    between_bounds: Literal["lower_bound", "round_first"] | None = None
    bands: Annotated[tuple[GradeBand, ...], Field(min_length=1)]

    def position(self, grade: str) -> int:
        """Return how far from the best a grade is, counted from 0."""
        return next(index for index, band in enumerate(self.bands) if band.name == grade)


class Ranking(Sourced):
    """On which value units are ranked, how ties count, and what breaks them."""

    on: Literal["total", "exact", "percent"] = "total"
    style: Literal["competition", "dense", "ordinal"] = "competition"
    tie_breaks: tuple[AnyExpression, ...] = ()
    unranked_units: Literal["skip", "leave_hole"] = "skip"


class Award(Sourced):
    """Who is proposed for an award; ``details`` says where ``ties`` and ``passes_down`` come from."""

    id: DottedId
    name: Words
    groups: tuple[DottedId, ...] = ()
    grade: Words | None = None
    positions: Annotated[Whole, Field(ge=1)] | None = None
    quota: Annotated[Whole, Field(ge=0)] | None = None
    minimum: Number | None = None
    requires: Condition | None = None
    ties: Literal["ask", "all", "none"] = "ask"
    passes_down: Truth = False
    details: Source | None = None
