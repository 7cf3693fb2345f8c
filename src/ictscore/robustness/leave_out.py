"""Ranks with one criterion left out after the other: which of them decides who stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ictscore.robustness.columns import GroupColumns, Weights, rank_by
from ictscore.robustness.places import places
from ictscore.rulebook.criteria import Criterion


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit that stands elsewhere: its rank with everything, and without what was left out."""

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

    Both rankings are by the value before rounding, so that only the criterion makes the difference.
    """
    before = _ranks(columns, [1] * len(columns.criteria))
    for index, criterion in enumerate(columns.criteria):
        weights = [int(other != index) for other in range(len(columns.criteria))]
        ranks = zip(columns.units, before, _ranks(columns, weights), strict=True)
        moved = [Moved(unit.score.unit, old, new) for unit, old, new in ranks if old != new and unit.score.ranked]
        yield WithoutCriterion(criterion, tuple(sorted(moved, key=lambda each: -abs(each.after - each.before))))


def _ranks(columns: GroupColumns, weights: Weights) -> Sequence[int]:
    return places(columns, rank_by([columns.value(each, weights) for each in columns.units]))
