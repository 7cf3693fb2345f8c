"""The answers worth trying for a formula: its own numbers, what lies just beside them, and the ends of what the questions accept."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from ictscore.expr.intervals.ranges import Range
from ictscore.expr.nodes import AnswerTo, Const, Divide, Expr, Given
from ictscore.expr.values import Value
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.domains import range_of_answer

MOST_TRIALS = 4_000
LARGEST_WHOLE = 50_000
FEW = 12
_HAIR = Fraction(1, 100)
_LARGEST = Fraction(10**9)
_SOME_DAY = "2020-01-02"
"""A date where any date does."""


def answers_in(*exprs: Expr) -> tuple[str, ...]:
    """Return the answers that expressions look at, in order."""
    return tuple(dict.fromkeys(node.id for expr in exprs for node in expr.walk() if isinstance(node, (AnswerTo, Given))))


def values_to_try(specs: Mapping[str, AnswerSpec], *exprs: Expr) -> dict[str, tuple[Value, ...]]:
    """Return for each answer in ``exprs`` the values worth trying, numbers from the least to the greatest."""
    constants = {node.value for expr in exprs for node in expr.walk() if isinstance(node, Const) and isinstance(node.value, Fraction)}
    wholes = {name for expr in exprs for node in expr.walk() if isinstance(node, Divide) for name in answers_in(node.right)}
    base = _common_whole(constants)
    found: dict[str, tuple[Value, ...]] = {}
    for name in answers_in(*exprs):
        spec = specs.get(name)
        if spec is not None:
            found[name] = _values(spec, constants, base, is_whole=name in wholes)
    return found


def are_all(specs: Mapping[str, AnswerSpec], values: Mapping[str, tuple[Value, ...]]) -> bool:
    """Return whether the values to try are all that the questions accept, and few enough for every combination."""
    every = all(specs[name].type in {"yes_no", "choice"} or _is_number_of_few(specs[name]) for name in values)
    return every and math.prod(len(each) for each in values.values()) <= MOST_TRIALS


def _is_number_of_few(spec: AnswerSpec) -> bool:
    return spec.type not in {"text", "date"} and bool(_all_of_few(range_of_answer(spec)))


def _common_whole(constants: Iterable[Fraction]) -> Fraction:
    """Return a whole of which every share in ``constants`` is a whole number of things."""
    whole = 1
    for each in constants:
        together = math.lcm(whole, each.denominator)
        whole = together if together <= LARGEST_WHOLE else whole
    return Fraction(whole * (20 if whole < 50 else 2))  # noqa: PLR2004 - so that one more or less stays near a bound


def _values(spec: AnswerSpec, constants: set[Fraction], base: Fraction, *, is_whole: bool) -> tuple[Value, ...]:
    if spec.type == "yes_no":
        return (False, True)
    if spec.type == "choice":
        return tuple(spec.choices or ())
    if spec.type == "text":
        return ("x",)
    if spec.type == "date":
        return (_SOME_DAY,)
    domain = range_of_answer(spec)
    return tuple(sorted(_numbers(domain, constants, base, is_whole=is_whole)))


def _numbers(domain: Range, constants: set[Fraction], base: Fraction, *, is_whole: bool) -> set[Fraction]:
    hair = Fraction(1) if domain.whole else _HAIR
    near = {Fraction(0), Fraction(1), Fraction(2), base}
    near |= {each for each in (domain.low, domain.high) if each is not None}
    if domain.low is not None and domain.high is not None:
        near.add((domain.low + domain.high) / 2)
        if domain.high - domain.low < FEW:
            near |= {Fraction(each) for each in range(math.ceil(domain.low), math.floor(domain.high) + 1)}
    if domain.low is None:
        near.add(Fraction(-1))
    if not is_whole:
        scales = [each for each in constants if abs(each) <= _LARGEST]
        near |= {each + by for each in scales for by in (-hair, 0, hair)}
        near |= {each * base + by for each in scales if 0 < each <= 3 for by in (-hair, 0, hair)}  # noqa: PLR2004 - shares
        near |= {base - hair, base + hair}
        near |= {each * 100 + by for each in scales if 0 < each <= 1 for by in (-hair, 0, hair)}
        near |= _spread(domain, near)
    return _all_of_few(domain) or {each for each in near if domain.holds(each) and _is_decimal(each)}


def _all_of_few(domain: Range) -> set[Fraction]:
    """Return all whole numbers a question accepts where these are few."""
    if not domain.whole or domain.low is None or domain.high is None or domain.high - domain.low >= FEW:
        return set()
    return {Fraction(each) for each in range(int(domain.low), int(domain.high) + 1)}


def _spread(domain: Range, near: set[Fraction]) -> set[Fraction]:
    """Return the small whole numbers, where there are few bounds: counting goes up one by one."""
    return {Fraction(each) for each in range(FEW)} if domain.whole or len(near) < FEW else set()


def _is_decimal(value: Fraction) -> bool:
    """Return whether a person can type the number: its decimals end soon."""
    return (value * 10**6).denominator == 1


def combinations(values: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Yield answers to try: every combination where there are few, else every answer varied by itself around some bases."""
    names = tuple(values)
    if math.prod(len(each) for each in values.values()) <= MOST_TRIALS:
        yield from (dict(zip(names, chosen, strict=True)) for chosen in itertools.product(*values.values()))
        return
    seen: set[tuple[Value, ...]] = set()
    for chosen in _around_bases(values):
        if chosen not in seen and len(seen) < MOST_TRIALS:
            seen.add(chosen)
            yield dict(zip(names, chosen, strict=True))


def _around_bases(values: Mapping[str, tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    lists = list(values.values())
    bases = [tuple(each[min(len(each) - 1, int(len(each) * share))] for each in lists) for share in (0, 0.999, 0.5, 0.25, 0.75)]
    yield from bases
    for base in bases:
        for index, each in enumerate(lists):
            yield from ((*base[:index], value, *base[index + 1 :]) for value in each)
    for base in bases:
        for one, other in itertools.combinations(range(len(lists)), 2):
            for first, second in itertools.product(lists[one], lists[other]):
                changed = list(base)
                changed[one], changed[other] = first, second
                yield tuple(changed)
