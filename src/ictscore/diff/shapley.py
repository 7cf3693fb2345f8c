"""Shapley's fair shares of what players do together: exact over all subsets, or from random orders that still add up exactly."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from fractions import Fraction

from ictscore.exact import ZERO

Value = Callable[[int], Fraction]
"""What the players of a subset reach together; the subset is a mask whose bit i says whether player i takes part."""

MOST_EXACT = 12
"""Up to so many players all subsets are looked at; beyond it orders are drawn."""

ORDERS = 256
SEED = 20_251_125


def shares_of(count: int, value: Value) -> tuple[tuple[Fraction, ...], bool]:
    """Return the share of each of ``count`` players, and whether the shares were sampled.

    They add up to ``value`` of all less ``value`` of none, sampled or not.
    """
    if count <= MOST_EXACT:
        return exact_shares(count, value), False
    return sampled_shares(count, value), True


def exact_shares(count: int, value: Value) -> tuple[Fraction, ...]:
    """Return the shares over all subsets: what a player adds, averaged over all orders in which the players could come.

    >>> exact_shares(2, lambda mask: Fraction([0, 1, 2, 6][mask]))
    (Fraction(5, 2), Fraction(7, 2))
    """
    values = [value(mask) for mask in range(1 << count)]
    scale = math.lcm(*(each.denominator for each in values))
    whole = [each.numerator * (scale // each.denominator) for each in values]
    orders = [math.factorial(size) * math.factorial(count - size - 1) for size in range(count)]
    weights = [orders[mask.bit_count()] if mask.bit_count() < count else 0 for mask in range(1 << count)]
    over = math.factorial(count) * scale
    return tuple(Fraction(_gained(whole, weights, 1 << player), over) for player in range(count))


def _gained(values: list[int], weights: list[int], bit: int) -> int:
    """Return the weighted sum of what the player with this bit adds to every subset without it."""
    return sum(weights[mask] * (values[mask | bit] - values[mask]) for mask in range(len(values)) if not mask & bit)


def sampled_shares(count: int, value: Value, orders: int = ORDERS, seed: int = SEED) -> tuple[Fraction, ...]:
    """Return the shares averaged over drawn orders, each with its reverse; the same seed draws the same orders everywhere."""
    known = {0: value(0)}
    sums = [ZERO] * count
    for order in drawn_orders(count, orders, seed):
        mask = 0
        before = known[0]
        for player in order:
            mask |= 1 << player
            if mask not in known:
                known[mask] = value(mask)
            sums[player] += known[mask] - before
            before = known[mask]
    return tuple(each / orders for each in sums)


def drawn_orders(count: int, orders: int, seed: int) -> Sequence[tuple[int, ...]]:
    """Return so many orders of the players, an even number, each beside its reverse."""
    chance = random.Random(seed)  # noqa: S311 - the same draws everywhere are wanted, not secrets
    drawn: list[tuple[int, ...]] = []
    for _ in range(orders // 2):
        order = list(range(count))
        chance.shuffle(order)
        drawn += [tuple(order), tuple(reversed(order))]
    return drawn
