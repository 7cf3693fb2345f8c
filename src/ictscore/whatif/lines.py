"""What a target demands of a unit's points: values as they are published, and what these want before rounding."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import RoundingMode
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.results import Award, GradeBand
from ictscore.scoring.records import UnitScore
from ictscore.whatif.field import Field
from ictscore.whatif.targets import HUNDRED, Measured, Target, award_of, bands_from, value_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A value as it is published that a unit has to come to (``strict``: to pass), and the place it stands for, if it is one."""

    measured: Measured
    value: Fraction
    strict: bool = False
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """One value that a unit has to come to; ``rival`` is who stands there, where it is a place that counts."""

    mark: Mark
    rival: UnitScore | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A necessary condition, in points: at least ``need`` of them, or (``share``) that part of the maximum that applies.

    ``rank`` is the place that must be taken, where that is what sets the line.
    """

    need: Fraction = Fraction(0)
    share: Fraction = Fraction(0)
    rank: int | None = None


def band_mark(rulebook: Rulebook, band: GradeBand) -> Mark | None:
    """Return the value at which a grade begins, or None for the one that takes the rest."""
    assert rulebook.grades is not None
    if band.lower is None:
        return None
    strict = band.above is not None
    if rulebook.grades.between_bounds == "round_first":
        return Mark(rulebook.grades.on, unrounded(band.lower, 0, "half_up", strict=strict))
    return Mark(rulebook.grades.on, band.lower, strict=strict)


def grade_marks(rulebook: Rulebook, grade: str) -> Iterator[tuple[Mark | None, GradeBand]]:
    """Yield the bands, worst first, one of which has to be reached for a grade or a better one; what is harder in every way is left out."""
    for band in reversed(bands_from(rulebook, grade)):
        yield band_mark(rulebook, band), band
        if band.requires is None:
            return


def place_marks(target: Target, field: Field, unit: UnitScore) -> Iterator[Mark]:
    """Yield the value that has to be reached for a place: that of the unit which has it now."""
    award = award_of(field.rulebook, str(target.value)) if target.kind == "award" else None
    place = int(target.value) if target.kind == "rank" else 0
    if award is not None and not award.passes_down:
        is_free = award.grade is None and award.minimum is None and award.requires is None
        place = award.positions or (award.quota if is_free else None) or 0
    holder = field.holder(place, [each for each in field.others(unit) if each.rank is not None]) if place else None
    on = field.rulebook.ranking.on
    if holder is not None:
        yield Mark(on, value_of(on, holder), rank=place)
    elif award is not None and (last := _last_eligible(award, field, unit)) is not None:
        yield Mark(on, value_of(on, last))


def _last_eligible(award: Award, field: Field, unit: UnitScore) -> UnitScore | None:
    """Return whom a unit has to come level with for an award among those who meet its demands, as long as these stay the same."""
    places = [each for each in (award.quota, award.positions) if each is not None]
    among = [each for each in field.others(unit) if each.who in field.eligible(award)]
    if not places or min(places) < 1 or len(among) < min(places) or moves_others(award, field, unit):
        return None
    return among[min(places) - 1]


def moves_others(award: Award, field: Field, unit: UnitScore) -> bool:
    """Return whether what others have, besides their place, can move with the unit: points by comparison, grades by quotas."""
    grades = field.rulebook.grades
    has_quota = award.grade is not None and grades is not None and any(each.quota is not None for each in grades.bands)
    return has_quota or bool(field.books.plan(unit).extremes)


def line_of(rulebook: Rulebook, mark: Mark) -> Line:
    """Return what a published value demands of a unit's points before rounding."""
    places = None if mark.measured == "exact" else rulebook.rounding.total
    exact = unrounded(mark.value, places, rulebook.rounding.mode, strict=mark.strict)
    scale = rulebook.scale
    if mark.measured == "percent" or (scale.out_of is None and scale.result == "percent"):
        return Line(share=exact / HUNDRED, rank=mark.rank)
    return Line(exact, rank=mark.rank) if scale.out_of is None else Line(share=exact / scale.out_of, rank=mark.rank)


def unrounded(value: Fraction, places: int | None, mode: RoundingMode, *, strict: bool = False) -> Fraction:
    """Return a bound that every number has reached which, rounded, is at least ``value`` (``strict``: above it).

    >>> unrounded(Fraction(80), 2, "half_up"), unrounded(Fraction(80), None, "half_up")
    (Fraction(15999, 200), Fraction(80, 1))
    """
    if places is None:
        return value
    grain = Fraction(1, 10**places)
    least = (math.floor(value / grain) + 1 if strict else math.ceil(value / grain)) * grain
    if mode in {"half_up", "half_even"}:
        return least - grain / 2
    if mode == "down":
        return least if least > 0 else least - grain
    return least - grain if least > 0 else least
