"""The operations of the language, as immutable trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from ictscore.expr.values import BlankKind
from ictscore.words import Phrase

Span = tuple[int, int]
Comparison = Literal["=", "≠", "<", "≤", ">", "≥"]
MeasureName = Literal["total", "max_points", "percent", "least_share"]
Among = Literal["ranked", "assessed"]
Extreme = Literal["highest", "lowest"]
Aggregate = Literal["mean", "sum", "least", "greatest", "count"]


@dataclass(frozen=True, slots=True)
class Expr:
    """Anything with a value. ``span`` is where it stands in the text it was parsed from; equality does not look at it."""

    span: Span = field(default=(0, 0), compare=False, kw_only=True)

    def children(self) -> Iterator[Expr]:
        """Yield the expressions directly inside this one, in order."""
        names: tuple[str, ...] = self.__match_args__
        for name in names:
            value = getattr(self, name)
            if isinstance(value, Expr):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Expr))

    def walk(self) -> Iterator[Expr]:
        """Yield this expression and everything inside it, outermost first."""
        yield self
        for child in self.children():
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Const(Expr):
    """A number, ``yes``, ``no`` or a text, as written."""

    value: Fraction | bool | str


@dataclass(frozen=True, slots=True)
class AnswerTo(Expr):
    """The unit's answer."""

    id: str


@dataclass(frozen=True, slots=True)
class PointsOf(Expr):
    """The points of a criterion of the same unit."""

    id: str


@dataclass(frozen=True, slots=True)
class SectionPoints(Expr):
    """The points of a section of the same unit."""

    id: str


@dataclass(frozen=True, slots=True)
class Measure(Expr):
    """Something known of the unit once all its criteria are scored."""

    name: MeasureName


@dataclass(frozen=True, slots=True)
class Given(Expr):
    """Whether an answer was given."""

    id: str


@dataclass(frozen=True, slots=True)
class GroupExtreme(Expr):
    """The highest or lowest value that ``of`` takes among the group's units that have one."""

    of: Expr
    how: Extreme
    among: Among


@dataclass(frozen=True, slots=True)
class OfMembers(Expr):
    """An aggregate over the units that belong to this one: of an answer, or of their totals (``of`` is "total")."""

    of: str
    group: str
    how: Aggregate


@dataclass(frozen=True, slots=True)
class NoValue(Expr):
    """A blank that the rule itself prescribes, with its reason."""

    kind: BlankKind
    reason: Phrase = field(compare=False)


@dataclass(frozen=True, slots=True)
class Add(Expr):
    """The sum of the terms; 0 without any."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Subtract(Expr):
    """``left`` less ``right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Multiply(Expr):
    """``left`` times ``right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Divide(Expr):
    """``left`` over ``right``; a fault when ``right`` is 0."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Least(Expr):
    """The least of the terms, at least one."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Greatest(Expr):
    """The greatest of the terms, at least one."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Mean(Expr):
    """The mean of the terms, at least one."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class CountTrue(Expr):
    """How many of the terms are true."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Compare(Expr):
    """Whether ``left`` and ``right`` stand in the relation ``op``."""

    op: Comparison
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Both(Expr):
    """Whether all terms are true; one that is false decides even where another has no value."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Either(Expr):
    """Whether some term is true; one that is true decides even where another has no value."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not(Expr):
    """The opposite."""

    of: Expr


@dataclass(frozen=True, slots=True)
class If(Expr):
    """``then`` where the condition holds, else ``otherwise``; the other branch is not looked at."""

    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class Rounded(Expr):
    """``of`` to so many decimals: halves away from zero, or always ``down`` or ``up`` (towards −∞, +∞)."""

    of: Expr
    places: int
    direction: Literal["nearest", "floor", "ceil"]


@dataclass(frozen=True, slots=True)
class Labelled(Expr):
    """``of``, under the name the rulebook gives it; the name is for explaining and changes no value."""

    of: Expr
    label: str = field(compare=False)


def number(value: Fraction | int | str) -> Const:
    """Return the constant for a number."""
    return Const(Fraction(value))


def product(left: Expr, right: Expr) -> Expr:
    """Return ``left`` times ``right``, without a needless factor 1."""
    if left == number(1):
        return right
    return left if right == number(1) else Multiply(left, right)


def total_of(terms: tuple[Expr, ...]) -> Expr:
    """Return the sum of ``terms``, which is the term itself when there is only one."""
    return terms[0] if len(terms) == 1 else Add(terms)


def can_be_zero(expr: Expr) -> bool:
    """Return whether ``expr`` may come to 0: everything but a constant other than 0 may."""
    return not (isinstance(expr, Const) and isinstance(expr.value, Fraction) and expr.value != 0)
