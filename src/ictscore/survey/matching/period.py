"""Which day decides whether a unit is one of a round: the last of the days the data are counted from."""

from __future__ import annotations

import re
from datetime import date

from ictscore.rulebook.model import Rulebook

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


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
