"""A criterion tried out: its formula at every answer worth trying, by the same scoring that surveys get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.branches import Branch, branches_taken
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Expr, GroupExtreme, OfMembers, PointsOf
from ictscore.expr.text import extreme_key
from ictscore.expr.values import Value
from ictscore.proofs.trial import Answers
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.candidates import are_all, combinations, values_to_try
from ictscore.rulebook.domains import parts_of_wholes
from ictscore.scoring.criteria import derive, score_leaf
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import Status
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission
from ictscore.words import Phrase

NOBODY = Submission("", "", {})
MOST_DERIVED = 3_000
_OUTSIDE = "the result {points} lies outside {low} to {high}"


@dataclass(frozen=True, slots=True)
class Tried:
    """Answers (and those of other units) and what the criterion gives for them."""

    answers: Answers
    others: tuple[Answers, ...]
    status: Status
    points: Fraction
    reason: Phrase | None


@dataclass(slots=True)
class LeafSearch:
    """Everything tried for one criterion; ``complete`` is False where it rests on other criteria or on members, which are not tried.

    ``is_whole`` says that every answer there can be was tried, and that nothing else decides.
    """

    leaf: Leaf
    values: Mapping[str, tuple[Value, ...]]
    tried: list[Tried] = field(default_factory=list)
    complete: bool = True
    is_whole: bool = False

    def scored(self) -> list[Tried]:
        """Return what gave points."""
        return [each for each in self.tried if each.status == "scored"]

    def most(self) -> Tried | None:
        """Return what gave the most points; of equals the first."""
        return max(self.scored(), key=lambda each: each.points, default=None)

    def least(self) -> Tried | None:
        """Return what gave the fewest points."""
        return min(self.scored(), key=lambda each: each.points, default=None)

    def errors(self) -> Iterator[Tried]:
        """Yield what scoring refused."""
        return (each for each in self.tried if each.status == "error")

    def outside(self) -> Tried | None:
        """Return something for which scoring finds the points out of bounds."""
        return next((each for each in self.errors() if each.reason is not None and each.reason.text == _OUTSIDE), None)

    def branches(self, wanted: set[Branch]) -> dict[Branch, Tried]:
        """Return for each wanted branch something that takes it, as far as found."""
        found: dict[Branch, Tried] = {}
        for each in self.tried[:MOST_DERIVED]:
            if len(found) == len(wanted):
                break
            for branch in branches_taken(derive(self.leaf, scope_for(self.leaf, each.answers, each.others))):
                if branch in wanted:
                    found.setdefault(branch, each)
        return found


def search_leaf(leaf: Leaf, specs: Mapping[str, AnswerSpec]) -> LeafSearch:
    """Return the criterion tried at every combination worth it; contradictory data (a part above its whole) are left out."""
    conditions = [policy.when for policy in leaf.policies if policy.when is not None]
    values = values_to_try(specs, leaf.expr, *conditions)
    nodes = [node for expr in (leaf.expr, *conditions) for node in expr.walk()]
    found = LeafSearch(leaf, values, complete=not any(isinstance(node, (PointsOf, OfMembers)) for node in leaf.expr.walk()))
    found.is_whole = are_all(specs, values) and not any(isinstance(node, (PointsOf, OfMembers, GroupExtreme)) for node in nodes)
    pairs = parts_of_wholes(leaf.criterion)
    sensible = [each for each in combinations(values) if not _contradicts(each, pairs)]
    rivals = _rivals(leaf, sensible)
    for answers in sensible:
        for others in rivals:
            score = score_leaf(leaf, scope_for(leaf, answers, others), "self")
            found.tried.append(Tried(answers, others, score.status, score.points, score.reason))
    return found


def scope_for(leaf: Leaf, answers: Answers, others: tuple[Answers, ...] = ()) -> UnitScope:
    """Return a unit with these answers, beside others of its group."""
    scope = UnitScope(NOBODY, dict(answers))
    if leaf.extremes:
        circle = [scope, *(UnitScope(NOBODY, dict(each)) for each in others)]
        scope.extremes = _extremes(leaf.extremes, circle)
    return scope


def _extremes(nodes: tuple[GroupExtreme, ...], circle: list[UnitScope]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for node in nodes:
        values = [value for each in circle if isinstance(value := evaluate(node.of, each).value, Fraction)]
        if values:
            found[extreme_key(node)] = max(values) if node.how == "highest" else min(values)
    return found


def _rivals(leaf: Leaf, sensible: list[dict[str, Value]]) -> list[tuple[Answers, ...]]:
    """Return the other units to stand beside: nobody, and where the group matters those with its lowest and highest values."""
    node = next((node for node in leaf.expr.walk() if isinstance(node, GroupExtreme)), None)
    if node is None:
        return [()]
    valued = [(value, each) for each in sensible if isinstance(value := evaluate(node.of, UnitScope(NOBODY, each)).value, Fraction)]
    valued.sort(key=lambda pair: pair[0])
    if not valued:
        return [()]
    low, middle, high = valued[0][1], valued[len(valued) // 2][1], valued[-1][1]
    return [(), (low,), (high,), (low, high), (middle,)]


def _contradicts(answers: Answers, pairs: tuple[tuple[Expr, Expr], ...]) -> bool:
    scope = UnitScope(NOBODY, dict(answers))
    for part, whole in pairs:
        one, other = evaluate(part, scope).value, evaluate(whole, scope).value
        if isinstance(one, Fraction) and isinstance(other, Fraction) and one > other:
            return True
    return False
