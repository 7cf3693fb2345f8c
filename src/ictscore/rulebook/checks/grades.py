"""Grade bands cover every total once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ictscore.findings import Finding
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.results import GradeBand, Grades


def check_grades(draft: Draft) -> Iterator[Finding]:
    """Yield gaps and overlaps between bands, and a missing band for the rest (archetype K2)."""
    grades = draft.rulebook.grades
    if grades is None:
        return
    for index, (upper, lower) in enumerate(zip(grades.bands, grades.bands[1:], strict=False)):
        yield from _between(draft, grades, index, upper, lower)
    yield from _beyond_reach(draft, grades)
    last = grades.bands[-1]
    lowest = min((each.min_points for each in draft.rulebook.all_criteria()), default=0)
    if last.requires is not None or (last.lower is not None and (last.lower > 0 or last.above is not None or lowest < 0)):
        yield draft.find("RB309", ("grades", "bands", len(grades.bands) - 1))


def _beyond_reach(draft: Draft, grades: Grades) -> Iterator[Finding]:
    """Yield bands that begin above anything a unit can reach."""
    rulebook = draft.rulebook
    high = max(rulebook.max_points_of(group.id) for group in rulebook.groups)
    bonus = max((each.max_points for each in rulebook.bonus.criteria), default=0) * len(rulebook.bonus.criteria) if rulebook.bonus else 0
    most = high + (rulebook.bonus.max_points or bonus if rulebook.bonus else 0)
    if grades.on == "percent" or rulebook.scale.result == "percent":
        most = most / high * 100 if high else most
    elif rulebook.scale.out_of is not None:
        most = most / high * rulebook.scale.out_of if high else most
    for index, band in enumerate(grades.bands):
        if band.lower is not None and band.lower > most:
            yield draft.find("RB313", ("grades", "bands", index), grade=band.name, value=band.lower, high=most)


WHOLE_STEP = 1
"""Printed bounds are whole numbers mostly: 84 and 85 are neighbours, and what lies between them is a matter of how they are read."""


def _between(draft: Draft, grades: Grades, index: int, upper: GradeBand, lower: GradeBand) -> Iterator[Finding]:
    path = ("grades", "bands", index + 1)
    names: dict[str, Any] = {"upper": upper.name, "lower": lower.name}
    if upper.lower is None:
        if upper.requires is None:
            yield draft.find("RB304", path, low="−∞", **names)
        return
    if lower.lower is not None and lower.lower >= upper.lower and upper.requires is None:
        yield draft.find("RB304", path, low=lower.lower, **names)
    elif lower.to is not None and lower.to > upper.lower:
        yield draft.find("RB304", path, low=upper.lower, **names)
    elif lower.to is not None and lower.to < upper.lower and grades.between_bounds is None:
        yield draft.find("RB303", path, low=lower.to, high=upper.lower, **names)
    elif lower.to is not None and upper.lower - lower.to > WHOLE_STEP:
        yield draft.find("RB314", path, low=lower.to, high=upper.lower, **names)
