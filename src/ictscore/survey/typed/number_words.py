"""Why a text is no exact number: what people write instead of one, and what they probably mean by it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.typed.text_numbers import read_number
from ictscore.words import N_, Phrase, phrase

_NUMBER = r"[0-9][0-9., ]*"
_NOTHING = frozenset(
    ("không", "ko", "k", "không có", "ko có", "chưa", "chưa có", "k/c", "kc", "không có số liệu", "chưa có số liệu", "trống")
)
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212_./?…")
_ESTIMATES = ("khoảng", "chừng", "độ", "ước", "xấp xỉ", "gần", "tầm", "about", "approx", "~", "≈", "±", "+/-", "+-")
_BOUNDS = ("hơn", "trên", "dưới", "ít nhất", "tối thiểu", "tối đa", "không quá", "quá", "over", "under", ">", "<", "≥", "≤")
_ABOUT = re.compile(rf"(?:{'|'.join(map(re.escape, _ESTIMATES))})[^0-9]*{_NUMBER}.*")
_BOUND = re.compile(rf"(?:{'|'.join(map(re.escape, _BOUNDS))})[^0-9]*{_NUMBER}.*|{_NUMBER}(?:\+|.*trở (?:lên|xuống))")
_RANGE = re.compile(rf"(?:từ\s*)?{_NUMBER}(?:[-\u2010-\u2015\u2212~÷]|\.\.+|…|đến|tới|hoặc|hay|or|to)\s*{_NUMBER}(?:[^-0-9./].*)?")
_PART = re.compile(rf"{_NUMBER}/\s*{_NUMBER}(?:[^0-9/].*)?")
_CALCULATION = re.compile(rf"\(?{_NUMBER}(?:[-+*x×:()]\s*{_NUMBER}\)?)+(?:=.*)?")
_POWER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]{1,3}")
_LETTERS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
_LIKE_DIGITS = re.compile(r"[-+]?[0-9lI|Oo.,]*[0-9][0-9lI|Oo.,]*")
_DATE = re.compile("[0-9]{1,2}([-/])[0-9]{1,2}\\1[0-9]{2,4}")
_HASHES = re.compile(r"#{2,}")
_MOST_OF_A_POWER = 30


class Likely(NamedTuple):
    """The number a text with letters for digits, or with a power of ten, probably means."""

    code: str
    value: Fraction


def means_nothing(folded: str) -> bool:
    """Return whether a text says that there is nothing to say, which may be 0 and may be no answer.

    >>> means_nothing("không có"), means_nothing("–"), means_nothing("0")
    (True, True, False)
    """
    return " ".join(folded.split()).rstrip(".") in _NOTHING or all(each in _DASHES for each in folded)


def both_signs(text: str) -> Fraction | None:
    """Return the number that brackets or a dash standing apart may take below zero, or leave as it is.

    >>> both_signs("(5)"), both_signs("- 5"), both_signs("-5")
    (Fraction(5, 1), Fraction(5, 1), None)
    """
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text[1:] if text[:1] in _DASHES and text[1:2] == " " else ""
    found = read_number(bare.strip())
    return found.value if found is not None and found.other is None and found.value > 0 else None


def likely_number(text: str) -> Likely | None:
    """Return the number probably meant by ``17l`` or ``1E+05``.

    >>> likely_number("17l"), likely_number("1E+05").value, likely_number("máy")
    (Likely(code='SV236', value=Fraction(171, 1)), Fraction(100000, 1), None)
    """
    if _POWER.fullmatch(text):
        value = Fraction(text.replace(",", "."))
        return Likely("SV237", value) if abs(value) < 10**_MOST_OF_A_POWER else None
    if _LIKE_DIGITS.fullmatch(text):
        found = read_number(text.translate(_LETTERS))
        return Likely("SV236", found.value) if found is not None and found.other is None else None
    return None


def inexact(folded: str) -> Phrase | None:
    """Return what stands where an exact number should, or None when it is none of the things people write.

    >>> str(inexact("khoảng 12")), str(inexact("12-15")), inexact("máy")
    ('an estimate', 'a range', None)
    """
    return next((phrase(what) for pattern, what in _INEXACT if pattern.fullmatch(folded)), None)


_INEXACT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(".*[\\r\\n].*", re.DOTALL), N_("several lines")),
    (re.compile(".*[⁰¹²³⁴-⁹₀-₉].*"), N_("a number with another one above or below the line")),
    (re.compile("=.*", re.DOTALL), N_("a formula that was typed as a text and is never calculated")),
    (_DATE, N_("a date")),
    (_HASHES, N_("what Excel shows when a column is too narrow")),
    (_ABOUT, N_("an estimate")),
    (_BOUND, N_("a bound")),
    (_PART, N_("a fraction, or one number out of another")),
    (_RANGE, N_("a range")),
    (_CALCULATION, N_("a calculation")),
)
