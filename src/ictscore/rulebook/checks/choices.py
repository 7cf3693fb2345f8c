"""Choices are those of their answer: no key too many, none forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.expr.nodes import AnswerTo, Compare, Const
from ictscore.findings import Finding
from ictscore.formulas.choice import Choice
from ictscore.nearest import did_you_mean
from ictscore.rulebook.draft import Draft, Path


def check_choices(draft: Draft) -> Iterator[Finding]:
    """Yield keys of ``choice`` formulas and texts in comparisons that are no choice of the answer, and choices without points."""
    for path, part in draft.parts():
        if isinstance(part, Choice):
            yield from _check_levels(draft, path, part)
    for placed in draft.expressions():
        for node in placed.expr.walk():
            if isinstance(node, Compare):
                yield from _check_comparison(draft, placed.path, node)


def _check_levels(draft: Draft, path: Path, formula: Choice) -> Iterator[Finding]:
    answers = draft.rulebook.answers
    spec = answers.get(formula.of)
    if spec is None:
        yield draft.find("RB201", (*path, "of"), read=formula.of, nearest=did_you_mean(formula.of, answers))
        return
    known = tuple(spec.choices or ())
    table = "points" if formula.points is not None else "shares"
    levels = formula.points or formula.shares or {}
    for key in levels:
        if key not in known:
            near = did_you_mean(key, known)
            yield draft.find("RB206", (*path, table, key), read=key, answer=formula.of, nearest=near, known=known)
    for key in known:
        if key not in levels:
            yield draft.find("RB207", (*path, table), read=key, answer=formula.of)


def _check_comparison(draft: Draft, path: Path, node: Compare) -> Iterator[Finding]:
    sides = {type(node.left): node.left, type(node.right): node.right}
    answer, const = sides.get(AnswerTo), sides.get(Const)
    if not isinstance(answer, AnswerTo) or not isinstance(const, Const) or not isinstance(const.value, str):
        return
    spec = draft.rulebook.answers.get(answer.id)
    if spec is not None and spec.choices and const.value not in spec.choices:
        near = did_you_mean(const.value, spec.choices)
        known = tuple(spec.choices)
        yield draft.find("RB206", path, offset=const.span[0], read=const.value, answer=answer.id, nearest=near, known=known)
