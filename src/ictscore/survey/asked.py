"""What the survey asks a group: the answers its rules use, and those asked for besides."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.expr.nodes import AnswerTo, Expr, Given, OfMembers
from ictscore.rulebook.model import Rulebook, applies


def asked_of(rulebook: Rulebook, group_id: str) -> tuple[str, ...]:
    """Return the ids of the answers a group is asked, in the order of the criteria that use them; those only asked for come last."""
    used = (name for expr in _expressions(rulebook, group_id) for name in _answers_in(expr))
    of_members = (name for group in rulebook.groups for name in _wanted_of_members(rulebook, group.id, group_id))
    besides = (name for name, spec in rulebook.answers.items() if group_id in spec.ask)
    return tuple(name for name in dict.fromkeys((*used, *of_members, *besides)) if name in rulebook.answers)


def _expressions(rulebook: Rulebook, group_id: str) -> Iterator[Expr]:
    """Yield everything a group's points and results are computed from."""
    for criterion in rulebook.criteria_of(group_id):
        if criterion.formula is not None:
            yield criterion.formula.to_expr(criterion.bounds)
        yield from (each.when for each in criterion.not_applicable if each.when is not None and applies(each.groups, group_id))
    yield from (each.when for each in rulebook.knockouts if applies(each.applies_to, group_id))
    bands = rulebook.grades.bands if rulebook.grades else ()
    yield from (each.requires for each in bands if each.requires is not None)
    yield from (each.requires for each in rulebook.awards if each.requires is not None and applies(each.groups, group_id))
    yield from rulebook.ranking.tie_breaks


def _answers_in(expr: Expr) -> Iterator[str]:
    for node in expr.walk():
        if isinstance(node, (AnswerTo, Given)):
            yield node.id


def _wanted_of_members(rulebook: Rulebook, group_id: str, of_group: str) -> Iterator[str]:
    """Yield the answers of ``of_group`` from which ``group_id`` draws an aggregate."""
    for expr in _expressions(rulebook, group_id):
        yield from (node.of for node in expr.walk() if isinstance(node, OfMembers) and node.group == of_group and node.of != "total")
