"""Dates as people type them: the day comes first, the year has four digits, and the day must be one there is."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from ictscore.expr.values import Value
from ictscore.survey.labels.characters import changed_characters
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.styles import BY_EDITION
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.day_spellings import usual_spelling
from ictscore.survey.typed.text_numbers import one_line, plain_digits, stored_number
from ictscore.survey.typed.weekdays import without_weekday
from ictscore.words import N_, Phrase, phrase

_FIRST_DAY = date(1899, 12, 30)
_LAST_SERIAL = 2_958_465
_FIRST_SERIAL = 61
"""Before March 1900 spreadsheets count a day that never was; no answer lies there."""
_YEARS = range(1900, 2100)
_LAST_NEAR = 29
"""Two digits up to 29 are years of this century, as in Excel; from 30 they can be of either."""
_SERIAL = re.compile(r"([0-9]{1,7})(\.[0-9]+)?")
_TIME = r"(?:(?:[T ]+|,\s*)([0-9]{1,2}[:hg][0-9]{0,2}.*))?"
_CLOCK_TIME = re.compile(
    r"(?:[01]?[0-9]|2[0-3])\s*(?:[hg]|:[0-5]?[0-9]|[hg]\s*[0-5]?[0-9])\s*(?::[0-5]?[0-9](?:[.,][0-9]+)?|ph|phút|p)?"
    r"\s*(?:am|pm|sa|ch|sáng|chiều|z|[-+][01][0-9]:?[0-5][0-9])?"
)
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){_TIME}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})\s*([/.-])\s*([0-9]{{1,2}})\s*\2\s*([0-9]{{4}}|[0-9]{{2}}){_TIME}", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:ngày\s+)?([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})")
_DAY_SAID = re.compile(r"ngày\s*:?\s+(?=[0-9]{1,2}[/.-])")
_NO_DAY = re.compile(r"(?:(?:tháng|quý|t|q)?\s*(?:[0-9]{1,2}|[ivx]{1,3})\s*(?:[/.-]|năm)\s*)?(?:năm\s*)?(?:19|20)[0-9]{2}")
_TWO_DIGITS = 2
_CLOCK = len("10:30")
_MINUTES = 24 * 60
_DECEMBER = 12
_APOSTROPHES = "'\u2018\u2019\u00b4`"
"""What people type before a date to have it kept as a text."""


class Day(NamedTuple):
    """A date read from a text, and how it was written: the code of the note it earns, if any, and whether a time stood behind it."""

    day: date
    note: str
    has_time: bool


class NoDay(NamedTuple):
    """Why a text is no date."""

    code: str
    values: dict[str, object]


def date_answer(asked: Asked) -> Value:
    """Return the date in a cell as ISO text; texts are read day first."""
    cell = asked.cell
    if cell.kind == "date":
        return _date_cell(asked)
    if cell.kind == "number":
        return _number_cell(asked)
    if cell.kind != "text":
        return asked.misfit()
    line, odd = unicodedata.normalize("NFC", one_line(cell.text)).casefold(), changed_characters(cell.text)
    found = read_day(line.lstrip(_APOSTROPHES))
    if found is None:
        return asked.misfit()
    if isinstance(found, NoDay):
        return asked.refuse(found.code, read=asked.read, **found.values)
    if line[:1] in _APOSTROPHES:
        asked.say("SV271", read=asked.read, day=in_words(found.day))
    if odd and not (found.note or found.has_time):
        found = found._replace(note="SV251")
    if found.note:
        asked.say(found.note, read=asked.read, day=in_words(found.day))
    if found.has_time:
        asked.say("SV257", read=asked.read, day=in_words(found.day))
    return found.day.isoformat()


def read_day(text: str) -> Day | NoDay | None:
    """Return the day a folded text names, why it names none, or None when it is nothing like a date.

    >>> read_day("05/01/2021").day, read_day("01/2021").code, read_day("mai")
    (datetime.date(2021, 1, 5), 'SV254', None)
    """
    found = _as_usual(text)
    if found is not None:
        return found
    bare, weekday = without_weekday(text)
    spelt = usual_spelling(bare)
    found = _as_usual(spelt) if spelt != text else None
    if isinstance(found, Day) and weekday not in (None, found.day.weekday()):
        return _none(N_("it falls on another day of the week"))
    return found._replace(note="SV251") if isinstance(found, Day) and not (found.note or found.has_time) else found


def _as_usual(text: str) -> Day | NoDay | None:
    bare = _DAY_SAID.sub("", text)
    if found := _ISO.fullmatch(bare):
        return _no_time(found[4]) or _day(int(found[3]), int(found[2]), int(found[1]), "", has_time=found[4] is not None)
    if found := _DAY_FIRST.fullmatch(bare):
        return _day_first(found)
    if found := _IN_WORDS.fullmatch(bare):
        return _day(int(found[1]), int(found[2]), int(found[3]), "SV251")
    return NoDay("SV254", {}) if _NO_DAY.fullmatch(bare) else None


def _day_first(found: re.Match[str]) -> Day | NoDay:
    day, month, year = int(found[1]), int(found[3]), int(found[4])
    has_time = found[5] is not None
    if no_time := _no_time(found[5]):
        return no_time
    if len(found[4]) > _TWO_DIGITS:
        both_ways = day <= _DECEMBER and month <= _DECEMBER and day != month
        return _day(day, month, year, "SV250" if both_ways else "", has_time=has_time)
    near = _day(day, month, 2000 + year, "SV252", has_time=has_time)
    if isinstance(near, NoDay) or year <= _LAST_NEAR:
        return near
    return NoDay("SV253", {"first": 1900 + year, "second": 2000 + year})


def _no_time(text: str | None) -> NoDay | None:
    """Return what is wrong with what stands where a time may stand, or None."""
    return _none(N_("“{time}” is no time of day"), time=text.strip()) if text and not _CLOCK_TIME.fullmatch(text.strip()) else None


def _day(day: int, month: int, year: int, note: str, *, has_time: bool = False) -> Day | NoDay:
    """Return a day of these numbers, or what is wrong with them."""
    if not 1 <= month <= _DECEMBER:
        return _none(N_("there is no month {month}"), month=month)
    if year not in _YEARS:
        return _none(N_("the year is {year}"), year=year)
    try:
        return Day(date(year, month, day), note, has_time)
    except ValueError:
        return _none(N_("month {month} of {year} has no day {day}"), day=day, month=month, year=year)


def _none(text: str, **values: object) -> NoDay:
    return NoDay("SV255", {"what": phrase(text, **values)})


def in_words(day: date) -> Phrase:
    """Return a day so that nobody takes the month for it."""
    return phrase(N_("day {day}, month {month}, year {year}"), day=day.day, month=day.month, year=day.year)


def day_in(cell: Cell) -> date | None:
    """Return the day a date cell holds, or None."""
    text = cell.text.strip()
    if serial := _SERIAL.fullmatch(text):
        days = int(serial[1])
        return _FIRST_DAY + timedelta(days=days) if _FIRST_SERIAL <= days <= _LAST_SERIAL else None
    found = read_day(text.casefold())
    return found.day if isinstance(found, Day) else None


def _date_cell(asked: Asked) -> Value:
    text = asked.cell.text.strip()
    day = day_in(asked.cell)
    if day is None:
        return asked.misfit()
    if day.year not in _YEARS:
        return asked.refuse("SV255", read=day.isoformat(), what=phrase(N_("the year is {year}"), year=day.year))
    if asked.cell.shown_by:
        return asked.refuse("SV259" if asked.cell.shown_by in BY_EDITION else "SV258", day=in_words(day))
    if time := _time_in(text):
        asked.say("SV257", read=f"{day:%d/%m/%Y} {time}", day=in_words(day))
    return day.isoformat()


def _time_in(text: str) -> str:
    """Return the time of day in the stored text of a date cell, or an empty text."""
    serial = _SERIAL.fullmatch(text)
    if serial is None:
        return text.partition("T")[2][:_CLOCK] or text.partition(" ")[2][:_CLOCK]
    minutes = min(round(Fraction(f"0{serial[2] or '.0'}") * _MINUTES), _MINUTES - 1)  # 23:59 is stored as a little less
    return f"{minutes // 60:02}:{minutes % 60:02}" if serial[2] and int(serial[2][1:]) else ""


def _number_cell(asked: Asked) -> Value:
    """Ask about a number where a date is wanted: it may be the serial number of a day whose format was lost."""
    value = stored_number(asked.cell.text)
    days = value.numerator // value.denominator
    day = _FIRST_DAY + timedelta(days=days) if _FIRST_SERIAL <= days <= _LAST_SERIAL else None
    if value in _YEARS:
        return asked.refuse("SV254", read=asked.read)
    typed = read_day(plain_digits(asked.cell.text))
    if day is None and isinstance(typed, Day) and not asked.cell.shown_by:
        asked.say("SV251", read=asked.read, day=in_words(typed.day))
        return typed.day.isoformat()
    if day is None or day.year not in _YEARS:
        return asked.misfit()
    return asked.refuse("SV256", read=asked.read, day=in_words(day))
