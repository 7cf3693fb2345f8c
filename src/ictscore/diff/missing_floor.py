"""What a changed least of points, or a formula that asks for other answers, is for the units that do not answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ictscore.diff.links import expressions_of
from ictscore.diff.normal import Form, normal_form
from ictscore.diff.severities import Severity
from ictscore.expr.nodes import AnswerTo, Both, Either, Expr, GroupExtreme, If, Labelled, NoValue, OfMembers
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


def other_questions(old: Criterion, new: Criterion) -> tuple[Severity, ...]:
    """Return what it is for units without an answer that a formula asks for it where it did not, or no longer: they have the least points.

    Among points that may be below nothing that may be more as well.
    """
    if old.formula is None or new.formula is None or all(each.on_missing == "error" for each in (old, new)):
        return ()
    exprs = old.formula.to_expr(old.bounds), new.formula.to_expr(new.bounds)
    before, after = (frozenset(_needed(each)) for each in exprs)
    always = tuple(map(_always, exprs))
    is_plain = min(old.min_points, new.min_points) >= 0
    further: Severity = "stricter" if is_plain else "open"
    fewer: Severity = "generous" if is_plain else "open"
    is_asked = any(name not in always[0] for name, _ in after - before)
    was_asked = any(name not in always[1] for name, _ in before - after)
    return (*[further] * is_asked, *[fewer] * was_asked)


Guards = tuple[tuple[Form, bool], ...]
"""The conditions on the way to where an answer is looked at, outermost first, each with what it came to."""


def _needed(expr: Expr, guards: Guards = ()) -> Iterator[tuple[str, Guards]]:
    """Yield the answers that an expression looks at, each with the conditions under which it does."""
    if isinstance(expr, AnswerTo):
        yield expr.id, guards
    elif isinstance(expr, If):
        form = normal_form(expr.condition)
        yield from _needed(expr.condition, guards)
        yield from _needed(expr.then, (*guards, (form, True)))
        yield from _needed(expr.otherwise, (*guards, (form, False)))
    elif not isinstance(expr, GroupExtreme):
        inside = (*guards, (normal_form(expr), True)) if isinstance(expr, (Both, Either)) else guards
        for child in expr.children():
            yield from _needed(child, inside)


def _always(expr: Expr) -> frozenset[str]:
    """Return the answers without which an expression gives no points, whatever the others are; an arm without a value gives none anyway."""
    if isinstance(expr, AnswerTo):
        return frozenset({expr.id})
    if isinstance(expr, If):
        arms = [_always(each) for each in (expr.then, expr.otherwise) if not isinstance(_bare(each), NoValue)]
        return _always(expr.condition).union(frozenset.intersection(*arms) if arms else ())
    if isinstance(expr, (Both, Either, GroupExtreme)):
        return frozenset()
    return frozenset().union(*map(_always, expr.children()))


def _bare(expr: Expr) -> Expr:
    return _bare(expr.of) if isinstance(expr, Labelled) else expr
