"""Numbers that people typed as texts: every way in which one can be read."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from ictscore.exact import from_stored
from ictscore.survey.labels.characters import AS_SEEN

How = Literal["plain", "comma", "thousands", "nought"]

KEPT_DIGITS = 15

_ONE_SEPARATOR = re.compile(r"(0|[1-9][0-9]*)(?:([.,])([0-9]+))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3}(?:\1[0-9]{3})+|(?: [0-9]{3})+([.,][0-9]+)?)")
_GROUPED_WITH_DECIMALS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+)")
_NOUGHT_BEFORE = re.compile(r"0[0-9]")
"""Vietnamese offices write numbers below ten with a nought before them: 05 máy."""
_MINUS = ("-", "\u2212", "\u2010", "\u2011", "\u2012", "\u2013")
"""Minus signs and the hyphens and short dashes that stand for one when they touch the number."""
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " ")
_LINE = {**AS_SEEN, **_BLANKS}
_LONGEST = 60
_GROUP = 3
_UNREADABLE = 10**30


class Reading(NamedTuple):
    """A number read from a text: its value, the ``other`` value it may have as well, and how it was written."""

    value: Fraction
    other: Fraction | None
    how: How
    digits: int


@lru_cache(maxsize=65536)
def stored_number(text: str) -> Fraction:
    """Return the number of a number cell, taken at 15 significant digits."""
    return Fraction(int(text)) if len(text) <= KEPT_DIGITS and text.isdigit() and text.isascii() else from_stored(text)


@lru_cache(maxsize=65536)
def read_number(text: str) -> Reading | None:
    """Return how a text reads as a number, or None when it is none.

    One separator before exactly three digits may be a decimal sign or one of thousands: such a text has two readings.

    >>> read_number("12,5").value, read_number("1.234").other, read_number("1 234 567").value, read_number("12 máy")
    (Fraction(25, 2), Fraction(1234, 1), Fraction(1234567, 1), None)
    """
    bare = one_line(text)
    negative = bare.startswith(_MINUS)
    body = bare[1:] if negative or bare.startswith("+") else bare
    if not body or len(body) > _LONGEST:
        return None
    found = _single(body) or _grouped(body) or _with_nought(body)
    if found is None or not negative:
        return found
    return found._replace(value=-found.value, other=None if found.other is None else -found.other)


def one_line(text: str) -> str:
    """Return a text as it is seen, with plain blanks and none around it; a line that is broken stays broken: it may hold two numbers."""
    return text.strip() if text.isascii() else text.translate(_LINE).strip()


def _with_nought(body: str) -> Reading | None:
    """Read a number below ten with a nought before it; a longer one may be a code."""
    return Reading(Fraction(int(body)), None, "nought", 1) if _NOUGHT_BEFORE.fullmatch(body) else None


def _single(body: str) -> Reading | None:
    """Read digits with at most one separator."""
    found = _ONE_SEPARATOR.fullmatch(body)
    if found is None:
        return None
    whole, sign, decimals = found.groups(default="")
    value = from_stored(f"{whole}.{decimals}" if sign else whole)
    thousands = len(decimals) == _GROUP and len(whole) <= _GROUP and whole != "0"
    other = Fraction(whole + decimals) if thousands else None
    return Reading(value, other, "comma" if sign == "," else "plain", len((whole + decimals).lstrip("0")))


def _grouped(body: str) -> Reading | None:
    """Read digits in groups of three."""
    if _GROUPED_WITH_DECIMALS.fullmatch(body):
        decimal_sign = max(".", ",", key=body.rindex)
    elif found := _GROUPED.fullmatch(body):
        decimal_sign = found[2][0] if found[2] else ""
    else:
        return None
    whole, _, decimals = body.partition(decimal_sign) if decimal_sign else (body, "", "")
    digits = "".join(filter(str.isdigit, whole))
    return Reading(from_stored(f"{digits}.{decimals or 0}"), None, "thousands", len(digits + decimals))


def brief(value: Fraction) -> Fraction | str:
    """Return a number for a message: one of hundreds of digits by its first 15 and a power of ten.

    >>> brief(Fraction(5, 2)), brief(Fraction(10) ** 300)
    (Fraction(5, 2), '1E+300')
    """
    if abs(value.numerator) < _UNREADABLE and value.denominator < _UNREADABLE:
        return value
    return str(Context(prec=KEPT_DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator)).normalize())


def plain_digits(stored: str) -> str:
    """Return a stored number as its digits, whatever the file wrote it as; the decimal sign is a point.

    >>> plain_digits("9.12345678E8"), plain_digits("274.65999999999997"), plain_digits("12")
    ('912345678', '274.66', '12')
    """
    value = stored_number(stored)
    digits = Context(prec=_LONGEST).divide(Decimal(value.numerator), Decimal(value.denominator))
    return stored if stored.isdigit() or abs(value) >= _UNREADABLE else f"{digits.normalize():f}"
