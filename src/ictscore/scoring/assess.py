"""A survey under a rulebook: every unit scored, every group ranked, graded and awarded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ictscore.findings import finding
from ictscore.garbage import collector_resting
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.awarding import give_awards
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.doubts import STAGE_NAMES, doubts_about
from ictscore.scoring.extremes import extremes_of
from ictscore.scoring.grading import apply_quotas, grade_of, knockouts_of
from ictscore.scoring.plan import GroupPlan, plan_group
from ictscore.scoring.ranking import Key, rank_units, ranking_key
from ictscore.scoring.records import Assessment, CriterionScore, GroupScore, UnitScore
from ictscore.scoring.said import Said
from ictscore.scoring.totals import Scores, settle_criteria, total_up
from ictscore.scoring.unit import Member, UnitScope, scope_of
from ictscore.survey.labels.unit_names import Who, fold_name
from ictscore.survey.submission import Answer, Submission, Survey
from ictscore.words import phrase

Progress = Callable[[int], None]


@dataclass(slots=True)
class Round:
    """What is known while a survey is scored: the scopes of all units, and the members of each unit by group."""

    rulebook: Rulebook
    survey: Survey
    stage: StageId
    progress: Progress = field(default=lambda _: None)
    scopes: dict[tuple[str, Who], UnitScope] = field(default_factory=dict)
    members: dict[str, dict[str, list[Member]]] = field(default_factory=dict)
    plans: Mapping[str, GroupPlan] = field(default_factory=dict)


def assess(
    rulebook: Rulebook,
    survey: Survey,
    stage: StageId | None = None,
    progress: Progress = lambda _: None,
    plans: Mapping[str, GroupPlan] | None = None,
) -> Assessment:
    """Return the assessment of ``survey`` at ``stage`` (default: the latest one recorded). Pure; the order of units does not matter.

    ``plans`` are those of the rulebook's groups by id, where somebody who scores often has made them already; groups without one are left
    out.
    """
    with collector_resting():
        return _assess(Round(rulebook, survey, stage or survey.latest_stage(), progress, plans=plans or {}))


def _assess(this: Round) -> Assessment:
    plans = this.plans or {group.id: plan_group(this.rulebook, group) for group in this.rulebook.groups}
    scored = {plan.group.id: _assess_group(this, plan) for plan in members_first(plans)}
    groups = tuple(scored[group.id] for group in this.rulebook.groups if group.id in scored)
    said = said_in(this, plans)
    findings = tuple(found for group in groups for found in doubts_about(this.rulebook, group, said))
    if this.stage != "self" and not this.survey.has_stage(this.stage):
        findings += (finding("SC109", stage=phrase(STAGE_NAMES[this.stage])),)
    return Assessment(groups, this.stage, findings)


def said_in(this: Round, plans: Mapping[str, GroupPlan]) -> Said:
    """Return what gives the answers that a criterion of a unit hangs on, or the points that were given for it."""
    hangs_on = {(plan.group.id, leaf.criterion.id): leaf.answers for plan in plans.values() for leaf in plan.leaves}

    def said(unit: UnitScore, score: CriterionScore) -> list[tuple[str, Answer]]:
        submission, identifier = this.scopes[unit.group, unit.who].submission, score.criterion.id
        given = submission.points_given(identifier, this.stage) if score.given_by is not None else None
        if given is not None:
            return [(identifier, given[1])]
        return [(name, submission.answer(name, this.stage)) for name in hangs_on[unit.group, identifier]]

    return said


def members_first(plans: Mapping[str, GroupPlan]) -> Iterator[GroupPlan]:
    """Yield the plans so that a group comes after those whose units are its units' members."""
    done: set[str] = set()

    def visit(identifier: str) -> Iterator[GroupPlan]:
        if identifier not in done:
            done.add(identifier)
            for each in sorted(plans[identifier].member_groups):
                yield from visit(each)
            yield plans[identifier]

    for identifier in plans:
        yield from visit(identifier)


def open_scopes(this: Round, plan: GroupPlan) -> list[UnitScope]:
    """Return the scopes of a group's units, with the group's extremes and their members filled in; excluded units are left out."""
    left_out = {fold_name(name) for name in plan.group.excluded}
    mine = [each for each in this.survey.submissions if each.group == plan.group.id and fold_name(each.unit) not in left_out]
    scopes = [scope_of(each, this.stage) for each in mine]
    unranked = {fold_name(name) for name in plan.group.unranked}
    extremes = extremes_of(plan, scopes, lambda scope: plan.group.ranked and fold_name(scope.submission.unit) not in unranked)
    for scope in scopes:
        scope.extremes = extremes
        key = fold_name(scope.submission.unit)
        scope.members = {group: by_parent.get(key, ()) for group, by_parent in this.members.items()}
        this.scopes[plan.group.id, scope.submission.who] = scope
    return scopes


def _assess_group(this: Round, plan: GroupPlan) -> GroupScore:
    scopes = open_scopes(this, plan)
    units = [score_unit(this, plan, scope) for scope in scopes]
    by_parent: dict[str, list[Member]] = {}
    for unit, scope in zip(units, scopes, strict=True):
        if unit.parent is not None:
            by_parent.setdefault(fold_name(unit.parent), []).append(Member(unit.unit, scope.values, unit.total))
    this.members[plan.group.id] = by_parent
    return rank_group(this, plan, units)


def score_unit(this: Round, plan: GroupPlan, scope: UnitScope, known: Mapping[str, CriterionScore] | None = None) -> UnitScore:
    """Return the score of one unit whose scope is open, before its group is ranked.

    ``known`` are criteria by id whose formulas need not be asked again, as ``score_leaf`` would give them.
    """
    scores: Scores = {}
    for leaf in plan.leaves:
        score = (known.get(leaf.criterion.id) if known else None) or score_leaf(leaf, scope, this.stage)
        scores[leaf.criterion.id] = score
        scope.note_points(leaf.criterion.id, leaf.above, score.points)
    settle_criteria(plan, this.rulebook, scores)
    total = total_up(plan, this.rulebook, scores)
    submission = scope.submission
    unit = UnitScore(
        unit=submission.unit,
        group=plan.group.id,
        parent=submission.parent,
        place=submission.place,
        criteria=tuple(scores[each.id] for each in plan.order),
        sections=total.sections,
        bonus=total.bonus,
        deducted=total.deducted,
        exact_total=total.exact,
        total=total.rounded,
        max_points=total.max_points,
        percent=total.percent,
    )
    this.progress(1)
    return _judge(this.rulebook, plan.group, unit, scope)


def _judge(rulebook: Rulebook, group: Group, unit: UnitScore, scope: UnitScope) -> UnitScore:
    """Return the unit with its knockouts and its grade before quotas, and tell the scope what is known now."""
    scope.criteria = {each.criterion.id: each.points for each in unit.criteria}
    scope.sections = {each.section.id: each.points for each in unit.sections}
    scope.scored = unit
    knockouts, unjudged = knockouts_of(rulebook, group.id, scope)
    outside = {fold_name(name) for name in group.unranked}
    ranked = group.ranked and fold_name(unit.unit) not in outside and not any(each.unranked for each in knockouts)
    grade = grade_of(rulebook, unit, knockouts, scope)
    hold, open_ = tuple(each.id for each in knockouts), tuple(each.id for each in unjudged)
    return replace(unit, ranked=ranked, grade=grade, knocked_out=hold, unjudged=open_)


def rank_group(this: Round, plan: GroupPlan, units: list[UnitScore]) -> GroupScore:
    """Return a group whose units are scored: quotas applied, ranked, awards given."""
    ranking, group = this.rulebook.ranking, plan.group.id
    keys: dict[Who, Key] = {each.who: ranking_key(ranking, each, this.scopes[group, each.who]) for each in units}
    graded = apply_quotas(this.rulebook, units, lambda each: keys[each.who])
    circles: dict[str | None, list[UnitScore]] = {}
    for unit in graded:
        circles.setdefault(unit.parent if plan.group.ranked_within else None, []).append(unit)
    ranked: list[UnitScore] = []
    for circle in sorted(circles, key=lambda each: each or ""):
        ordered = rank_units(ranking, circles[circle], keys)
        ranked += give_awards(this.rulebook, group, ordered, lambda who: this.scopes[group, who])
    return GroupScore(plan.group, tuple(ranked), plan.max_points, _excluded(this, plan.group))


def _excluded(this: Round, group: Group) -> tuple[str, ...]:
    left_out = {fold_name(name) for name in group.excluded}
    found: list[Submission] = [each for each in this.survey.submissions if each.group == group.id and fold_name(each.unit) in left_out]
    return tuple(sorted(each.unit for each in found))
