"""Groups, grades and archetypes of structure that are named exist."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ictscore.expr.nodes import PointsOf
from ictscore.findings import Finding
from ictscore.formulas.of_members import OfMembersFormula
from ictscore.nearest import did_you_mean
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft, Path
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Award, GradeBand, Knockout
from ictscore.words import N_, phrase

_GROUP_LISTS = ("applies_to", "groups", "ask")


def check_references(draft: Draft) -> Iterator[Finding]:
    """Yield groups and grades that do not exist, and points taken from criteria that another group is judged by."""
    for path, part in draft.parts():
        yield from _check_groups(draft, path, part)
        yield from _check_grades(draft, path, part)
        if isinstance(part, Criterion):
            yield from _check_reach(draft, path, part)


def _check_groups(draft: Draft, path: Path, part: BaseModel) -> Iterator[Finding]:
    known = tuple(group.id for group in draft.rulebook.groups)
    for name in _GROUP_LISTS:
        value = getattr(part, name, ()) if path else ()
        for index, group in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(group, str) and group not in known:
                yield _unknown(draft, (*path, name, index), N_("group"), group, known)
    if isinstance(part, OfMembersFormula):
        if part.group not in known:
            yield _unknown(draft, (*path, "group"), N_("group"), part.group, known)
        if part.of != "total" and part.of not in draft.rulebook.answers:
            near = did_you_mean(part.of, draft.rulebook.answers)
            yield draft.find("RB201", (*path, "of"), read=part.of, nearest=near)


def _check_grades(draft: Draft, path: Path, part: BaseModel) -> Iterator[Finding]:
    grades = tuple(band.name for band in draft.rulebook.grades.bands) if draft.rulebook.grades else ()
    if isinstance(part, (Award, Knockout)) and part.grade is not None and part.grade not in grades:
        yield _unknown(draft, (*path, "grade"), N_("grade"), part.grade, grades)
    if isinstance(part, GradeBand) and part.quota is not None and part.quota.of not in grades:
        yield _unknown(draft, (*path, "quota", "of"), N_("grade"), part.quota.of, grades)


def _check_reach(draft: Draft, path: Path, criterion: Criterion) -> Iterator[Finding]:
    if criterion.formula is None:
        return
    wanted = {node.id for node in criterion.formula.to_expr(criterion.bounds).walk() if isinstance(node, PointsOf)}
    if not wanted:
        return
    for group in draft.rulebook.groups:
        here = {each.id for each in draft.rulebook.criteria_of(group.id)}
        if criterion.id in here and applies(criterion.applies_to, group.id):
            for name in sorted(wanted - here):
                yield draft.find("RB209", (*path, "formula"), what=phrase(N_("criterion")), read=name, group=group.id)


def _unknown(draft: Draft, path: Path, what: str, read: str, known: tuple[str, ...]) -> Finding:
    return draft.find("RB202", path, what=phrase(what), read=read, nearest=did_you_mean(read, known), known=known)
