"""Awards can be won, have no more places than there are units, and say what a tie at the cut does; knockouts can hold and can fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.bands import case_of_band
from ictscore.proofs.boxes import Outcome
from ictscore.proofs.checks.reasons import Reasons, in_all, never_holds, why_not
from ictscore.proofs.conditions import Case, can_be, holds_always, not_decided
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Example
from ictscore.proofs.units import best_unit
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import applies
from ictscore.rulebook.results import Award
from ictscore.words import N_, Phrase, phrase


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
    cases = [_cases(this, group, award) for group in groups if group.ranked]
    ends = [_end(this, each) for each in cases]
    path = ("awards", index)
    if groups and all(end == "never" for end in ends):
        yield doubt(this.draft, "RB709", path, award.id, _best(this, groups), award=award.name, reason=_reasons(this, award, groups))
    elif award.requires is not None and "shown" not in ends:
        yield not_decided(this, (*path, "requires"), award.id, phrase(N_("the condition of award “{award}”"), award=award.name))


def _cases(this: Study, group: Group, award: Award) -> list[Case]:
    """Return what a unit that can win is like: one case, or one for each grade that is good enough."""
    grades, standing = this.draft.rulebook.grades, this.standings[group.id]
    cases = [Case(group.id, (), standing.total, standing.percent)]
    if grades is not None and award.grade is not None and not _is_given_by_knockout(this, award):
        cases = [case_of_band(this, grades, index, group.id) for index in range(grades.position(award.grade) + 1)]
    least = Range(low=award.minimum)
    own = () if award.requires is None else (award.requires,)
    return [replace(each, total=each.total.meet(least), conditions=(*each.conditions, *own)) for each in cases]


def _end(this: Study, cases: list[Case]) -> Outcome:
    ends = [can_be(this, each).outcome for each in cases]
    return "shown" if "shown" in ends else "open" if "open" in ends else "never"


def _reasons(this: Study, award: Award, groups: list[Group]) -> Reasons:
    """Return why no unit can win, which is proved: one reason for all groups, or each of them with its own."""
    ranked = [each for each in groups if each.ranked]
    unranked = tuple(phrase(N_("group {group} is not ranked"), group=each.id) for each in groups if not each.ranked)
    if not ranked:
        return unranked if len(unranked) > 1 else unranked[0]
    tried = [_cases(this, each, award) for each in ranked]
    reached = [next((each for each in cases if not each.is_out_of_reach), cases[0]) for cases in tried]
    found = in_all(this, reached, award.requires, "total", [_why_not(this, award, cases) for cases in tried])
    return (*unranked, *(found if isinstance(found, tuple) else (found,))) if unranked else found


def _why_not(this: Study, award: Award, cases: list[Case]) -> Phrase:
    """Return why no unit of the group can win, which is proved."""
    case = next((each for each in cases if not each.is_out_of_reach), cases[0])
    if case.is_out_of_reach or award.grade is None or never_holds(this, case.group, award.requires):
        return why_not(this, case, award.requires, "total")
    if _end(this, _cases(this, this.draft.rulebook.group(case.group), award.model_copy(update={"requires": None}))) == "never":
        return phrase(N_("no unit can get grade “{grade}” or a better one"), grade=award.grade)
    return phrase(N_("no unit that gets grade “{grade}” meets what else it demands"), grade=award.grade)


def _best(this: Study, groups: list[Group]) -> Example:
    """Return the best unit there is, of the group where it has most."""
    found = [this.laboratory.standing(group.id, "total", best_unit(this, group)) for group in groups]
    return max(found, key=lambda each: each.result if isinstance(each.result, Fraction) else Fraction(0))


def _is_given_by_knockout(this: Study, award: Award) -> bool:
    """Return whether a knockout gives a grade that is good enough, whatever the total."""
    rulebook = this.draft.rulebook
    if rulebook.grades is None or award.grade is None:
        return False
    least = rulebook.grades.position(award.grade)
    return any(each.grade is not None and rulebook.grades.position(each.grade) <= least for each in rulebook.knockouts)


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
        cases = [Case(group.id, (knockout.when,)) for group in groups]
        ends = [can_be(this, each).outcome for each in cases]
        path = ("knockouts", index, "when")
        if cases and all(end == "never" for end in ends):
            yield doubt(this.draft, "RB712", path, knockout.id, _shown(this, groups[0]), knockout=knockout.name)
        elif cases and all(holds_always(this, each) for each in cases):
            yield doubt(this.draft, "RB713", path, knockout.id, _shown(this, groups[0]), knockout=knockout.name)
        elif cases and "shown" not in ends:
            yield not_decided(this, path, knockout.id, phrase(N_("the condition of knockout “{knockout}”"), knockout=knockout.name))


def _shown(this: Study, group: Group) -> Example:
    """Return the best unit with its grade, which the knockout does not touch, or always does; told by its total."""
    answers = best_unit(this, group)
    shows = "grade" if this.draft.rulebook.grades is not None else "total"
    return this.laboratory.standing(group.id, shows, answers)
