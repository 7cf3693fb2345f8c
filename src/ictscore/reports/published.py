"""Numbers as they are published: with the rulebook's decimals, or as exactly as can be read."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.words import fixed

EXACT_PLACES = 6
CUT_PLACES = 4


def decimals_of(value: Fraction) -> int | None:
    """Return how many decimals a number has, or None when they do not end within six places.

    >>> decimals_of(Fraction(171, 20)), decimals_of(Fraction(5)), decimals_of(Fraction(1, 3))
    (2, 0, None)
    """
    return next((places for places in range(EXACT_PLACES + 1) if 10**places % value.denominator == 0), None)


def published_value(value: Fraction, places: int | None) -> Fraction:
    """Return the number that stands in print: ``value`` where it can be printed whole, else cut to four decimals, half up."""
    if places is None and decimals_of(value) is None:
        return round_fraction(value, CUT_PLACES)
    return value


def published(value: Fraction, places: int | None) -> str:
    """Return the text of a number that the rulebook rounds to ``places``; None means that it is not rounded.

    Unrounded numbers are printed whole where their decimals end within six places, else with four, half up.

    >>> published(Fraction(171, 20), 2), published(Fraction(171, 20), None), published(Fraction(2, 3), None)
    ('8.55', '8.55', '0.6667')
    """
    if places is not None:
        return fixed(value, places)
    own = decimals_of(value)
    return fixed(value, own) if own is not None else fixed(round_fraction(value, CUT_PLACES), CUT_PLACES)


def is_cut(value: Fraction, places: int | None) -> bool:
    """Return whether the printed number is not the exact one."""
    return published_value(value, places) != value


def column_places(values: Iterable[Fraction], places: int | None) -> int:
    """Return how many decimals a column of published numbers shows, so that they stand under each other.

    >>> column_places([Fraction(1, 2), Fraction(1, 3)], None), column_places([Fraction(7)], None), column_places([Fraction(7)], 2)
    (4, 0, 2)
    """
    if places is not None:
        return places
    own = [decimals_of(each) for each in values]
    return max((CUT_PLACES if each is None else each for each in own), default=0)


def aligned(value: Fraction, places: int | None, shown: int) -> str:
    """Return a published number padded with noughts to ``shown`` decimals; what was cut is not padded.

    >>> aligned(Fraction(1, 2), None, 3), aligned(Fraction(1, 3), None, 6)
    ('0.500', '0.3333')
    """
    return published(value, places) if is_cut(value, places) else fixed(value, shown)
