"""Promises about the time a rulebook's data are of."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from ictscore.survey.matching.period import are_of_a_year


def test_a_rulebook_asks_for_a_year_unless_it_says_otherwise():
    """A window that crosses the year is a year; one of six months is not."""
    windows = [None, (date(2017, 12, 1), date(2018, 11, 30)), (date(2020, 1, 1), date(2020, 6, 30))]
    kept = [SimpleNamespace(from_=each[0], to=each[1]) if each else None for each in windows]
    assert [are_of_a_year(SimpleNamespace(data_window=each)) for each in kept] == [True, True, False]
