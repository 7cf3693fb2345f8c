"""Points of single criteria: the formula's value, what stands in for it where there is none, and points a reviewer gave."""

from __future__ import annotations

from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.derivation import Derivation
from ictscore.expr.evaluate import evaluate
from ictscore.expr.values import Blank, Value, fault
from ictscore.rulebook.criteria import Consequence, Criterion
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.plan import Leaf
from ictscore.scoring.records import CriterionScore
from ictscore.scoring.unit import UnitScope
from ictscore.words import N_, phrase


def score_leaf(leaf: Leaf, scope: UnitScope, stage: StageId) -> CriterionScore:
    """Return the score of a criterion with a formula: the points a stage gave, else what the formula gives."""
    computed = _computed(leaf, scope)
    given = scope.submission.points_given(leaf.criterion.id, stage) if scope.submission.points else None
    if given is None:
        return computed
    by_formula = computed.exact if computed.status == "scored" else None
    return _given_points(leaf.criterion, given[1].value, given[0])._replace(computed=by_formula)


def _computed(leaf: Leaf, scope: UnitScope) -> CriterionScore:
    criterion = leaf.criterion
    found = policy_that_holds(leaf, scope) if leaf.policies else None
    if found is not None:
        return not_applicable(criterion, *found)
    pair = leaf.compiled(scope.values, scope.extremes)
    if pair is not None and leaf.allows(*pair):
        points = Fraction(*pair) if pair[0] else ZERO
        return CriterionScore(criterion, "scored", points, points, criterion.max_points)
    return _explained(leaf, scope)


def derive(leaf: Leaf, scope: UnitScope) -> Derivation:
    """Return how the formula of a criterion comes about for the unit."""
    return evaluate(leaf.expr, scope)


def _explained(leaf: Leaf, scope: UnitScope) -> CriterionScore:
    value = derive(leaf, scope).value
    if isinstance(value, Fraction):
        return _within_bounds(leaf.criterion, value)
    if isinstance(value, Blank):
        return _without_value(leaf, value)
    return _error(leaf.criterion, fault("the formula gives no number"))


def _within_bounds(criterion: Criterion, points: Fraction) -> CriterionScore:
    if criterion.min_points <= points <= criterion.max_points:
        return CriterionScore(criterion, "scored", points, points, criterion.max_points)
    values = {"points": points, "low": criterion.min_points, "high": criterion.max_points}
    return _error(criterion, fault("the result {points} lies outside {low} to {high}", **values))


def _given_points(criterion: Criterion, value: Value, stage: StageId) -> CriterionScore:
    if isinstance(value, Fraction):
        return _within_bounds(criterion, value)._replace(given_by=stage)
    return _error(criterion, value if isinstance(value, Blank) else fault("the points given are no number"))


def policy_that_holds(leaf: Leaf, scope: UnitScope) -> tuple[Consequence, Blank] | None:
    """Return what the first policy that holds prescribes, and why: an answer declared not applicable, or its condition."""
    index, declared = holding_policy(leaf, scope)
    if index is None:
        return None
    then = leaf.policies[index].then
    if declared:
        return then, Blank("not_applicable", declared, phrase(N_("{answers} was declared not applicable"), answers=declared))
    return then, Blank("not_applicable", (), phrase(N_("the condition for this is met")))


def holding_policy(leaf: Leaf, scope: UnitScope) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of the first policy that holds (None: none does), and the answers whose declaration made it hold."""
    for index, policy in enumerate(leaf.policies):
        declared = _declared_answers(leaf, scope) if policy.declared else ()
        if declared or (policy.when is not None and evaluate(policy.when, scope).value is True):
            return index, declared
    return None, ()


def _declared_answers(leaf: Leaf, scope: UnitScope) -> tuple[str, ...]:
    values = {name: scope.answer(name) for name in leaf.answers}
    return tuple(name for name, value in values.items() if isinstance(value, Blank) and value.kind == "not_applicable")


def _without_value(leaf: Leaf, blank: Blank) -> CriterionScore:
    criterion = leaf.criterion
    if blank.kind == "not_applicable":
        return _not_applicable_itself(leaf, blank)
    if blank.kind == "missing" and criterion.on_missing == "zero":
        low = max(ZERO, criterion.min_points)
        return CriterionScore(criterion, "missing", low, low, criterion.max_points, reason=blank.reason, about=blank.about)
    return _error(criterion, blank)


def _not_applicable_itself(leaf: Leaf, blank: Blank) -> CriterionScore:
    """Return the score where the formula came to "not applicable" without a policy that speaks of it.

    Its own rule said so (a denominator of 0): then the first policy's consequence holds, else it drops out. An answer that was declared
    not applicable where the rulebook has no rule for that is an error.
    """
    if not blank.about:
        then: Consequence = next((policy.then for policy in leaf.policies), "drop")
        return not_applicable(leaf.criterion, then, blank)
    reason = fault("{answers} was declared not applicable, and the rulebook has no rule for that", answers=blank.about)
    return _error(leaf.criterion, Blank("fault", blank.about, reason.reason))


def not_applicable(criterion: Criterion, then: Consequence, blank: Blank) -> CriterionScore:
    """Return the score of a criterion that does not apply; redistribution is settled later, among its neighbours."""
    points = criterion.max_points if then == "full" else ZERO
    maximum = criterion.max_points if then in {"full", "zero"} else ZERO
    return CriterionScore(criterion, "not_applicable", points, points, maximum, None, then, blank.reason, blank.about)


def _error(criterion: Criterion, blank: Blank) -> CriterionScore:
    return CriterionScore(criterion, "error", ZERO, ZERO, criterion.max_points, None, None, blank.reason, blank.about)
