"""The titles and headings of the sheets beside the questions of a form, and the place for all their texts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ictscore.words import N_

GUIDE, MISSING, POINTS = N_("HOW POINTS COME ABOUT"), N_("STILL TO BE DONE"), N_("PROVISIONAL POINTS")
"""The titles of the sheets."""
GUIDE_HEADS = (N_("No."), N_("Criterion"), N_("Most points"), N_("How points come about"), N_("Evidence"), N_("Basis"))
"""What the columns of the guide are called."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedSheets:
    """The texts of the sheets of one group’s forms, each in one line: ``rows`` of the guide by number and name, any cells of the others.

    ``whole`` are the same rows, ``options`` the words of the lists of all groups, ``help`` the lines below the questions of a Word form.
    """

    rows: dict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    whole: set[Row] = field(default_factory=set)
    guide: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    points: set[str] = field(default_factory=set)
    options: set[str] = field(default_factory=set)
    help: set[str] = field(default_factory=set)


def in_one_line(text: str) -> str:
    """Return a text with single blanks, as programs keep it however they break lines.

    >>> in_one_line("3 nếu  [1] = “Có” ")
    '3 nếu [1] = “Có”'
    """
    return " ".join(text.split())
