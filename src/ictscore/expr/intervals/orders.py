"""Which of two expressions can never be above the other: by what was shown on the way, and by their form."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.relations import OPPOSITE, is_possible
from ictscore.expr.nodes import Add, Compare, Const, Divide, Expr, Labelled, Multiply, Subtract

Read = Callable[[Expr, Knowledge], Possible]
"""Returns what an expression may come to, and notes no branch."""

_BELOW_NOUGHT = Range(high=Fraction(0), high_open=True)


def range_of(read: Read, expr: Expr, known: Knowledge) -> Range:
    """Return the numbers that ``expr`` may come to."""
    found = read(expr, known).numbers
    return found if found is not None else Range(Fraction(0), Fraction(0), low_open=True, high_open=True)


def at_most(read: Read, less: Expr, more: Expr, known: Knowledge) -> bool | None:
    """Return None where ``less`` may be above ``more``, else whether it is always strictly less."""
    if (less, more) in known.at_most:
        return known.at_most[less, more]
    if less == more:
        return False
    by_form = _less_by_form(read, less, more, known)
    return by_form if by_form is not None else _less_by_facts(read, less, more, known)


def _less_by_form(read: Read, less: Expr, more: Expr, known: Knowledge) -> bool | None:
    """Return what the form of two expressions says of their order: a − b is at most a, a − c at most b − c where a is at most b."""
    if not isinstance(less, Subtract):
        return None
    if less.left == more and _not_negative(read, less.right, known):
        return False
    if isinstance(more, Subtract) and less.right == more.right:
        return at_most(read, less.left, more.left, known)
    if isinstance(more, Subtract) and less.left == more.left:
        return at_most(read, more.right, less.right, known)
    return None


def _less_by_facts(read: Read, less: Expr, more: Expr, known: Knowledge) -> bool | None:
    """Return what follows from two facts, or from one about a sum: of terms that are not negative, each is at most the whole."""
    for (part, whole), strict in known.at_most.items():
        if part == less and (whole, more) in known.at_most:
            return strict or known.at_most[whole, more]
        if whole == more and isinstance(part, Add) and less in part.terms:
            others = [each for each in part.terms if each != less]
            if len(others) == len(part.terms) - 1 and all(_not_negative(read, each, known) for each in others):
                return strict
    return None


def _not_negative(read: Read, expr: Expr, known: Knowledge) -> bool:
    return range_of(read, expr, known).meet(_BELOW_NOUGHT).is_empty


def of_order(read: Read, expr: Compare, left: Range, right: Range, known: Knowledge) -> set[bool]:
    """Return which answers a comparison of two numbers may have."""
    if left.is_empty or right.is_empty:
        return set()
    found = {truth for truth in (True, False) if is_possible(expr.op if truth else OPPOSITE[expr.op], left, right)}
    for less, more, ways in ((expr.left, expr.right, ("≤", "<", ">", "≥")), (expr.right, expr.left, ("≥", ">", "<", "≤"))):
        strict = at_most(read, less, more, known)
        if strict is None:
            continue
        always, if_strict, never, never_if_strict = ways
        if expr.op == always or (strict and expr.op == if_strict):
            found &= {True}
        if expr.op == never or (strict and expr.op == never_if_strict) or (strict and expr.op == "="):
            found &= {False}
        if strict and expr.op == "≠":
            found &= {True}
    return found


def weighted_shares(read: Read, children: tuple[Expr, ...], known: Knowledge) -> Range | None:
    """Return the bound of Σ weight × part ÷ whole where the parts together are known to be at most the whole."""
    pairs = [_weighted(child) for child in children]
    found = [pair for pair in pairs if pair is not None]
    if len(found) != len(children) or len({pair[2] for pair in found}) != 1:
        return None
    parts, whole = tuple(pair[1] for pair in found), found[0][2]
    positive = all(range_of(read, part, known).meet(_BELOW_NOUGHT).is_empty for part in parts)
    together = parts[0] if len(parts) == 1 else Add(parts)
    if not positive or at_most(read, together, whole, known) is None or any(pair[0] < 0 for pair in found):
        return None
    return Range(Fraction(0), max(pair[0] for pair in found))


def _weighted(expr: Expr) -> tuple[Fraction, Expr, Expr] | None:
    """Return weight, part and whole where ``expr`` is weight × part ÷ whole."""
    if isinstance(expr, Labelled):
        return _weighted(expr.of)
    if isinstance(expr, Divide):
        return Fraction(1), expr.left, expr.right
    if isinstance(expr, Multiply) and isinstance(expr.left, Divide) and isinstance(expr.right, Const):
        weight = expr.right.value
        return (weight, expr.left.left, expr.left.right) if isinstance(weight, Fraction) else None
    return None
