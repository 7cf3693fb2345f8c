"""What was asked of the writer of a results workbook beside the values of its cells: kept under seal, to tell what was changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ictscore.reports.seen.looks import Look

Position = tuple[int, int]
Area = tuple[int, int, int, int]


@dataclass(slots=True)
class SheetRecord:
    """One sheet as it was written; rows and columns count from 1.

    ``looks`` are the numbers of the looks of its cells, blank ones too; ``sortable`` are the first and last row that people may sort;
    ``area`` is what is printed, ``repeated`` what is repeated on each page, ``pages`` on how many pages its width is fitted.
    """

    looks: dict[Position, int] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    links: dict[Position, str] = field(default_factory=dict)
    merged: tuple[str, ...] = ()
    header: str = ""
    footer: str = ""
    frozen: Position = (0, 0)
    sortable: Position = (0, 0)
    area: Area | None = None
    repeated: tuple[str, ...] = ()
    pages: int = 1


@dataclass(slots=True)
class BookRecord:
    """A workbook as it was written: its looks, and its sheets in order."""

    looks: list[Look] = field(default_factory=list)
    sheets: dict[str, SheetRecord] = field(default_factory=dict)
    _numbers: dict[Look, int] = field(default_factory=dict)

    def sheet(self, name: str) -> SheetRecord:
        """Return the record of a sheet, a new one where there is none yet."""
        return self.sheets.setdefault(name, SheetRecord())

    def number(self, look: Look) -> int:
        """Return the number of a look."""
        if look not in self._numbers:
            self._numbers[look] = len(self.looks)
            self.looks.append(look)
        return self._numbers[look]

    def look(self, number: int) -> Look:
        """Return the look of a number."""
        return self.looks[number] if 0 <= number < len(self.looks) else Look()


def record_data(book: BookRecord) -> bytes:
    """Return a record as it is kept."""
    sheets = {name: _sheet_data(each) for name, each in book.sheets.items()}
    record = {"looks": book.looks, "order": list(sheets), "sheets": sheets}
    return json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _sheet_data(sheet: SheetRecord) -> dict[str, Any]:
    return {
        "looks": [[row, column, number] for (row, column), number in sorted(sheet.looks.items())],
        "heights": sorted(sheet.heights.items()),
        "widths": sorted(sheet.widths.items()),
        "links": [[row, column, target] for (row, column), target in sorted(sheet.links.items())],
        "merged": sheet.merged,
        "header": sheet.header,
        "footer": sheet.footer,
        "frozen": sheet.frozen,
        "sortable": sheet.sortable,
        "area": sheet.area,
        "repeated": sheet.repeated,
        "pages": sheet.pages,
    }


def read_record(data: bytes) -> BookRecord:
    """Return the record that was kept; raise ValueError, KeyError or TypeError for another text."""
    kept: Mapping[str, Any] = json.loads(data)
    book = BookRecord([Look(*each) for each in kept["looks"]])
    book.sheets = {name: _read_sheet(kept["sheets"][name]) for name in kept["order"]}
    return book


def _read_sheet(kept: Mapping[str, Any]) -> SheetRecord:
    return SheetRecord(
        looks={(row, column): number for row, column, number in kept["looks"]},
        heights=dict(kept["heights"]),
        widths=dict(kept["widths"]),
        links={(row, column): target for row, column, target in kept["links"]},
        merged=tuple(kept["merged"]),
        header=kept["header"],
        footer=kept["footer"],
        frozen=_pair(kept["frozen"]),
        sortable=_pair(kept["sortable"]),
        area=tuple(kept["area"]) if kept["area"] else None,
        repeated=tuple(kept["repeated"]),
        pages=kept["pages"],
    )


def _pair(kept: Any) -> Position:
    first, last = kept
    return first, last
