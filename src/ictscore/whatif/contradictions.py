"""Answers that contradict each other so that scoring refuses them: parts that are more than their wholes, or have none."""

from __future__ import annotations

from fractions import Fraction

from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import AnswerTo, Expr
from ictscore.expr.values import Blank, Value
from ictscore.formulas.formula import Share
from ictscore.scoring.unit import UnitScope


def contradict(share: Share, scope: UnitScope) -> bool:
    """Return whether a part is more than its whole where that is an error (not where points are capped), or its whole does not apply."""
    part, whole = evaluate(share.of, scope).value, evaluate(share.over, scope).value
    is_more = isinstance(part, Fraction) and isinstance(whole, Fraction) and part > whole
    return (is_more and not share.capped) or _has_no_whole(share, scope)


def _has_no_whole(share: Share, scope: UnitScope) -> bool:
    if not any(isinstance(each, Blank) and each.kind == "not_applicable" for each in _answers(share.over, scope)):
        return False
    return any(isinstance(each, Fraction) and each > 0 for each in _answers(share.of, scope))


def _answers(expr: Expr, scope: UnitScope) -> list[Value]:
    return [scope.answer(node.id) for node in expr.walk() if isinstance(node, AnswerTo)]
