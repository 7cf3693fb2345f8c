"""Ranks with one criterion left out after the other: which of them decides who stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ictscore.robustness.columns import GroupColumns, Weights, rank_by
from ictscore.robustness.places import places
from ictscore.rulebook.criteria import Criterion


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit that would stand elsewhere: its published rank, and the one it would have without what was left out."""

    unit: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class WithoutCriterion:
    """What a ranking would be without one criterion: who would move, those furthest first."""

    criterion: Criterion
    moved: tuple[Moved, ...]

    @property
    def furthest(self) -> int:
        """Return by how many ranks a unit moves at most."""
        return max((abs(each.after - each.before) for each in self.moved), default=0)


def leave_out(columns: GroupColumns) -> Iterator[WithoutCriterion]:
    """Yield for each criterion of the sections the ranking without it; the others keep their proportions.

    What would be is rounded as the rulebook rounds what it ranks by. A unit is only said to move where it would also stand elsewhere than
    the same reckoning puts it with all criteria: sections may be rounded on the way to a published rank, and are not here.
    """
    usual = _ranks(columns, [1] * len(columns.criteria))
    for index, criterion in enumerate(columns.criteria):
        weights = [int(other != index) for other in range(len(columns.criteria))]
        ranks = zip((each.score for each in columns.units), usual, _ranks(columns, weights), strict=True)
        moved = [Moved(score.unit, score.rank, new) for score, old, new in ranks if score.rank and new not in {score.rank, old}]
        yield WithoutCriterion(criterion, tuple(sorted(moved, key=lambda each: -abs(each.after - each.before))))


def _ranks(columns: GroupColumns, weights: Weights) -> Sequence[int]:
    return places(columns, rank_by([columns.rounded(columns.value(each, weights)) for each in columns.units]))
