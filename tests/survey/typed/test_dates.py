"""Promises about dates in texts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.expr.values import unreadable
from ictscore.places import Place
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.answers import Typist
from ictscore.survey.typed.dates import Day, NoDay, day_in, read_day

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(
    DAYS,
    st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}", "{0.day} / {0.month} / {0.year}", "ngày {0:%d/%m/%Y}"]),
)
def test_a_day_written_day_first_is_that_day(day, form):
    """Whatever parts them, day, month and year are read in this order, and never in another."""
    found = read_day(form.format(day))
    assert isinstance(found, Day)
    assert found.day == day


@given(DAYS)
def test_a_day_in_words_and_in_iso_is_that_day(day):
    """Words and the ISO form have one reading."""
    assert read_day(f"ngày {day.day} tháng {day.month} năm {day.year}") == Day(day, "SV251", has_time=False)
    assert read_day(day.isoformat()) == Day(day, "", has_time=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/4/2021", "SV255"),
        ("1/13/2021", "SV255"),
        ("1/1/1899", "SV255"),
        ("1/1/2100", "SV255"),
        ("32/1/21", "SV255"),
        ("1/1/30", "SV253"),
    ],
)
def test_days_there_are_not_are_named(text, code):
    """A day, month or year that is none is refused with what is wrong."""
    assert read_day(text).code == code


@pytest.mark.parametrize("text", ["", "mai", "1/2", "1/2-2021", "05/01/2021 và 06/01/2021", "5012021"])
def test_other_texts_are_no_dates(text):
    """What is not like a date is none."""
    assert read_day(text) is None


@pytest.mark.parametrize("stored", ["2021-01-05T00:00:00", "44201", "2021-01-05"])
def test_date_cells_hold_serials_or_iso_texts(stored):
    """A date cell holds the number of its day, or its day in ISO."""
    assert day_in(Cell(1, 1, "date", stored)) == date(2021, 1, 5)
    assert day_in(Cell(1, 1, "date", "59")) is None


@pytest.mark.parametrize(
    ("kind", "stored", "expected", "said"),
    [
        ("date", "44201", "2021-01-05", ()),
        ("date", "44201.0", "2021-01-05", ()),
        ("date", "44201.75", "2021-01-05", ("SV257",)),
        ("date", "2021-01-05T08:30:00", "2021-01-05", ("SV257",)),
        ("date", "59", None, ("SV201",)),
        ("date", "73051", None, ("SV255",)),
        ("number", "44201", None, ("SV256",)),
        ("number", "2021", None, ("SV254",)),
        ("number", "3", None, ("SV201",)),
        ("yes_no", "1", None, ("SV201",)),
    ],
)
def test_cells_where_a_date_is_wanted(kind, stored, expected, said):
    """A date cell of this age is its day, and its time is told as left out; a number is asked about with the day it may be."""
    notes = Notes()
    question = Question("ngay", "Ngày", "date")
    value = Typist(notes).type(question, Cell(1, 1, kind, stored), Place("f"))
    assert value == (unreadable("ngay") if expected is None else expected)
    assert tuple(each.code for each in notes.findings()) == said


@pytest.mark.parametrize(("stored", "time"), [("44201.999305555555", "23:59"), ("44201.75", "18:00"), ("44201.9999999", "23:59")])
def test_the_time_told_is_the_one_the_cell_shows(stored, time):
    """Spreadsheets store 23:59 as a little less than it is; it is told as it was typed, and never as the next day."""
    notes = Notes()
    Typist(notes).type(Question("ngay", "Ngày", "date"), Cell(1, 1, "date", stored), Place("f"))
    assert [each.values["read"] for each in notes.findings()] == [f"05/01/2021 {time}"]


@pytest.mark.parametrize("time", ["25:00", "24:00", "10:60", "10:30 hoặc 6/1/2021", "99h", "10:30:61"])
def test_a_time_that_there_is_none_is_refused(time):
    """A date with a time no clock shows is not a date that can be trusted."""
    assert isinstance(read_day(f"05/01/2021 {time}"), NoDay)
    assert isinstance(read_day(f"2021-01-05 {time}"), NoDay)


@pytest.mark.parametrize("time", ["10:30", "8h", "8h05", "8g", "23:59:59", "10:30:00.5", "7:30 am", "00:00"])
def test_a_time_of_day_leaves_the_day(time):
    """Times as clocks and people write them are seen and left out."""
    found = read_day(f"05/01/2021 {time}")
    assert isinstance(found, Day)
    assert found.has_time
