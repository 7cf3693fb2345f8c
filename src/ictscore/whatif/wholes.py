"""What answers can still be when others are so much: a part is no more than its whole, and a whole no less than its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.nodes import Add, AnswerTo, Const, Expr, Labelled, Subtract
from ictscore.expr.values import Blank, Value
from ictscore.formulas.formula import Share

Terms = dict[str, Fraction]
"""How often a sum takes each answer; ``""`` is the number beside them."""


@dataclass(frozen=True, slots=True)
class AtMost:
    """A sum of answers, each taken so many times, that is never more than ``limit``."""

    terms: Terms
    limit: Fraction


def at_most_of(share: Share, free: Iterable[str], values: Mapping[str, Value]) -> AtMost | None:
    """Return what a part and its whole say about the ``free`` answers, all of them numbers; None where that is nothing certain."""
    part, whole = _terms_of(share.of), _terms_of(share.over)
    if share.capped or part is None or whole is None:
        return None
    names, terms = set(free), {name: part.get(name, ZERO) - whole.get(name, ZERO) for name in (*part, *whole)}
    limit = -terms.pop("", ZERO)
    for name in terms.keys() - names:
        value = values.get(name)
        if not isinstance(value, Fraction) or isinstance(value, Blank):
            return None
        limit -= terms[name] * value
    moving = {name: each for name, each in terms.items() if each and name in names}
    return AtMost(moving, limit) if moving else None


def _terms_of(expr: Expr) -> Terms | None:
    match expr:
        case Labelled():
            return _terms_of(expr.of)
        case Const() if isinstance(expr.value, Fraction):
            return {"": expr.value}
        case AnswerTo():
            return {expr.id: Fraction(1)}
        case Add():
            return _summed([(_terms_of(each), 1) for each in expr.terms])
        case Subtract():
            return _summed([(_terms_of(expr.left), 1), (_terms_of(expr.right), -1)])
    return None


def _summed(parts: Iterable[tuple[Terms | None, int]]) -> Terms | None:
    found: Terms = {}
    for terms, sign in parts:
        if terms is None:
            return None
        for name, each in terms.items():
            found[name] = found.get(name, ZERO) + sign * each
    return found
