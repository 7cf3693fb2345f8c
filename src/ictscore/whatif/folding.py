"""Expressions of a unit whose own answers stay: what they come to stands in their place, what the group's values decide is left."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ictscore.expr.nodes import Const, Expr, GroupExtreme, If, Labelled
from ictscore.whatif.reach import View, reach


def folded(expr: Expr, view: View) -> Expr:
    """Return an expression that reaches the same, whatever the extremes are; ``view`` is asked for everything but these.

    What hangs on no extreme and has one value is that value, and a branch that is surely taken stands alone. The extremes are the very
    objects they were.
    """
    match expr:
        case GroupExtreme():
            return expr
        case Labelled():
            return folded(expr.of, view)
        case If():
            return _chosen(replace(expr, **_folded_parts(expr, view)))
    if any(isinstance(node, GroupExtreme) for node in expr.walk()):
        return replace(expr, **_folded_parts(expr, view))
    return _settled(expr, view)


def _chosen(expr: If) -> Expr:
    if isinstance(expr.condition, Const):
        return expr.then if expr.condition.value is True else expr.otherwise
    return expr


def _settled(expr: Expr, view: View) -> Expr:
    """Return the one value that an expression has, or the expression where it has none, or several."""
    found = reach(expr, view)
    if not found.blanks and not found.words and found.span is not None and found.span[0] is not None and found.span[0] == found.span[1]:
        return Const(found.span[0])
    if not found.blanks and found.span is None and len(found.words) == 1:
        return Const(next(iter(found.words)))
    return expr


def _folded_parts(expr: Expr, view: View) -> dict[str, Any]:
    names: tuple[str, ...] = expr.__match_args__
    return {name: _folded_part(getattr(expr, name), view) for name in names}


def _folded_part(part: Any, view: View) -> Any:
    if isinstance(part, Expr):
        return folded(part, view)
    return tuple(_folded_part(each, view) for each in part) if isinstance(part, tuple) else part
