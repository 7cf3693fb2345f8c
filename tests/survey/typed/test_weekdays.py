"""Promises about days of the week beside dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.survey.typed.dates import Day, NoDay, read_day
from ictscore.survey.typed.weekdays import without_weekday

NAMES = ("thứ hai", "thứ 3", "wed", "thứ năm", "t6", "thứ bảy", "chủ nhật")


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_only_the_right_day_of_the_week_says_nothing(day, weekday):
    """The date is read where it falls on that day, and is asked about where it does not."""
    for text in (f"{NAMES[weekday]}, {day:%d/%m/%Y}", f"{day:%d/%m/%Y} ({NAMES[weekday]})"):
        found = read_day(text)
        if weekday == day.weekday():
            assert isinstance(found, Day)
            assert found.day == day
            assert found.note
        else:
            assert isinstance(found, NoDay)
            assert found.code == "SV255"


@pytest.mark.parametrize("text", ["thứ tư", "30/9/2020", "thứ 8, 30/9/2020", "tháng 3", "t4", "ngày 2", ""])
def test_other_texts_are_left_as_they_are(text):
    """Without a date, or without such a day, nothing is taken away."""
    assert without_weekday(text) == (text, None)
