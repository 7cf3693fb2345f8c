"""A share of the draws as people read it."""

from __future__ import annotations

from fractions import Fraction

from ictscore.exact import decimal_text
from ictscore.words import say_decimal


def percent(share: Fraction) -> str:
    """Return a share for reading, to a tenth of a per cent; what is not quite all or nothing never reads as that.

    >>> percent(Fraction(1, 3)), percent(Fraction(9999, 10000)), percent(Fraction(1, 10000))
    ('33.3 %', '> 99.9 %', '< 0.1 %')
    """
    if 0 < share < Fraction(1, 1000):
        return say_decimal("< 0.1 %")
    if Fraction(999, 1000) < share < 1:
        return say_decimal("> 99.9 %")
    if share in {0, 1}:
        return f"{share * 100} %"
    return f"{say_decimal(decimal_text(share * 100, 1))} %"
