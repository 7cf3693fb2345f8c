"""Amounts of money that no office can have meant: as many millions as there are đồng in what it spent."""

from __future__ import annotations

from fractions import Fraction

from ictscore.survey.typed.scaled import MONEY, scaled

INCREDIBLE = 10**14
"""In đồng: a hundred thousand billion. The largest provinces spend about as much in a year, all in all; a ministry’s budget is smaller.

A hundred million đồng, typed as đồng where millions are asked for, are as many."""
_BILLION = 10**9


def incredible_amount(measure: str, value: Fraction) -> Fraction | None:
    """Return how many billion đồng a number in a folded measure is, where that is more than can be meant; None elsewhere.

    Only where thousands, millions or billions are asked for: a number of đồng is what it says.

    >>> incredible_amount("triệu đồng", Fraction(1_250_000_000)), incredible_amount("triệu đồng", Fraction(1250))
    (Fraction(1250000, 1), None)
    """
    asked = scaled(measure)
    amount = value * Fraction(10) ** asked.power
    return amount / _BILLION if asked.power and asked.what in MONEY and abs(amount) >= INCREDIBLE else None
