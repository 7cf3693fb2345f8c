"""What a unit's standing is made of, piece by piece: criteria, wholes that are no less than their parts, conditions to be met.

Every piece says what it brings at given answers, and at most brings while some are free; None where answers are not allowed so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from ictscore.exact import ZERO, RoundingMode, round_fraction
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import AnswerTo, Expr, Given, PointsOf
from ictscore.expr.values import Blank
from ictscore.formulas.formula import Share
from ictscore.rulebook.criteria import Consequence
from ictscore.scoring.criteria import not_applicable
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.reach import Reach, View, reach
from ictscore.whatif.targets import Need

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
class Counting:
    """How the points of a criterion count: ``sign`` is −1 for deductions, ``way`` is −1 where less is wanted.

    ``share`` is how much of its maximum is set against them; ``factor`` is what redistribution raised it by.
    """

    way: int
    sign: int
    share: Fraction
    factor: Fraction
    places: int | None
    mode: RoundingMode

    def of(self, points: Fraction, maximum: Fraction) -> Fraction:
        """Return what points bring, where ``maximum`` applies."""
        raised = points * self.factor
        counted = raised if self.places is None else round_fraction(raised, self.places, self.mode)
        return self.way * (self.sign * counted - self.share * maximum * self.factor)


@dataclass(frozen=True)
class LeafPiece:
    """A criterion with a formula."""

    leaf: Leaf
    counting: Counting
    names: frozenset[str]
    was_error: bool
    fixed: Fraction | None = None
    """What it brings whatever the answers, where somebody gave its points."""

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002 - every piece is asked so
        """Return what its points bring; an error brings nothing and is not allowed, unless it was there before."""
        if self.fixed is not None:
            return self.fixed
        score = scores[self.leaf.criterion.id]
        if score.status == "error" and not self.was_error:
            return None
        return self.counting.of(score.points, score.max_points)

    def most(self, view: Boxed) -> Fraction | None:
        """Return the most its points can bring."""
        if self.fixed is not None:
            return self.fixed
        options = list(self._without_formula(view))
        if not self._surely_without(view):
            options += self._by_formula(view.score(self.leaf))
        return max(options, default=None)

    def _by_formula(self, found: Reach) -> Iterator[Fraction]:
        criterion = self.leaf.criterion
        if found.span is not None:
            low, high = found.span
            least = criterion.min_points if low is None else max(low, criterion.min_points)
            greatest = criterion.max_points if high is None else min(high, criterion.max_points)
            if least <= greatest:
                yield self.counting.of(greatest if self.counting.sign == self.counting.way else least, criterion.max_points)
        if "missing" in found.blanks or (self.was_error and found.blanks):
            yield self.counting.of(max(ZERO, criterion.min_points), criterion.max_points)
        if "not_applicable" in found.blanks:
            then: Consequence = next((each.then for each in self.leaf.policies), "drop")
            yield self._not_applicable(not_applicable(criterion, then, Blank("not_applicable")))

    def _not_applicable(self, score: CriterionScore) -> Fraction:
        return self.counting.of(score.points, score.max_points)

    def _without_formula(self, view: Boxed) -> Iterator[Fraction]:
        for policy in self.leaf.policies:
            holds = policy.declared and any("not_applicable" in view.answer(name).blanks for name in self.leaf.answers)
            if holds or (policy.when is not None and True in reach(policy.when, view).words):
                yield self._not_applicable(not_applicable(self.leaf.criterion, policy.then, Blank("not_applicable")))

    def _surely_without(self, view: Boxed) -> bool:
        for policy in self.leaf.policies:
            if policy.declared and any(view.answer(name).blanks == {"not_applicable"} for name in self.leaf.answers):
                return True
            if policy.when is not None:
                found = reach(policy.when, view)
                if found.words == {True} and not found.blanks:
                    return True
        return False


@dataclass(frozen=True)
class WholePiece:
    """A part that is never more than its whole."""

    share: Share
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002
        """Return 0, or None where the part is more."""
        part, whole = evaluate(self.share.of, scope).value, evaluate(self.share.over, scope).value
        if isinstance(part, Fraction) and isinstance(whole, Fraction) and part > whole:
            return None
        return ZERO

    def most(self, view: Boxed) -> Fraction | None:
        """Return 0, or None where the part must be more."""
        part, whole = reach(self.share.of, view), reach(self.share.over, view)
        if part.span is None or whole.span is None or part.blanks or whole.blanks:
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


def names_in(*exprs: Expr) -> frozenset[str]:
    """Return the answers and (``points:…``) criteria that expressions look at."""
    found = [node for expr in exprs for node in expr.walk()]
    answers = {node.id for node in found if isinstance(node, (AnswerTo, Given))}
    return frozenset(answers | {f"points:{node.id}" for node in found if isinstance(node, PointsOf)})
