"""What every formula kind has in common: parameters in, an expression out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from pydantic import model_validator

from ictscore.expr.nodes import Compare, Const, Divide, Either, Expr, If, NoValue, can_be_zero, number
from ictscore.formulas.fields import Number, Part, Policy, refuse
from ictscore.words import N_, phrase


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most points a formula may give."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """Two quantities of which the first is a part of the second; more than the whole is a fault of the data."""

    of: Expr
    over: Expr
    capped: bool


class Formula(Part):
    """The parameters of one formula."""

    stays_within: ClassVar[bool] = True
    """Whether the result can never pass the maximum."""

    @abstractmethod
    def to_expr(self, bounds: Bounds) -> Expr:
        """Return the formula in the common operations, for a criterion with these bounds."""

    def shares_of(self) -> Iterator[Share]:
        """Yield the pairs in which one quantity is a part of another."""
        yield from ()

    def stated_points(self, bounds: Bounds) -> Iterator[Fraction]:  # noqa: ARG002 - the kinds below use it
        """Yield every number of points the formula names by itself, to be held against the bounds."""
        yield from ()

    def has_undecided_division(self) -> bool:
        """Return whether it divides by something that can be 0 without saying what then."""
        if getattr(self, "when_denominator_zero", None) is not None:
            return False
        values = [getattr(self, name) for name in type(self).model_fields]
        return any(isinstance(value, Expr) and any(zero_denominators(value)) for value in (*values, *self.denominators()))

    def denominators(self) -> Iterator[Expr]:
        """Yield the divisions the kind itself makes."""
        yield from ()


class PointsOrShare(Part):
    """Points as a number, or as a share of the criterion's maximum."""

    points: Number | None = None
    share: Number | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.points is None) == (self.share is None):
            raise refuse("RB107", problem=phrase(N_("Exactly one of points and share is wanted here.")))
        return self

    def of(self, bounds: Bounds) -> Fraction:
        """Return the points meant."""
        if self.points is not None:
            return self.points
        return (self.share or Fraction(0)) * bounds.high


def zero_denominators(expr: Expr) -> Iterator[Expr]:
    """Yield the denominators inside ``expr`` that can come to 0."""
    for node in expr.walk():
        if isinstance(node, Divide) and can_be_zero(node.right):
            yield node.right


def policy_value(policy: Policy | None, bounds: Bounds, reason: str) -> Expr:
    """Return what a policy gives: the maximum, 0, or a blank with its reason."""
    if policy == "full":
        return Const(bounds.high)
    if policy == "zero":
        return number(0)
    return NoValue("not_applicable" if policy == "not_applicable" else "fault", phrase(reason))


def guard_zero(expr: Expr, policy: Policy | None, bounds: Bounds, *more: Expr) -> Expr:
    """Return ``expr``, or what ``policy`` gives where one of its denominators (or of ``more``) is 0."""
    denominators = dict.fromkeys([*more, *zero_denominators(expr)])
    tests = tuple(Compare("=", each, number(0)) for each in denominators if can_be_zero(each))
    if not tests:
        return expr
    condition = tests[0] if len(tests) == 1 else Either(tests)
    return If(condition, policy_value(policy, bounds, N_("the denominator is 0")), expr)
