"""Whether a new formula gives more or less than an old one: proved, shown by examples, or said to be open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Literal

from ictscore.diff.lines import Line, NotStraight, gap_breaks, tried_numbers
from ictscore.diff.monotone import proved_order, scale_between
from ictscore.diff.normal import normal_form
from ictscore.diff.sampling import (
    Answers,
    Specs,
    Unknown,
    bounds_of,
    drawn_answers,
    finite_values,
    hangs_on_answers_alone,
    names_in,
    value_of,
)
from ictscore.expr.nodes import AnswerTo, Compare, Const, Divide, Expr
from ictscore.expr.values import Blank, Value
from ictscore.formulas.formula import Bounds

Order = Literal["same", "more", "less", "both", "open"]
MOST_CASES = 4096


@dataclass(frozen=True, slots=True)
class Example:
    """Answers for which two formulas part, and what each gives."""

    answers: tuple[tuple[str, Value], ...]
    old: Fraction
    new: Fraction


@dataclass(frozen=True, slots=True)
class Ordering:
    """How a new formula stands to an old one, with an example where it gives more and one where it gives less, if they are known."""

    order: Order
    more: Example | None = None
    less: Example | None = None


SAME, OPEN = Ordering("same"), Ordering("open")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A formula and the bounds of its criterion; what lies outside them is a fault of the data, not points."""

    expr: Expr
    bounds: Bounds

    def at(self, answers: Answers) -> Value:
        """Return the points for some answers."""
        value = value_of(self.expr, answers)
        if isinstance(value, Fraction) and not self.bounds.low <= value <= self.bounds.high:
            return Blank("fault")
        return value


def ordering_of(old: Bounded, new: Bounded, specs: Specs) -> Ordering:
    """Return how ``new`` stands to ``old``: *same*, *more* and *less* are proved, *both* is shown by two examples, else it is *open*."""
    exprs = old.expr, new.expr
    if normal_form(old.expr) == normal_form(new.expr):
        return SAME if old.bounds.low == new.bounds.low else _alike_within(old, new, specs)
    scale = scale_between(*exprs) if min(old.bounds.low, new.bounds.low) >= 0 else None
    proved: Order = proved_order(*exprs, specs) if scale is None else "more" if scale > 1 else "less"
    if _can_be_tried(old, new, specs):
        tried = _tried(old, new, specs)
        return tried if tried is not None else _with_examples(proved, old, new, specs)
    return Ordering(proved)


def _alike_within(old: Bounded, new: Bounded, specs: Specs) -> Ordering:
    """Return how the same formula stands within another least of points: what lies below it is a fault."""
    tried = _tried(old, new, specs) if _can_be_tried(old, new, specs) else None
    return SAME if tried is None else tried


def _can_be_tried(old: Bounded, new: Bounded, specs: Specs) -> bool:
    exprs = old.expr, new.expr
    return all(name in specs for name in names_in(*exprs)) and all(map(hangs_on_answers_alone, exprs))


def _tried(old: Bounded, new: Bounded, specs: Specs) -> Ordering | None:
    """Return what comes out of trying every case that decides, or None where there are too many or they do not decide."""
    cases = _deciding_cases(old, new, specs)
    if cases is None:
        return None
    seen = _Seen()
    for answers in cases:
        if not seen.look(old.at(answers), new.at(answers), answers):
            return OPEN
    return seen.ordering()


class _Seen:
    """What trying cases has shown so far."""

    def __init__(self) -> None:
        self.more: Example | None = None
        self.less: Example | None = None
        self.faults = False

    def look(self, old: Value, new: Value, answers: Answers) -> bool:
        """Take in a case; return whether the two can be compared there.

        Where one of them finds a fault in the data there are no points to compare; the others decide, if they differ.
        """
        if isinstance(old, Blank) or isinstance(new, Blank):
            kinds = {each.kind if isinstance(each, Blank) else "" for each in (old, new)}
            self.faults = self.faults or ("fault" in kinds and len(kinds) > 1)
            return len(kinds) == 1 or "fault" in kinds
        if isinstance(old, Fraction) and isinstance(new, Fraction) and old != new:
            example = Example(tuple(sorted(answers.items())), old, new)
            if new > old:
                self.more = self.more or example
            else:
                self.less = self.less or example
        return True

    def ordering(self) -> Ordering:
        """Return what all cases together show."""
        alike: Order = "open" if self.faults else "same"
        order: Order = "both" if self.more and self.less else "more" if self.more else "less" if self.less else alike
        return Ordering(order, self.more, self.less)


def _with_examples(order: Order, old: Bounded, new: Bounded, specs: Specs) -> Ordering:
    """Return a proved order with examples; what could not be proved is *both* where examples show it."""
    seen = _Seen()
    for answers in drawn_answers((old.expr, new.expr), specs):
        seen.look(old.at(answers), new.at(answers), answers)
        if (seen.more or order == "less") and (seen.less or order == "more"):
            break
    if order == "open" and seen.more and seen.less:
        return seen.ordering()
    return Ordering(order, seen.more if order in {"more", "open"} else None, seen.less if order in {"less", "open"} else None)


def _deciding_cases(old: Bounded, new: Bounded, specs: Specs) -> Iterator[dict[str, Value]] | None:
    names = names_in(old.expr, new.expr)
    few = [name for name in names if finite_values(specs[name]) is not None]
    numbers = [name for name in names if name not in few]
    choices = [[(name, value) for value in finite_values(specs[name]) or ()] for name in few]
    count = 1
    for each in choices:
        count *= len(each)
    if count > MOST_CASES or len(numbers) > 2:  # noqa: PLR2004 - one number, or two that stand in a ratio
        return None
    combined = [dict(each) for each in product(*choices)]
    if not numbers:
        return iter(combined)
    along = _along_one if len(numbers) == 1 else _along_a_ratio
    try:
        return iter([{**fixed, **moving} for fixed in combined for moving in along(old, new, fixed, numbers, specs)])
    except (NotStraight, Unknown):
        return None


def _along_one(old: Bounded, new: Bounded, fixed: dict[str, Value], numbers: list[str], specs: Specs) -> Iterator[dict[str, Value]]:
    [name] = numbers
    low, high = bounds_of(specs[name])
    line = Line(low, high, specs[name].type == "count", _At(name, fixed), lambda expr: name in names_in(expr))
    for number in _tried_numbers(line, old, new):
        yield {name: number}


def _along_a_ratio(old: Bounded, new: Bounded, fixed: dict[str, Value], numbers: list[str], specs: Specs) -> Iterator[dict[str, Value]]:
    """Yield cases of two numbers that only ever stand in a ratio or are compared with each other: the one runs, the other is 1, or 0."""
    if any(bounds_of(specs[name]) not in {(Fraction(0), None), (Fraction(1), None)} for name in numbers):
        raise NotStraight
    under, over = _under_and_over(old.expr, new.expr, numbers)
    line = Line(Fraction(0), None, False, _At(over, {**fixed, under: Fraction(1)}), lambda expr: over in names_in(expr))  # noqa: FBT003 - a field
    for number in _tried_numbers(line, old, new):
        yield {over: Fraction(number.numerator), under: Fraction(number.denominator)}
    if bounds_of(specs[under])[0] == 0:
        for each in (Fraction(0), Fraction(1)):
            yield {over: each, under: Fraction(0)}


def _under_and_over(old: Expr, new: Expr, numbers: list[str]) -> tuple[str, str]:
    for under, over in (numbers, numbers[::-1]):
        if all(_only_ratios(expr, frozenset(numbers), under) for expr in (old, new)):
            return under, over
    raise NotStraight


def _tried_numbers(line: Line, old: Bounded, new: Bounded) -> Iterator[Fraction]:
    limits = {Const(each) for side in (old, new) for each in (side.bounds.low, side.bounds.high)}
    yield from tried_numbers(line, gap_breaks(line, old.expr, new.expr, limits))


@dataclass(frozen=True, slots=True)
class _At:
    """Finds the value of an expression where one answer is a number and the others are fixed."""

    name: str
    fixed: Answers

    def __call__(self, expr: Expr, number: Fraction) -> Value:
        return value_of(expr, {**self.fixed, self.name: number})


def _only_ratios(expr: Expr, numbers: frozenset[str], under: str) -> bool:
    """Return whether scaling both numbers alike changes nothing: they stand in quotients by ``under`` and in comparisons of the two."""
    if not numbers & set(names_in(expr)):
        return True
    if isinstance(expr, Divide):
        return _is_linear(expr.left, numbers) and expr.right == AnswerTo(under)
    if isinstance(expr, Compare) and _is_linear(expr.left, numbers) and _is_linear(expr.right, numbers):
        return True
    if isinstance(expr, AnswerTo):
        return False
    return all(_only_ratios(child, numbers, under) for child in expr.children())


def _is_linear(expr: Expr, numbers: frozenset[str]) -> bool:
    """Return whether an expression doubles where both numbers double: the numbers themselves, their sums and differences, or 0."""
    form = normal_form(expr)
    if form[0] == "constant":
        return form[2] == 0
    if isinstance(expr, AnswerTo):
        return expr.id in numbers
    kind = type(expr).__name__
    return kind in {"Add", "Subtract", "Least", "Greatest", "Labelled"} and all(_is_linear(child, numbers) for child in expr.children())
