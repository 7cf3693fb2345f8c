"""Every published total has a grade as printed, and every grade can be had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ictscore.exact import round_fraction
from ictscore.proofs.bands import case_of_band
from ictscore.proofs.checks.reasons import in_all, why_not
from ictscore.proofs.conditions import can_be, holds_always, not_decided
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Example
from ictscore.proofs.units import best_unit, unit_with_total
from ictscore.rulebook.results import GradeBand, Grades
from ictscore.words import N_, Phrase, phrase, word


def check_grades(this: Study) -> Iterator[Doubt]:
    """Yield totals that stand in no printed range, grades that nobody can get, conditions that decide nothing, quotas of nobody."""
    grades = this.draft.rulebook.grades
    if grades is None:
        return
    yield from _holes(this, grades)
    for index, band in enumerate(grades.bands):
        yield from _out_of_reach(this, grades, index, band)
        yield from _quota(this, index, band)


def _holes(this: Study, grades: Grades) -> Iterator[Doubt]:
    """Yield the gaps between printed bounds into which a published total can fall; whole totals fall into no gap of whole bounds."""
    if grades.between_bounds is not None:
        return
    for index, (upper, lower) in enumerate(zip(grades.bands, grades.bands[1:], strict=False)):
        if upper.lower is None or lower.to is None or lower.to >= upper.lower:
            continue
        value = _inside(lower.to, upper.lower, this.draft.rulebook.rounding.total)
        if value is None:
            continue
        example = _unit_between(this, grades.on, lower.to, upper.lower)
        if example is not None:
            names: dict[str, Any] = {"upper": upper.name, "lower": lower.name, "low": lower.to, "high": upper.lower}
            path = ("grades", "bands", index + 1)
            yield doubt(this.draft, "RB707", path, lower.name, example, value=word(value), **names)


def _inside(low: Fraction, high: Fraction, places: int | None) -> Fraction | None:
    """Return a published total strictly between two bounds: the middle, as it is rounded, or None where rounding leaves none."""
    middle = (low + high) / 2
    if places is None:
        return middle
    value = round_fraction(middle, places)
    return next((each for each in (value, round_fraction(middle, places, "down")) if low < each < high), None)


def _unit_between(this: Study, on: str, low: Fraction, high: Fraction) -> Example | None:
    for group in this.draft.rulebook.groups:
        answers = unit_with_total(this, group, on, low, high)
        if answers is not None:
            return this.laboratory.standing(group.id, on, answers)
    return None


def _out_of_reach(this: Study, grades: Grades, index: int, band: GradeBand) -> Iterator[Doubt]:
    """Yield a grade no total reaches, or whose condition never holds or always does; one that a knockout gives can be had anyway."""
    if any(each.grade == band.name for each in this.draft.rulebook.knockouts):
        return
    cases = [case_of_band(this, grades, index, group.id) for group in this.draft.rulebook.groups]
    ends = [can_be(this, each).outcome for each in cases]
    path = ("grades", "bands", index)
    if all(end == "never" for end in ends):
        own = [why_not(this, each, band.requires, grades.on) for each in cases]
        reason = in_all(this, cases, band.requires, grades.on, own)
        yield doubt(this.draft, "RB708", path, band.name, _best(this, grades.on), grade=band.name, reason=reason)
    elif band.requires is not None:
        reached = [replace(each, conditions=(band.requires,)) for each in cases if not each.is_out_of_reach]
        if all(holds_always(this, each) for each in reached):
            yield doubt(this.draft, "RB728", (*path, "requires"), band.name, _best(this, grades.on), grade=band.name)
        elif "shown" not in ends and any(each.conditions for each in cases):
            yield not_decided(this, (*path, "requires"), band.name, phrase(N_("the condition of grade “{grade}”"), grade=band.name))


def _best(this: Study, on: str) -> Example:
    """Return the best unit there is, of the group where it has most."""
    found = [this.laboratory.standing(group.id, on, best_unit(this, group)) for group in this.draft.rulebook.groups]
    return max(found, key=lambda each: each.result if isinstance(each.result, Fraction) else Fraction(0))


def _quota(this: Study, index: int, band: GradeBand) -> Iterator[Doubt]:
    """Yield quotas that leave nobody in a group of known size."""
    if band.quota is None:
        return
    for group in this.draft.rulebook.groups:
        units = len(group.members) - len(group.excluded) if group.members else group.unit_count
        if units is not None and int(units * band.quota.share) == 0:
            share: Phrase = phrase("{percent} %", percent=band.quota.share * 100)
            values: dict[str, Any] = {"units": units, "places": 0, "grade": band.name, "share": share}
            yield doubt(this.draft, "RB719", ("grades", "bands", index, "quota"), band.name, **values)
            return
