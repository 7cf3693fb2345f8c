"""When rows of an export were submitted: the whole column is read in one way, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from ictscore.survey.drafts import Submitted
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown

Order = Literal["plain", "day", "month", "either"]
"""How a time is written: its month is beyond doubt, its day comes first, its month comes first, or nobody can tell."""

_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's clock names no zone
_FIRST_SERIAL, _LAST_SERIAL = 61, 2_958_465
_SECONDS = 24 * 60 * 60
_SERIAL = re.compile(r"[0-9]{1,7}(?:\.[0-9]+)?")
_TIME = re.compile(
    r"(?P<a>[0-9]{1,4})(?P<sign>[-/.])(?P<b>[0-9]{1,2})(?P=sign)(?P<c>[0-9]{1,4})"
    r"(?:(?:[t ]\s*|,\s*)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<rest>[0-9]{1,9}))?)?"
    r"\s*(?P<half>am|pm|sa|ch)?\s*(?:(?:gmt|utc)\s*)?(?P<zone>z|gmt|utc|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
_YEAR_DIGITS = 4
_MONTHS, _HALF_DAY = 12, 12
_AFTERNOON = ("pm", "ch")


class _Read(NamedTuple):
    """A time as it stands: the numbers of its day in the order written, its clock and its zone."""

    day: tuple[int, int, int]
    order: Order
    clock: timedelta
    zone: timedelta | None


def read_times(sheet: Sheet, title: str, cells: Dict[int, Cell], header: tuple[int, int], notes: Notes) -> dict[int, Submitted]:
    """Return the times in the cells of a column, by row; ``header`` is the cell of its title."""
    read = {row: _read(cell) for row, cell in cells.items() if text_of(cell)}
    known = {row: each for row, each in read.items() if each is not None}
    place, texts = sheet.place_at(*header), {row: shown(text_of(cells[row])) for row in read}
    by_order = {each.order: texts[row] for row, each in reversed(known.items())}
    zoned = {each.zone is not None: texts[row] for row, each in reversed(known.items())}
    for row in read.keys() - known.keys():
        notes.add("SV725", sheet.place_at(row, header[1]), read=texts[row])
    if "day" in by_order and "month" in by_order:
        notes.add("SV726", place, title=title, read=by_order["month"], other=by_order["day"])
        return {}
    if len(zoned) > 1:
        notes.add("SV727", place, title=title, read=zoned[True], other=zoned[False])
        return {}
    if "month" in by_order:
        notes.add("SV728", place, title=title, read=by_order["month"])
    found: dict[int, Submitted] = {}
    for row, each in known.items():
        time = _time(each, month_first="month" in by_order)
        if time is None:
            notes.add("SV725", sheet.place_at(row, header[1]), read=texts[row])
        else:
            found[row] = time
    return found


def _read(cell: Cell) -> _Read | None:
    """Return the time in a cell; a number that is no date of its workbook is none."""
    text = text_of(cell).casefold()
    if cell.kind == "date" and _SERIAL.fullmatch(text):
        return _serial(Fraction(text))
    found = _TIME.fullmatch(text) if cell.kind in ("date", "text") else None
    if found is None:
        return None
    numbers = (int(found["a"]), int(found["b"]), int(found["c"]))
    clock = _clock(found)
    if clock is None:
        return None
    if len(found["a"]) == _YEAR_DIGITS:
        return _Read(numbers, "plain", clock, _zone(found["zone"]))
    if len(found["c"]) != _YEAR_DIGITS:
        return None
    first, second, year = numbers
    order: Order = "plain" if first == second else "day" if first > _MONTHS else "month" if second > _MONTHS else "either"
    return _Read((year, first, second), order, clock, _zone(found["zone"]))


def _serial(days: Fraction) -> _Read | None:
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        return None
    time = _FIRST_DAY + timedelta(seconds=round(days * _SECONDS))
    clock = timedelta(hours=time.hour, minutes=time.minute, seconds=time.second)
    return _Read((time.year, time.month, time.day), "plain", clock, None)


def _clock(found: re.Match[str]) -> timedelta | None:
    """Return the time of day, midnight where none stands, or None where there is no such time."""
    if found["hour"] is None:
        return timedelta()
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + _HALF_DAY * (found["half"] in _AFTERNOON)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - of a day
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=int((found["rest"] or "0").ljust(6, "0")[:6]))


def _zone(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text in ("z", "gmt", "utc"):
        return timedelta()
    hours, minutes = text[1:].replace(":", "")[:2], text[1:].replace(":", "")[2:]
    if ":" not in text and len(text) == len("+700"):
        hours, minutes = text[1:2], text[2:]
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -away if text[0] == "-" else away


def _time(read: _Read, *, month_first: bool) -> Submitted | None:
    """Return when that is, or None where there is no such day."""
    year, month, day = read.day
    if read.order in ("day", "either") and not month_first:
        month, day = day, month
    try:
        local = datetime(year, month, day) + read.clock  # noqa: DTZ001 - as it is shown
        order = local if read.zone is None else (local - read.zone).replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return Submitted(f"{order:%Y-%m-%dT%H:%M:%S.%f}", f"{local:%d/%m/%Y %H:%M:%S}")
