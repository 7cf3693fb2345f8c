"""What does not apply leaves something to judge by, and every policy for it can take effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Expr
from ictscore.expr.values import Value, not_applicable
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers
from ictscore.proofs.units import best_unit
from ictscore.rulebook.criteria import NotApplicable
from ictscore.rulebook.domains import knowledge_of
from ictscore.rulebook.groups import Group
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import Level
from ictscore.words import N_, Phrase, phrase


def check_applicability(this: Study) -> Iterator[Doubt]:
    """Yield groups that may have nothing left, points that nobody takes over, and policies that never hold."""
    told: set[str] = set()
    for index, group in enumerate(this.draft.rulebook.groups):
        yield from _nothing_left(this, index, group)
        for level in this.laboratory.plans[group.id].levels:
            yield from _nobody_takes(this, group, level, told)
    for each in this.leaves:
        yield from _idle_policies(this, each)


def drops_by(each: ProvedLeaf, declarable: frozenset[str]) -> dict[str, Value] | None:
    """Return answers for which the criterion does not apply: a declaration, else whatever was tried and did it."""
    if any(policy.declared and policy.then not in {"full", "zero"} for policy in each.leaf.policies):
        for name in each.leaf.answers:
            answers: dict[str, Value] = {name: not_applicable(name)}
            if name in declarable and _is_out(each, answers):
                return answers
    found = next((tried for tried in each.search.tried if _is_out(each, tried.answers)), None)
    return dict(found.answers) if found is not None else None


def _is_out(each: ProvedLeaf, answers: Answers) -> bool:
    score = score_leaf(each.leaf, scope_for(each.leaf, answers), "self")
    return score.status == "not_applicable" and score.consequence not in {"full", "zero"}


def _all_out(this: Study, leaves: Sequence[ProvedLeaf], group: Group) -> dict[str, Value] | None:
    """Return answers for which none of these criteria applies, confirmed by scoring, or None where none were found."""
    specs = this.draft.rulebook.answers
    declarable = frozenset(name for name, spec in specs.items() if spec.not_applicable)
    answers: dict[str, Value] = {}
    for each in leaves:
        own = drops_by(each, declarable) if each.can_drop else None
        if own is None:
            return None
        answers = {**own, **answers}
    unit = this.laboratory.score(group.id, answers)
    wanted = {each.criterion.id for each in leaves}
    scores = [each for each in unit.criteria if each.criterion.id in wanted]
    return answers if scores and all(each.status == "not_applicable" for each in scores) else None


def _nothing_left(this: Study, index: int, group: Group) -> Iterator[Doubt]:
    plan = this.laboratory.plans[group.id]
    inside = {leaf.id for _, criteria in plan.sections for top in criteria for leaf in top.leaves()}
    leaves = [each for each in this.of_group(group) if each.criterion.id in inside]
    answers = _all_out(this, leaves, group)
    if answers is None:
        return
    shown = this.laboratory.standing(group.id, "max_points", answers)
    if shown.result == 0:
        yield doubt(this.draft, "RB714", ("groups", index), group.id, shown, group=group.id)


def _nobody_takes(this: Study, group: Group, level: Level, told: set[str]) -> Iterator[Doubt]:
    """Yield a criterion whose points are to be redistributed where all beside it may not apply either: the points are lost."""
    mine = {each.criterion.id: each for each in this.of_group(group)}
    leaves = [mine[each.id] for each in level.criteria if each.id in mine]
    givers = [each for each in leaves if any(policy.then.startswith("redistribute") for policy in each.leaf.policies)]
    if not givers or len(leaves) != len(level.criteria) or givers[0].criterion.id in told:
        return
    answers = _all_out(this, leaves, group)
    if answers is not None:
        giver = givers[0]
        told.add(giver.criterion.id)
        shown = this.laboratory.standing(group.id, "max_points", {**best_unit(this, group), **answers}, told=answers)
        values: dict[str, Any] = {"criterion": giver.criterion.id, "points": giver.criterion.max_points}
        yield doubt(this.draft, "RB715", (*giver.path, "not_applicable"), giver.criterion.id, shown, **values)


def _idle_policies(this: Study, each: ProvedLeaf) -> Iterator[Doubt]:
    """Yield policies that can never take effect: their condition never holds, and nothing may be declared."""
    for index, policy in enumerate(each.criterion.not_applicable):
        reason = _why_idle(this, each, policy)
        if reason is not None:
            most = each.search.most()
            examples = (this.example(each, most),) if most is not None else ()
            path = (*each.path, "not_applicable", index)
            yield doubt(this.draft, "RB723", path, each.criterion.id, *examples, criterion=each.criterion.id, reason=reason)


def _why_idle(this: Study, each: ProvedLeaf, policy: NotApplicable) -> Phrase | None:
    specs = this.draft.rulebook.answers
    declarable = any(specs[name].not_applicable for name in each.leaf.answers if name in specs)
    if policy.declared and declarable:
        return None
    if policy.when is not None and _can_hold(this, policy.when):
        return None
    if policy.when is not None:
        return phrase(N_("its condition never holds"))
    return phrase(N_("none of its questions may be declared not applicable"))


def _can_hold(this: Study, condition: Expr) -> bool:
    return True in Reach().value(condition, knowledge_of(this.draft.rulebook)).truths
