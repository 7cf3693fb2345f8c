"""Where binary arithmetic may decide otherwise than fractions: values that stand on a bound, or closer to it than formulas can see."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from ictscore.exact import RoundingMode
from ictscore.expr.derivation import Derivation
from ictscore.expr.nodes import Compare, Divide, Rounded
from ictscore.scoring.ranking import Key

Nearness = Literal["on", "near"]
"""``on``: exactly on the bound, with endless decimals; ``near``: not on it, but nearer than the formulas compare."""

CLOSE = Fraction(1, 10**9)
_LARGE = 10**5
_BINARY = Fraction(1, 2**48)
"""What the last binary places of a number may be off by, as a share of it, after a few operations."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place: the row of the unit, what is compared there, and the two values."""

    unit: int
    what: str
    value: Fraction
    bound: Fraction
    nearness: Nearness


@dataclass(slots=True)
class Doubts:
    """Everything doubtful of one group."""

    found: list[Doubt] = field(default_factory=list)

    def compare(self, unit: int, what: str, value: Fraction, bound: Fraction) -> None:
        """Note where a value is too near to a bound."""
        nearness = nearness_of(value, bound)
        if nearness is not None:
            self.found.append(Doubt(unit, what, value, bound, nearness))

    def rounding(self, unit: int, what: str, value: Fraction, places: int, mode: RoundingMode) -> None:
        """Note where a value is too near to where rounding turns."""
        turn = _turn(value, places, mode)
        if 0 < abs(value - turn) < CLOSE:
            self.found.append(Doubt(unit, what, value, turn, "near"))

    def derivation(self, unit: int, what: str, derivation: Derivation) -> None:
        """Note every comparison and rounding inside a derivation that is too near."""
        expr = derivation.expr
        values = [part.value for part in derivation.parts]
        if all(isinstance(each, Fraction) for each in values):
            numbers = [each for each in values if isinstance(each, Fraction)]
            if isinstance(expr, Compare):
                self.compare(unit, what, *numbers)
            elif isinstance(expr, Rounded):
                self.rounding(unit, what, numbers[0], expr.places, "half_up" if expr.direction == "nearest" else "down")
            elif isinstance(expr, Divide) and 0 < abs(numbers[1]) < CLOSE:
                self.found.append(Doubt(unit, what, numbers[1], Fraction(0), "near"))
        for part in derivation.parts:
            self.derivation(unit, what, part)

    def keys(self, what: str, keys: Sequence[Key]) -> None:
        """Note neighbours in an order whose values are too near."""
        order = sorted(range(len(keys)), key=lambda index: keys[index])
        for first, second in pairwise(order):
            for (one_known, one), (other_known, other) in zip(keys[first], keys[second], strict=True):
                if one_known and other_known:
                    self.compare(second, what, other, one)
                if (one_known, one) != (other_known, other):
                    break

    def of_kind(self, nearness: Nearness) -> Iterator[Doubt]:
        """Yield the doubts of one kind."""
        return (each for each in self.found if each.nearness == nearness)

    @property
    def near(self) -> frozenset[int]:
        """Return the rows of the units whose numbers a workbook may get otherwise."""
        return frozenset(each.unit for each in self.found if each.nearness == "near")


def nearness_of(value: Fraction, bound: Fraction) -> Nearness | None:
    """Return how near a value is to a bound, or None where formulas see well enough.

    >>> nearness_of(Fraction(1, 3), Fraction(1, 3)), nearness_of(Fraction(1, 2), Fraction(1, 2)), nearness_of(Fraction(1), Fraction(2))
    ('on', None, None)
    """
    apart, size = abs(value - bound), max(abs(value), abs(bound))
    if not apart and value.denominator == 1:
        return None
    if apart < CLOSE and apart:
        return "near"
    if size > _LARGE and apart < size * _BINARY:
        return "near"
    return "on" if not apart and not _ends(value) else None


def _ends(value: Fraction) -> bool:
    """Return whether a number has decimals that end within what a spreadsheet keeps."""
    return 10**15 % value.denominator == 0


def _turn(value: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """Return the nearest number at which rounding takes the next step."""
    step = Fraction(1, 10**places)
    scaled = value / step
    if mode in {"half_up", "half_even"}:
        return (math.floor(scaled) + Fraction(1, 2)) * step
    return Fraction(round(scaled)) * step
