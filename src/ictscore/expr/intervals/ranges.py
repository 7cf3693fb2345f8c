"""Ranges of exact numbers, each end open, closed or without bound; every operation contains all results it can have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.exact import round_fraction

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from ``low`` to ``high`` (None: no bound); an open end is not reached; ``whole`` are whole numbers only."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def point(self) -> Fraction | None:
        """Return the only number in it, or None."""
        return self.low if self.low is not None and self.low == self.high and not self.is_empty else None

    def holds(self, value: Fraction) -> bool:
        """Return whether a number may lie in it."""
        if self.whole and value.denominator != 1:
            return False
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        return above and (self.high is None or value < self.high or (value == self.high and not self.high_open))

    def settled(self) -> Range:
        """Return the same numbers; of whole numbers the ends are whole and closed."""
        if not self.whole:
            return self
        low, high = self.low, self.high
        if low is not None:
            low = Fraction(math.floor(low) + 1 if self.low_open else math.ceil(low))
        if high is not None:
            high = Fraction(math.ceil(high) - 1 if self.high_open else math.floor(high))
        return Range(low, high, whole=True)

    def meet(self, other: Range) -> Range:
        """Return the numbers that lie in both."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, -1)
        return Range(low, high, low_open, high_open, self.whole or other.whole).settled()

    def join(self, other: Range) -> Range:
        """Return the smallest range that holds both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        low, low_open = _looser(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _looser(self.high, self.high_open, other.high, other.high_open, -1)
        return Range(low, high, low_open, high_open, self.whole and other.whole)

    def within(self, low: Fraction, high: Fraction) -> bool:
        """Return whether all its numbers lie from ``low`` to ``high``."""
        return self.is_empty or (self.low is not None and self.high is not None and self.low >= low and self.high <= high)


def exactly(value: Fraction) -> Range:
    """Return the range of one number."""
    return Range(value, value, whole=value.denominator == 1)


def _tighter(one: Fraction | None, one_open: bool, other: Fraction | None, other_open: bool, way: int) -> tuple[Fraction | None, bool]:  # noqa: FBT001
    if one is None or other is None:
        return (other, other_open) if one is None else (one, one_open)
    if one == other:
        return one, one_open or other_open
    return (one, one_open) if (one - other) * way > 0 else (other, other_open)


def _looser(one: Fraction | None, one_open: bool, other: Fraction | None, other_open: bool, way: int) -> tuple[Fraction | None, bool]:  # noqa: FBT001
    if one is None or other is None:
        return None, False
    if one == other:
        return one, one_open and other_open
    return (one, one_open) if (one - other) * way < 0 else (other, other_open)


def add(one: Range, other: Range) -> Range:
    """Return the sums of a number of each."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Range(low, high, one.low_open or other.low_open, one.high_open or other.high_open, one.whole and other.whole)


def negative(one: Range) -> Range:
    """Return the numbers with the other sign."""
    low = None if one.high is None else -one.high
    high = None if one.low is None else -one.low
    return Range(low, high, one.high_open, one.low_open, one.whole)


_End = tuple[Fraction | None, int, bool]
"""An end of a range: the number, or None with the sign of infinity; and whether it is open."""


def _ends(one: Range) -> tuple[_End, _End]:
    return (one.low, -1, one.low_open), (one.high, 1, one.high_open)


def multiply(one: Range, other: Range) -> Range:
    """Return the products of a number of each."""
    products = [_product(left, right) for left in _ends(one) for right in _ends(other)]
    return replace(_hull(products), whole=one.whole and other.whole)


def _product(left: _End, right: _End) -> _End:
    (a, a_sign, a_open), (b, b_sign, b_open) = left, right
    if a == 0 or b == 0:
        # A closed 0 makes 0 whatever the other is; an open one only comes near it.
        return ZERO, 0, not ((a == 0 and not a_open) or (b == 0 and not b_open))
    if a is not None and b is not None:
        return a * b, 0, a_open or b_open
    first = a_sign if a is None else (1 if a > 0 else -1)
    second = b_sign if b is None else (1 if b > 0 else -1)
    return None, first * second, False


def _hull(ends: Iterable[_End]) -> Range:
    low: _End | None = None
    high: _End | None = None
    for end in ends:
        low = end if low is None or _before(end, low, -1) else low
        high = end if high is None or _before(end, high, 1) else high
    assert low is not None
    assert high is not None
    return Range(low[0], high[0], low[2], high[2])


def _before(end: _End, than: _End, way: int) -> bool:
    """Return whether ``end`` reaches further than ``than`` downwards (way −1) or upwards (way 1)."""
    if end[0] is None or than[0] is None:
        mine = end[1] if end[0] is None else 0
        theirs = than[1] if than[0] is None else 0
        return mine * way > theirs * way
    if end[0] == than[0]:
        return than[2] and not end[2]
    return (end[0] - than[0]) * way > 0


def divide(one: Range, other: Range) -> Range:
    """Return the quotients of a number of each, where the second is not 0."""
    found = Range(ZERO, ZERO, low_open=True, high_open=True)
    for side in (Range(low=ZERO, low_open=True), Range(high=ZERO, high_open=True)):
        part = other.meet(side)
        if not part.is_empty:
            found = found.join(multiply(replace(one, whole=False), _inverse(part)))
    return found


def _inverse(one: Range) -> Range:
    """Return the inverses of numbers of one sign."""
    if one.low is not None and one.low >= 0:
        low, low_open = (ZERO, True) if one.high is None else (1 / one.high, one.high_open)
        high, high_open = (None, False) if one.low == 0 else (1 / one.low, one.low_open)
        return Range(low, high, low_open, high_open)
    return negative(_inverse(negative(one)))


def least(ranges: Iterable[Range]) -> Range:
    """Return what the least of a number of each can be."""
    return negative(greatest(negative(each) for each in ranges))


def greatest(ranges: Iterable[Range]) -> Range:
    """Return what the greatest of a number of each can be."""
    found: Range | None = None
    for each in ranges:
        if found is None:
            found = each
            continue
        low, low_open = (found.low, found.low_open)
        if low is None or (each.low is not None and (each.low, each.low_open) > (low, low_open)):
            low, low_open = each.low, each.low_open
        high, high_open = _looser(found.high, found.high_open, each.high, each.high_open, -1)
        found = Range(low, high, low_open, high_open, found.whole and each.whole)
    assert found is not None
    return found


def rounded(one: Range, how: Callable[[Fraction], Fraction], *, whole: bool) -> Range:
    """Return what rounding (which never turns an order round) makes of the numbers."""
    low = None if one.low is None else how(one.low)
    high = None if one.high is None else how(one.high)
    return Range(low, high, whole=whole)


def to_places(places: int) -> Callable[[Fraction], Fraction]:
    """Return rounding to so many decimals, halves away from zero."""
    return lambda value: round_fraction(value, places)
