"""A deadline in words: before, on or after which day, of every year or of the year a period names."""

from __future__ import annotations

from ictscore.rulebook.procedure import Deadline
from ictscore.words import N_, tr

_RULES = {"before": N_("before {day}"), "on": N_("on {day}"), "after": N_("after {day}")}


def deadline_text(deadline: Deadline, period: str = "") -> str:
    """Return a deadline's day and what the regulation says of it; ``period`` gives a day of every year its year, where it is one year."""
    day = _day(deadline, period)
    told = tr(_RULES[deadline.rule], day=day) if day else ""
    return f"{told} ({deadline.text})" if told and deadline.text else told or deadline.text or ""


def _day(deadline: Deadline, period: str) -> str:
    if deadline.date is not None:
        return f"{deadline.date.day}/{deadline.date.month}/{deadline.date.year}"
    if deadline.day is None or deadline.month is None:
        return ""
    day = f"{deadline.day}/{deadline.month}"
    return f"{day}/{period}" if period.isdecimal() else tr("{day} every year", day=day)
