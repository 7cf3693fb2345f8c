"""What can be proved of two formulas of many answers from their shape: the same with other numbers in it, a sum with other weights."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from ictscore.diff.normal import Form, normal_form
from ictscore.diff.sampling import Specs, bounds_of
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Const,
    CountTrue,
    Divide,
    Expr,
    Greatest,
    GroupExtreme,
    If,
    Labelled,
    Least,
    Mean,
    Multiply,
    NoValue,
    Subtract,
)

Order = Literal["same", "more", "less", "both", "open"]

_ONE: Form = ("constant", "Fraction", Fraction(1))


def proved_order(old: Expr, new: Expr, specs: Specs) -> Order:
    """Return *same*, *more* or *less* where that is proved for all answers there can be, else *open*."""
    return _Prover(specs).order(old, new)


def scale_between(old: Expr, new: Expr) -> Fraction | None:
    """Return the factor by which a formula is as a whole multiplied, or None where it is not.

    What never falls below 0 is raised by a factor above 1 and lowered by one below, whatever it hangs on.
    """
    factors = set(_factors(_bare(old), _bare(new)))
    only = factors.pop() if len(factors) == 1 else None
    return only if only is not None and only > 0 else None


def _factors(old: Expr, new: Expr) -> Iterator[Fraction | None]:
    """Yield the factor of every branch that gives something; None where there is none."""
    if isinstance(old, If) and isinstance(new, If) and normal_form(old.condition) == normal_form(new.condition):
        yield from _factors(_bare(old.then), _bare(new.then))
        yield from _factors(_bare(old.otherwise), _bare(new.otherwise))
        return
    if isinstance(old, NoValue) and isinstance(new, NoValue):
        yield from () if old.kind == new.kind else (None,)
        return
    first, second = ({form: weight for form, (weight, _) in _weights(each).items() if weight} for each in (old, new))
    if first.keys() != second.keys():
        yield None
    else:
        yield from (second[form] / first[form] for form in first)


class _Prover:
    """Proves order by shape; whatever it cannot prove is open."""

    def __init__(self, specs: Specs) -> None:
        self.specs = specs

    def order(self, old: Expr, new: Expr) -> Order:
        """Return how the new expression stands to the old one."""
        old, new = _bare(old), _bare(new)
        if normal_form(old) == normal_form(new):
            return "same"
        if isinstance(old, If) and isinstance(new, If) and normal_form(old.condition) == normal_form(new.condition):
            return _joined(self.order(old.then, new.then), self.order(old.otherwise, new.otherwise))
        if isinstance(old, (Least, Greatest)) and type(old) is type(new) and isinstance(new, (Least, Greatest)):
            found = self._of_terms(old, new)
            if found != "open":
                return found
        return self._of_sums(old, new)

    def _of_terms(self, old: Least | Greatest, new: Least | Greatest) -> Order:
        """Return the order of two least or greatest of as many terms, term by term, equal ones first."""
        left, right = _apart(list(old.terms), list(new.terms))
        if len(left) == len(right):
            order: Order = "same"
            for first, second in zip(left, right, strict=True):
                order = _joined(order, self.order(first, second))
            return order
        if not left or not right:
            return "more" if bool(right) == isinstance(old, Greatest) else "less"
        return "open"

    def _of_sums(self, old: Expr, new: Expr) -> Order:
        """Return the order of two weighted sums of things that are never negative, by their weights; else term by term."""
        sums = [_weights(each) for each in (old, new)]
        order: Order = "same"
        for form in {**sums[0], **sums[1]}:
            (weight_old, thing), (weight_new, other) = (each.get(form, (Fraction(0), None)) for each in sums)
            if weight_old != weight_new:
                known = thing or other
                assert known is not None
                if not self.is_never_negative(known):
                    return "open"
                order = _joined(order, "more" if weight_new > weight_old else "less")
        return order

    def is_never_negative(self, expr: Expr) -> bool:
        """Return whether an expression is proved never to be negative, wherever it has a value."""
        expr = _bare(expr)
        if isinstance(expr, Const):
            return isinstance(expr.value, Fraction) and expr.value >= 0
        if isinstance(expr, AnswerTo):
            return self._least_of(expr.id) >= 0
        if isinstance(expr, If):
            return self.is_never_negative(expr.then) and self.is_never_negative(expr.otherwise)
        if isinstance(expr, Greatest):
            return any(map(self.is_never_negative, expr.terms))
        inner = expr.of if isinstance(expr, GroupExtreme) else None
        parts = [inner] if inner is not None else list(expr.children())
        return (isinstance(expr, _KEEP_SIGN) and all(map(self.is_never_negative, parts))) or isinstance(expr, CountTrue)

    def _least_of(self, answer: str) -> Fraction:
        """Return the least an answer can be; −1 where nothing is known of it."""
        spec = self.specs.get(answer)
        low = None if spec is None else bounds_of(spec)[0]
        return Fraction(-1) if low is None else low


_KEEP_SIGN = (Add, Mean, Least, Multiply, Divide, GroupExtreme)
"""Operations that give nothing negative where nothing in them is negative."""


def _bare(expr: Expr) -> Expr:
    while isinstance(expr, Labelled):
        expr = expr.of
    return expr


def _joined(first: Order, second: Order) -> Order:
    """Return the order of two cases together; one more and one less proves nothing about which cases there are."""
    if first == "same":
        return second
    return first if second in {"same", first} else "open"


def _apart(old: list[Expr], new: list[Expr]) -> tuple[list[Expr], list[Expr]]:
    """Return the terms of either side that the other does not have."""
    forms = [normal_form(each) for each in old]
    left_over = []
    for each in new:
        form = normal_form(each)
        if form in forms:
            old = [*old[: forms.index(form)], *old[forms.index(form) + 1 :]]
            forms.remove(form)
        else:
            left_over.append(each)
    return old, left_over


def _weights(expr: Expr) -> dict[Form, tuple[Fraction, Expr]]:
    """Return an expression as a sum of things with their weights, by the normal form of the thing."""
    found: dict[Form, tuple[Fraction, Expr]] = {}
    for weight, thing in _terms(expr, Fraction(1)):
        form = _ONE if isinstance(thing, Const) else normal_form(thing)
        before = found.get(form, (Fraction(0), thing))[0]
        found[form] = (before + weight, thing)
    return found


def _terms(expr: Expr, weight: Fraction) -> Iterator[tuple[Fraction, Expr]]:
    expr = _bare(expr)
    if isinstance(expr, Const) and isinstance(expr.value, Fraction):
        yield weight * expr.value, Const(Fraction(1))
    elif isinstance(expr, If) and _number(expr.then) is not None and _number(expr.otherwise) is not None:
        yield from _indicator(expr, weight)
    else:
        inside = list(_inside(expr))
        for factor, term in inside:
            yield from _terms(term, weight * factor)
        if not inside:
            yield weight, expr


def _inside(expr: Expr) -> Iterator[tuple[Fraction, Expr]]:
    """Yield the terms an expression is a weighted sum of, or nothing where it is no such sum."""
    if isinstance(expr, Add):
        yield from ((Fraction(1), term) for term in expr.terms)
    elif isinstance(expr, Mean):
        yield from ((Fraction(1, len(expr.terms)), term) for term in expr.terms)
    elif isinstance(expr, Subtract):
        yield from ((Fraction(1), expr.left), (Fraction(-1), expr.right))
    elif isinstance(expr, Multiply) and (factor := _number(expr.left)) is not None:
        yield factor, expr.right
    elif isinstance(expr, Multiply) and (factor := _number(expr.right)) is not None:
        yield factor, expr.left
    elif isinstance(expr, Divide) and (factor := _number(expr.right)):
        yield 1 / factor, expr.left


def _indicator(expr: If, weight: Fraction) -> Iterator[tuple[Fraction, Expr]]:
    """Yield points for a condition as the lesser of the two, and the rest for whether it holds."""
    then, otherwise = _number(expr.then), _number(expr.otherwise)
    assert then is not None
    assert otherwise is not None
    yield weight * otherwise, Const(Fraction(1))
    yield weight * (then - otherwise), If(expr.condition, Const(Fraction(1)), Const(Fraction(0)))


def _number(expr: Expr) -> Fraction | None:
    form = normal_form(expr)
    return form[2] if form[0] == "constant" and isinstance(form[2], Fraction) and not isinstance(form[2], bool) else None
