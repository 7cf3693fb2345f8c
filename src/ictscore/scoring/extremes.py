"""The first pass over a group: the highest and lowest values that relative criteria are measured by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from ictscore.expr.evaluate import evaluate
from ictscore.expr.values import Value
from ictscore.scoring.plan import GroupPlan
from ictscore.scoring.unit import UnitScope


def extremes_of(plan: GroupPlan, scopes: Sequence[UnitScope], is_ranked: Callable[[UnitScope], bool]) -> dict[str, Value]:
    """Return every extreme the group's formulas ask for; units without a value are left out, and where nobody has one there is none."""
    found: dict[str, Value] = {}
    for key, node in plan.extremes.items():
        circle = [scope for scope in scopes if node.among == "assessed" or is_ranked(scope)]
        values = [value for scope in circle if isinstance(value := evaluate(node.of, scope).value, Fraction)]
        if values:
            found[key] = max(values) if node.how == "highest" else min(values)
    return found
