"""Maxima add up: parts to their criterion, criteria to their section, sections to the group's maximum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ictscore.findings import Finding
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft
from ictscore.rulebook.model import applies


def check_sums(draft: Draft) -> Iterator[Finding]:
    """Yield every sum of maxima that differs from the maximum declared above it, for any group."""
    for path, part in draft.parts():
        if isinstance(part, Criterion) and part.parts:
            for identifier in _groups_of(draft, part):
                found = _sum(each for each in part.parts if applies(each.applies_to, identifier))
                if found != part.max_points:
                    yield draft.find("RB301", (*path, "max_points"), found=found, what=part.id, declared=part.max_points)
                    break
    told: set[str] = set()
    for group_index, group in enumerate(draft.rulebook.groups):
        yield from _check_group(draft, group_index, group.id, told)


def _groups_of(draft: Draft, criterion: Criterion) -> list[str]:
    return [group.id for group in draft.rulebook.groups if any(each.id == criterion.id for each in draft.rulebook.criteria_of(group.id))]


def _check_group(draft: Draft, group_index: int, group: str, told: set[str]) -> Iterator[Finding]:
    """Yield what does not add up for a group; a section is ``told`` once, though it may be wrong for several."""
    total = Fraction(0)
    for section, criteria in draft.rulebook.sections_of(group):
        found = _sum(criteria)
        total += found
        if section.max_points is not None and found != section.max_points and section.id not in told:
            told.add(section.id)
            index = draft.rulebook.sections.index(section)
            yield draft.find("RB301", ("sections", index, "max_points"), found=found, what=section.id, declared=section.max_points)
    declared = draft.rulebook.group(group).max_points or draft.rulebook.scale.max_points
    if declared is None:
        yield draft.find("RB310", ("groups", group_index), group=group)
    elif total != declared:
        yield draft.find("RB302", ("groups", group_index), group=group, found=total, declared=declared)


def _sum(criteria: Iterable[Criterion]) -> Fraction:
    return sum((each.max_points for each in criteria), Fraction(0))
