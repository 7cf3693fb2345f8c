"""Tables of steps say what they seem to say, and no formula names points outside its criterion's bounds."""

from __future__ import annotations

from collections.abc import Iterator

from ictscore.expr.nodes import AnswerTo
from ictscore.findings import Finding
from ictscore.formulas.formula import Bounds
from ictscore.formulas.steps import Step, Stepped, Steps
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Draft, Path


def check_steps(draft: Draft) -> Iterator[Finding]:
    """Yield exact top steps with nothing above, steps that are never reached, steps out of order, and points out of bounds."""
    for path, part in draft.parts():
        if isinstance(part, Criterion) and part.formula is not None:
            for points in part.formula.stated_points(part.bounds):
                if not part.min_points <= points <= part.max_points:
                    low, high = part.min_points, part.max_points
                    yield draft.find("RB307", (*path, "formula"), value=points, low=low, high=high)
            if isinstance(part.formula, Steps):
                yield from _check_shares(draft, (*path, "formula"), part.formula)
            if isinstance(part.formula, Stepped):
                yield from _check_table(draft, (*path, "formula"), part.formula, part.bounds)


def _check_shares(draft: Draft, path: Path, formula: Steps) -> Iterator[Finding]:
    """Yield bounds above 1 on a share whose two sides are counted in the same measure: 60 was meant as 60%."""
    sides = [draft.rulebook.answers.get(each.id) for each in (formula.of, formula.over) if isinstance(each, AnswerTo)]
    measures = [side.measure for side in sides if side is not None]
    if len(measures) == len(("of", "over")) and measures[0] is not None and measures[0] == measures[1]:
        for index, step in enumerate(formula.steps):
            if step.bound > 1:
                yield draft.find("RB312", (*path, "steps", index), value=step.bound, measure=measures[0])


def _check_table(draft: Draft, path: Path, table: Stepped, bounds: Bounds) -> Iterator[Finding]:
    yield from _check_top(draft, path, table, bounds)
    for index, step in enumerate(table.steps):
        before = table.steps[:index]
        if any(_takes_all_of(earlier, step) for earlier in before):
            yield draft.find("RB308", (*path, "steps", index), value=step.bound)
        elif any(_is_worse(earlier, step) and earlier.of(bounds) < step.of(bounds) for earlier in before if _same_way(earlier, step)):
            yield draft.find("RB311", (*path, "steps", index), value=before[-1].bound)


def _check_top(draft: Draft, path: Path, table: Stepped, bounds: Bounds) -> Iterator[Finding]:
    exact = [(index, step) for index, step in enumerate(table.steps) if step.equals is not None]
    if not exact or any(step.relation in {"≥", ">"} for step in table.steps):
        return
    index, top = max(exact, key=lambda each: each[1].bound)
    otherwise = table.otherwise.of(bounds)
    if otherwise < top.of(bounds):
        yield draft.find("RB305", (*path, "steps", index), value=top.bound, otherwise=otherwise)


def _same_way(one: Step, other: Step) -> bool:
    return {one.relation, other.relation} <= {"≥", ">"} or {one.relation, other.relation} <= {"≤", "<"}


def _is_worse(earlier: Step, later: Step) -> bool:
    """Return whether ``later`` takes what is less demanding than ``earlier``: lower for ≥ and >, higher for ≤ and <."""
    upward = earlier.relation in {"≥", ">"}
    return later.bound < earlier.bound if upward else later.bound > earlier.bound


def _takes_all_of(earlier: Step, later: Step) -> bool:
    """Return whether everything ``later`` would take fits ``earlier`` already."""
    if earlier.relation == "=":
        return later.relation == "=" and later.bound == earlier.bound
    upward = earlier.relation in {"≥", ">"}
    if later.relation != "=" and not _same_way(earlier, later):
        return False
    if later.bound == earlier.bound:
        return earlier.relation in {"≥", "≤"} or later.relation == earlier.relation
    return later.bound > earlier.bound if upward else later.bound < earlier.bound
