"""The best that a cluster can bring while some of its answers are free: boxes of values, halved where more may hide in them.

A probe goes only as far as somebody needs to know: ``most`` is what there can be at most, ``best`` what was found.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.expr.values import Blank, Value
from ictscore.whatif.clusters import Cluster
from ictscore.whatif.effort import MOST_BOXES
from ictscore.whatif.grids import Cells, Grid, Points
from ictscore.whatif.rescoring import Changes

MOST_STARTS = 300

_Half = tuple[Cells, Fraction]


class Probe:
    """The search for the best of a cluster while ``answers`` are free and its others stay."""

    def __init__(self, cluster: Cluster, answers: Sequence[str], most_boxes: int = MOST_BOXES) -> None:
        """Look at the whole domain of each answer, no closer."""
        self._cluster, self._grid, self._most_boxes = cluster, Grid(cluster, answers), most_boxes
        self._boxes: list[tuple[Fraction, int, Cells]] = []
        self._looked = 0
        self._started = False
        self._at: Points | None = None
        self.best: Fraction | None = None
        self._keep(self._within(self._grid.whole))

    @property
    def changes(self) -> Changes:
        """Return the values that bring the best."""
        return {} if self._at is None else self._grid.values(self._at)

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

    @property
    def is_spent(self) -> bool:
        """Return whether so many boxes were looked at that it goes no further."""
        return self._looked >= self._most_boxes

    def seek(self, wanted: Fraction | None) -> None:
        """Go on until something brings ``wanted``, nothing can, or the best is known (always so for None)."""
        if not self._started:
            self._started = True
            self._try(_starts(self._cluster, self._grid), wanted)
        while not self.is_exact and not self.is_spent and self._is_open(wanted):
            _, _, box = heapq.heappop(self._boxes)
            self._try((*_ends(box), self._dive(box)), None)
            self._split(box)

    def _is_open(self, wanted: Fraction | None) -> bool:
        if wanted is None:
            return True
        most = self.most
        return most is not None and most >= wanted and (self.best is None or self.best < wanted)

    def _within(self, box: Cells) -> _Half | None:
        """Return a box without what no part and whole can be, and what it holds at most; None where nothing in it is allowed."""
        clipped = self._grid.clipped(box)
        most = None if clipped is None else self._grid.most(clipped)
        return None if clipped is None or most is None else (clipped, most)

    def _split(self, box: Cells) -> None:
        """Halve a box where that tells most: where the better half holds the least, then where it is widest for its domain."""
        chosen: list[_Half] = []
        least: tuple[Fraction, Fraction] | None = None
        for place, (first, last) in enumerate(box):
            if first == last:
                continue
            halves = [each for half in _halves(box, place) if (each := self._within(half)) is not None]
            if not halves:
                return
            merit = (max(most for _, most in halves), -Fraction(last - first + 1, self._grid.sizes[place]))
            if least is None or merit < least:
                chosen, least = halves, merit
        for half in chosen:
            self._keep(half)

    def _dive(self, box: Cells) -> Points:
        """Return a point of a box that is likely to bring much: each answer in turn at the end that leaves more room for the others."""
        for place in range(len(box)):
            first, last = box[place]
            if first != last:
                ends = [each for end in (first, last) if (each := self._within(_with(box, place, (end, end)))) is not None]
                if not ends:
                    break
                box = max(ends, key=lambda each: each[1])[0]
        return tuple(first for first, _ in box)

    def _keep(self, half: _Half | None) -> None:
        self._looked += 1
        if half is not None and (self.best is None or half[1] > self.best):
            heapq.heappush(self._boxes, (-half[1], self._looked, half[0]))

    def _try(self, tried: Iterable[Points], wanted: Fraction | None) -> None:
        for point in tried:
            gain = self._grid.gain(point)
            if gain is not None and (self.best is None or gain > self.best):
                self.best, self._at = gain, point
                if wanted is not None and gain >= wanted:
                    return


def _starts(cluster: Cluster, grid: Grid) -> Iterator[Points]:
    """Yield points that are likely to be the best: bounds, and what other answers say."""
    likely = {name: likely_values(cluster, name) for name in grid.answers}
    while math.prod(len(each) for each in likely.values()) > MOST_STARTS:
        longest = max(likely, key=lambda name: len(likely[name]))
        if len(likely[longest]) <= 2:  # noqa: PLR2004 - both ends are always tried
            break
        likely[longest] = likely[longest][:-1]
    numbers = [[grid.number(name, value) for value in values] for name, values in likely.items()]
    yield from itertools.islice(itertools.product(*numbers), MOST_STARTS)


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


def _ends(box: Cells) -> Iterator[Points]:
    """Yield the lowest and the highest values of a box."""
    yield tuple(first for first, _ in box)
    yield tuple(last for _, last in box)


def _halves(box: Cells, place: int) -> Iterator[Cells]:
    """Yield the two halves of a box along one answer."""
    first, last = box[place]
    middle = (first + last) // 2
    yield _with(box, place, (first, middle))
    yield _with(box, place, (middle + 1, last))


def _with(box: Cells, place: int, cell: tuple[int, int]) -> Cells:
    return (*box[:place], cell, *box[place + 1 :])
