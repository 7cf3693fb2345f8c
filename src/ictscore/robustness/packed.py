"""Ranks under many weights, fast and exact: a column of a group packed into one whole number, so that one product weighs all its units.

Each unit has a lane of 48 or 64 bits in that number and its points stand there in fixed point, cut off. What was cut off is less than the
sum of the weights; units that lie closer together are compared by their fractions. So nothing is ever decided by a rounded number.
Many draws of a large group are weighed at once by numpy, where it is there: the same lanes, hence the same ranks.
"""

from __future__ import annotations

import math
import operator
import struct
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.robustness import wide
from ictscore.robustness.columns import GroupColumns, UnitColumns, Weights

_WORTH_LOADING = 100_000
"""Ranks to find from which on numpy wins more time than it takes to load."""

_LANES = (6, 8)
"""Bytes of a lane: the fewer, the faster the product."""
_SEEN = 4
"""Bytes of a lane that its unit is ranked by, as long as they tell it from the others."""
_SIGNS = 2
"""Bits of a lane that stay free: what is seen of it is below 2^30, and numpy's numbers have a sign."""
_FINE = 16
"""Bits behind the point without which too many units would have to be compared by their fractions."""


class Ranker:
    """Ranks the units of one group under any weights of its criteria.

    ``alike`` are the positions of units that have the same points everywhere: they tie whatever the weights, and are ranked as one.
    """

    def __init__(self, columns: GroupColumns, most: int) -> None:
        """Prepare for weights up to ``most``."""
        self._columns = columns
        self.alike = _alike(columns.units)
        self._one_of_each = [columns.units[indices[0]] for indices in self.alike]
        self._sizes = [len(each) for each in self.alike]
        packed = _Packed(columns, self._one_of_each, most) if columns.is_linear else None
        self._packed = packed if packed is not None and packed.is_fine else None
        self._usual: list[int] = list(range(len(self.alike)))
        usual = self.ranks([1] * len(columns.units[0].points))
        self._usual.sort(key=usual.__getitem__)

    def ranks_of_all(self, draws: Sequence[Weights]) -> list[list[int]]:
        """Return for each draw what :meth:`ranks` gives, faster where there are many and numpy is installed."""
        if self._packed is None or len(draws) * len(self.alike) < _WORTH_LOADING or not wide.is_here():
            return [self.ranks(each) for each in draws]
        found = wide.ranks_of_all(self._packed.table, self._sizes, [self._packed.with_extras(each) for each in draws])
        return [ranks or self.ranks(weights) for ranks, weights in zip(found, draws, strict=True)]

    def ranks(self, weights: Weights) -> list[int]:
        """Return the rank of each of the ``alike``, the best value first; equal ones share theirs, and the next are skipped."""
        if self._packed is None:
            return self._ranked([self._columns.value(each, weights) for each in self._one_of_each], 0, weights)
        lanes, slack = self._packed.weighed(weights)
        return self._ranked(lanes, slack, weights)

    def _ranked(self, values: Sequence[Fraction | int], slack: int, weights: Weights) -> list[int]:
        """Rank values of which those that differ by less than ``slack`` are compared by their fractions."""
        order = sorted(self._usual, key=values.__getitem__, reverse=True)  # what is nearly in order is soon in order
        ranks, above, sizes, before = [0] * len(order), 1, self._sizes, values[order[0]] + slack + 1
        for each in order:
            value = values[each]
            if before - value <= slack:
                return self._ranked_closely(order, values, slack, weights)
            before = value
            ranks[each] = above
            above += sizes[each]
        return ranks

    def _ranked_closely(self, order: list[int], values: Sequence[Fraction | int], slack: int, weights: Weights) -> list[int]:
        """Rank values of which some lie so close together that only their fractions tell which is the better one."""
        ranks, above = [0] * len(order), 1
        for close in _close(order, [values[each] for each in order], slack):
            for same in [close] if len(close) == 1 else self._in_order(close, weights):
                for each in same:
                    ranks[each] = above
                above += sum(self._sizes[each] for each in same)
        return ranks

    def _in_order(self, close: list[int], weights: Weights) -> list[list[int]]:
        """Return units that lie close together by their exact values, best first and equal ones at once."""
        values: dict[Fraction, list[int]] = defaultdict(list)
        for each in close:
            values[self._columns.value(self._one_of_each[each], weights)].append(each)
        return [values[value] for value in sorted(values, reverse=True)]


def _alike(units: tuple[UnitColumns, ...]) -> list[list[int]]:
    """Return the positions of the units, those with the same numbers everywhere together."""
    found: list[list[int]] = []
    for same in _by_numbers(range(len(units)), lambda each: units[each].points):
        found += [same] if len(same) == 1 else _by_numbers(same, lambda each: _besides(units[each]))
    return found


def _besides(unit: UnitColumns) -> tuple[Fraction, ...]:
    """Return all numbers of a unit but its points."""
    return (*unit.maxima, *unit.kept, unit.bonus, unit.deducted)


def _by_numbers(positions: Iterable[int], numbers: Callable[[int], tuple[Fraction, ...]]) -> Collection[list[int]]:
    found: dict[object, list[int]] = defaultdict(list)
    for each in positions:
        found[tuple(map(Fraction.as_integer_ratio, numbers(each)))].append(each)  # a fraction's own hash costs ten times as much
    return found.values()


def _close(order: list[int], values: Sequence[Fraction | int], slack: int) -> Iterator[list[int]]:
    """Yield runs of which each value is within ``slack`` of the one before."""
    run = [order[0]]
    for place in range(1, len(order)):
        if values[place - 1] - values[place] > slack:
            yield run
            run = []
        run.append(order[place])
    yield run


class _Packed:
    """The columns of units with equal maxima as whole numbers, a lane for each unit.

    Only the upper 32 bits of a lane are looked at: numbers of that size are sorted fastest.
    """

    def __init__(self, columns: GroupColumns, units: list[UnitColumns], most: int) -> None:
        # points × maximum ÷ weighed maximum + extras is ordered like points + extras × weighed maximum ÷ maximum,
        # and the last factor is the weighed sum of whole numbers over one denominator.
        shares = [each / columns.units[0].maximum for each in columns.units[0].maxima]
        common = math.lcm(*(each.denominator for each in shares))
        self._shares = [each.numerator * (common // each.denominator) for each in shares]
        table = [_Column([each.points[index] for each in units]) for index in range(len(shares))]
        highest = sum(each.bound for each in table)
        extras = [(each.bonus - each.deducted) / common for each in units]
        if any(extras):
            table.append(_Column(extras))
            highest += table[-1].bound * sum(self._shares)
        self._lane, self._bits = _lane_for((highest * most).bit_length())
        self.table = [each.whole(self._bits) for each in table] if self.is_fine else []
        self._columns = [_in_lanes(column, self._lane) for column in self.table]
        self._upper = struct.Struct("<" + f"{self._lane - _SEEN}xI" * len(units))

    @property
    def is_fine(self) -> bool:
        """Return whether enough bits are left behind the point to tell units apart."""
        return self._bits >= _FINE

    def with_extras(self, weights: Weights) -> tuple[Weights, int]:
        """Return what each row of the table is multiplied by, and how much two sums may differ where their order is not certain."""
        if len(self.table) > len(weights):
            weights = [*weights, sum(map(operator.mul, weights, self._shares))]
        return weights, sum(weights)

    def weighed(self, weights: Weights) -> tuple[list[int], int]:
        """Return the upper bits of the weighed sum of every lane, and how much two may differ where their order is not certain."""
        factors, slack = self.with_extras(weights)
        total = sum(map(operator.mul, factors, self._columns))
        return list(self._upper.unpack(total.to_bytes(self._upper.size, "little"))), (slack >> 8 * (self._lane - _SEEN)) + 1


class _Column:
    """The points of all units for one criterion, none below nought: where some are, each counts from a whole number below all of them."""

    def __init__(self, points: list[Fraction]) -> None:
        # What all units have changes no order.
        self._over, self._under = zip(*map(Fraction.as_integer_ratio, points), strict=True)
        wholes = list(map(operator.floordiv, self._over, self._under))
        self._lowest = min(0, *wholes)
        self.bound = max(wholes) - self._lowest + 1

    def whole(self, bits: int) -> list[int]:
        """Return the points in fixed point, cut off."""
        above = self._lowest << bits
        return [(over << bits) // under - above for over, under in zip(self._over, self._under, strict=True)]


def _lane_for(bits: int) -> tuple[int, int]:
    """Return how many bytes a lane has for sums of so many bits before the point, and how many bits are left behind it."""
    narrow, wide_ = ((lane, 8 * lane - _SIGNS - bits) for lane in _LANES)
    return narrow if narrow[1] >= _FINE else wide_


def _in_lanes(column: list[int], lane: int) -> int:
    return int.from_bytes(b"".join(each.to_bytes(lane, "little") for each in column), "little")
