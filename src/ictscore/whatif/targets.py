"""What is to be reached: points, a grade, a rank or an award; whether a unit has it, and the value it takes at least."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.exact import RoundingMode
from ictscore.expr.nodes import Expr
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Award, GradeBand
from ictscore.scoring.records import UnitScore

HUNDRED = Fraction(100)
Measured = Literal["total", "exact", "percent"]


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of target and what was asked for: points as a number, a rank, the name of a grade, the id of an award."""

    kind: Literal["points", "grade", "rank", "award"]
    value: Fraction | int | str


@dataclass(frozen=True, slots=True)
class Mark:
    """A value as it is published that a unit has to come to (``strict``: to pass), and the place it stands for, if it is one."""

    measured: Measured
    value: Fraction
    strict: bool = False
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A necessary condition, in points: at least ``need`` of them, or (``share``) that part of the maximum that applies.

    ``rank`` is the place that must be taken, where that is what sets the line.
    """

    need: Fraction = Fraction(0)
    share: Fraction = Fraction(0)
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on answers: one of ``any_of`` holds, or (``forbidden``) none does."""

    any_of: tuple[Expr, ...]
    forbidden: bool = False


def reached(target: Target, rulebook: Rulebook, unit: UnitScore) -> bool:
    """Return whether a unit has what is to be reached; an award left open by a tie is not had."""
    match target.kind:
        case "points":
            return unit.total >= Fraction(target.value)
        case "rank":
            return unit.rank is not None and unit.rank <= int(target.value)
        case "award":
            return any(each.award.id == target.value and not each.undecided for each in unit.awards)
    grades = rulebook.grades
    return grades is not None and unit.grade is not None and grades.position(unit.grade) <= grades.position(str(target.value))


def lines(target: Target, rulebook: Rulebook, others: Sequence[UnitScore]) -> tuple[Line, ...]:
    """Return what must hold of a unit's points for the target to be reached, as far as it can be said in points."""
    return tuple(_line(rulebook, each) for each in marks(target, rulebook, others))


def marks(target: Target, rulebook: Rulebook, others: Sequence[UnitScore]) -> tuple[Mark, ...]:
    """Return the values a unit has to come to, as they are published."""
    return tuple(_marks(target, rulebook, others))


def _marks(target: Target, rulebook: Rulebook, others: Sequence[UnitScore]) -> Iterator[Mark]:
    match target.kind:
        case "points":
            yield Mark("total", Fraction(target.value))
        case "grade":
            yield from _grade_marks(rulebook, str(target.value))
        case "rank":
            yield from _rank_marks(rulebook, int(target.value), others)
        case "award":
            yield from _award_marks(rulebook, award_of(rulebook, str(target.value)), others)


def award_of(rulebook: Rulebook, identifier: str) -> Award:
    """Return the award with this id."""
    return next(each for each in rulebook.awards if each.id == identifier)


def bands_from(rulebook: Rulebook, grade: str) -> tuple[GradeBand, ...]:
    """Return the bands of a grade and of all better ones, best first."""
    assert rulebook.grades is not None
    return rulebook.grades.bands[: rulebook.grades.position(grade) + 1]


def _grade_marks(rulebook: Rulebook, grade: str) -> Iterator[Mark]:
    assert rulebook.grades is not None
    lowest = bands_from(rulebook, grade)[-1]
    if lowest.lower is None:
        return
    strict = lowest.above is not None
    if rulebook.grades.between_bounds == "round_first":
        yield Mark(rulebook.grades.on, unrounded(lowest.lower, 0, "half_up", strict=strict))
    else:
        yield Mark(rulebook.grades.on, lowest.lower, strict=strict)


def _rank_marks(rulebook: Rulebook, rank: int, others: Sequence[UnitScore]) -> Iterator[Mark]:
    values = sorted((value_of(rulebook.ranking.on, each) for each in others if each.rank is not None), reverse=True)
    if rulebook.ranking.style == "dense":
        values = sorted(set(values), reverse=True)
    if len(values) >= rank:
        yield Mark(rulebook.ranking.on, values[rank - 1], rank=rank)


def _award_marks(rulebook: Rulebook, award: Award, others: Sequence[UnitScore]) -> Iterator[Mark]:
    if award.grade is not None and rulebook.grades is not None:
        yield from _grade_marks(rulebook, award.grade)
    if award.minimum is not None:
        yield Mark("total", award.minimum)
    if award.passes_down:
        return
    if award.positions is not None:
        yield from _rank_marks(rulebook, award.positions, others)
    elif award.quota and award.grade is None and award.minimum is None and award.requires is None:
        yield from _rank_marks(rulebook, award.quota, others)


def value_of(measured: Measured, unit: UnitScore) -> Fraction:
    """Return the value of a unit that ranks or grades are made by."""
    return {"total": unit.total, "exact": unit.exact_total, "percent": unit.percent}[measured]


def _line(rulebook: Rulebook, mark: Mark) -> Line:
    """Return what a value of a unit demands of its points before rounding."""
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


def needs(target: Target, rulebook: Rulebook, group: str) -> tuple[Need, ...]:
    """Return the conditions that must hold, or must not, whatever the points."""
    return tuple(_needs(target, rulebook, group))


def _needs(target: Target, rulebook: Rulebook, group: str) -> Iterator[Need]:
    award = award_of(rulebook, str(target.value)) if target.kind == "award" else None
    grade = str(target.value) if target.kind == "grade" else award.grade if award is not None else None
    ranked = target.kind == "rank" or award is not None
    if award is not None and award.requires is not None:
        yield Need((award.requires,))
    grades = rulebook.grades
    for knockout in rulebook.knockouts:
        worse = grade is not None and grades is not None and knockout.grade is not None
        too_low = worse and grades is not None and grades.position(str(knockout.grade)) > grades.position(str(grade))
        if applies(knockout.applies_to, group) and (too_low or (ranked and knockout.unranked)):
            yield Need((knockout.when,), forbidden=True)
    if grade is not None and grades is not None:
        required = [each.requires for each in bands_from(rulebook, grade)]
        if all(each is not None for each in required):
            yield Need(tuple(each for each in required if each is not None))
