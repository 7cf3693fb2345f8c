"""Promises about dates as letters have them: one order of day, month and year, or none at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.typed.dates import Day, read_day
from ictscore.survey.typed.day_spellings import usual_spelling

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMS = (
    "{0.day} tháng {0.month}, {0.year}",
    "ngày {0.day}, tháng {0.month}, năm {0.year}.",
    "{0.day}/{0.month} năm {0.year}",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}.{0:%m.%d}",
    "({0.day}/{0.month}/{0.year})",
    "{0:%d–%m–%Y}.",
    "{0.day} {0.month} {0.year}",
    "{0.day}-thg{0.month}-{0.year}",
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["", "10h30 ngày ", "7 giờ 5 phút, ngày "]))
def test_however_a_letter_dates_itself_it_is_that_day(day, form, hour):
    """Whatever parts them and stands around them, day, month and year come back, and never in another order."""
    text = form.format(day)
    found = read_day(f"{hour}{text.removeprefix('ngày ')}" if hour and not text.startswith("(") else text)
    assert isinstance(found, Day)
    assert found.day == day
    assert found.note or found.has_time


@given(DAYS, st.sampled_from(["{0.day}-{1}-{0.year}", "{0.day} {1} {0.year}", "{1} {0.day}, {0.year}"]))
def test_a_month_by_its_name_is_that_month(day, form):
    """A name of a month cannot be a day, wherever it stands."""
    assert read_day(form.format(day, MONTHS[day.month - 1])) == Day(day, "SV251", has_time=False)


@pytest.mark.parametrize(
    "text", ["30 tháng 920", "1/2-2021", "30-9/2020", "đến 30/9/2020", "30/9", "thứ tư", "1092020", "ngày", "", "(30/9/2020"]
)
def test_what_has_no_one_order_is_left_as_it_is(text):
    """Nothing is made of texts that leave a choice, or are no date."""
    assert usual_spelling(text) == text
    assert not isinstance(read_day(text), Day)


@given(DAYS, st.sampled_from(["{0:%d%m%Y}", "{0:%Y%m%d}"]))
def test_eight_digits_are_one_date_at_most(day, form):
    """Day first or year first: the other order would need a month above 12."""
    found = read_day(form.format(day))
    assert isinstance(found, Day)
    assert (found.day, bool(found.note)) == (day, True)
