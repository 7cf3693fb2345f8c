"""Pieces that a unit's standing is made of: wholes that are no less than their parts, conditions to be met, ties to be won or lost.

Every piece says what it brings at given answers, and at most brings while some are free; None where answers are not allowed so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Protocol

from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import AnswerTo, Expr, Given, PointsOf
from ictscore.formulas.formula import Share
from ictscore.scoring.plan import Leaf
from ictscore.scoring.ranking import comparable
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.conditions import Need
from ictscore.whatif.contradictions import contradict
from ictscore.whatif.reach import Reach, View, reach

Scores = Mapping[str, CriterionScore]


class Boxed(View, Protocol):
    """A unit while some answers are free, with its criteria."""

    def score(self, leaf: Leaf) -> Reach:
        """Return what the formula of a criterion can come to."""
        ...


class Piece(Protocol):
    """One piece; ``names`` are the answers and (``points:…``) criteria that it looks at."""

    @property
    def names(self) -> frozenset[str]:
        """Return what it looks at."""
        ...

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:
        """Return what it brings, or None where these answers are not allowed."""
        ...

    def most(self, view: Boxed) -> Fraction | None:
        """Return what it brings at most, or None where no answers in ``view`` are allowed."""
        ...


@dataclass(frozen=True)
class WholePiece:
    """A part that is never more than its whole, where scoring takes that for an error."""

    share: Share
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002
        """Return 0, or None where the two contradict each other."""
        return None if contradict(self.share, scope) else ZERO

    def most(self, view: Boxed) -> Fraction | None:
        """Return 0, or None where the part must be more."""
        part, whole = reach(self.share.of, view), reach(self.share.over, view)
        if self.share.capped or part.span is None or whole.span is None or part.blanks or whole.blanks:
            return ZERO
        low, high = part.span[0], whole.span[1]
        return None if low is not None and high is not None and low > high else ZERO


@dataclass(frozen=True)
class NeedPiece:
    """A condition that must hold, or must not."""

    need: Need
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002
        """Return 0 where it is met, else None."""
        holds = any(evaluate(each, scope).value is True for each in self.need.any_of)
        return None if holds == self.need.forbidden else ZERO

    def most(self, view: Boxed) -> Fraction | None:
        """Return 0 where it can be met, else None."""
        found = [reach(each, view) for each in self.need.any_of]
        if self.need.forbidden:
            return None if any(each.words == {True} and not each.blanks for each in found) else ZERO
        return ZERO if any(True in each.words for each in found) else None


Relation = Literal["better", "equal", "worse"]


@dataclass(frozen=True)
class TiePiece:
    """A tie with ``theirs``: the unit's own tie-breaks stand in this relation to them."""

    tie_breaks: tuple[Expr, ...]
    theirs: tuple[tuple[bool, Fraction], ...]
    relation: Relation
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002
        """Return 0 where the tie goes as it is wanted, else None."""
        own = tuple(comparable(evaluate(each, scope).value) for each in self.tie_breaks)
        found: Relation = "equal" if own == self.theirs else "better" if own > self.theirs else "worse"
        return ZERO if found == self.relation else None

    def most(self, view: Boxed) -> Fraction | None:
        """Return 0, or None where the first tie-break surely goes another way."""
        found, (known, value) = reach(self.tie_breaks[0], view), self.theirs[0]
        if found.span is None or found.words or found.blanks or not known:
            return ZERO
        low, high = found.span
        surely_better, surely_worse = low is not None and low > value, high is not None and high < value
        other = {"better": surely_worse, "equal": surely_better or surely_worse, "worse": surely_better}[self.relation]
        return None if other else ZERO


@dataclass(frozen=True)
class LookPiece:
    """An answer that something besides points looks at: it is offered to be changed, and brings nothing by itself."""

    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction:  # noqa: ARG002
        """Return 0."""
        return ZERO

    def most(self, view: Boxed) -> Fraction:  # noqa: ARG002
        """Return 0."""
        return ZERO


def names_in(*exprs: Expr) -> frozenset[str]:
    """Return the answers and (``points:…``) criteria that expressions look at."""
    found = [node for expr in exprs for node in expr.walk()]
    answers = {node.id for node in found if isinstance(node, (AnswerTo, Given))}
    return frozenset(answers | {f"points:{node.id}" for node in found if isinstance(node, PointsOf)})
