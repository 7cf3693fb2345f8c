"""Where in the file an operation of a formula was written."""

from __future__ import annotations

from ictscore.expr.nodes import Compare, Const, Expr
from ictscore.formulas.choice import Choice
from ictscore.formulas.steps import Stepped
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.rulebook.draft import Draft, Path


def place_of(draft: Draft, proved: ProvedLeaf, expr: Expr) -> tuple[Path, int]:
    """Return the path of what ``expr`` was written as, and how many characters into its text; else the path of the formula."""
    formula_path: Path = (*proved.path, "formula")
    formula = proved.criterion.formula
    if isinstance(formula, Stepped) and isinstance(expr, Compare):
        for index, step in enumerate(formula.steps):
            if step.relation == expr.op and Const(step.bound) == expr.right:
                return (*formula_path, "steps", index), 0
    if isinstance(formula, Choice) and isinstance(expr, Compare) and isinstance(expr.right, Const):
        return (*formula_path, "points" if formula.points is not None else "shares", str(expr.right.value)), 0
    if any(expr.span):
        for placed in draft.expressions():
            if placed.path[: len(proved.path)] == proved.path and any(node is expr for node in placed.expr.walk()):
                return placed.path, expr.span[0]
    return formula_path, 0
