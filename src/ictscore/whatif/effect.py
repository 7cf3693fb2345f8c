"""What changes do at once: the unit before and after, criterion by criterion, and who else moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.rulebook.criteria import Criterion
from ictscore.scoring.records import CriterionScore, UnitScore
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import Target, reached


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit before and after."""

    before: UnitScore
    after: UnitScore


@dataclass(frozen=True, slots=True)
class CriterionMoved:
    """A criterion of the unit before and after."""

    criterion: Criterion
    before: CriterionScore
    after: CriterionScore


@dataclass(frozen=True, slots=True)
class Effect:
    """What changes do to the unit, to its criteria, and to all others whose points, rank, grade or awards are no longer the same."""

    changes: Changes
    unit: Moved
    criteria: tuple[CriterionMoved, ...]
    others: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What the changes come to when one of them is left out; ``is_allowed`` is False where scoring would refuse the answers then."""

    answer: str
    unit: UnitScore
    reaches: bool
    is_allowed: bool


def effect_of(rescorer: Rescorer, changes: Changes) -> Effect:
    """Return what changes do, by scoring everybody anew."""
    before, after = rescorer.books.assessment, rescorer.assess(changes, everybody=True)
    pairs = [Moved(one, other) for one, other in _paired(before.units(), after.units()) if _told(one) != _told(other)]
    unit = Moved(rescorer.unit, rescorer.unit_in(after))
    others = tuple(each for each in pairs if (each.before.group, each.before.who) != (unit.before.group, unit.before.who))
    return Effect(changes, unit, tuple(_criteria(unit)), others)


def _paired(before: tuple[UnitScore, ...], after: tuple[UnitScore, ...]) -> Iterator[tuple[UnitScore, UnitScore]]:
    found = {(each.group, each.who): each for each in after}
    yield from ((each, found[each.group, each.who]) for each in before)


def _told(unit: UnitScore) -> tuple[object, ...]:
    awards = tuple((each.award.id, each.undecided) for each in unit.awards)
    return unit.exact_total, unit.total, unit.rank, unit.grade, awards, unit.knocked_out


def _criteria(unit: Moved) -> Iterator[CriterionMoved]:
    for one, other in zip(unit.before.criteria, unit.after.criteria, strict=True):
        if (one.points, one.max_points, one.status) != (other.points, other.max_points, other.status):
            yield CriterionMoved(one.criterion, one, other)


def each_left_out(rescorer: Rescorer, target: Target, changes: Changes) -> tuple[Without, ...]:
    """Return what is left of the changes without each of them: the proof that none can be spared."""
    found = []
    for name in changes:
        fewer = {other: value for other, value in changes.items() if other != name}
        unit = rescorer.unit_in(rescorer.assess(fewer))
        found.append(Without(name, unit, reached(target, rescorer.rulebook, unit), rescorer.is_sound(fewer, unit)))
    return tuple(found)
