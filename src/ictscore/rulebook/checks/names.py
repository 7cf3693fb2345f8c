"""Names in expressions lead somewhere, and operations get what they work on."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.expr.nodes import AnswerTo, Expr, Given, Measure, PointsOf, SectionPoints
from ictscore.expr.types import mismatches
from ictscore.findings import Finding
from ictscore.nearest import did_you_mean
from ictscore.rulebook.draft import Draft, PlacedExpression
from ictscore.rulebook.results import Award, GradeBand, Knockout, Ranking
from ictscore.words import N_, phrase

AFTERWARDS = (Award, GradeBand, Knockout, Ranking)
"""The parts whose expressions are looked at once all criteria of a unit are scored."""


def check_names(draft: Draft) -> Iterator[Finding]:
    """Yield unknown names and operands of the wrong type in every expression, and answers nobody is asked."""
    types = {name: spec.value_type for name, spec in draft.rulebook.answers.items()}
    used = {name for name, spec in draft.rulebook.answers.items() if spec.ask}
    for placed in draft.expressions():
        for node in placed.expr.walk():
            yield from _check_node(draft, placed, node)
            if isinstance(node, (AnswerTo, Given)):
                used.add(node.id)
        for misfit in mismatches(placed.expr, placed.wanted, types):
            yield draft.find("RB204", placed.path, offset=misfit.span[0], read=misfit.read, expected=misfit.expected)
    used |= _named_directly(draft)
    for name in draft.rulebook.answers:
        if name not in used:
            yield draft.find("RB210", ("answers", name), read=name)


def _named_directly(draft: Draft) -> set[str]:
    """Return the answers that formulas name outside expressions: the choice of a level, the answer of members."""
    found = set()
    for _, part in draft.parts():
        kind, of = getattr(part, "kind", None), getattr(part, "of", None)
        if kind in {"choice", "of_members"} and isinstance(of, str):
            found.add(of)
    return found


def _check_node(draft: Draft, placed: PlacedExpression, node: Expr) -> Iterator[Finding]:
    rulebook = draft.rulebook
    offset = node.span[0]
    if isinstance(node, (AnswerTo, Given)) and node.id not in rulebook.answers:
        near = did_you_mean(node.id, rulebook.answers)
        yield draft.find("RB201", placed.path, offset=offset, read=node.id, nearest=near)
    elif isinstance(node, PointsOf):
        known = tuple(criterion.id for criterion in rulebook.all_criteria())
        yield from _unknown(draft, placed, node, known, N_("criterion"))
    elif isinstance(node, SectionPoints):
        known = tuple(section.id for section in rulebook.sections)
        yield from _unknown(draft, placed, node, known, N_("section"))
    if isinstance(node, (Measure, SectionPoints)) and not isinstance(placed.owner, AFTERWARDS):
        yield draft.find("RB208", placed.path, offset=offset, read=getattr(node, "name", None) or getattr(node, "id", ""))


Reference = PointsOf | SectionPoints


def _unknown(draft: Draft, placed: PlacedExpression, node: Reference, known: tuple[str, ...], what: str) -> Iterator[Finding]:
    if node.id not in known:
        near = did_you_mean(node.id, known)
        yield draft.find("RB202", placed.path, offset=node.span[0], what=phrase(what), read=node.id, nearest=near, known=known[:20])
