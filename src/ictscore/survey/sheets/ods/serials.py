"""Dates and times as OpenDocument writes them, turned into the serial numbers of spreadsheets."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d{1,9})?))?Z?")
_TIME = re.compile(r"(-?)PT(?:(\d{1,8})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:[.,]\d{1,9})?)S)?")
_DAY_0 = date(1899, 12, 30).toordinal()
_LEAP_DAY_THAT_WAS_NONE = 60


def serial_of_date(text: str) -> str | None:
    """Return the serial number of a date, or None for what is no date.

    >>> serial_of_date("2020-05-01"), serial_of_date("1900-01-01"), serial_of_date("2020-02-30")
    ('43952', '1', None)
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    try:
        days = date(int(found[1]), int(found[2]), int(found[3])).toordinal() - _DAY_0
    except ValueError:
        return None
    if days <= _LEAP_DAY_THAT_WAS_NONE:
        days -= 1
    return _written(days + _share_of_day(found[4], found[5], found[6])) if days > 0 else None


def serial_of_time(text: str) -> str | None:
    """Return the share of a day a time is, or None for what is no time.

    >>> serial_of_time("PT10H30M00S"), serial_of_time("PT36H"), serial_of_time("10:30")
    ('0.4375', '1.5', None)
    """
    found = _TIME.fullmatch(text)
    if found is None or text.endswith("T"):
        return None
    share = _share_of_day(found[2], found[3], (found[4] or "0").replace(",", "."))
    return _written(-share if found[1] else share)


def _share_of_day(hours: str | None, minutes: str | None, seconds: str | None) -> Fraction:
    return (Fraction(hours or 0) * 3600 + Fraction(minutes or 0) * 60 + Fraction(seconds or 0)) / 86_400


def _written(serial: Fraction) -> str:
    return str(serial) if serial.denominator == 1 else f"{float(serial):.15g}"
