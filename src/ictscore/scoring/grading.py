"""Grades: the band a total falls in, what else a band demands, how many may have it, and what forces one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.evaluate import evaluate
from ictscore.expr.scope import Scope
from ictscore.expr.values import Blank
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import GradeBand, Grades, Knockout
from ictscore.scoring.ranking import Key
from ictscore.scoring.records import UnitScore

Order = Callable[[UnitScore], Key]


def knockouts_of(rulebook: Rulebook, group: str, scope: Scope) -> tuple[tuple[Knockout, ...], tuple[Knockout, ...]]:
    """Return the knockouts whose condition holds for the unit in ``scope``, and those that cannot be judged for want of an answer."""
    asked = [(each, evaluate(each.when, scope).value) for each in rulebook.knockouts if applies(each.applies_to, group)]
    hold = tuple(each for each, value in asked if value is True)
    return hold, tuple(each for each, value in asked if isinstance(value, Blank) and value.kind != "not_applicable")


def grade_of(rulebook: Rulebook, unit: UnitScore, knockouts: Sequence[Knockout], scope: Scope) -> str | None:
    """Return the unit's grade before quotas, or None in a rulebook without grades.

    A knockout's grade holds whatever the total; of several the lowest.
    """
    grades = rulebook.grades
    if grades is None:
        return None
    forced = [each.grade for each in knockouts if each.grade is not None]
    if forced:
        return max(forced, key=grades.position)
    value = _graded_value(grades, unit)
    for band in grades.bands:
        if _reaches(band, value) and (band.requires is None or evaluate(band.requires, scope).value is True):
            return band.name
    return None


def _graded_value(grades: Grades, unit: UnitScore) -> Fraction:
    value = unit.total if grades.on == "total" else unit.percent
    return round_fraction(value, 0) if grades.between_bounds == "round_first" else value


def _reaches(band: GradeBand, value: Fraction) -> bool:
    if band.above is not None:
        return value > band.above
    return band.from_ is None or value >= band.from_


def apply_quotas(rulebook: Rulebook, units: Sequence[UnitScore], order: Order) -> list[UnitScore]:
    """Return the units of one group with the grades that quotas leave them, best band first."""
    result = list(units)
    grades = rulebook.grades
    if grades is None:
        return result
    for position, band in enumerate(grades.bands[:-1]):
        if band.quota is not None:
            result = _limit(grades, position, band, result, order)
    return result


def _limit(grades: Grades, position: int, band: GradeBand, units: list[UnitScore], order: Order) -> list[UnitScore]:
    """Return ``units`` with the surplus of a band moved to the next one, the lowest first (archetype K8)."""
    assert band.quota is not None
    reference = grades.position(band.quota.of)
    eligible = [each for each in units if each.grade is not None and grades.position(each.grade) <= reference]
    places = int(len(eligible) * band.quota.share)
    holders = sorted((each for each in units if each.grade == band.name), key=order, reverse=True)
    if len(holders) <= places:
        return units
    last, first_out = (order(holders[places - 1]) if places else None), order(holders[places])
    tie_stays = last == first_out and band.quota.ties == "in"
    stay = [each for each in holders if order(each) > first_out or (tie_stays and order(each) == first_out)]
    kept = {each.who for each in stay}
    below = grades.bands[position + 1].name
    return [replace(each, grade=below) if each.grade == band.name and each.who not in kept else each for each in units]
