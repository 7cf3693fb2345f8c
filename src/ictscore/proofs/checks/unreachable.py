"""Branches that no answers lead into, and limits that never take effect."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.expr.branches import Branch, branches_of, branches_taken, expression_at
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Compare, Const, Expr, GroupExtreme, If, Labelled, NoValue
from ictscore.expr.text import expression_text
from ictscore.formulas.steps import Stepped
from ictscore.proofs.arms import how_taken, is_tried
from ictscore.proofs.boxes import Outcome
from ictscore.proofs.conditions import not_decided
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.places import place_of
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.scoring.criteria import derive
from ictscore.words import N_, phrase

MOST_TRIED = 150


def check_unreachable(this: Study) -> Iterator[Doubt]:
    """Yield the branches that are ruled out or left open, but for the guards that formula kinds put in by themselves."""
    for each in this.leaves:
        told: list[tuple[int, ...]] = []
        open_: list[tuple[int, ...]] = []
        untaken = set(_untaken_arms(each))
        for branch, *again in _written(each):
            if _is_inside(branch, told):
                continue
            end = _end(this, each, (branch, *again), untaken)
            if end == "open" and not _is_inside(branch, open_) and is_tried(this, each, branch):
                open_.append(_arm(branch))
                yield _undecided(this, each, branch)
            elif end == "never" and branch.way == "counts":
                yield from _idle_limit(this, each, branch)
            elif end == "never" and not _is_guard(each, branch) and not _is_the_rest(each, branch):
                told.append(_arm(branch))
                yield _never(this, each, branch)


def _written(each: ProvedLeaf) -> Iterator[list[Branch]]:
    """Yield the branches as they are written, outermost first, each with all places where the formula looks at it but for guards."""
    root, found = each.leaf.expr, dict[tuple[int, str], list[Branch]]()
    for branch in branches_of(root):
        found.setdefault((id(expression_at(root, branch.path)), branch.way), []).append(branch)
    for places in found.values():
        yield [branch for branch in places if not _is_guard(each, branch)] or places


def _arm(branch: Branch) -> tuple[int, ...]:
    """Return the path below which everything is inside the branch."""
    return (*branch.path, 1 if branch.way == "then" else 2) if branch.way in {"then", "else"} else branch.path


def _is_inside(branch: Branch, arms: Iterable[tuple[int, ...]]) -> bool:
    return any(branch.path[: len(arm)] == arm for arm in arms)


def _end(this: Study, each: ProvedLeaf, places: Sequence[Branch], untaken: Container[Branch]) -> Outcome:
    """Return whether a branch is ruled out wherever it stands, by intervals or boxes; anything but an open arm counts as shown else."""
    ends = set()
    for branch in places:
        if branch in each.taken:
            if branch not in untaken:
                return "shown"
            ends.add(how_taken(this, each, branch))
    if "shown" in ends or ("open" in ends and each.search.branches(set(places))):
        return "shown"
    return "open" if ends and ends != {"never"} else "never"


def _untaken_arms(each: ProvedLeaf) -> Iterator[Branch]:
    """Yield the arms of choices that intervals alone do not rule out and that nothing tried took; guards are left alone."""
    wanted = {branch for branch in each.taken if branch.way in {"then", "else"} and not _is_guard(each, branch)}
    spread = each.search.tried[:: max(1, len(each.search.tried) // MOST_TRIED)]
    for tried in spread if wanted else ():
        wanted -= set(branches_taken(derive(each.leaf, scope_for(each.leaf, tried.answers, tried.others))))
        if not wanted:
            return
    yield from wanted


def _undecided(this: Study, each: ProvedLeaf, branch: Branch) -> Doubt:
    condition, said = _said(each, branch)
    path, offset = place_of(this.draft, each, condition)
    what = phrase(N_("“{branch}” of {criterion}, at its place in the formula,"), branch=said, criterion=each.criterion.id)
    return not_decided(this, path, each.criterion.id, what, offset)


def _said(each: ProvedLeaf, branch: Branch) -> tuple[Expr, str]:
    """Return the condition of a branch, and what it has to come to, in words of the rulebook."""
    expr = expression_at(each.leaf.expr, branch.path)
    condition = expr.condition if isinstance(expr, If) else expr
    text = expression_text(condition)
    return condition, text if branch.way in {"then", "yes"} else f"not ({text})"


def _never(this: Study, each: ProvedLeaf, branch: Branch) -> Doubt:
    condition, said = _said(each, branch)
    path, offset = place_of(this.draft, each, condition)
    tried = _nearest(each, condition, wanted=branch.way in {"then", "yes"})
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
    if not isinstance(test, Compare) or any(test.span) or test.op != "=":
        return False
    return test.right == Const(Fraction(0)) or isinstance(test.right, GroupExtreme)


def _is_the_rest(each: ProvedLeaf, branch: Branch) -> bool:
    """Return whether the branch is what a table gives where no step fits: that has to be written even where the steps leave nothing."""
    formula, expr = each.criterion.formula, expression_at(each.leaf.expr, branch.path)
    if branch.way != "else" or not isinstance(formula, Stepped) or not isinstance(expr, If) or isinstance(expr.otherwise, If):
        return False
    return any(_is_row(expr.condition, step.relation, step.bound) for step in formula.steps)


def _is_row(condition: Expr, relation: str, bound: Fraction) -> bool:
    return isinstance(condition, Compare) and condition.op == relation and condition.right == Const(bound)
