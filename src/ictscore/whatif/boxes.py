"""The best that a cluster can bring while some of its answers are free: boxes of values, halved where more may hide in them.

A probe goes only as far as somebody needs to know: ``most`` is what there can be at most, ``best`` what was found.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ictscore.expr.values import Blank, Value
from ictscore.whatif.clusters import Box, Cluster
from ictscore.whatif.domains import Domain
from ictscore.whatif.rescoring import Changes

MOST_BOXES = 4000
MOST_STARTS = 300


class Probe:
    """The search for the best of a cluster while ``answers`` are free and its others stay."""

    def __init__(self, cluster: Cluster, answers: Sequence[str]) -> None:
        """Look at the whole domain of each answer, no closer."""
        self._cluster, self._answers = cluster, tuple(answers)
        self._boxes: list[tuple[Fraction, int, Box]] = []
        self._looked = 0
        self._started = False
        self.best: Fraction | None = None
        self.changes: Changes = {}
        whole: Box = {name: _whole(cluster.domains[name]) for name in answers}
        self._keep(whole, cluster.most(whole))

    @property
    def most(self) -> Fraction | None:
        """Return what there can be at most, or None where nothing is allowed."""
        if self._boxes and (self.best is None or -self._boxes[0][0] > self.best):
            return -self._boxes[0][0]
        return self.best

    @property
    def is_exact(self) -> bool:
        """Return whether the best that was found is all there is."""
        return self.most == self.best

    def seek(self, wanted: Fraction | None) -> None:
        """Go on until something brings ``wanted``, nothing can, or the best is known (always so for None)."""
        if not self._started:
            self._started = True
            self._try(_starts(self._cluster, self._answers), wanted)
        while not self.is_exact and self._looked < MOST_BOXES and self._is_open(wanted):
            _, _, box = heapq.heappop(self._boxes)
            self._try(_corners(box), None)
            self._split(box)

    def _is_open(self, wanted: Fraction | None) -> bool:
        if wanted is None:
            return True
        most = self.most
        return most is not None and most >= wanted and (self.best is None or self.best < wanted)

    def _split(self, box: Box) -> None:
        """Halve a box where that tells most: where the better half holds the least, then where it is widest for its domain."""
        chosen: list[tuple[Box, Fraction | None]] = []
        least: tuple[Fraction, Fraction] | None = None
        for name in box:
            halves = [(half, self._cluster.most(half)) for half in _halves(self._cluster.domains[name], box, name)]
            holds = max((most for _, most in halves if most is not None), default=None)
            if halves and holds is None:
                return
            if holds is not None:
                merit = (holds, -Fraction(_size(self._cluster.domains[name], box[name]), self._cluster.domains[name].size))
                if least is None or merit < least:
                    chosen, least = halves, merit
        for half, most in chosen:
            self._keep(half, most)

    def _keep(self, box: Box, most: Fraction | None) -> None:
        self._looked += 1
        if most is not None and (self.best is None or most > self.best):
            heapq.heappush(self._boxes, (-most, self._looked, box))

    def _try(self, tried: Iterator[dict[str, Value]], wanted: Fraction | None) -> None:
        for values in tried:
            gain = self._cluster.gain(values)
            if gain is not None and (self.best is None or gain > self.best):
                self.best, self.changes = gain, values
                if wanted is not None and gain >= wanted:
                    return


def _whole(domain: Domain) -> tuple[Fraction, Fraction] | tuple[bool | str, ...]:
    return domain.words or (domain.low, domain.high)


def _starts(cluster: Cluster, answers: Sequence[str]) -> Iterator[dict[str, Value]]:
    """Yield values that are likely to be the best: bounds, and what other answers say."""
    likely = {name: likely_values(cluster, name) for name in answers}
    while math.prod(len(each) for each in likely.values()) > MOST_STARTS:
        longest = max(likely, key=lambda name: len(likely[name]))
        if len(likely[longest]) <= 2:  # noqa: PLR2004 - both ends are always tried
            break
        likely[longest] = likely[longest][:-1]
    tuples = itertools.islice(itertools.product(*likely.values()), MOST_STARTS)
    yield from (dict(zip(likely, values, strict=True)) for values in tuples)


def likely_values(cluster: Cluster, name: str) -> list[Value]:
    """Return the values of an answer that are worth trying first: its words or bounds, those of other answers, its own."""
    domain = cluster.domains[name]
    if domain.words:
        return list(domain.words)
    values = cluster.rescorer.values
    others = [values[each] for each in (*(one for one in cluster.domains if one != name), name) if each in values]
    numbers = [each for each in others if isinstance(each, Fraction) and not isinstance(each, Blank)]
    inside = [domain.snap(each) for each in numbers if domain.low <= each <= domain.high]
    return list(dict.fromkeys([domain.high, domain.low, *inside]))


def _corners(box: Box) -> Iterator[dict[str, Value]]:
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


def _halves(domain: Domain, box: Box, name: str) -> Iterator[Box]:
    """Yield the two halves of a box along one answer; none where it has one value left."""
    each = box[name]
    if _size(domain, each) < 2:  # noqa: PLR2004 - one value cannot be halved
        return
    if domain.words:
        middle = len(each) // 2
        yield {**box, name: each[:middle]}  # type: ignore[dict-item]
        yield {**box, name: each[middle:]}  # type: ignore[dict-item]
        return
    low, high = Fraction(each[0] or 0), Fraction(each[1] or 0)
    split = domain.snap((low + high) / 2)
    yield {**box, name: (low, split)}
    yield {**box, name: (split + domain.step, high)}


def _size(domain: Domain, each: Sequence[object]) -> int:
    if domain.words:
        return len(each)
    low, high = each
    assert isinstance(low, Fraction)
    assert isinstance(high, Fraction)
    return int((high - low) / domain.step) + 1
