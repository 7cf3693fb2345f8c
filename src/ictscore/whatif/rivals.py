"""How far the others fall where a unit's own answers move the value they are measured by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from ictscore.exact import ZERO, round_fraction
from ictscore.expr.nodes import Expr, GroupExtreme, PointsOf
from ictscore.expr.text import extreme_key
from ictscore.expr.values import missing
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.results import Rounding
from ictscore.scoring.criteria import policy_that_holds, score_leaf
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.scoring.unit import UnitScope
from ictscore.whatif.conditions import is_hidden
from ictscore.whatif.folding import folded
from ictscore.whatif.pieces import Boxed, names_in
from ictscore.whatif.reach import Reach, reach, reach_of_value
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.spans import LINE


@dataclass(frozen=True)
class Rival:
    """A unit that stands above the line: its scope, and how its points for a criterion count (``sign`` −1: taken off).

    ``expr`` is how they come about, its own answers filled in; ``worth`` is what one of these points is worth to the unit.
    """

    scope: UnitScope
    expr: Expr
    sign: int
    factor: Fraction
    rounding: Rounding
    points: Fraction
    worth: Fraction

    def counted(self, points: Fraction) -> Fraction:
        """Return what points bring the rival: raised, and rounded by the criterion."""
        raised, places = points * self.factor, self.rounding.criterion
        return self.sign * (raised if places is None else round_fraction(raised, places, self.rounding.mode))

    def lost(self, left: Fraction) -> Fraction:
        """Return what is won against the rival when it has so many points left."""
        return max(ZERO, self.counted(self.points) - self.counted(left)) * self.worth


@dataclass(frozen=True)
class RivalsPiece:
    """One criterion that measures units by each other: the most that any rival loses there is won against the line."""

    leaf: Leaf
    rivals: tuple[Rival, ...]
    rescorer: Rescorer
    names: frozenset[str]

    def gain(self, scope: UnitScope, scores: Mapping[str, CriterionScore]) -> Fraction:  # noqa: ARG002 - every piece is asked so
        """Return the most any rival loses."""
        return max((each.lost(points_with(self.leaf, each, scope, self.rescorer.stage)) for each in self.rivals), default=ZERO)

    def most(self, view: Boxed) -> Fraction:
        """Return the most any rival can lose."""
        return max((each.lost(worst_points(self.leaf, each, view)) for each in self.rivals), default=ZERO)

    @property
    def slack(self) -> Fraction:
        """Return by how much more a rival can fall than by what it loses here: its section is rounded, and parts that were raised are."""
        return max((self._slack(each) * each.worth for each in self.rivals), default=ZERO)

    def _slack(self, rival: Rival) -> Fraction:
        rounding, raised = rival.rounding, self.leaf.above and rival.factor != 1
        section = ZERO if rounding.section is None else Fraction(1, 10**rounding.section)
        parts = ZERO if rounding.criterion is None or not raised else 2 * (rival.factor + 1) / 10**rounding.criterion
        return section + parts


def points_with(leaf: Leaf, rival: Rival, scope: UnitScope, stage: StageId) -> Fraction:
    """Return what a rival gets for a criterion when the extremes are those of ``scope``."""
    theirs = UnitScope(rival.scope.submission, rival.scope.values, scope.extremes, rival.scope.members)
    return score_leaf(leaf, theirs, stage).points


def worst_points(leaf: Leaf, rival: Rival, view: Measures) -> Fraction:
    """Return the points that are worst for a rival: the fewest, of what is taken off the most."""
    found, criterion = reach(rival.expr, _RivalView(rival.scope, view)), leaf.criterion
    low, high = found.span or (None, None)
    least = criterion.min_points if low is None else max(low, criterion.min_points)
    most = criterion.max_points if high is None else min(high, criterion.max_points)
    if found.blanks or found.span is None:
        least, most = min(ZERO, least), max(ZERO, most)
    return least if rival.sign > 0 else most


class Measures(Protocol):
    """What is known of the values that units are measured by."""

    def extreme(self, node: GroupExtreme) -> Reach:
        """Return what an extreme can be."""
        ...


@dataclass(frozen=True, slots=True)
class Extremes:
    """Values that units are measured by, looked at once for all of them."""

    rescorer: Rescorer
    known: dict[str, Reach]

    def extreme(self, node: GroupExtreme) -> Reach:
        """Return what an extreme can be."""
        return self.known[self.rescorer.key(node)]


class _RivalView:
    """A rival whose own answers stay, while the extremes of the group can move."""

    def __init__(self, scope: UnitScope, view: Measures) -> None:
        self._values, self._view = scope.values, view

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
    for leaf in measured_leaves(rescorer):
        nodes = [node for node in leaf.expr.walk() if isinstance(node, GroupExtreme)]
        rivals = [rival_of(rescorer, each, leaf, in_points=in_points) for each in above]
        names = names_in(*(node.of for node in nodes))
        yield RivalsPiece(leaf, tuple(each for each in rivals if each is not None), rescorer, names)


def measured_leaves(rescorer: Rescorer) -> Iterator[Leaf]:
    """Yield the criteria that measure units by each other."""
    for leaf in rescorer.plan.leaves:
        if any(isinstance(node, GroupExtreme) and extreme_key(node) in rescorer.plan.extremes for node in leaf.expr.walk()):
            yield leaf


def _deductions(rescorer: Rescorer) -> Sequence[Criterion]:
    extra = rescorer.plan.deductions
    return extra.criteria if extra is not None else ()


def rival_of(rescorer: Rescorer, unit: UnitScore, leaf: Leaf, *, in_points: bool) -> Rival | None:
    """Return a unit as one that a criterion measures; None where its points stay, whatever the others have."""
    score = unit.criterion(leaf.criterion.id)
    if score is None or score.status != "scored" or score.given_by is not None or not score.max_points:
        return None
    factor = score.max_points / score.criterion.max_points
    scope = rescorer.books.scope(unit)
    raw = score_leaf(leaf, scope, rescorer.stage).points
    sign = -1 if any(leaf.criterion.id == part.id for each in _deductions(rescorer) for part in each.leaves()) else 1
    expr = folded(leaf.expr, _RivalView(scope, Extremes(rescorer, {})))
    return Rival(scope, expr, sign, factor, rescorer.rulebook.rounding, raw, worth_of(rescorer, unit, in_points=in_points))


def worth_of(rescorer: Rescorer, unit: UnitScore, *, in_points: bool) -> Fraction:
    """Return what one point of another unit is worth to this one at most; of a maximum of 0 every share is 0, so none is worth anything."""
    if in_points or not unit.max_points:
        return Fraction(in_points)
    return max(rescorer.plan.max_points, rescorer.unit.max_points) / unit.max_points


def may_turn(rescorer: Rescorer, above: Iterable[UnitScore]) -> bool:
    """Return whether a unit above can come to stand otherwise by more than what it loses where it is measured.

    A criterion that does not apply as long as nobody has anything may come to apply; conditions on points may turn, and other criteria
    may look at the points it loses.
    """
    if _is_followed(rescorer):
        return True
    conditions = (each.when for each in rescorer.rulebook.knockouts if each.unranked)
    if any(is_hidden(each) for each in conditions):
        return True
    leaves = tuple(measured_leaves(rescorer))
    return any(_may_apply(rescorer, unit, leaf) for unit in above for leaf in leaves)


def _is_followed(rescorer: Rescorer) -> bool:
    """Return whether a criterion looks at points of one by which units are measured, so that others fall with it."""
    moving = {name for leaf in measured_leaves(rescorer) for name in (leaf.criterion.id, *leaf.above)}
    for leaf in rescorer.plan.leaves:
        exprs = (leaf.expr, *(each.when for each in leaf.policies if each.when is not None))
        if any(isinstance(node, PointsOf) and node.id in moving for expr in exprs for node in expr.walk()):
            return True
    return False


def _may_apply(rescorer: Rescorer, unit: UnitScore, leaf: Leaf) -> bool:
    score = unit.criterion(leaf.criterion.id)
    return score is not None and score.status == "not_applicable" and policy_that_holds(leaf, rescorer.books.scope(unit)) is None
