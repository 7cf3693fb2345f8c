"""The best that a cluster can bring while some of its answers are free: boxes of values, halved where more may hide in them.

What is found is exact where the most any box may still hold is no more than the best value found; else both are told.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.values import Blank, Value
from ictscore.whatif.clusters import Box, Cluster
from ictscore.whatif.domains import Domain
from ictscore.whatif.rescoring import Changes

MOST_BOXES = 1500
MOST_STARTS = 400


@dataclass(frozen=True, slots=True)
class Best:
    """The most there can be, the best that was found, and the values that give it (None where nothing is allowed)."""

    most: Fraction | None
    best: Fraction | None
    changes: Changes


def best_of(cluster: Cluster, answers: Sequence[str]) -> Best:
    """Return the best a cluster can bring while ``answers`` are free and its others stay."""
    best, found = _best_start(cluster, answers)
    boxes: list[tuple[Fraction, int, Box]] = []
    count = itertools.count()

    def push(box: Box) -> None:
        most = cluster.most(box)
        if most is not None and (best is None or most > best):
            heapq.heappush(boxes, (-most, next(count), box))

    push({name: _whole(cluster.domains[name]) for name in answers})
    for _ in range(MOST_BOXES):
        if not boxes or (best is not None and -boxes[0][0] <= best):
            return Best(best, best, found)
        _, _, box = heapq.heappop(boxes)
        for values in _corners(cluster, box):
            gain = cluster.gain(values)
            if gain is not None and (best is None or gain > best):
                best, found = gain, values
        for half in _halves(cluster, box):
            push(half)
    return Best(-boxes[0][0] if boxes else best, best, found)


def _whole(domain: Domain) -> tuple[Fraction, Fraction] | tuple[bool | str, ...]:
    return domain.words or (domain.low, domain.high)


def _best_start(cluster: Cluster, answers: Sequence[str]) -> tuple[Fraction | None, Changes]:
    """Return the best among values that are likely to be the best: bounds, and what other answers say."""
    best, found = (cluster.gain({}), {}) if not answers else (None, {})
    for values in _starts(cluster, answers):
        gain = cluster.gain(values)
        if gain is not None and (best is None or gain > best):
            best, found = gain, values
    return best, found


def _starts(cluster: Cluster, answers: Sequence[str]) -> Iterator[dict[str, Value]]:
    likely = {name: likely_values(cluster, name) for name in answers}
    while math.prod(len(each) for each in likely.values()) > MOST_STARTS:
        longest = max(likely, key=lambda name: len(likely[name]))
        if len(likely[longest]) <= 2:  # noqa: PLR2004 - both ends are always tried
            break
        likely[longest] = likely[longest][:-1]
    tuples = itertools.islice(itertools.product(*likely.values()), MOST_STARTS)
    yield from (dict(zip(likely, values, strict=True)) for values in tuples)


def likely_values(cluster: Cluster, name: str) -> list[Value]:
    """Return the values of an answer that are worth trying first: its words or bounds, its own, and those of other answers."""
    domain = cluster.domains[name]
    if domain.words:
        return list(domain.words)
    values = cluster.rescorer.values
    own = values.get(name)
    others = [values[each] for each in cluster.domains if each != name and each in values]
    numbers = [each for each in (own, *others) if isinstance(each, Fraction) and not isinstance(each, Blank)]
    inside = [domain.snap(each) for each in numbers if domain.low <= each <= domain.high]
    return list(dict.fromkeys([domain.high, domain.low, *inside]))


def _corners(cluster: Cluster, box: Box) -> Iterator[dict[str, Value]]:
    """Yield the lowest and the highest values of a box, and each answer at its other end."""
    low: dict[str, Value] = {name: each[0] for name, each in box.items()}  # type: ignore[misc]
    high: dict[str, Value] = {name: each[-1] for name, each in box.items()}  # type: ignore[misc]
    yield low
    if high != low:
        yield high
        if len(box) > 1:
            for name in box:
                yield {**low, name: high[name]}
                yield {**high, name: low[name]}


def _halves(cluster: Cluster, box: Box) -> Iterator[Box]:
    """Yield the two halves of a box, split where it is widest for its domain; none where it is one point."""
    sizes = {name: _size(cluster.domains[name], each) for name, each in box.items()}
    widest = max(sizes, key=lambda name: sizes[name])
    if sizes[widest] < 2:  # noqa: PLR2004 - one value cannot be halved
        return
    domain, each = cluster.domains[widest], box[widest]
    if domain.words:
        middle = len(each) // 2
        yield {**box, widest: each[:middle]}  # type: ignore[dict-item]
        yield {**box, widest: each[middle:]}  # type: ignore[dict-item]
        return
    low, high = Fraction(each[0] or 0), Fraction(each[1] or 0)
    split = domain.snap((low + high) / 2)
    yield {**box, widest: (low, split)}
    yield {**box, widest: (split + domain.step, high)}


def _size(domain: Domain, each: Sequence[object]) -> int:
    if domain.words:
        return len(each)
    return int((Fraction(each[1]) - Fraction(each[0])) / domain.step) + 1  # type: ignore[arg-type]
