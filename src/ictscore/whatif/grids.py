"""The values of a cluster's answers by number, and what its pieces bring there; asked once, remembered for every set of answers.

Numbers instead of values, because several hundred thousand boxes are looked up, and a fraction takes long to be found again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ictscore.exact import add_up
from ictscore.expr.values import Value
from ictscore.whatif.clusters import Box, Cluster
from ictscore.whatif.pieces import WholePiece
from ictscore.whatif.wholes import AtMost, at_most_of

Cells = tuple[tuple[int, int], ...]
"""For each free answer the first and the last of its values, by number."""
Points = tuple[int, ...]
"""For each free answer one of its values, by number."""
_Limit = tuple[tuple[tuple[int, int], ...], int]
"""Places of answers, each with how often its number is taken, and what the sum is never more than."""

MOST_ROUNDS = 10


class Grid:
    """A cluster while ``answers`` are free and its others stay."""

    def __init__(self, cluster: Cluster, answers: Sequence[str]) -> None:
        """Look at nothing yet."""
        self._cluster, self.answers = cluster, tuple(answers)
        self._domains = [cluster.domains[name] for name in answers]
        self.sizes = [each.size for each in self._domains]
        self._looks = [(index, places, *cluster.known(index, free)) for index, free, places in self._pieces()]
        self._limits = tuple(self._by_number(each) for each in self._at_most())

    @property
    def whole(self) -> Cells:
        """Return all values of all answers."""
        return tuple((0, size - 1) for size in self.sizes)

    def _pieces(self) -> Iterator[tuple[int, tuple[str, ...], tuple[int, ...]]]:
        """Yield each piece with the free answers it looks at, and their places; those that look at points of others look at all."""
        for index, names in enumerate(self._cluster.names):
            free = tuple(name for name in self.answers if name in names or not self._cluster.is_simple)
            yield index, free, tuple(self.answers.index(name) for name in free)

    def _at_most(self) -> Iterator[AtMost]:
        numbers = [name for name, domain in zip(self.answers, self._domains, strict=True) if not domain.words]
        shares = [each.share for each in self._cluster.pieces if isinstance(each, WholePiece)]
        found = (at_most_of(each, numbers, self._cluster.rescorer.values) for each in shares)
        yield from (each for each in found if each is not None)

    def _by_number(self, at_most: AtMost) -> _Limit:
        """Return the same of the numbers of values instead of the values, as whole numbers."""
        domains = self._cluster.domains
        limit = at_most.limit - sum(each * domains[name].low for name, each in at_most.terms.items())
        factors = {name: each * domains[name].step for name, each in at_most.terms.items()}
        whole = math.lcm(*(each.denominator for each in factors.values()))
        return tuple((self.answers.index(name), int(each * whole)) for name, each in factors.items()), math.floor(limit * whole)

    def values(self, point: Points) -> dict[str, Value]:
        """Return the values of a point."""
        return {name: domain.at(each) for name, domain, each in zip(self.answers, self._domains, point, strict=True)}

    def number(self, name: str, value: Value) -> int:
        """Return the number of a value."""
        return self._cluster.domains[name].number_of(value)

    def gain(self, point: Points) -> Fraction | None:
        """Return what the pieces bring at a point, or None where it is not allowed."""
        found = []
        for index, places, gains, _ in self._looks:
            key = tuple([point[each] for each in places])
            if key not in gains:
                gains[key] = self._cluster.piece_gain(index, self.values(point))
            gain = gains[key]
            if gain is None:
                return None
            found.append(gain)
        return add_up(found)

    def most(self, cells: Cells) -> Fraction | None:
        """Return the most that the pieces can bring in some cells, or None where nothing in them is allowed."""
        found = []
        for index, places, _, mosts in self._looks:
            key = tuple([cells[each] for each in places])
            if key not in mosts:
                mosts[key] = self._cluster.piece_most(index, self._box(cells))
            most = mosts[key]
            if most is None:
                return None
            found.append(most)
        return add_up(found)

    def _box(self, cells: Cells) -> Box:
        return {name: domain.part(*each) for name, domain, each in zip(self.answers, self._domains, cells, strict=True)}

    def clipped(self, cells: Cells) -> Cells | None:
        """Return the cells without ends that no part and whole can have together; None where none can."""
        low, high = [each[0] for each in cells], [each[1] for each in cells]
        for _ in range(MOST_ROUNDS):
            before = (*low, *high)
            if not all(_clip(limit, low, high) for limit in self._limits):
                return None
            if before == (*low, *high):
                break
        return tuple(zip(low, high, strict=True))


def _clip(limit: _Limit, low: list[int], high: list[int]) -> bool:
    """Move the ends in as far as one limit demands, and return whether anything is left."""
    terms, most = limit
    room = most - sum(factor * (low if factor > 0 else high)[place] for place, factor in terms)
    if room < 0:
        return False
    for place, factor in terms:
        if factor > 0:
            high[place] = min(high[place], low[place] + room // factor)
        else:
            low[place] = max(low[place], high[place] - room // -factor)
    return True
