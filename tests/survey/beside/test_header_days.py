"""Promises about days and months in a text: one spelling for all, and no day that there is not."""

from __future__ import annotations

from datetime import date

import pytest

from ictscore.survey.beside.header_days import first_day, last_day, with_usual_days


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("30/6/2019", "30/6/2019"),
        ("30-06-2019", "30/06/2019"),
        ("30.6.2019", "30/6/2019"),
        ("ngày 30 tháng 6 năm 2019", "ngày 30/6/2019"),
        ("30 tháng 6", "30/6/"),
        ("tháng 6/2019", "0/6/2019"),
        ("tháng 6", "0/6/"),
        ("6/2019", "0/6/2019"),
        ("1/1 - 30/6/2019", "1/1/ - 30/6/2019"),
        ("quý 3/2019", "quý 3/2019"),
        ("6 tháng năm 2019", "6 tháng năm 2019"),
        ("2018-2019", "2018-2019"),
        ("12/qđ-ubnd", "12/qđ-ubnd"),
        ("2018-12-31", "31/12/2018"),
        ("2018-12-31 00:00:00", "31/12/2018"),
        ("từ t1 đến t6/2019", "từ 0/1/ đến 0/6/2019"),
        ("tu t1 den t6", "tu 0/1/ den 0/6/"),
        ("t7-t12/2019", "0/7/-0/12/2019"),
        ("tháng 1-6/2019", "0/1/-0/6/2019"),
        ("các tháng 1 - 6 năm 2019", "0/1/-0/6/2019"),
        ("1/2019-6/2019", "0/1/2019 - 0/6/2019"),
        ("1-6/2019", "1-6/2019"),
        ("thứ 2 - t6", "thứ 2 - t6"),
        ("t2 đến t6", "t2 đến t6"),
        ("9t/2019", "9t/2019"),
        ("ct1 - ct6/2019", "ct1 - ct0/6/2019"),
    ],
)
def test_days_and_months_get_one_spelling(text, usual):
    """Whatever stands between day, month and year; numbers of quarters, of months and of documents stay as they are."""
    assert with_usual_days(text) == usual


@pytest.mark.parametrize("found", [("31", "6", "2019"), ("1", "13", "2019"), ("29", "2", None), ("1", "0", "2019")])
def test_there_is_no_day_that_there_is_not(found):
    """The 31st of June is no day, and neither is one of a 13th month."""
    assert last_day(found) is None


def test_a_month_begins_and_ends():
    """Data from January to June are those of the 1st of January to the 30th of June; the first month is in the year of the last."""
    last = last_day(("0", "6", "2019"))
    assert last == date(2019, 6, 30)
    assert first_day(("0", "1", None), last) == date(2019, 1, 1)
    assert first_day(("15", "12", "2018"), last) == date(2018, 12, 15)
