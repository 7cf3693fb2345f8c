"""Dates as letters have them and as other programs show them, brought to one spelling: nothing here decides whether there is such a day."""

from __future__ import annotations

import re

_SIGNS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | dict.fromkeys(map(ord, "\u2044\u2215"), "/")
"""Dashes and slashes that look like the plain ones."""
_CLOSING = " .,;"
_IN_BRACKETS = re.compile(r"\((.*)\)")
_HOUR_WORDS = re.compile(r"(?<=\d)\s*giờ\s*(?:(\d{1,2})\s*phút\b)?")
_HOUR_BEFORE = re.compile(r"(\d{1,2}(?:[:hg]\d{0,2}))\s*,?\s*(?:ngày\s*)?(?=\d)(.*)")
_HOUR_BEHIND = re.compile(r"(?<=\d)\s*,?\s+lúc\s+(?=\d)")
_DAY_SAID = re.compile(r"ngày\s*:?\s*(?=\d)")
_BETWEEN = r"(?:\s*[-/.,]\s*(?:năm\s*)?|\s+(?:năm\s*)?|\s*năm\s*)"
_IN_WORDS = re.compile(rf"(\d{{1,2}})\s*[-/.,]?\s*(?:tháng|thg|th|t)\.?\s*(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})")
_YEAR_SAID = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*(?:\2\s*|,\s*)?năm\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*([/.\\_, ])\s*(\d{1,2})\s*\2\s*(\d{1,2})")
_ODDLY_PARTED = re.compile(r"(\d{1,2})\s*([\\_, ])\s*(\d{1,2})\s*\2\s*(\d{4})")
_NAMES = (
    ("jan", "january", "i"), ("feb", "february", "ii"), ("mar", "march", "iii"), ("apr", "april", "iv"), ("may", "v"),
    ("jun", "june", "vi"), ("jul", "july", "vii"), ("aug", "august", "viii"), ("sep", "sept", "september", "ix"),
    ("oct", "october", "x"), ("nov", "november", "xi"), ("dec", "december", "xii"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NAMED = re.compile(rf"(\d{{1,2}})\s*[-/ .]\s*({_NAME})\.?\s*[-/ .,]\s*(\d{{4}}|\d{{2}})")
_NAMED_FIRST = re.compile(rf"({_NAME})\.?\s+(\d{{1,2}})\s*,?\s+(\d{{4}})")
_DIGITS_ALONE = re.compile(r"(\d{2})()(\d{2})((?:19|20)\d{2})")
_DIGITS_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})()(0[1-9]|1[0-2])(\d{2})")
"""No eight digits are a date both ways: read the other way the year would be one of months above 12."""
_FULL_YEAR = 4


def usual_spelling(folded: str) -> str:
    """Return a folded text with its date as day/month/year, or as year-month-day where no other order can be meant, and its time behind it.

    >>> usual_spelling("ngày 30, tháng 9, năm 2020."), usual_spelling("2020/9/30"), usual_spelling("10h30 ngày 30/9/2020")
    ('2020-9-30', '2020-9-30', '30/9/2020 10h30')
    >>> usual_spelling("30092020"), usual_spelling("20200930")
    ('30/09/2020', '2020-09-30')
    >>> usual_spelling("30 tháng 920"), usual_spelling("đến 30/9/2020")
    ('30 tháng 920', 'đến 30/9/2020')
    """
    text = folded.translate(_SIGNS).strip().rstrip(_CLOSING)
    if found := _IN_BRACKETS.fullmatch(text):
        text = found[1].strip()
    text = _HOUR_BEHIND.sub(" ", _HOUR_WORDS.sub(r"h\1", text))
    time = ""
    if found := _HOUR_BEFORE.fullmatch(text):
        time, text = f" {found[1]}", found[2]
    return f"{_in_one_order(_DAY_SAID.sub('', text, count=1))}{time}"


def _in_one_order(text: str) -> str:
    if (found := _YEAR_FIRST.fullmatch(text)) or (found := _DIGITS_YEAR_FIRST.fullmatch(text)):
        return _dated(found[4], found[3], found[1])
    if found := _IN_WORDS.fullmatch(text):
        return _dated(*found.groups())
    if (found := _YEAR_SAID.fullmatch(text)) or (found := _ODDLY_PARTED.fullmatch(text)) or (found := _DIGITS_ALONE.fullmatch(text)):
        return f"{found[1]}/{found[3]}/{found[4]}"
    if found := _NAMED.fullmatch(text):
        return _dated(found[1], str(_MONTHS[found[2]]), found[3])
    if found := _NAMED_FIRST.fullmatch(text):
        return _dated(found[2], str(_MONTHS[found[1]]), found[3])
    return text


def _dated(day: str, month: str, year: str) -> str:
    """Return a date whose month is known to be one; two digits of a year are left to whoever reads it."""
    return f"{year}-{month}-{day}" if len(year) == _FULL_YEAR else f"{day}/{month}/{year}"
