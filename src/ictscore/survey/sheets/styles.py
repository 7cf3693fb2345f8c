"""Formats of cells: which are dates, which are percentages, and how many decimals they show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ictscore.survey.sheets.cells import NumberFormat
from ictscore.survey.sheets.format_codes import plainly_shown


class Format(NamedTuple):
    """What a cell's format says about its number; ``places`` is None when it shows as many decimals as there are.

    ``thousands`` is how often the number is divided by 1000 before it is shown. ``shown_by`` is the format code where it shows more
    or less than the number, or a date without its day, month or year; blank for all others. ``struck`` says that the font crosses out what
    stands in the cell, ``unseen`` that it has the colour of its cell, ``boxed`` that Excel shows TRUE and FALSE as boxes to tick.
    ``ground`` is the colour that fills the cell, where one does; ``slashed`` says that a border runs through it from corner to corner.
    ``seen_as`` is the name of a font of signs, or ``*`` where the alignment repeats what stands in the cell.
    """

    kind: NumberFormat
    places: int | None
    thousands: int = 0
    shown_by: str = ""
    struck: bool = False
    unseen: bool = False
    boxed: bool = False
    ground: str = ""
    slashed: bool = False
    seen_as: str = ""


GENERAL = Format("general", None)

# ECMA-376 part 1, 18.8.30: what these numbers mean hangs on the language of the Excel that wrote them, and no file says which it was.
# Chinese of Taiwan and of the mainland, Japanese and Korean show by one number a whole date, a part of one or a time; 30 and 31 are whole
# dates in all of them, 32 and 33 times.
_MONTH, _NO_YEAR = "[$-404]e/m/d | yyyy年m月", "[$-404]e年m月d日 | m月d日"
_TIME_OR_MONTH, _TIME_OR_NO_YEAR = "h:mm AM/PM | yyyy年m月 | yyyy-mm-dd", "h:mm:ss AM/PM | m月d日 | yyyy-mm-dd"
BY_EDITION = frozenset({_MONTH, _NO_YEAR, _TIME_OR_MONTH, _TIME_OR_NO_YEAR})
"""What ``shown_by`` says of a date that some editions of Excel show whole and others in part."""

# The formats every program knows by number, from the same table; 59 to 81 are those of Thai, each like one of the others in Thai letters.
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)})
_MONEY, _MONEY_WITH_CENTS = '"$"#,##0', '"$"#,##0.00'
_BUILT_IN: dict[int, Format] = {
    1: Format("number", 0),
    2: Format("number", 2),
    3: Format("number", 0),
    4: Format("number", 2),
    9: Format("percent", 0),
    10: Format("percent", 2),
    11: Format("number", None),
    12: Format("number", None),
    13: Format("number", None),
    **{number: Format("number", 0, 0, _MONEY) for number in (5, 6, 42)},
    **{number: Format("number", 2, 0, _MONEY_WITH_CENTS) for number in (7, 8, 44)},
    **{number: Format("number", 0) for number in (37, 38, 41, 59, 61)},
    **{number: Format("number", 2) for number in (39, 40, 43, 60, 62)},
    67: Format("percent", 0),
    68: Format("percent", 2),
    **{number: Format("number", None) for number in (69, 70)},
    48: Format("number", None),
    49: Format("text", None),
    **dict.fromkeys(_DATES, Format("date", None)),
    **{number: Format("date", None, 0, "d-mmm") for number in (16, 73)},
    **{number: Format("date", None, 0, "mmm-yy") for number in (17, 74)},
    **{number: Format("date", None, 0, "h:mm") for number in (18, 19, 20, 21, 32, 33, 45, 46, 47, 75, 76, 78, 79, 80)},
    **{number: Format("date", None, 0, _MONTH) for number in (27, 36, 50, 57)},
    **{number: Format("date", None, 0, _NO_YEAR) for number in (28, 29, 51, 54, 58)},
    **{number: Format("date", None, 0, _TIME_OR_MONTH) for number in (34, 52, 55)},
    **{number: Format("date", None, 0, _TIME_OR_NO_YEAR) for number in (35, 53, 56)},
}

_NOT_SHOWN_AS_DIGITS = re.compile(r'"[^"]*"|\\.|[_*].')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_SCALED = re.compile(r"[0#?](,+)(?![0#?,])")
_LONGEST_CODE = 255
"""Excel takes no longer format code."""
_CLOCK = re.compile(r"h+(?::m+)?(?::s+(?:\.0+)?)?|m+:s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)
_DECIMALS = re.compile(r"\.([0#?]+)")


def format_of(number: int, codes: Mapping[int, Format]) -> Format:
    """Return a format by its number: one of the workbook's own ``codes``, else one that every program knows."""
    return codes.get(number) or _BUILT_IN.get(number, GENERAL)


def understand(code: str) -> Format:
    """Return what a format code says about a number.

    >>> understand("dd/mm/yyyy").kind, understand("0.00%")[:4], understand('#,##0" máy"').places
    ('date', ('percent', 2, 0, ''), 0)
    """
    known = _understood(code)
    if known.kind == "date":
        return known if _shows_a_day(code) else known._replace(shown_by=code[:_LONGEST_CODE])
    cut = code[:_LONGEST_CODE]
    return known if not code or plainly_shown(cut) else known._replace(shown_by=cut)


def _understood(code: str) -> Format:
    """Return what a code says, as far as its first section tells."""
    bare = _BRACKETS.sub("", _ELAPSED.sub(r"\1", _NOT_SHOWN_AS_DIGITS.sub("", code)))
    first = bare.split(";")[0].strip()
    lowered = first.lower()
    if "general" in lowered or not first:
        return GENERAL
    if "%" in first:
        return Format("percent", _places(first), _thousands(first))
    if any(letter in lowered for letter in "dmyhs"):
        return Format("date", None)
    if "@" in first:
        return Format("text", None)
    return Format("number", None if "/" in first or "e" in lowered else _places(first), _thousands(first))


def _shows_a_day(code: str) -> bool:
    """Return whether a format of a date shows its day, its month and its year."""
    bare = _CLOCK.sub("", _BRACKETS.sub("", _NOT_SHOWN_AS_DIGITS.sub("", code.replace("\\-", "-")))).split(";")[0].casefold()
    day = re.search(r"(?<!d)d{1,2}(?!d)", bare)
    return day is not None and "m" in bare and ("y" in bare or "e" in bare)


def _places(code: str) -> int:
    found = _DECIMALS.search(code)
    return len(found[1]) if found else 0


def _thousands(code: str) -> int:
    found = _SCALED.search(code)
    return len(found[1]) if found else 0
