"""Times of submission: each column read in one way, by the way its times are written."""

from __future__ import annotations

import pytest

from ictscore.survey.exports.times import read_times
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.cells import Cell, CellKind, Sheet


def times(*texts: str, kind: CellKind = "text") -> tuple[list[str], list[tuple[str, str]]]:
    """Return the times of a column below its title in B1, as they are shown, with the codes found and their cells."""
    notes = Notes()
    cells = {row: Cell(row, 2, kind, text) for row, text in enumerate(texts, 2)}
    found = read_times(Sheet("f.csv", "S", {}), "Gửi lúc", cells, (1, 2), notes)
    return [found[row].shown if row in found else "" for row in cells], [(each.code, each.place.cell) for each in notes.findings()]


def order(text: str) -> str:
    """Return what a time is sorted by."""
    cells = {2: Cell(2, 2, "text", text)}
    return read_times(Sheet("f.csv", "S", {}), "Gửi lúc", cells, (1, 2), Notes())[2].order


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("30/09/2020 08:15:00", "30/09/2020 08:15:00"),
        ("5/9/2020 8:05", "05/09/2020 08:05:00"),
        ("2020-09-30T08:15:07.123+07:00", "30/09/2020 08:15:07"),
        ("2020-09-30 08:15", "30/09/2020 08:15:00"),
        ("2020-09-30T01:15:00Z", "30/09/2020 01:15:00"),
        ("2020/09/30 8:15:00 SA GMT+7", "30/09/2020 08:15:00"),
        ("2020/09/30 8:15:00 CH GMT+7", "30/09/2020 20:15:00"),
        ("2020/09/30 12:15:00 AM GMT+7", "30/09/2020 00:15:00"),
        ("2020/09/30 12:15:00 pm", "30/09/2020 12:15:00"),
        ("30.9.2020", "30/09/2020 00:00:00"),
    ],
)
def test_a_time_is_read_as_the_tools_write_it(text: str, shown: str) -> None:
    """Kobo, Google and Microsoft write times in these ways, in Vietnamese and in English."""
    assert times(text) == ([shown], [])


@pytest.mark.parametrize(
    "text", ["hôm qua", "30/09", "30/09/20 08:00", "31/02/2020 08:00", "2020-13-01", "2020-09-30 24:00", "2020-09-30 08:60"]
)
def test_what_is_no_time_is_warned_of(text: str) -> None:
    """A text that names no moment there is has no time, and a warning at its cell."""
    assert times(text) == ([""], [("SV725", "B2")])


def test_hours_with_halves_end_at_twelve() -> None:
    """There is no 13 o’clock in the afternoon."""
    assert times("2020-09-30 13:00 pm") == ([""], [("SV725", "B2")])


def test_blank_cells_say_nothing() -> None:
    """A row without a time is no fault."""
    assert times("", " ") == (["", ""], [])


def test_a_real_date_has_its_time() -> None:
    """The serial number 44104.5 is noon of 30 September 2020; a number without the format of a date is no time."""
    assert times("44104.5", kind="date") == (["30/09/2020 12:00:00"], [])
    assert times("44104.5", kind="number") == ([""], [("SV725", "B2")])
    assert times("7", kind="date") == ([""], [("SV725", "B2")])


def test_a_column_with_the_month_first_is_read_so_with_a_note() -> None:
    """One time that can only have its month first decides for a column in which none has its day first."""
    assert times("9/5/2020 8:15:00", "9/30/2020 8:15:00") == (["05/09/2020 08:15:00", "30/09/2020 08:15:00"], [("SV728", "B1")])


def test_a_column_with_both_orders_has_no_times() -> None:
    """Where some times have the day first and some the month, none is used."""
    assert times("30/9/2020 8:15:00", "9/30/2020 8:15:00", "2020-01-01") == (["", "", ""], [("SV726", "B1")])


def test_times_that_fit_both_ways_have_the_day_first() -> None:
    """Vietnamese write the day first."""
    assert times("5/9/2020 8:15:00") == (["05/09/2020 08:15:00"], [])


def test_times_with_zones_are_compared_as_moments() -> None:
    """08:00 in Hanoi comes before 02:00 in London."""
    assert order("2020-09-30T08:00:00+07:00") < order("2020-09-30T02:00:00Z") < order("2020-09-30T09:30:00+0700")
    assert order("2020-09-30T08:00:00-0330") == order("2020-09-30T11:30:00Z")
    assert order("2020-09-30T08:00:00+730") == order("2020-09-30T00:30:00Z")


def test_zones_on_some_times_only_spoil_the_column() -> None:
    """A time with a zone and one without cannot be compared."""
    assert times("2020-09-30T08:00:00Z", "2020-09-30T08:00:00") == (["", ""], [("SV727", "B1")])


def test_the_first_years_are_no_moment() -> None:
    """A time whose moment lies before all time has none."""
    assert times("0001-01-01T00:00:00+07:00") == ([""], [("SV725", "B2")])
