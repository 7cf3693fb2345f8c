"""From when to when the data of a round are: its years, whether they make a year, and the day that decides whether a unit is one of it."""

from __future__ import annotations

import re
from datetime import date

from ictscore.rulebook.model import Rulebook

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEARLY_A_YEAR = 300


def years_in(period: str) -> tuple[int, ...]:
    """Return the years a period names.

    >>> years_in("2018"), years_in("từ 12/2017 đến 11/2018")
    ((2018,), (2017, 2018))
    """
    return tuple(int(year) for year in _YEAR.findall(period))


def deciding_day(rulebook: Rulebook, period: str) -> date | None:
    """Return the last day of the data window, or of the period's last year where the window is of another; None without either."""
    window, years = rulebook.data_window, years_in(period)
    if window is not None and (not years or window.to.year in years):
        return window.to
    return date(max(years), 12, 31) if years else None


def are_of_a_year(rulebook: Rulebook) -> bool:
    """Return whether the data a rulebook asks for are those of a year, as they are where it says nothing else."""
    window = rulebook.data_window
    return window is None or (window.to - window.from_).days >= _NEARLY_A_YEAR
