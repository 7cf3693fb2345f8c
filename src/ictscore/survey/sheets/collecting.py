"""Findings collected while a workbook is read: the first hundred of a kind, then how many more."""

from __future__ import annotations

from collections import Counter

from ictscore.findings import Finding, finding
from ictscore.places import Place

_LONGEST_SHOWN = 80


class Collector:
    """Takes findings and keeps the first ``most`` of each code: a spoilt sheet would have a million."""

    __slots__ = ("_counts", "_file", "_kept", "_most")

    def __init__(self, file: str, most: int) -> None:
        """Collect for ``file``."""
        self._file = file
        self._most = most
        self._kept: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(self, code: str, sheet: str = "", cell: str = "", **values: object) -> None:
        """Take one finding at a cell, a sheet or the whole file."""
        self._counts[code] += 1
        if self._counts[code] <= self._most:
            self._kept.append(Finding(code, Place(self._file, sheet=sheet, cell=cell), values))

    def findings(self) -> tuple[Finding, ...]:
        """Return what was kept, and a note for each code that had more."""
        more = [
            finding("IO399", Place(self._file), count=count - self._most, kind=code)
            for code, count in self._counts.items()
            if count > self._most
        ]
        return (*self._kept, *more)


def shown(text: str) -> str:
    """Return a text read from a file for a message: cut when it is long.

    >>> shown("a" * 100) == "a" * 80 + "…"
    True
    """
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
