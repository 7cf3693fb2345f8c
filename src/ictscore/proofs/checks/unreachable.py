"""Branches that no answers lead into, and limits that never take effect."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.expr.branches import Branch, branches_of, branches_taken, expression_at
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Compare, Const, Expr, GroupExtreme, If, Labelled, NoValue
from ictscore.expr.text import expression_text
from ictscore.formulas.steps import Stepped
from ictscore.proofs.arms import is_never_taken
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.places import place_of
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.scoring.criteria import derive

MOST_TRIED = 150


def check_unreachable(this: Study) -> Iterator[Doubt]:
    """Yield the branches that are ruled out, but for the guards that formula kinds put in by themselves."""
    for each in this.leaves:
        told: list[tuple[int, ...]] = []
        open_arms = set(_open_arms(each))
        for branch in branches_of(each.leaf.expr):
            if any(branch.path[: len(path)] == path for path in told) or (
                branch in each.taken and not (branch in open_arms and is_never_taken(this, each, branch))
            ):
                continue
            if branch.way == "counts":
                yield from _idle_limit(this, each, branch)
            elif not _is_guard(each, branch) and not _is_the_rest(each, branch):
                told.append((*branch.path, 1 if branch.way == "then" else 2) if branch.way in {"then", "else"} else branch.path)
                yield _never(this, each, branch)


def _open_arms(each: ProvedLeaf) -> Iterator[Branch]:
    """Yield the arms of choices that intervals alone do not rule out and that nothing tried took; guards are left alone."""
    if any(isinstance(node, GroupExtreme) for node in each.leaf.expr.walk()):
        return
    wanted = {branch for branch in each.taken if branch.way in {"then", "else"} and not _is_guard(each, branch)}
    spread = each.search.tried[:: max(1, len(each.search.tried) // MOST_TRIED)]
    for tried in spread if wanted else ():
        wanted -= set(branches_taken(derive(each.leaf, scope_for(each.leaf, tried.answers))))
        if not wanted:
            return
    yield from wanted


def _never(this: Study, each: ProvedLeaf, branch: Branch) -> Doubt:
    expr = expression_at(each.leaf.expr, branch.path)
    condition = expr.condition if isinstance(expr, If) else expr
    wanted = branch.way in {"then", "yes"}
    path, offset = place_of(this.draft, each, condition)
    text = expression_text(condition)
    said = text if wanted else f"not ({text})"
    tried = _nearest(each, condition, wanted=wanted)
    examples = (this.example(each, tried),) if tried is not None else ()
    return doubt(this.draft, "RB704", path, each.criterion.id, *examples, offset=offset, branch=said)


def _nearest(each: ProvedLeaf, condition: Expr, *, wanted: bool) -> Tried | None:
    """Return answers for which the condition by itself holds (though other branches come first), else those with the most points."""
    for tried in each.search.tried:
        if tried.status == "scored" and evaluate(condition, scope_for(each.leaf, tried.answers, tried.others)).value is wanted:
            return tried
    return each.search.most()


def _idle_limit(this: Study, each: ProvedLeaf, branch: Branch) -> Iterator[Doubt]:
    """Yield a limit written by the author (not the maximum itself, of which RB702 tells) that never counts."""
    limit = expression_at(each.leaf.expr, branch.path)
    if isinstance(limit, Const) and isinstance(limit.value, Fraction) and limit.value != each.criterion.max_points:
        most = each.search.most()
        examples = (this.example(each, most),) if most is not None else ()
        path, offset = place_of(this.draft, each, limit)
        yield doubt(this.draft, "RB705", path, each.criterion.id, *examples, offset=offset, cap=limit.value)


def _is_guard(each: ProvedLeaf, branch: Branch) -> bool:
    """Return whether the branch belongs to a test that a formula kind puts in by itself: for a denominator of 0, or for a fault."""
    root = each.leaf.expr
    for length in range(len(branch.path), -1, -1):
        expr = expression_at(root, branch.path[:length])
        if isinstance(expr, If):
            arms = [arm.of if isinstance(arm, Labelled) else arm for arm in (expr.then, expr.otherwise)]
            inside_condition = length == len(branch.path) or branch.path[length] == 0
            if inside_condition and (any(isinstance(arm, NoValue) for arm in arms) or _is_zero_test(each, expr)):
                return True
    return False


def _is_zero_test(each: ProvedLeaf, expr: If) -> bool:
    """Return whether the choice is the guard of a denominator, or one that a relative criterion needs: no row of a table."""
    formula = each.criterion.formula
    if isinstance(formula, Stepped) and any(_is_row(expr.condition, step.relation, step.bound) for step in formula.steps):
        return False
    test = expr.condition
    return isinstance(test, Compare) and not any(test.span) and test.op == "=" and test.right == Const(Fraction(0))


def _is_the_rest(each: ProvedLeaf, branch: Branch) -> bool:
    """Return whether the branch is what a table gives where no step fits: that has to be written even where the steps leave nothing."""
    formula, expr = each.criterion.formula, expression_at(each.leaf.expr, branch.path)
    if branch.way != "else" or not isinstance(formula, Stepped) or not isinstance(expr, If) or isinstance(expr.otherwise, If):
        return False
    return any(_is_row(expr.condition, step.relation, step.bound) for step in formula.steps)


def _is_row(condition: Expr, relation: str, bound: Fraction) -> bool:
    return isinstance(condition, Compare) and condition.op == relation and condition.right == Const(bound)
