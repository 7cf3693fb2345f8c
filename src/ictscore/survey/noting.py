"""What is found while answers are read: kept in order, and only so many of a kind, for a spoilt table has a million cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ictscore.findings import Finding, finding
from ictscore.places import Place

MOST_OF_A_KIND = 10_000


class NamedYears(NamedTuple):
    """Years of which a text says that the data are, where nothing in its file says of which they have to be."""

    years: frozenset[int]
    read: str
    place: Place


class LeftCell(NamedTuple):
    """A cell that nothing understood, with its label where one stands before or over it.

    ``is_beside`` says that it stands in a row of answers, ``is_below`` that it stands below all of them, ``is_figure`` that it is a number
    and no text, ``is_usual`` that it is told only where it names another unit, or another ``group``. ``lines`` are those of its lines that
    are not usual, ``around`` what stands above and below it. ``code`` is what has to be said of it, with these ``values``, where it answers
    a question of the form or corrects an answer.
    """

    place: Place
    row: int
    column: int
    text: str
    is_beside: bool = False
    is_below: bool = False
    is_comment: bool = False
    is_figure: bool = False
    is_usual: bool = False
    group: str = ""
    lines: tuple[str, ...] = ()
    around: tuple[str, str] = ("", "")
    code: str = ""
    values: Mapping[str, object] = {}

    @property
    def unusual(self) -> str:
        """Return the text without those of its lines that are usual."""
        return " ".join(" ".join(self.lines).split()) or self.text


class LeftOver(NamedTuple):
    """What was left over on one sheet; ``first`` is the first row of answers, ``heads`` are the rows that name their columns.

    ``is_cut`` says that there is more than is kept.
    """

    place: Place
    cells: tuple[LeftCell, ...]
    first: int
    is_cut: bool = False
    heads: frozenset[int] = frozenset()


class Notes:
    """Takes findings and keeps the first ``most`` of each code; and the years in files and their names that nothing is known of yet."""

    __slots__ = ("_counts", "_kept", "_most", "file_years", "left", "named_years", "total")

    def __init__(self, most: int = MOST_OF_A_KIND) -> None:
        """Begin without findings."""
        self._most = most
        self.total = 0
        self._kept: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self.named_years: list[NamedYears] = []
        self.file_years: list[NamedYears] = []
        self.left: list[LeftOver] = []

    def add(self, code: str, place: Place, *related: Place, **values: object) -> None:
        """Take one finding; ``related`` are further places."""
        self.total += 1
        self._counts[code] += 1
        if self._counts[code] <= self._most:
            self._kept.append(Finding(code, place, values, related))

    def add_twice(self, code: str, place: Place, first: Place, **values: object) -> None:
        """Take a finding about what stands in two places; its message names both."""
        self.add(code, place, first, first=first.beside(place), second=place.beside(first), **values)

    def take(self, findings: Iterable[Finding]) -> None:
        """Take findings that somebody else has limited."""
        self._kept.extend(findings)

    def merge(self, other: Notes) -> None:
        """Take what others noted, under the same limit for each code."""
        self.total += other.total
        self.named_years += other.named_years
        self.file_years += other.file_years
        self.left += other.left
        for each in other._kept:
            self._counts[each.code] += 1
            if self._counts[each.code] <= self._most:
                self._kept.append(each)
        for code, count in other._counts.items():
            self._counts[code] += max(count - other._most, 0)

    def forget(self, is_past: Callable[[Finding], bool]) -> None:
        """Drop what no longer holds."""
        self._kept = [each for each in self._kept if not is_past(each)]

    def findings(self) -> tuple[Finding, ...]:
        """Return what was kept, and a note for each code that had more."""
        more = (finding("IO399", count=count - self._most, kind=code) for code, count in self._counts.items() if count > self._most)
        return (*self._kept, *more)
