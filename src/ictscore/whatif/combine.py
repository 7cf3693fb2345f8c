"""Choices of one option for each cluster, the cheapest first, among those that can bring enough."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.values import Value
from ictscore.whatif.options import AnyOption
from ictscore.whatif.rescoring import Changes

Front = list[tuple[Fraction, Fraction]]
"""Weights, rising, with the most that can be had for each, rising too."""

COARSEST = 3000


def fronts_of(clusters: Sequence[Sequence[AnyOption]]) -> list[Front]:
    """Return for each position what the clusters from there on can bring at most, by weight."""
    fronts: list[Front] = [[(ZERO, ZERO)]]
    for options in reversed(clusters):
        pairs = _front((each.weight, each.most) for each in options if each.most is not None)
        fronts.append(_front((weight + w, most + m) for w, m in fronts[-1] for weight, most in pairs))
    return fronts[::-1]


def _front(pairs: Iterator[tuple[Fraction, Fraction]]) -> Front:
    front: Front = []
    by_weight: dict[Fraction, Fraction] = {}
    for weight, most in pairs:
        if weight not in by_weight or most > by_weight[weight]:
            by_weight[weight] = most
    for weight in sorted(by_weight):
        if not front or by_weight[weight] > front[-1][1]:
            front.append((weight, by_weight[weight]))
    while len(front) > COARSEST:  # two neighbours become one that is no worse than either: still a bound
        front = [(one[0], other[1]) for one, other in zip(front[::2], [*front[1::2], front[-1]], strict=False)]
    return front


def front_within(pairs: Iterable[tuple[Fraction, Fraction]], below: Fraction | None) -> Front:
    """Return the pairs of weight and most that no other pair is better than, and that weigh less than ``below``.

    Where no weight is too much (None), only the most matters: it is said to weigh nothing.

    >>> front_within([(Fraction(1), Fraction(5)), (Fraction(2), Fraction(9))], Fraction(2)) == [(1, 5)]
    True
    >>> front_within([(Fraction(1), Fraction(5)), (Fraction(2), Fraction(9))], None) == [(0, 9)]
    True
    """
    if below is None:
        most = max((each for _, each in pairs), default=None)
        return [] if most is None else [(ZERO, most)]
    return _front(each for each in pairs if each[0] < below)


def all_but_one(fronts: Sequence[Front], below: Fraction | None) -> Iterator[tuple[Front, Front]]:
    """Yield for each front what can be had of all those before it together, and of all those after it, for less than ``below``.

    >>> one, two = [(ZERO, ZERO), (Fraction(1), Fraction(1))], [(ZERO, ZERO), (Fraction(1), Fraction(3))]
    >>> [(before, after) == each for (before, after), each in zip(
    ...     all_but_one([one, two], None), [([(0, 0)], [(0, 3)]), ([(0, 1)], [(0, 0)])])]
    [True, True]
    """
    after: list[Front] = [[(ZERO, ZERO)]]
    for front in reversed(fronts[1:]):
        after.append(_together(front, after[-1], below))
    before: Front = [(ZERO, ZERO)]
    for front, rest in zip(fronts, reversed(after), strict=False):  # where there is no front at all, nothing is after it
        yield before, rest
        before = _together(before, front, below)


def _together(one: Front, other: Front, below: Fraction | None) -> Front:
    return front_within(((weight + w, most + m) for w, m in one for weight, most in other), below)


def least_of_both(one: Front, other: Front, wanted: Fraction) -> Fraction | None:
    """Return the least weight for which so much can be had of two fronts together.

    >>> front = [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(4)), (Fraction(3), Fraction(6))]
    >>> least_of_both(front, front, Fraction(8)), least_of_both(front, front, Fraction(13))
    (Fraction(2, 1), None)
    """
    least: Fraction | None = None
    place = len(other)
    for weight, most in one:  # the more one brings, the less of the other is needed
        while place and other[place - 1][1] + most >= wanted:
            place -= 1
        if place < len(other) and (least is None or weight + other[place][0] < least):
            least = weight + other[place][0]
    return least


def least_weight(front: Front, wanted: Fraction) -> Fraction | None:
    """Return the least weight for which so much can be had."""
    return next((weight for weight, most in front if most >= wanted), None)


def most_within(front: Front, weight: Fraction | None) -> Fraction | None:
    """Return the most that can be had for a weight (None: for any)."""
    return max((most for each, most in front if weight is None or each <= weight), default=None)


Combination = tuple[AnyOption, ...]


def brings(options: Sequence[AnyOption], wanted: Fraction) -> bool | None:
    """Look closer at options until it is known whether they bring so much together; None where that stays open."""
    while True:
        total = _sum([each.most for each in options])
        if total is None or total < wanted:
            return False
        best = _sum([each.best for each in options])
        if best is not None and best >= wanted:
            return True
        open_ = [each for each in options if not each.is_exact]
        if not any(_is_closer(each, wanted - (total - (each.most or ZERO))) for each in sorted(open_, key=_gap, reverse=True)):
            return None


def _sum(values: Sequence[Fraction | None]) -> Fraction | None:
    found = [each for each in values if each is not None]
    return sum(found, ZERO) if len(found) == len(values) else None


def _is_closer(option: AnyOption, wanted: Fraction) -> bool:
    """Look closer at an option, and return whether that told anything."""
    before = option.most, option.best
    option.seek(wanted)
    return (option.most, option.best) != before


def _gap(option: AnyOption) -> Fraction:
    if option.best is None or option.most is None:
        return Fraction(10**12)
    return option.most - option.best


def merged(options: Iterable[AnyOption], before: Changes) -> dict[str, Value]:
    """Return what options change together."""
    changes = {name: value for each in options for name, value in each.changes.items()}
    return {name: value for name, value in changes.items() if before.get(name) != value}


def combinations(clusters: Sequence[Sequence[AnyOption]], wanted: Fraction) -> Iterator[tuple[Fraction, Combination]]:
    """Yield every combination that can bring ``wanted``, the cheapest first, and of equal ones the same order every time."""
    fronts = fronts_of(clusters)
    count = itertools.count()
    start = least_weight(fronts[0], wanted)
    heap: list[tuple[Fraction, int, int, Fraction, Fraction, Combination]] = []
    if start is not None:
        heap.append((start, 0, next(count), ZERO, wanted, ()))
    while heap:
        estimate, depth, _, weight, lacking, chosen = heapq.heappop(heap)
        if -depth == len(clusters):
            yield estimate, chosen
            continue
        for option in clusters[-depth]:
            most = option.most
            if most is not None:
                rest = least_weight(fronts[-depth + 1], lacking - most)
                if rest is not None:
                    own = weight + option.weight
                    heapq.heappush(heap, (own + rest, depth - 1, next(count), own, lacking - most, (*chosen, option)))
