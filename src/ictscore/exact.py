"""Exact numbers: how they come in as text, how they are rounded, how they go out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from ictscore.words import fixed

RoundingMode = Literal["half_up", "half_even", "down", "up"]

ZERO, ONE = Fraction(0), Fraction(1)

_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_STORED = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_FRACTION = re.compile(r"-?[0-9]{1,12}/[0-9]{1,12}")


class NotANumber(ValueError):
    """A text that is not a number as this project writes numbers."""


def parse_number(text: str) -> Fraction:
    """Return the number a rulebook's text stands for: ``17.10``, ``-1``, ``1/3`` or ``80%``.

    Raises NotANumber for anything else: a decimal comma, leading zeros, exponents, digits of other scripts.

    >>> parse_number("17.10"), parse_number("1/3"), parse_number("80%")
    (Fraction(171, 10), Fraction(1, 3), Fraction(4, 5))
    """
    if _DECIMAL.fullmatch(text):
        return Fraction(text)
    if _FRACTION.fullmatch(text) and int(text.partition("/")[2]):
        return Fraction(text)
    if text.endswith("%") and _DECIMAL.fullmatch(text[:-1]):
        return Fraction(text[:-1]) / 100
    raise NotANumber(text)


def from_stored(text: str) -> Fraction:
    """Return the number a spreadsheet stores as ``text``, taken at 15 significant digits.

    Spreadsheets keep binary numbers and write up to 17 digits; the 15 that people see are meant.

    >>> from_stored("274.65999999999997"), from_stored("1E2")
    (Fraction(13733, 50), Fraction(100, 1))
    """
    if not _STORED.fullmatch(text):
        raise NotANumber(text)
    number = float(text)
    too_small = number == 0 and bool(text.upper().partition("E")[0].strip("+-0."))
    if too_small or number in {math.inf, -math.inf}:
        raise NotANumber(text)
    return Fraction(f"{number:.15g}")


def add_up(values: Iterable[Fraction]) -> Fraction:
    """Return the sum of ``values``; 0 without any. The same as ``sum``, but reduced only once, at the end.

    >>> add_up([Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)])
    Fraction(1, 1)
    """
    numerator, denominator = 0, 1
    for value in values:
        own = value.denominator
        if own == denominator:
            numerator += value.numerator
        elif own == 1:
            numerator += value.numerator * denominator
        else:
            common = math.lcm(denominator, own)
            numerator = numerator * (common // denominator) + value.numerator * (common // own)
            denominator = common
    return Fraction(numerator, denominator)


def round_fraction(value: Fraction, places: int, mode: RoundingMode = "half_up") -> Fraction:
    """Return ``value`` rounded to ``places`` decimals; ``half_up`` takes halves away from zero, ``up`` everything.

    >>> round_fraction(Fraction(1, 8), 2), round_fraction(Fraction(-1, 8), 2), round_fraction(Fraction(1, 8), 2, "half_even")
    (Fraction(13, 100), Fraction(-13, 100), Fraction(3, 25))
    """
    scale = 10**places
    whole, rest = divmod(abs(value.numerator) * scale, value.denominator)
    twice = 2 * rest
    if mode == "half_up":
        whole += twice >= value.denominator
    elif mode == "half_even":
        whole += twice > value.denominator or (twice == value.denominator and whole % 2 == 1)
    elif mode == "up":
        whole += rest > 0
    return Fraction(whole if value >= 0 else -whole, scale)


def decimal_text(value: Fraction, places: int) -> str:
    """Return ``value`` rounded half up to ``places`` decimals, as text with a decimal point.

    >>> decimal_text(Fraction(2, 3), 2), decimal_text(Fraction(-1, 200), 2), decimal_text(Fraction(5), 0)
    ('0.67', '-0.01', '5')
    """
    return fixed(round_fraction(value, places), places)


def fraction_text(value: Fraction) -> str:
    """Return ``value`` as a fraction text: ``171/2``, or ``85`` when it is whole.

    >>> fraction_text(Fraction(171, 2)), fraction_text(Fraction(85))
    ('171/2', '85')
    """
    return str(value)
