"""What a changed least of points is for the units that do not answer: they get it where it is above 0."""

from __future__ import annotations

from fractions import Fraction

from ictscore.diff.links import expressions_of
from ictscore.diff.severities import Severity
from ictscore.expr.nodes import AnswerTo, GroupExtreme, NoValue, OfMembers
from ictscore.rulebook.criteria import Criterion

_MAY_BE_MISSING = (AnswerTo, GroupExtreme, OfMembers, NoValue)


def floor_without_an_answer(old: Criterion, new: Criterion) -> Severity:
    """Return what it is for a unit without an answer that a criterion gives at least other points; *none* where nobody gets them so."""
    before, after = (max(Fraction(0), each.min_points) for each in (old, new))
    if before == after or all(each.on_missing == "error" for each in (old, new)):
        return "none"
    nodes = (node for side in (old, new) for expr in expressions_of(side) for node in expr.walk())
    if not any(isinstance(node, _MAY_BE_MISSING) for node in nodes):
        return "none"
    return "generous" if after > before else "stricter"
