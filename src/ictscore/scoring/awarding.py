"""Awards: who is proposed, and where a tie at the cut leaves it open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ictscore.expr.evaluate import evaluate
from ictscore.expr.scope import Scope
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Award, Grades
from ictscore.scoring.records import AwardResult, UnitScore
from ictscore.survey.labels.unit_names import Who


def give_awards(rulebook: Rulebook, group: str, units: Sequence[UnitScore], scope_of: Callable[[Who], Scope]) -> list[UnitScore]:
    """Return the units of a group, best first, with the awards they are proposed for."""
    result = list(units)
    for award in rulebook.awards:
        if applies(award.groups, group):
            winners = _winners(award, rulebook, result, scope_of)
            result = [replace(each, awards=(*each.awards, winners[each.who])) if each.who in winners else each for each in result]
    return result


def _winners(award: Award, rulebook: Rulebook, units: list[UnitScore], scope_of: Callable[[Who], Scope]) -> dict[Who, AwardResult]:
    ranked = [each for each in units if each.rank is not None]
    eligible = [each for each in ranked if is_eligible(award, rulebook.grades, each, scope_of(each.who))]
    if award.positions is not None:
        eligible = [each for each in eligible if _position(award, each, eligible) <= award.positions]
    return _within_limit(award, eligible, _limit(award, rulebook.ranking.style))


def is_eligible(award: Award, grades: Grades | None, unit: UnitScore, scope: Scope) -> bool:
    """Return whether a unit meets what an award demands besides a place."""
    if award.grade is not None and grades is not None and not _has_grade(grades, unit, award.grade):
        return False
    if award.minimum is not None and unit.total < award.minimum:
        return False
    return award.requires is None or evaluate(award.requires, scope).value is True


def _has_grade(grades: Grades, unit: UnitScore, least: str) -> bool:
    return unit.grade is not None and grades.position(unit.grade) <= grades.position(least)


def _position(award: Award, unit: UnitScore, eligible: list[UnitScore]) -> int:
    """Return the place that counts: the rank, or where places pass down the rank among those who are eligible."""
    assert unit.rank is not None
    if not award.passes_down:
        return unit.rank
    return 1 + sum(1 for each in eligible if each.rank is not None and each.rank < unit.rank)


def _limit(award: Award, style: str) -> int | None:
    """Return how many units may get it: the quota, else one for each position; dense ranks skip none, so there each rank has room."""
    if award.quota is not None or style == "dense":
        return award.quota
    return award.positions


def _within_limit(award: Award, eligible: list[UnitScore], limit: int | None) -> dict[Who, AwardResult]:
    """Return the winners; a tie that crosses the limit is decided as ``ties`` says (archetype W4)."""
    if limit is None or len(eligible) <= limit:
        return {each.who: AwardResult(award) for each in eligible}
    if limit == 0:
        return {}
    cut = eligible[limit - 1].rank
    crossing = eligible[limit].rank == cut
    sure = [each for each in eligible[:limit] if each.rank != cut or not crossing]
    tied = [each for each in eligible if each.rank == cut] if crossing else []
    winners = {each.who: AwardResult(award) for each in sure}
    if award.ties != "none":
        winners |= {each.who: AwardResult(award, undecided=award.ties == "ask") for each in tied}
    return winners
