"""One sheet of an OpenDocument spreadsheet, as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.ods.conditions import Conditions
from ictscore.survey.sheets.ods.drawings import Drawings
from ictscore.survey.sheets.ods.names import TABLE
from ictscore.survey.sheets.ods.styles import Styles


@dataclass(slots=True)
class Table:
    """One sheet as it is read."""

    name: str
    hidden: bool
    page_texts: tuple[str, ...]
    drawings: Drawings
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


def begin_table(attributes: Mapping[str, str], styles: Styles) -> Table:
    """Return a sheet as its element begins."""
    style = attributes.get(f"{TABLE} style-name", "")
    return Table(attributes.get(f"{TABLE} name", ""), styles.is_hidden(style), styles.page_texts_of(style), Drawings(styles.is_filled))
