"""Filters of a worksheet: which of its hidden rows are hidden by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ictscore.survey.sheets.addresses import Range, parse_range

_YES = frozenset({"1", "true"})


class Filters:
    """Takes what a worksheet and its tables say of their filters."""

    __slots__ = ("_active", "_areas", "_last")

    def __init__(self) -> None:
        """Begin without any filter."""
        self._areas: list[Range] = []
        self._active = False
        self._last: Range | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element beside the rows, or the filter of a table."""
        if name == "sheetPr":
            self._active = attributes.get("filterMode") in _YES
        elif name == "autoFilter":
            self._last = parse_range(attributes.get("ref", "").replace("$", ""))
            if self._active:
                self.take_column()
        else:
            self._last = None

    def take_column(self) -> None:
        """Take a column by which rows are chosen: without one, a filter hides nothing."""
        if self._last is not None and self._last not in self._areas:
            self._areas.append(self._last)

    def rows_among(self, hidden: Iterable[int]) -> frozenset[int]:
        """Return the rows a filter hides: below the heading of its range; all of them where a filter is on and names no range."""
        if self._active and not self._areas:
            return frozenset(hidden)
        return frozenset(row for row in hidden if any(area.top < row <= area.bottom for area in self._areas))
