"""Tables of steps tile their values: nothing falls between two steps to less than both give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from ictscore.expr.evaluate import evaluate
from ictscore.formulas.steps import Step, Stepped
from ictscore.formulas.steps import Steps as StepTable
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.words import word


def check_steps(this: Study) -> Iterator[Doubt]:
    """Yield the holes between steps, each with a value that falls in and answers that have it."""
    for each in this.leaves:
        formula = each.criterion.formula
        if isinstance(formula, Stepped) and formula.steps:
            yield from _holes(this, each, formula)


def _holes(this: Study, each: ProvedLeaf, formula: Stepped) -> Iterator[Doubt]:
    bounds = sorted({step.bound for step in formula.steps})
    otherwise = formula.otherwise.of(each.criterion.bounds)
    whole = this.draft.rulebook.answers[name].type == "count" if (name := _counted(formula)) in this.draft.rulebook.answers else False
    for low, high in pairwise(bounds):
        value = (low + high) / 2 if not whole else low + 1
        if value >= high or _row(formula, value) is not None:
            continue
        below, above = _row(formula, low), _row(formula, high)
        if below is None or above is None:
            continue
        if otherwise < min(row.of(each.criterion.bounds) for row in (below, above)):
            yield from _shown(this, each, formula, low, high)


def _counted(formula: Stepped) -> str:
    value = formula.value() if isinstance(formula, StepTable) else None
    return str(getattr(value, "id", ""))


def _row(formula: Stepped, value: Fraction) -> Step | None:
    return next((step for step in formula.steps if _fits(step, value)), None)


def _fits(step: Step, value: Fraction) -> bool:
    return {
        "≥": value >= step.bound,
        ">": value > step.bound,
        "≤": value <= step.bound,
        "<": value < step.bound,
        "=": value == step.bound,
    }.get(step.relation, False)


def _shown(this: Study, each: ProvedLeaf, formula: Stepped, low: Fraction, high: Fraction) -> Iterator[Doubt]:
    found = _with_value_between(each, formula, low, high)
    if found is None:
        return
    tried, value = found
    index = next(index for index, step in enumerate(formula.steps) if step.bound == low)
    shown, path = this.example(each, tried), (*each.path, "formula", "steps", index)
    yield doubt(this.draft, "RB706", path, each.criterion.id, shown, lower=word(low), upper=word(high), value=word(value))


def _with_value_between(each: ProvedLeaf, formula: Stepped, low: Fraction, high: Fraction) -> tuple[Tried, Fraction] | None:
    value = formula.value() if isinstance(formula, StepTable) else getattr(formula, "of")  # noqa: B009 - an imported value
    for tried in each.search.scored():
        found = evaluate(value, scope_for(each.leaf, tried.answers, tried.others)).value
        if isinstance(found, Fraction) and low < found < high:
            return tried, found
    return None
