"""Promises of the deadlines in words."""

from __future__ import annotations

from datetime import date

import pytest

from ictscore.reports.deadlines import deadline_text
from ictscore.rulebook.procedure import Deadline
from ictscore.words import speak


@pytest.mark.parametrize(
    ("deadline", "period", "english", "vietnamese"),
    [
        (Deadline(day=30, month=9), "", "before 30/9 every year", "trước 30/9 hằng năm"),
        (Deadline(day=30, month=9), "2020", "before 30/9/2020", "trước 30/9/2020"),
        (Deadline(day=30, month=9), "2019-2020", "before 30/9 every year", "trước 30/9 hằng năm"),
        (Deadline(date=date(2018, 12, 20)), "2019", "before 20/12/2018", "trước 20/12/2018"),
        (Deadline(date=date(2018, 12, 5), rule="on"), "", "on 5/12/2018", "vào 5/12/2018"),
        (Deadline(date=date(2018, 12, 5), rule="after", text="sau Tết"), "", "after 5/12/2018 (sau Tết)", "sau 5/12/2018 (sau Tết)"),
        (Deadline(text="sau khi có kết luận"), "2020", "sau khi có kết luận", "sau khi có kết luận"),
        (Deadline(), "2020", "", ""),
    ],
)
def test_a_deadline_is_told_with_its_year_where_one_is_known(deadline: Deadline, period: str, english: str, vietnamese: str) -> None:
    """A day of every year gets the year of the period when that is one year; a fixed date keeps its own; the regulation's words follow."""
    speak("en")
    assert deadline_text(deadline, period) == english
    speak("vi")
    assert deadline_text(deadline, period) == vietnamese
