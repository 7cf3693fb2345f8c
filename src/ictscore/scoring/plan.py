"""What has to be computed for a group: its criteria as expressions, in an order in which each finds what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import add_up
from ictscore.expr.compiled import Compiled, compile_expression
from ictscore.expr.nodes import AnswerTo, Expr, Given, GroupExtreme, OfMembers, PointsOf
from ictscore.expr.text import extreme_key
from ictscore.rulebook.criteria import Criterion, NotApplicable, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import Rulebook, applies
from ictscore.rulebook.results import Bonus, Deductions


@dataclass(frozen=True, slots=True)
class Leaf:
    """A criterion with a formula, ready to be evaluated.

    ``above`` are the criteria it is a part of, ``extremes`` what it asks of the group.
    """

    criterion: Criterion
    expr: Expr
    compiled: Compiled
    answers: tuple[str, ...]
    policies: tuple[NotApplicable, ...]
    least: tuple[int, int]
    most: tuple[int, int]
    above: tuple[str, ...]
    extremes: tuple[GroupExtreme, ...]

    def allows(self, numerator: int, denominator: int) -> bool:
        """Return whether a number of points (with a positive denominator) lies within the criterion's bounds."""
        low, low_over = self.least
        high, high_over = self.most
        return low * denominator <= numerator * low_over and numerator * high_over <= high * denominator


@dataclass(frozen=True, slots=True)
class Level:
    """Criteria that stand beside each other: what redistribution reaches. ``owner`` is the criterion above, or None in a section."""

    owner: Criterion | None
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """Everything about a group that does not depend on a unit.

    ``leaves`` are in the order of evaluation; ``levels`` stand innermost first, so that parts are settled before their criterion.
    """

    group: Group
    leaves: tuple[Leaf, ...]
    levels: tuple[Level, ...]
    order: tuple[Criterion, ...]
    sections: tuple[tuple[Section, tuple[Criterion, ...]], ...]
    bonus: Bonus | None
    deductions: Deductions | None
    extremes: Mapping[str, GroupExtreme]
    member_groups: frozenset[str]
    max_points: Fraction
    section_maxima: Mapping[str, Fraction]


Prepared = dict[int, tuple[Criterion, Expr, Compiled]]
"""Criteria by their identity, with their expressions made ready: for many plans of rulebooks that share criteria."""


def plan_group(rulebook: Rulebook, group: Group, prepared: Prepared | None = None) -> GroupPlan:
    """Return the plan of one group; what is ``prepared`` is not made again."""
    order = tuple(rulebook.criteria_of(group.id))
    ready = {} if prepared is None else prepared
    leaves = tuple(_in_order(tuple(plan_leaf(each, group.id, order, ready) for each in order if each.formula is not None), order))
    nodes = [node for leaf in leaves for node in leaf.expr.walk()]
    extras = rulebook.extras_of(group.id)
    sections = rulebook.sections_of(group.id)
    return GroupPlan(
        group=group,
        leaves=leaves,
        levels=tuple(_levels(rulebook, group.id)),
        order=order,
        sections=sections,
        bonus=next((each for each in extras if isinstance(each, Bonus)), None),
        deductions=next((each for each in extras if isinstance(each, Deductions)), None),
        extremes={extreme_key(node): node for node in nodes if isinstance(node, GroupExtreme)},
        member_groups=frozenset(node.group for node in nodes if isinstance(node, OfMembers)),
        max_points=rulebook.max_points_of(group.id),
        section_maxima={section.id: add_up(each.max_points for each in criteria) for section, criteria in sections},
    )


def _made_ready(criterion: Criterion, prepared: Prepared) -> tuple[Expr, Compiled]:
    known = prepared.get(id(criterion))
    if known is None:
        assert criterion.formula is not None
        expr = criterion.formula.to_expr(criterion.bounds)
        known = prepared[id(criterion)] = (criterion, expr, compile_expression(expr))
    return known[1:]


def plan_leaf(criterion: Criterion, group: str, order: tuple[Criterion, ...], prepared: Prepared | None = None) -> Leaf:
    """Return a criterion with a formula ready to be evaluated; ``order`` are all criteria of the group."""
    expr, compiled = _made_ready(criterion, {} if prepared is None else prepared)
    nodes = tuple(expr.walk())
    names = dict.fromkeys(node.id for node in nodes if isinstance(node, (AnswerTo, Given)))
    extremes = tuple(node for node in nodes if isinstance(node, GroupExtreme))
    policies = tuple(each for each in criterion.not_applicable if applies(each.groups, group))
    above = tuple(each.id for each in order if each.parts and any(part.id == criterion.id for part in each.leaves()))
    bounds = criterion.min_points.as_integer_ratio(), criterion.max_points.as_integer_ratio()
    return Leaf(criterion, expr, compiled, tuple(names), policies, *bounds, above, extremes)


def _in_order(leaves: tuple[Leaf, ...], order: tuple[Criterion, ...]) -> Iterator[Leaf]:
    """Yield the leaves so that each comes after those whose points it uses (a criterion with parts means all its leaves)."""
    parts = {each.id: {leaf.id for leaf in each.leaves()} for each in order}
    by_id = {leaf.criterion.id: leaf for leaf in leaves}
    done: set[str] = set()

    def visit(leaf: Leaf) -> Iterator[Leaf]:
        if leaf.criterion.id in done:
            return
        done.add(leaf.criterion.id)
        conditions = [each.when for each in leaf.policies if each.when is not None]
        for node in (found for expr in (leaf.expr, *conditions) for found in expr.walk()):
            if isinstance(node, PointsOf):
                for name in sorted(parts.get(node.id, ())):
                    if name in by_id:
                        yield from visit(by_id[name])
        yield leaf

    for leaf in leaves:
        yield from visit(leaf)


def _levels(rulebook: Rulebook, group: str) -> Iterator[Level]:
    tops = [criteria for _, criteria in rulebook.sections_of(group)]
    tops += [tuple(each for each in extra.criteria if applies(each.applies_to, group)) for extra in rulebook.extras_of(group)]
    for criteria in tops:
        yield from _levels_below(criteria, group)
        yield Level(None, criteria)


def _levels_below(criteria: tuple[Criterion, ...], group: str) -> Iterator[Level]:
    for criterion in criteria:
        if criterion.parts:
            parts = tuple(each for each in criterion.parts if applies(each.applies_to, group))
            yield from _levels_below(parts, group)
            yield Level(criterion, parts)
