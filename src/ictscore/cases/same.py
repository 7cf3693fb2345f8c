"""Whether a slip changes nothing for anybody: only what is proved counts, never what merely was not noticed."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from ictscore.cases.same_policies import same_policies
from ictscore.exact import ZERO, add_up
from ictscore.expr.evaluate import evaluate
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import AnswerTo, Expr, Given, GroupExtreme, OfMembers, PointsOf
from ictscore.expr.pruning import pruned
from ictscore.expr.values import Value, missing, not_applicable
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.domains import all_are_ranked, in_formula, knowledge_of
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Extra
from ictscore.scoring.totals import most_of
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission

MOST_ASSIGNMENTS = 4_000
_NOBODY = Submission("", "", {})


def same_criterion(rulebook: Rulebook, before: Criterion, after: Criterion) -> bool:
    """Return whether two versions of a criterion are proved to give every unit the same points and status.

    The maximum counts only in sections: under the bonus and the deductions nothing is measured by it, if nothing is redistributed. Where a
    stage may give points, the bounds always count: what it may give lies between them, wherever the formula ends.
    """
    if before.on_missing != after.on_missing:
        return False
    if before.not_applicable != after.not_applicable:
        return same_policies(rulebook, before, after)
    if before.max_points != after.max_points and (before.not_applicable or not _is_extra(rulebook, before)):
        return False
    if before.formula is None or after.formula is None:
        return False
    one, other = before.formula.to_expr(before.bounds), after.formula.to_expr(after.bounds)
    known = in_formula(rulebook, before, knowledge_of(rulebook))
    if before.bounds != after.bounds and (rulebook.points_may_be_given or not _inside_both(one, known, before, after)):
        return False
    if all_are_ranked(rulebook, before):
        one, other = _among_alike(one), _among_alike(other)
    return _same(one, other, rulebook) or pruned(one, known) == pruned(other, known)


def _is_extra(rulebook: Rulebook, criterion: Criterion) -> bool:
    return any(criterion == each for extra in (rulebook.bonus, rulebook.deductions) if extra is not None for each in extra.criteria)


def _inside_both(expr: Expr, known: Knowledge, before: Criterion, after: Criterion) -> bool:
    """Return whether the bounds never decide: nothing the formula gives lies beyond them, and what is missing counts the same."""
    numbers = Reach().value(expr, known).numbers
    low, high = max(before.min_points, after.min_points), min(before.max_points, after.max_points)
    blanks = max(ZERO, before.min_points) == max(ZERO, after.min_points)
    return blanks and (numbers is None or numbers.within(low, high))


def _among_alike(expr: Expr) -> Expr:
    """Return the expression with every look at the group taken among those who are ranked, which here is everybody."""
    changes: dict[str, Any] = {}
    for each in fields(expr):
        value = getattr(expr, each.name)
        if isinstance(value, Expr):
            changes[each.name] = _among_alike(value)
        elif isinstance(value, tuple) and value and all(isinstance(item, Expr) for item in value):
            changes[each.name] = tuple(_among_alike(item) for item in value)
    if isinstance(expr, GroupExtreme):
        changes["among"] = "ranked"
    return replace(expr, **changes) if changes else expr


def _same(one: Expr, other: Expr, rulebook: Rulebook) -> bool:
    """Return whether two expressions are equal, or made alike of parts that are the same, or agree on every answer there can be."""
    if one == other:
        return True
    mine, theirs = tuple(one.children()), tuple(other.children())
    alike = type(one) is type(other) and mine and len(mine) == len(theirs) and _rest(one) == _rest(other)
    if alike and all(_same(left, right, rulebook) for left, right in zip(mine, theirs, strict=True)):
        return True
    return _agree_everywhere(one, other, rulebook)


def _rest(expr: Expr) -> tuple[object, ...]:
    names: tuple[str, ...] = expr.__match_args__
    values = [getattr(expr, name) for name in names if name != "label"]
    return tuple(value for value in values if not isinstance(value, (Expr, tuple)))


def _agree_everywhere(one: Expr, other: Expr, rulebook: Rulebook) -> bool:
    """Return whether two expressions over questions of few answers agree on all of them, blanks included."""
    choices = _few_answers((one, other), rulebook)
    if choices is None or math.prod(len(each) for each in choices.values()) > MOST_ASSIGNMENTS:
        return False
    for chosen in itertools.product(*choices.values()):
        scope = UnitScope(_NOBODY, dict(zip(choices, chosen, strict=True)))
        if evaluate(one, scope).value != evaluate(other, scope).value:
            return False
    return True


def _few_answers(exprs: tuple[Expr, ...], rulebook: Rulebook) -> Mapping[str, tuple[Value, ...]] | None:
    """Return all that each answer can be, or None where one is a number or the expressions look at more than answers."""
    found: dict[str, tuple[Value, ...]] = {}
    for node in (node for expr in exprs for node in expr.walk()):
        if isinstance(node, (PointsOf, GroupExtreme, OfMembers)):
            return None
        if isinstance(node, (AnswerTo, Given)):
            spec = rulebook.answers.get(node.id)
            if spec is None or spec.type not in {"yes_no", "choice"}:
                return None
            blanks = (missing(node.id), not_applicable(node.id)) if spec.not_applicable else (missing(node.id),)
            found[node.id] = ((True, False) if spec.type == "yes_no" else tuple(spec.choices or ())) + blanks
    return found


def same_rulebook(before: Rulebook, after: Rulebook) -> bool:
    """Return whether two rulebooks that differ in one thing outside the formulas are proved to give every unit the same."""
    return any(test(before, after) for test in (_same_limits, _same_least, _same_measure, _same_scale))


def _same_limits(before: Rulebook, after: Rulebook) -> bool:
    """Return whether only a limit of bonus or deductions differs, and what stands under it reaches neither."""
    for name in ("bonus", "deductions"):
        one, other = getattr(before, name), getattr(after, name)
        if one is None or other is None or one == other:
            continue
        alike = before.model_copy(update={name: None}) == after.model_copy(update={name: None})
        alike = alike and one.model_copy(update={"max_points": None}) == other.model_copy(update={"max_points": None})
        limits = [each for each in (one.max_points, other.max_points) if each is not None]
        most = most_of(one, before.rounding)
        return alike and most is not None and most <= min(limits)
    return False


def _same_scale(before: Rulebook, after: Rulebook) -> bool:
    """Return whether only the scale's maximum differs, where every group has one of its own."""
    scale = before.scale.model_copy(update={"max_points": after.scale.max_points})
    own = all(each.max_points is not None for each in before.groups)
    return own and scale == after.scale and before.model_copy(update={"scale": after.scale}) == after


def _same_least(before: Rulebook, after: Rulebook) -> bool:
    """Return whether only the least points of criteria differ, and never decide."""
    pairs = list(zip(before.all_criteria(), after.all_criteria(), strict=False))
    changed = [(one, other) for one, other in pairs if one != other and one.formula is not None]
    if not changed or _without_criteria(before) != _without_criteria(after):
        return False
    return all(same_criterion(before, one, other) for one, other in changed)


def _without_criteria(rulebook: Rulebook) -> tuple[object, ...]:
    extras: list[Extra | None] = [rulebook.bonus, rulebook.deductions]
    bare = [None if each is None else each.model_copy(update={"criteria": ()}) for each in extras]
    sections = tuple(each.model_copy(update={"criteria": ()}) for each in rulebook.sections)
    return rulebook.model_copy(update={"sections": (), "bonus": None, "deductions": None}), sections, bare


def _same_measure(before: Rulebook, after: Rulebook) -> bool:
    """Return whether only the value that ranks or grades differs, between two that agree for everybody."""
    alike = _alike_measures(before)
    changed = _changed_measure(before, after)
    return changed is not None and any(set(changed) <= set(each) for each in alike)


def _changed_measure(before: Rulebook, after: Rulebook) -> tuple[str, str] | None:
    """Return the two measures where nothing else differs; those of grades must be the same number, so of them no other kind is told."""
    if before.model_copy(update={"ranking": after.ranking}) == after and _only_on(before.ranking, after.ranking):
        return before.ranking.on, after.ranking.on
    if before.grades is not None and after.grades is not None and _only_on(before.grades, after.grades):
        same = before.model_copy(update={"grades": after.grades}) == after
        return (f"={before.grades.on}", f"={after.grades.on}") if same else None
    differs = before.scale.result != after.scale.result and before.scale.out_of is None
    if differs and before.model_copy(update={"scale": after.scale}) == after:
        return "=points", "=percent"
    return None


def _only_on(one: Any, other: Any) -> bool:
    return bool(one != other and one.model_copy(update={"on": other.on}) == other)


def _alike_measures(rulebook: Rulebook) -> Iterator[tuple[str, ...]]:
    """Yield measures that put all units of a group in the same order; with = those that are the same number.

    Points are those that a scale of percentages would have left as they are.
    """
    if rulebook.scale.result == "percent" and rulebook.scale.out_of is None:
        yield "total", "percent"
        yield "=total", "=percent"
    fixed = [_fixed_maximum(rulebook, group.id) for group in rulebook.groups]
    if rulebook.scale.out_of is None and all(each == 100 for each in fixed):  # noqa: PLR2004 - percent
        yield "total", "percent"
        yield "=total", "=percent"
        yield "=points", "=percent"
    if rulebook.rounding.total is None:
        yield ("total", "exact", "percent") if None not in fixed else ("total", "exact")


def _fixed_maximum(rulebook: Rulebook, group: str) -> Fraction | None:
    """Return the maximum that applies to every unit of a group, or None where it can differ."""
    known = knowledge_of(rulebook)
    total = ZERO
    for _, criteria in rulebook.sections_of(group):
        for level in _levels(criteria, group):
            droppable = [each for each in level if each.formula is not None and _can_leave(rulebook, each, known)]
            moves = [policy.then for each in droppable for policy in each.not_applicable if policy.then not in {"full", "zero"}]
            only_moved = all(then.startswith("redistribute") for then in moves)
            bare = any(not each.not_applicable for each in droppable)
            if droppable and (bare or not only_moved or len(droppable) == len(level)):
                return None
        total += add_up(each.max_points for each in criteria)
    return total


def _levels(criteria: tuple[Criterion, ...], group: str) -> Iterator[tuple[Criterion, ...]]:
    yield criteria
    for each in criteria:
        if each.parts:
            yield from _levels(tuple(part for part in each.parts if applies(part.applies_to, group)), group)


def _can_leave(rulebook: Rulebook, criterion: Criterion, known: Knowledge) -> bool:
    if any(policy.then not in {"full", "zero"} for policy in criterion.not_applicable):
        return True
    assert criterion.formula is not None
    possible = Reach().value(criterion.formula.to_expr(criterion.bounds), in_formula(rulebook, criterion, known))
    return not criterion.not_applicable and "not_applicable" in possible.blanks
