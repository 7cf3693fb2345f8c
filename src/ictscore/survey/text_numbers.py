"""Numbers that people typed as texts: every way in which one can be read."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from ictscore.exact import from_stored
from ictscore.words import N_, Phrase, phrase

How = Literal["plain", "comma", "thousands"]

KEPT_DIGITS = 15

_ONE_SEPARATOR = re.compile(r"(0|[1-9][0-9]*)(?:([.,])([0-9]+))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3}(?:\1[0-9]{3})+|(?: [0-9]{3})+([.,][0-9]+)?)")
_GROUPED_WITH_DECIMALS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+)")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
_MINUS = "\u2212"
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
    bare = text.strip().translate(_BLANKS)
    negative = bare.startswith(("-", _MINUS))
    body = bare[1:] if bare.startswith(("-", "+", _MINUS)) else bare
    if not body or len(body) > _LONGEST:
        return None
    found = _single(body) or _grouped(body)
    if found is None or not negative:
        return found
    return found._replace(value=-found.value, other=None if found.other is None else -found.other)


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


def odd_characters(text: str) -> Phrase | str:
    """Return a half-sentence with the code points in a text that do not show or look like others, or an empty text."""
    odd = code_points(text)
    return phrase(N_(" (it has the characters {odd})"), odd=odd) if odd else ""


def code_points(text: str) -> tuple[str, ...]:
    """Return the characters of a text that do not show, or are digits and letters of other scripts, by their code points.

    >>> code_points("Sở Y tế"), code_points("１2")
    ((), ('U+FF11',))
    """
    if text.isascii():
        return ()
    return tuple(f"U+{ord(each):04X}" for each in dict.fromkeys(text) if not each.isascii() and _is_odd(each))[:5]


def _is_odd(character: str) -> bool:
    category = unicodedata.category(character)
    if category.startswith("L"):
        return "LATIN" not in unicodedata.name(character, "") or "FULLWIDTH" in unicodedata.name(character, "")
    return category.startswith("N") or category in {"Cc", "Cf", "Co", "Cn", "Cs"}
