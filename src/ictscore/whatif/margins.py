"""By how much grades and awards are won and lost, and which single answer would turn that around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.rulebook.model import applies
from ictscore.scoring.explain import Books
from ictscore.scoring.records import GroupScore, UnitScore
from ictscore.whatif.problem import domains_of
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.smallest import Smallest, smallest, smallest_loss
from ictscore.whatif.targets import Target, marks, reached, value_of
from ictscore.whatif.wanted import others_of


@dataclass(frozen=True, slots=True)
class Near:
    """A unit near a line: inside by ``gap``, or outside by as much; the single answer that turns it around, if one was found."""

    unit: UnitScore
    gap: Fraction
    inside: bool
    rescorer: Rescorer
    flip: Smallest


@dataclass(frozen=True, slots=True)
class MarginLine:
    """A line of a group: a grade's lower bound, or what an award takes; the units near it, the closest first."""

    target: Target
    near: tuple[Near, ...]
    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close is near: so many units on either side, or all within so many points."""

    nearest: int = 3
    within: Fraction | None = None


def margins_of(books: Books, group: GroupScore, closeness: Closeness) -> Iterator[MarginLine]:
    """Yield the lines of a group, awards first, each with the units near it."""
    for target in targets_of(books, group):
        sides = [(unit, gap) for unit in group.units if (gap := _gap(books, unit, target)) is not None]
        won = [(unit, gap) for unit, gap in sides if reached(target, books.rulebook, unit)]
        lost = [(unit, gap) for unit, gap in sides if not reached(target, books.rulebook, unit)]
        near = [_near(books, unit, gap, target) for side in (won, lost) for unit, gap in _closest(side, closeness)]
        yield MarginLine(target, tuple(sorted(near, key=lambda each: (each.gap, not each.inside, each.unit.unit))), len(won), len(lost))


def targets_of(books: Books, group: GroupScore) -> Iterator[Target]:
    """Yield the lines of a group: its awards, then every grade with a lower bound."""
    rulebook = books.rulebook
    if any(each.ranked for each in group.units):
        yield from (Target("award", each.id) for each in rulebook.awards if applies(each.groups, group.group.id))
    if rulebook.grades is not None:
        yield from (Target("grade", each.name) for each in rulebook.grades.bands if each.lower is not None)


def _gap(books: Books, unit: UnitScore, target: Target) -> Fraction | None:
    """Return how far a unit is from a line on the scale it is drawn on, or None where no number tells."""
    if target.kind == "award" and not unit.ranked:
        return None
    gaps = [value_of(each.measured, unit) - each.value for each in marks(target, books.rulebook, others_of(books, unit))]
    if not gaps:
        return None
    return abs(min(gaps))


def _closest(side: list[tuple[UnitScore, Fraction]], closeness: Closeness) -> list[tuple[UnitScore, Fraction]]:
    ordered = sorted(side, key=lambda each: (each[1], each[0].unit))
    if closeness.within is not None:
        return [each for each in ordered if each[1] <= closeness.within]
    return ordered[: closeness.nearest]


def _near(books: Books, unit: UnitScore, gap: Fraction, target: Target) -> Near:
    rescorer = Rescorer(books, unit)
    inside, domains = reached(target, books.rulebook, unit), domains_of(rescorer)
    flip = smallest_loss(rescorer, target, domains, 1) if inside else smallest(rescorer, target, domains, at_most=1)
    return Near(unit, gap, inside, rescorer, flip)

