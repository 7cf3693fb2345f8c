"""One sheet of an OpenDocument spreadsheet, as it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.ods.conditions import Conditions


@dataclass(slots=True)
class Table:
    """One sheet as it is read."""

    name: str
    hidden: bool
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden_rows: list[range] = field(default_factory=list)
    filtered_rows: list[range] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    conditions: Conditions = field(default_factory=Conditions)

    def cut(self, ranges: list[range]) -> frozenset[int]:
        """Return the rows of ``ranges`` up to the last row that holds something."""
        last = max((row for row, _ in self.cells), default=0)
        return frozenset(row for each in ranges for row in range(each.start, min(each.stop, last + 1)))
