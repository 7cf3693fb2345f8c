"""Every published total has a grade as printed, and every grade can be had."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ictscore.exact import round_fraction
from ictscore.expr.intervals.possible import EITHER
from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.conditions import possible_of
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


def _reaches(band: GradeBand) -> Range:
    return Range(band.lower, None, low_open=band.above is not None)


def _out_of_reach(this: Study, grades: Grades, index: int, band: GradeBand) -> Iterator[Doubt]:
    """Yield a grade no total reaches, or whose condition never holds or always does; one that a knockout gives can be had anyway."""
    if any(each.grade == band.name for each in this.draft.rulebook.knockouts):
        return
    overflows = index > 0 and grades.bands[index - 1].quota is not None
    reasons, always = [], []
    for group in this.draft.rulebook.groups:
        standing = this.standings[group.id]
        within = standing.total if grades.on == "total" else standing.percent
        if grades.between_bounds == "round_first" and within.high is not None:
            within = Range(within.low, round_fraction(within.high, 0, "up"))
        met = within.meet(_reaches(band))
        if met.is_empty:
            reasons.append(phrase(N_("no total passes {most}"), most=word(within.high)))
            continue
        truths = _truths(this, grades, group.id, band, met)
        if truths is not None and True not in truths and not overflows:
            reasons.append(phrase(N_("its condition never holds")))
        always.append(truths == frozenset({True}))
    path = ("grades", "bands", index)
    if len(reasons) == len(this.draft.rulebook.groups):
        yield doubt(this.draft, "RB708", path, band.name, _best(this, grades.on), grade=band.name, reason=reasons[0])
    elif always and all(always):
        yield doubt(this.draft, "RB728", (*path, "requires"), band.name, _best(this, grades.on), grade=band.name)


def _truths(this: Study, grades: Grades, group: str, band: GradeBand, met: Range) -> frozenset[bool] | None:
    if band.requires is None:
        return None
    exact = grades.between_bounds != "round_first"
    known = {"total": met} if grades.on == "total" else {"percent": met}
    found = possible_of(this, group, band.requires, **(known if exact else {}))
    return found.truths | (EITHER if found.blanks else frozenset())


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
