"""Days and months in a folded text brought to one spelling, and read from it: day/month/year, 0 for no day, no year where none is named."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.remarks.times import NO_YEAR

_YEAR = r"(?:19|20)\d\d(?!\d)"
_OF = rf"(?:(?:,? năm|\s*[/.,\-])?\s*({_YEAR}))?"
_FULL = Spoken(rf"(?<!\d)(\d{{1,2}})\s*([/.\-])\s*(\d{{1,2}})\s*\2\s*({_YEAR})")
_EXPORTED = Spoken(r"(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?: 00:00(?::00)?)?(?!\d)")
"""“2018-12-31” and “2018-12-31 00:00:00”, as programs write days into CSV files."""
_IN_WORDS = Spoken(rf"(?<![\d/])(\d{{1,2}}) tháng (\d{{1,2}})(?!\d){_OF}")
_MONTH_IN_WORDS = Spoken(rf"tháng (\d{{1,2}})(?!\d){_OF}")
_MONTH = Spoken(rf"(?<![\d/.\-])(?<!quý )(?<!quý: )(?<!q )(?<!q)(\d{{1,2}})\s*[/.\-]\s*({_YEAR})")
_MONTHS = Spoken(rf"(?:các )?tháng (\d{{1,2}})\s*[-–]\s*(?:tháng )?(\d{{1,2}})(?:\s*[/.]\s*|,? năm )({_YEAR})")
"""“Tháng 1-6/2019”."""
_JOINED = Spoken(rf"(?<![\d/.\-])(\d{{1,2}}\s*[/.]\s*{_YEAR})[-–](?=\d{{1,2}}\s*[/.]\s*{_YEAR})")
"""“1/2019-6/2019”."""
_SHORT = Spoken(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/])")
_LETTER = Spoken(r"(?<!\w)t\.?(?=\d{1,2}(?!\d))")
_NO_WEEKDAY = Spoken(rf"(?<!\w)t\.?(?:0?[189]|1[0-2])(?!\d)|{_YEAR}")
"""“T6” is the sixth month where another is named that is no day of the week, or a year."""
DAY = r"(\d{1,2})/(\d{1,2})/(\d{4})?"
"""A day in the one spelling."""

_LAST_MONTH = 12
_USUAL = 2019
"""A year whose February has 28 days, for days without a year."""

_Found = tuple[str | None, ...]


def with_usual_days(folded: str) -> str:
    """Return a folded text with its days and months in one spelling.

    >>> with_usual_days("đến ngày 30 tháng 6 năm 2019"), with_usual_days("từ tháng 1 đến 6/2019"), with_usual_days("quý 3/2019")
    ('đến ngày 30/6/2019', 'từ 0/1/ đến 0/6/2019', 'quý 3/2019')
    >>> with_usual_days("từ t1 đến t6/2019"), with_usual_days("t2 - t6")
    ('từ 0/1/ đến 0/6/2019', 't2 - t6')
    """
    if _NO_WEEKDAY.search(folded):
        folded = _LETTER.sub("thang " if folded.isascii() else "tháng ", folded)
    text = _JOINED.sub(r"\1 - ", _MONTHS.sub(r"0/\1/-0/\2/\3", _EXPORTED.sub(r"\3/\2/\1", folded)))
    text = _IN_WORDS.sub(r"\1/\2/\3", _FULL.sub(r"\1/\3/\4", text))
    return _SHORT.sub(r"\1/\2/", _MONTH.sub(r"0/\1/\2", _MONTH_IN_WORDS.sub(r"0/\1/\2", text)))


def last_day(found: _Found) -> date | None:
    """Return the day that was found, of a month its last one, or None where there is no such day.

    >>> last_day(("30", "6", "2019")), last_day(("0", "2", None)), last_day(("31", "13", "2019"))
    (datetime.date(2019, 6, 30), datetime.date(4, 2, 28), None)
    """
    day, month, year = (int(each or 0) for each in found)
    if not 1 <= month <= _LAST_MONTH:
        return None
    length = monthrange(year or _USUAL, month)[1]
    return date(year or NO_YEAR, month, day or length) if day <= length else None


def first_day(found: _Found, last: date) -> date | None:
    """Return the day from which data are up to ``last``, of a month its first one; without a year it is in that of ``last``."""
    day, month, year = found
    return last_day(("1" if not int(day or 0) else day, month, year or f"{last.year}"))
