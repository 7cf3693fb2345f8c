"""The branches of an expression: both ways of every choice, both outcomes of every joined condition, every value a cap can pick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ictscore.expr.derivation import Derivation
from ictscore.expr.nodes import Both, CountTrue, Either, Expr, Greatest, GroupExtreme, If, Least

Way = Literal["then", "else", "yes", "no", "counts"]


@dataclass(frozen=True, slots=True, order=True)
class Branch:
    """One way through an expression: where (the positions of children from the root), and which way."""

    path: tuple[int, ...]
    way: Way


def branches_of(expr: Expr, path: tuple[int, ...] = ()) -> Iterator[Branch]:
    """Yield every branch of ``expr``, outermost first; what other units are asked for by a group's extreme is no way through it."""
    if isinstance(expr, GroupExtreme):
        return
    if isinstance(expr, If):
        yield Branch(path, "then")
        yield Branch(path, "else")
    for index, child in enumerate(expr.children()):
        if isinstance(expr, (Both, Either, CountTrue)):
            yield Branch((*path, index), "yes")
            yield Branch((*path, index), "no")
        elif isinstance(expr, (Least, Greatest)):
            yield Branch((*path, index), "counts")
        yield from branches_of(child, (*path, index))


def branches_taken(derivation: Derivation, path: tuple[int, ...] = ()) -> Iterator[Branch]:
    """Yield every branch that an evaluation went through; of a least or greatest, each term that has the value that counts."""
    expr = derivation.expr
    if isinstance(expr, If):
        yield from _of_choice(derivation, path)
        return
    for index, part in enumerate(derivation.parts):
        here = (*path, index)
        if isinstance(expr, (Both, Either, CountTrue)) and isinstance(part.value, bool):
            yield Branch(here, "yes" if part.value else "no")
        elif isinstance(expr, (Least, Greatest)) and isinstance(part.value, Fraction) and part.value == derivation.value:
            yield Branch(here, "counts")
        yield from branches_taken(part, here)


def _of_choice(derivation: Derivation, path: tuple[int, ...]) -> Iterator[Branch]:
    """Yield the way a choice took; the branch not taken was not looked at, so the second part is the one that was."""
    condition, *taken = derivation.parts
    yield from branches_taken(condition, (*path, 0))
    for part in taken:
        yield Branch(path, "then" if condition.value else "else")
        yield from branches_taken(part, (*path, 1 if condition.value else 2))


def expression_at(expr: Expr, path: tuple[int, ...]) -> Expr:
    """Return the expression a path of positions leads to."""
    for position in path:
        expr = tuple(expr.children())[position]
    return expr
