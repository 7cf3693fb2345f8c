"""By how much grades and awards are won and lost, and which single answer would turn that around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.rulebook.model import applies
from ictscore.scoring.explain import Books
from ictscore.scoring.records import GroupScore
from ictscore.survey.labels.unit_names import Who
from ictscore.whatif.domains import domains_of
from ictscore.whatif.field import Field
from ictscore.whatif.flips import Flips, flips_of
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Rescorer
from ictscore.whatif.standing import Standing, standing_of
from ictscore.whatif.targets import Target, reached


@dataclass(frozen=True, slots=True)
class Near:
    """A unit near a line: how it stands there, and the single answers that turn it around."""

    standing: Standing
    rescorer: Rescorer
    flips: Flips


@dataclass(frozen=True, slots=True)
class MarginLine:
    """A line of a group: a grade's lower bound, or what an award takes; the units near it, the closest first.

    ``inside`` counts those, too, from whom nobody can take it because there are places for everybody.
    """

    target: Target
    near: tuple[Near, ...]
    inside: int
    outside: int


class Opened(dict[Who, tuple[Rescorer, Domains]]):
    """The units looked at so far, ready to be scored again, with what their answers may be changed to."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close is near: so many units on either side, or all within so many points."""

    nearest: int = 3
    within: Fraction | None = None


def margins_of(books: Books, group: GroupScore, closeness: Closeness) -> Iterator[MarginLine]:
    """Yield the lines of a group, awards first, each with the units near it."""
    field, opened = Field(books, group), Opened()
    for target in targets_of(books, group):
        standings = [standing_of(field, unit, target) for unit in group.units]
        found = [each for each in standings if each is not None]
        safe = sum(1 for unit, each in zip(group.units, standings, strict=True) if each is None and reached(target, books.rulebook, unit))
        sides = [each for each in found if each.inside], [each for each in found if not each.inside]
        near = [_near(field, each, target, opened) for side in sides for each in _closest(side, closeness)]
        yield MarginLine(target, tuple(sorted(near, key=_closeness)), len(sides[0]) + safe, len(sides[1]))


def targets_of(books: Books, group: GroupScore) -> Iterator[Target]:
    """Yield the lines of a group: its awards, then every grade with a lower bound."""
    rulebook = books.rulebook
    if any(each.ranked for each in group.units):
        yield from (Target("award", each.id) for each in rulebook.awards if applies(each.groups, group.group.id))
    if rulebook.grades is not None:
        yield from (Target("grade", each.name) for each in rulebook.grades.bands if each.lower is not None)


def _closest(side: list[Standing], closeness: Closeness) -> list[Standing]:
    ordered = sorted(side, key=lambda each: (_distance(each), each.unit.unit))
    if closeness.within is not None:
        return [each for each in ordered if each.gap is not None and abs(each.gap) <= closeness.within]
    return ordered[: closeness.nearest]


def _distance(standing: Standing) -> tuple[bool, Fraction]:
    return standing.gap is None, abs(standing.gap or ZERO)


def _closeness(near: Near) -> tuple[tuple[bool, Fraction], bool, str]:
    return _distance(near.standing), not near.standing.inside, near.standing.unit.unit


def _near(field: Field, standing: Standing, target: Target, opened: Opened) -> Near:
    unit = standing.unit
    if unit.who not in opened:
        rescorer = Rescorer(field.books, unit, field)
        opened[unit.who] = rescorer, domains_of(rescorer)
    rescorer, domains = opened[unit.who]
    return Near(standing, rescorer, flips_of(rescorer, target, domains, inside=standing.inside))
