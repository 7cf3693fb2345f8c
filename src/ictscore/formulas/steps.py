"""A table of steps: the first step that fits gives its points, else ``otherwise``.

In the regulation
    "Từ 30% trở lên: 1 điểm; từ 20% đến dưới 30%: 0,5 điểm; dưới 20%: 0" (archetypes C04, C05).

In a rulebook
    formula:
      kind: steps
      of: ho_so_truc_tuyen
      over: ho_so
      steps: [{from: 30%, points: 1}, {from: 20%, points: 0.5}]
      otherwise: 0
      when_denominator_zero: not_applicable

A step says ``from`` (≥), ``above`` (>), ``to`` (≤), ``below`` (<) or ``equals``, and its points or its share of the maximum. ``on`` takes
any number instead of ``of`` over ``over``. The lowest step is not always 0, so ``otherwise`` is always written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from ictscore.expr.nodes import Compare, Comparison, Const, Divide, Expr, If
from ictscore.formulas.fields import MAX_ROWS, Number, Policy, Quantity, refuse
from ictscore.formulas.formula import Bounds, Formula, PointsOrShare, Share, guard_zero
from ictscore.words import N_, phrase

_RELATIONS: dict[str, Comparison] = {"from_": "≥", "above": ">", "to": "≤", "below": "<", "equals": "="}


class Step(PointsOrShare):
    """One row: where it begins or ends, and what it gives."""

    from_: Number | None = Field(None, alias="from")
    above: Number | None = None
    to: Number | None = None
    below: Number | None = None
    equals: Number | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if sum(getattr(self, name) is not None for name in _RELATIONS) != 1:
            raise refuse("RB107", problem=phrase(N_("A step wants exactly one of from, above, to, below and equals.")))
        return self

    @property
    def relation(self) -> Comparison:
        """Return how the value is compared with the bound."""
        return next(sign for name, sign in _RELATIONS.items() if getattr(self, name) is not None)

    @property
    def bound(self) -> Fraction:
        """Return the number compared with."""
        return next(value for name in _RELATIONS if isinstance(value := getattr(self, name), Fraction))


class Otherwise(PointsOrShare):
    """What is given where no step fits."""


class Stepped(Formula):
    """A value and its table of steps: what ``steps`` and ``imported`` share."""

    steps: tuple[Step, ...]
    otherwise: Otherwise

    @field_validator("otherwise", mode="before")
    @classmethod
    def _points_alone(cls, value: Any) -> Any:
        return {"points": value} if isinstance(value, (str, Fraction)) else value

    def table(self, value: Expr, bounds: Bounds) -> Expr:
        """Return the chain of conditions over ``value``."""
        expr: Expr = Const(self.otherwise.of(bounds))
        for step in reversed(self.steps):
            expr = If(Compare(step.relation, value, Const(step.bound)), Const(step.of(bounds)), expr)
        return expr

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:
        """Yield the points of every step and of the rest."""
        yield from (step.of(bounds) for step in self.steps)
        yield self.otherwise.of(bounds)


class Steps(Stepped):
    """The parameters of a ``steps`` formula."""

    kind: Literal["steps"]
    on: Quantity | None = None
    of: Quantity | None = None
    over: Quantity | None = None
    when_denominator_zero: Policy | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_ROWS)]

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        if (self.on is None) == (self.of is None) or (self.of is None) != (self.over is None):
            raise refuse("RB107", problem=phrase(N_("Steps want either on, or of and over.")))
        return self

    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the points of the first step that fits."""
        return guard_zero(self.table(self.value(), bounds), self.when_denominator_zero, bounds)

    def value(self) -> Expr:
        """Return what the steps are compared with."""
        if self.of is not None and self.over is not None:
            return Divide(self.of, self.over)
        assert self.on is not None
        return self.on

    def denominators(self) -> Iterator[Expr]:
        """Yield the value the steps are compared with."""
        yield self.value()

    def shares_of(self) -> Iterator[Share]:
        """Yield the ratio, where it is a share; above the top step it changes nothing, so it counts as capped.

        With a bound above 1 the one quantity is no part of the other (money per head, say).
        """
        if self.of is not None and self.over is not None and all(step.bound <= 1 for step in self.steps):
            yield Share(self.of, self.over, capped=True)
