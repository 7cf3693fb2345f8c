"""Awards can be won, have no more places than there are units, and say what a tie at the cut does; knockouts can hold and can fail."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ictscore.expr.intervals.ranges import Range
from ictscore.expr.nodes import Expr
from ictscore.proofs.conditions import truths_of
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Example
from ictscore.proofs.units import best_unit
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Award, Grades
from ictscore.words import N_, Phrase, phrase, word


def check_awards(this: Study) -> Iterator[Doubt]:
    """Yield awards nobody can win, with too many places, without a rule for ties, or with a minimum that decides nothing."""
    for index, award in enumerate(this.draft.rulebook.awards):
        yield from _winnable(this, index, award)
        yield from _places(this, index, award)
        if (award.positions or award.quota) is not None and "ties" not in award.model_fields_set:
            yield doubt(this.draft, "RB711", ("awards", index), award.id, award=award.name)
        yield from _idle_minimum(this, index, award)


def _groups(this: Study, groups: tuple[str, ...]) -> list[Group]:
    return [each for each in this.draft.rulebook.groups if applies(groups, each.id)]


def _winnable(this: Study, index: int, award: Award) -> Iterator[Doubt]:
    groups = _groups(this, award.groups)
    reasons = [reason for group in groups if (reason := _why_not(this, group, award)) is not None]
    if groups and len(reasons) == len(groups):
        group = groups[0]
        best = this.laboratory.standing(group.id, "total", best_unit(this, group))
        yield doubt(this.draft, "RB709", ("awards", index), award.id, best, award=award.name, reason=reasons[0])


def _why_not(this: Study, group: Group, award: Award) -> Phrase | None:
    """Return why no unit of the group can win, where that is proved."""
    rulebook, standing = this.draft.rulebook, this.standings[group.id]
    if not group.ranked:
        return phrase(N_("group {group} is not ranked"), group=group.id)
    total, percent = standing.total, standing.percent
    lower = None if _is_given_by_knockout(this, award) else _lower(rulebook.grades, award.grade)
    if award.grade is not None and rulebook.grades is not None and rulebook.grades.on == "total":
        total = total.meet(Range(low=lower))
    elif award.grade is not None:
        percent = percent.meet(Range(low=lower))
    if award.minimum is not None:
        total = total.meet(Range(low=award.minimum))
    if total.is_empty or percent.is_empty:
        return phrase(N_("no total passes {most}"), most=word(standing.total.high))
    if award.requires is not None and True not in truths_of(this, group.id, award.requires, total, percent):
        return phrase(N_("its condition never holds"))
    return None


def _is_given_by_knockout(this: Study, award: Award) -> bool:
    """Return whether a knockout gives a grade that is good enough, whatever the total."""
    rulebook = this.draft.rulebook
    if rulebook.grades is None or award.grade is None:
        return False
    least = rulebook.grades.position(award.grade)
    return any(each.grade is not None and rulebook.grades.position(each.grade) <= least for each in rulebook.knockouts)


def _lower(grades: Grades | None, grade: str | None) -> Fraction | None:
    """Return where the grade begins; with rounding first half a point lower."""
    if grades is None or grade is None or grades.between_bounds == "round_first":
        return None
    return grades.bands[grades.position(grade)].lower


def _places(this: Study, index: int, award: Award) -> Iterator[Doubt]:
    places = award.quota if award.quota is not None else award.positions
    for group in _groups(this, award.groups) if places is not None else ():
        known = len(group.members) if group.members else group.unit_count
        units = None if known is None else known - len(group.unranked) - len(group.excluded)
        if units is not None and places is not None and places > units:
            key = "quota" if award.quota is not None else "positions"
            values: dict[str, Any] = {"award": award.name, "places": places, "group": group.id, "units": units}
            yield doubt(this.draft, "RB710", ("awards", index, key), award.id, **values)


def _idle_minimum(this: Study, index: int, award: Award) -> Iterator[Doubt]:
    grades = this.draft.rulebook.grades
    if award.minimum is None or grades is None or award.grade is None or grades.on != "total" or grades.between_bounds == "round_first":
        return
    if _is_given_by_knockout(this, award):
        return
    # A better grade is eligible, too, but begins higher; a quota or a knockout only moves units down.
    lower = grades.bands[grades.position(award.grade)].lower
    if lower is not None and award.minimum <= lower:
        yield doubt(this.draft, "RB729", ("awards", index, "minimum"), award.id, minimum=award.minimum, award=award.name, value=lower)


def check_knockouts(this: Study) -> Iterator[Doubt]:
    """Yield knockouts that never hold, and those that always do."""
    for index, knockout in enumerate(this.draft.rulebook.knockouts):
        groups = _groups(this, knockout.applies_to)
        truths = [truths_of(this, group.id, knockout.when) for group in groups]
        if not groups:
            continue
        path = ("knockouts", index, "when")
        if all(True not in each for each in truths):
            shown = _shown(this, groups[0], knockout.when)
            yield doubt(this.draft, "RB712", path, knockout.id, shown, knockout=knockout.name)
        elif all(False not in each for each in truths):
            shown = _shown(this, groups[0], knockout.when)
            yield doubt(this.draft, "RB713", path, knockout.id, shown, knockout=knockout.name)


def _shown(this: Study, group: Group, condition: Expr) -> Example:
    """Return the best unit with its grade, which the knockout does not touch, or always does; told by its total."""
    del condition
    answers = best_unit(this, group)
    shows = "grade" if this.draft.rulebook.grades is not None else "total"
    return this.laboratory.standing(group.id, shows, answers)
