"""What people should look at in a result: rules without a value, points out of bounds, ties nobody broke, awards left open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ictscore.findings import Finding, finding
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.records import CriterionScore, GroupScore, UnitScore
from ictscore.scoring.said import Said, seen_in
from ictscore.words import N_, phrase

STAGE_NAMES: dict[StageId, str] = {"self": N_("self-assessment"), "appraised": N_("appraisal"), "council": N_("council")}


def doubts_about(rulebook: Rulebook, group: GroupScore, said: Said) -> Iterator[Finding]:
    """Yield the findings about one group's result; ``said`` gives the answers that points hang on."""
    for unit in group.units:
        for score in unit.criteria:
            if score.criterion.formula is not None:
                yield from _about_criterion(rulebook, unit, score, said)
        for knockout in unit.unjudged:
            yield finding("SC108", unit.place, unit=unit.unit, knockout=knockout)
        if not unit.max_points:
            yield finding("SC103", unit.place, unit=unit.unit)
        if rulebook.grades is not None and unit.grade is None:
            yield finding("SC104", unit.place, unit=unit.unit, total=unit.total)
    yield from _about_ties(rulebook, group)
    yield from _about_awards(group)


def _about_criterion(rulebook: Rulebook, unit: UnitScore, score: CriterionScore, said: Said) -> Iterator[Finding]:
    values: dict[str, Any] = {"unit": unit.unit, "criterion": score.criterion.id, "name": score.criterion.name}
    if score.status == "error":
        seen = seen_in(said(unit, score), rulebook.answers)
        place, *others = seen.places or (unit.place,)
        reason = score.reason if str(score.reason or "") else phrase("no reason is given")
        yield finding("SC101", place, related=others, reason=reason, read=seen.read, **values)
    elif score.status == "missing" and not any(rulebook.answers[name].required for name in score.about if name in rulebook.answers):
        yield finding("SC102", unit.place, answers=score.about, **values)
    if score.computed is not None and score.computed != score.exact:
        stage = phrase(STAGE_NAMES[score.given_by]) if score.given_by is not None else ""
        place, *_ = seen_in(said(unit, score), rulebook.answers).places or (unit.place,)
        yield finding("SC107", place, given=score.exact, computed=score.computed, stage=stage, **values)


def _about_ties(rulebook: Rulebook, group: GroupScore) -> Iterator[Finding]:
    if rulebook.ranking.style != "ordinal" and not rulebook.ranking.tie_breaks:
        return
    by_rank: dict[tuple[str | None, int], list[UnitScore]] = {}
    for unit in group.units:
        if unit.rank is not None and unit.tied:
            by_rank.setdefault((unit.parent if group.group.ranked_within else None, unit.rank), []).append(unit)
    for (_, rank), tied in by_rank.items():
        yield finding("SC105", tied[0].place, group=group.group.name, rank=rank, units=tuple(each.unit for each in tied))


def _about_awards(group: GroupScore) -> Iterator[Finding]:
    open_awards: dict[str, list[str]] = {}
    for unit in group.units:
        for result in unit.awards:
            if result.undecided:
                open_awards.setdefault(result.award.name, []).append(unit.unit)
    for name, units in open_awards.items():
        yield finding("SC106", group=group.group.name, award=name, units=tuple(units))
