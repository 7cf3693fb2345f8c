"""Where a unit lost points, the most first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO, add_up
from ictscore.rulebook.model import Rulebook
from ictscore.scoring.records import CriterionScore, Status, UnitScore
from ictscore.scoring.totals import Sums, taken_off


@dataclass(frozen=True, slots=True)
class Lost:
    """Points a unit could have had and has not: of a criterion, or taken off by a deduction (``is_deducted``)."""

    criterion: str
    number: str
    name: str
    points: Fraction
    earned: Fraction
    most: Fraction
    status: Status
    is_deducted: bool = False


def lost_points(rulebook: Rulebook, score: UnitScore) -> tuple[Lost, ...]:
    """Return what a unit lost, in order of size and then of the rulebook; bonus points not earned are not lost.

    Where nothing but criteria is rounded, what it lost in the sections and the points of the sections add up to the maximum that applies.
    Where deductions come to more than counts, by their limit or by the floor, each has its share of what counts, so that together they
    are what was taken off.
    """
    found = sorted(_lost(rulebook, score), key=lambda each: -each.points)
    return tuple(each for each in found if each.points > 0)


def _lost(rulebook: Rulebook, score: UnitScore) -> Iterator[Lost]:
    in_sections = {leaf.id for _, criteria in rulebook.sections_of(score.group) for top in criteria for leaf in top.leaves()}
    bonus = {leaf.id for top in rulebook.bonus.criteria for leaf in top.leaves()} if rulebook.bonus is not None else set()
    deducted = []
    for each in score.criteria:
        criterion = each.criterion
        if criterion.id in in_sections:
            yield _of(each, each.max_points - each.points)
        elif criterion.formula is not None and criterion.id not in in_sections | bonus:
            deducted.append(each)
    together = add_up([each.points for each in deducted])
    sums = Sums(add_up([each.points for each in score.sections]), score.max_points, score.bonus, score.deducted)
    counts = taken_off(sums, rulebook.bonus, rulebook.deductions) / together if together else ZERO
    yield from (_of(each, each.points * counts, is_deducted=True) for each in deducted)


def _of(score: CriterionScore, points: Fraction, *, is_deducted: bool = False) -> Lost:
    criterion = score.criterion
    numbers = (points, score.points, score.max_points)
    return Lost(criterion.id, criterion.number or "", criterion.name, *numbers, score.status, is_deducted)
