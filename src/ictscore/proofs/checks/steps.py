"""Tables of steps tile their values: nothing falls between two steps, or on a bound of both, to less than both give."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ictscore.exact import ZERO
from ictscore.expr.evaluate import evaluate
from ictscore.formulas.steps import Step, Stepped
from ictscore.formulas.steps import Steps as StepTable
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.words import N_, phrase


def check_steps(this: Study) -> Iterator[Doubt]:
    """Yield the holes between steps, each with a value that falls in and answers that have it."""
    for each in this.leaves:
        formula = each.criterion.formula
        if isinstance(formula, Stepped) and formula.steps:
            yield from _holes(this, each, formula)


def _holes(this: Study, each: ProvedLeaf, formula: Stepped) -> Iterator[Doubt]:
    """Yield each run of values that no step takes, with steps on both sides that give more than what is left for it."""
    bounds, answers = each.criterion.bounds, this.draft.rulebook.answers
    otherwise = formula.otherwise.of(bounds)
    whole = (name := _counted(formula)) in answers and answers[name].type == "count"
    below: Step | None = None
    run: list[_Piece] = []
    for piece in _pieces(sorted({step.bound for step in formula.steps}), whole=whole):
        row = _row(formula, piece.sample)
        if row is None:
            run.append(piece)
            continue
        if run and below is not None and otherwise < min(step.of(bounds) for step in (below, row)):
            yield from _shown(this, each, formula, run)
        below, run = row, []


@dataclass(frozen=True, slots=True)
class _Piece:
    """A bound by itself (``low`` is ``high``), or what lies strictly between two bounds or beyond the outermost, with one value of it."""

    low: Fraction | None
    high: Fraction | None
    sample: Fraction

    def holds(self, value: Fraction) -> bool:
        """Return whether a value lies in it."""
        if self.low is not None and self.low == self.high:
            return value == self.low
        return (self.low is None or value > self.low) and (self.high is None or value < self.high)


def _pieces(bounds: list[Fraction], *, whole: bool) -> Iterator[_Piece]:
    """Yield the pieces into which bounds cut the numbers, upwards; of whole numbers those that hold any."""
    ends: list[Fraction | None] = [None, *bounds, None]
    for low, high in pairwise(ends):
        if low is not None and not (whole and low.denominator != 1):
            yield _Piece(low, low, low)
        if low is None or high is None:
            yield _Piece(low, high, high - 1 if high is not None else (low or ZERO) + 1)
        elif not whole:
            yield _Piece(low, high, (low + high) / 2)
        elif (sample := Fraction(math.floor(low) + 1)) < high:
            yield _Piece(low, high, sample)


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


def _shown(this: Study, each: ProvedLeaf, formula: Stepped, run: list[_Piece]) -> Iterator[Doubt]:
    found = _with_value_in(each, formula, run)
    if found is None:
        return
    tried, value = found
    low, high = run[0].low, run[-1].high
    index = next((index for index, step in enumerate(formula.steps) if step.bound == low), 0)
    where = phrase(N_("of exactly {value}"), value=value)
    if low != high:
        where = phrase(N_("between {lower} and {upper}, such as {value},"), lower=low, upper=high, value=value)
    shown, path = this.example(each, tried), (*each.path, "formula", "steps", index)
    yield doubt(this.draft, "RB706", path, each.criterion.id, shown, where=where)


def _with_value_in(each: ProvedLeaf, formula: Stepped, run: list[_Piece]) -> tuple[Tried, Fraction] | None:
    """Return what was tried with a value in the run, rather between two bounds than at one."""
    value = formula.value() if isinstance(formula, StepTable) else getattr(formula, "of")  # noqa: B009 - an imported value
    at_bound: tuple[Tried, Fraction] | None = None
    for tried in each.search.scored():
        found = evaluate(value, scope_for(each.leaf, tried.answers, tried.others)).value
        piece = next((piece for piece in run if isinstance(found, Fraction) and piece.holds(found)), None)
        if piece is not None and isinstance(found, Fraction):
            if piece.low != piece.high:
                return tried, found
            at_bound = at_bound or (tried, found)
    return at_bound
