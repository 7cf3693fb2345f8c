"""What the answers of a survey may be, as the questions say it, and what follows for a group's criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import EITHER, IMPOSSIBLE, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Add, AnswerTo, Both, Compare, Const, Either, Expr, Given, GroupExtreme, Labelled, Not, Subtract
from ictscore.expr.values import BlankKind
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.model import Rulebook

HUNDRED = Fraction(100)
_OF_ANSWERS = (Add, AnswerTo, Both, Compare, Const, Either, Given, Labelled, Not, Subtract)


def range_of_answer(spec: AnswerSpec) -> Range:
    """Return the numbers a question accepts."""
    low = spec.min if spec.min is not None else ZERO if spec.type in {"count", "percent"} else None
    high = spec.max if spec.max is not None else HUNDRED if spec.type == "percent" else None
    return Range(low, high, whole=spec.type == "count").settled()


def possible_answer(spec: AnswerSpec) -> Possible:
    """Return all that an answer may be: what the question accepts, or that it was not given, or does not apply."""
    blanks: frozenset[BlankKind] = frozenset({"missing", "not_applicable"} if spec.not_applicable else {"missing"})
    match spec.type:
        case "yes_no":
            return Possible(truths=EITHER, blanks=blanks)
        case "choice":
            return Possible(texts=frozenset(spec.choices or ()), blanks=blanks)
        case "text" | "date":
            return Possible(any_text=True, blanks=blanks)
        case _:
            return Possible(range_of_answer(spec), blanks=blanks)


def knowledge_of(rulebook: Rulebook, totals: Mapping[str, Range] | None = None) -> Knowledge:
    """Return what is known before any condition: the domains of all answers, the bounds of all points, and of the totals of groups."""
    answers = {name: possible_answer(spec) for name, spec in rulebook.answers.items()}
    points = {each.id: Range(min(ZERO, each.min_points), each.max_points) for each in rulebook.all_criteria()}
    measures = {f"total of {group}": total for group, total in (totals or {}).items()}
    return Knowledge(answers, points, measures=measures, everyone=answers)


def parts_of_wholes(criterion: Criterion) -> tuple[tuple[Expr, Expr], ...]:
    """Return the pairs (part, whole) that contradict each other when the part is more, and that scoring refuses as an error.

    ``ratio`` of a − b over a says that b is a part of a; with more than the whole its points would be negative, which no criterion
    without negative points lets pass.
    """
    if criterion.formula is None or criterion.min_points < 0:
        return ()
    pairs = [(each.of, each.over) for each in criterion.formula.shares_of()]
    return tuple((of.right, over) for of, over in pairs if isinstance(of, Subtract) and of.left == over)


def with_parts(known: Knowledge, criterion: Criterion) -> Knowledge:
    """Return what is known where no part is more than its whole."""
    for part, whole in parts_of_wholes(criterion):
        known = known.with_order(part, whole, strict=False)
    return known


def in_formula(rulebook: Rulebook, criterion: Criterion, known: Knowledge) -> Knowledge:
    """Return what is known where a criterion's formula is looked at: no policy holds, and a unit lies between the extremes of its circle.

    The second holds where every unit of the groups concerned is looked at, so that nobody stands outside the circle.
    """
    known = past_policies(known, criterion)
    if criterion.formula is None:
        return known
    everybody = all_are_ranked(rulebook, criterion)
    for node in criterion.formula.to_expr(criterion.bounds).walk():
        if isinstance(node, GroupExtreme) and (everybody or node.among == "assessed"):
            less, more = (node, node.of) if node.how == "lowest" else (node.of, node)
            known = known.with_order(less, more, strict=False)
    return known


def all_are_ranked(rulebook: Rulebook, criterion: Criterion) -> bool:
    """Return whether every unit of the groups that the criterion applies to is ranked, as far as the groups say."""
    groups = [each for each in rulebook.groups if any(own.id == criterion.id for own in rulebook.criteria_of(each.id))]
    return all(each.ranked and not each.unranked for each in groups)


def past_policies(known: Knowledge, criterion: Criterion) -> Knowledge:
    """Return what is known where the formula is looked at: no condition under which the criterion does not apply holds for any group.

    Such a condition need not be false for that: it may have no value for want of an answer.
    """
    for policy in criterion.not_applicable:
        if policy.when is not None and not policy.groups:
            known = _where_not(policy.when, known)
    return known


def _where_not(condition: Expr, known: Knowledge) -> Knowledge:
    """Return what is known where a condition does not hold, be it false or without a value.

    Of one answer it is known what is left of its numbers, or that it is blank. Of several, nothing is known of any by itself (another may
    be what is wanting), but what they come to together is, for that has no value either where one of them has none.
    """
    if isinstance(condition, Labelled):
        return _where_not(condition.of, known)
    if isinstance(condition, Either):
        for term in condition.terms:
            known = _where_not(term, known)
        return known
    names = {node.id for node in condition.walk() if isinstance(node, (AnswerTo, Given))}
    inside = Reach().assume(condition, known, truth=False)
    if any(not isinstance(node, _OF_ANSWERS) for node in condition.walk()) or (len(names) > 1 and not isinstance(condition, Compare)):
        return known
    answers = dict(known.answers)
    if len(names) == 1 and (name := next(iter(names))) in answers:
        answers[name] = (inside.answers[name] if inside is not None else IMPOSSIBLE).or_blank(answers[name].blanks)
    return replace(inside if inside is not None else known, answers=answers)
