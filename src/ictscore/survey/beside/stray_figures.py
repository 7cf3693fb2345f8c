"""Figures in the notes that are nowhere near the answer they stand beside: the year of the round, the number of an enclosure."""

from __future__ import annotations

import re
from collections.abc import Collection

from ictscore.survey.typed.text_numbers import read_number

_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE = re.compile(r"\d[\d.,]*")
"""“+3” and “-3” say by how much the answer is wrong."""


def is_stray(text: str, answer: str, years: Collection[int]) -> bool:
    """Return whether a figure is hardly a second count of what was answered in a round of ``years``.

    That is less than half or more than twice as much, unless none were counted. Another year than the round's may be that of the answer.

    >>> [is_stray(each, "20", {2020}) for each in ("3", "2020", "21", "2018", "+3")]
    [True, True, False, False, False]
    """
    figure, given = read_number(text), read_number(answer)
    if (
        figure is None
        or not _BARE.fullmatch(text.strip())
        or given is None
        or not given.value
        or figure.other is not None
        or given.other is not None
    ):
        return False
    is_other_year = _YEAR.fullmatch(text.strip()) is not None and figure.value not in years
    return not is_other_year and not given.value / 2 <= figure.value <= 2 * given.value
