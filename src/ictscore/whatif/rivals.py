"""How far the others fall where a unit's own answers move the value they are measured by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.nodes import GroupExtreme
from ictscore.expr.text import extreme_key
from ictscore.expr.values import missing
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.pieces import Boxed, names_in
from ictscore.whatif.reach import Reach, View, reach, reach_of_value
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.spans import LINE


@dataclass(frozen=True)
class Rival:
    """A unit that stands above the line: its scope, its points for a criterion, and what one of its points is worth to the unit."""

    scope: UnitScope
    points: Fraction
    worth: Fraction


@dataclass(frozen=True)
class RivalsPiece:
    """One criterion that measures units by each other: the most that any rival loses there is won against the line."""

    leaf: Leaf
    rivals: tuple[Rival, ...]
    rescorer: Rescorer
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Mapping[str, CriterionScore]) -> Fraction:  # noqa: ARG002 - every piece is asked so
        """Return the most any rival loses."""
        return max((self._lost(each, self._points(each, scope)) for each in self.rivals), default=ZERO)

    def most(self, view: Boxed) -> Fraction:
        """Return the most any rival can lose."""
        return max((self._lost(each, self._least(each, view)) for each in self.rivals), default=ZERO)

    def _lost(self, rival: Rival, left: Fraction) -> Fraction:
        return max(ZERO, rival.points - left) * rival.worth

    def _points(self, rival: Rival, scope: UnitScope) -> Fraction:
        theirs = UnitScope(rival.scope.submission, rival.scope.values, scope.extremes, rival.scope.members)
        return score_leaf(self.leaf, theirs, self.rescorer.stage).points

    def _least(self, rival: Rival, view: View) -> Fraction:
        found = reach(self.leaf.expr, _RivalView(rival, view))
        criterion = self.leaf.criterion
        if found.span is None or found.span[0] is None or found.blanks:
            return min(ZERO, criterion.min_points)
        return max(found.span[0], criterion.min_points)


class _RivalView:
    """A rival whose own answers stay, while the extremes of the group can move."""

    def __init__(self, rival: Rival, view: View) -> None:
        self._values, self._view = rival.scope.values, view

    def answer(self, identifier: str) -> Reach:
        return reach_of_value(self._values.get(identifier, missing(identifier)))

    def points(self, criterion: str) -> Reach:  # noqa: ARG002
        return Reach(LINE)

    def extreme(self, node: GroupExtreme) -> Reach:
        return self._view.extreme(node)


def rivals_of(rescorer: Rescorer, above: Sequence[UnitScore], *, in_points: bool) -> Iterator[RivalsPiece]:
    """Yield what the units ``above`` the line can lose, criterion by criterion; ``in_points``, or as shares of their maximum."""
    if not rescorer.is_counted:
        return
    for leaf in rescorer.plan.leaves:
        nodes = [node for node in leaf.expr.walk() if isinstance(node, GroupExtreme) and extreme_key(node) in rescorer.plan.extremes]
        if nodes:
            rivals = [_rival(rescorer, each, leaf, in_points=in_points) for each in above]
            names = names_in(*(node.of for node in nodes))
            yield RivalsPiece(leaf, tuple(each for each in rivals if each is not None), rescorer, names)


def _rival(rescorer: Rescorer, unit: UnitScore, leaf: Leaf, *, in_points: bool) -> Rival | None:
    score = unit.criterion(leaf.criterion.id)
    if score is None or score.status != "scored" or score.given_by is not None or not score.max_points:
        return None
    factor = score.max_points / score.criterion.max_points
    scope = rescorer.books.scope(unit)
    raw = score_leaf(leaf, scope, rescorer.stage).points
    worth = factor if in_points else factor * max(rescorer.plan.max_points, rescorer.unit.max_points) / unit.max_points
    return Rival(scope, raw, worth)
