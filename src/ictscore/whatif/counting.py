"""What a criterion brings to a line, with its points as they count there: raised, rounded, deducted, set against its maximum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO, RoundingMode, round_fraction
from ictscore.expr.values import Blank
from ictscore.rulebook.criteria import Consequence, Criterion
from ictscore.scoring.criteria import not_applicable
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.conditions import Floor
from ictscore.whatif.outcomes import Outcome, outcome_of
from ictscore.whatif.pieces import Boxed, Scores
from ictscore.whatif.reach import Reach, reach
from ictscore.whatif.spans import LINE, Span


def is_within(span: Span | None, criterion: Criterion) -> bool:
    """Return whether numbers all lie within a criterion's bounds, where scoring takes no error from them."""
    low, high = span or LINE
    return low is not None and high is not None and criterion.min_points <= low and high <= criterion.max_points


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
        return self.way * (self.sign * self.counted(points) - self.share * maximum * self.factor)

    def meets(self, floors: Iterable[Floor], points: Fraction, maximum: Fraction) -> bool:
        """Return whether points are as large a share of a maximum as is demanded."""
        counted = self.counted(points)
        return all(each.holds(counted, maximum * self.factor) for each in floors)

    def counted(self, points: Fraction) -> Fraction:
        """Return points as they count: raised, and rounded where criteria are."""
        raised = points * self.factor
        return raised if self.places is None else round_fraction(raised, self.places, self.mode)


@dataclass(frozen=True)
class LeafPiece:
    """A criterion with a formula."""

    leaf: Leaf
    counting: Counting
    names: frozenset[str]
    was_error: bool
    fixed: Fraction | None = None
    """What it brings whatever the answers, where somebody gave its points."""
    only: Outcome | None = None
    """How alone it may turn out, where what others get hangs on that."""
    floors: tuple[Floor, ...] = ()
    """What share of its maximum it must have where it applies; known only where more is wanted."""

    def gain(self, scope: UnitScope, scores: Scores) -> Fraction | None:  # noqa: ARG002 - every piece is asked so
        """Return what its points bring; an error brings nothing and is not allowed, unless it was there before."""
        if self.fixed is not None:
            return self.fixed
        score = scores[self.leaf.criterion.id]
        if (score.status == "error" and not self.was_error) or self.only not in {None, outcome_of(score)}:
            return None
        if score.status != "not_applicable" and not self.counting.meets(self.floors, score.points, score.max_points):
            return None
        return self.counting.of(score.points, score.max_points)

    def most(self, view: Boxed) -> Fraction | None:
        """Return the most its points can bring."""
        if self.fixed is not None:
            return self.fixed
        options = list(self._without_formula(view))
        if not self._surely_without(view):
            options += self._by_formula(view.score(self.leaf))
        return max((brought for outcome, brought in options if self.only in {None, outcome}), default=None)

    def _by_formula(self, found: Reach) -> Iterator[tuple[Outcome, Fraction]]:
        criterion = self.leaf.criterion
        if found.span is not None:
            low, high = found.span
            least = criterion.min_points if low is None else max(low, criterion.min_points)
            greatest = criterion.max_points if high is None else min(high, criterion.max_points)
            best = greatest if self.counting.sign == self.counting.way else least
            if least <= greatest and self.counting.meets(self.floors, best, criterion.max_points):
                yield "applies", self.counting.of(best, criterion.max_points)
        for points in self._without_value(found):
            if self.counting.meets(self.floors, points, criterion.max_points):
                yield "applies", self.counting.of(points, criterion.max_points)
        if "not_applicable" in found.blanks:
            yield self._not_applicable(next((each.then for each in self.leaf.policies), "drop"))

    def _without_value(self, found: Reach) -> Iterator[Fraction]:
        """Yield what counts where an answer is missing, or where the formula gives no points and did not before."""
        criterion = self.leaf.criterion
        if "missing" in found.blanks:
            yield max(ZERO, criterion.min_points)
        if self.was_error and (found.blanks or not is_within(found.span, criterion)):
            yield ZERO

    def _not_applicable(self, then: Consequence) -> tuple[Outcome, Fraction]:
        score: CriterionScore = not_applicable(self.leaf.criterion, then, Blank("not_applicable"))
        return then, self.counting.of(score.points, score.max_points)

    def _without_formula(self, view: Boxed) -> Iterator[tuple[Outcome, Fraction]]:
        for policy in self.leaf.policies:
            holds = policy.declared and any("not_applicable" in view.answer(name).blanks for name in self.leaf.answers)
            if holds or (policy.when is not None and True in reach(policy.when, view).words):
                yield self._not_applicable(policy.then)

    def _surely_without(self, view: Boxed) -> bool:
        for policy in self.leaf.policies:
            if policy.declared and any(view.answer(name).blanks == {"not_applicable"} for name in self.leaf.answers):
                return True
            if policy.when is not None:
                found = reach(policy.when, view)
                if found.words == {True} and not found.blanks:
                    return True
        return False
