"""Merged ranges: that they make sense, and that no value hides beneath them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ictscore.places import cell_name
from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.limits import Limits


def check_merges(sheet: str, merged: Sequence[str], cells: Mapping[tuple[int, int], Cell], found: Collector, limits: Limits) -> None:
    """Add a finding for each merged range that is nonsense, overlaps another, or covers a value."""
    covered: set[tuple[int, int]] = set()
    left = limits.merged_cells
    for text in merged:
        area = parse_range(text)
        if area is None:
            found.add("IO316", sheet, read=shown(text))
            continue
        left -= area.size
        if left < 0:
            found.add("IO318", sheet, text, limit=limits.merged_cells)
            return
        inside = _cells_of(area)
        if not covered.isdisjoint(inside):
            found.add("IO317", sheet, text)
        covered.update(inside)
        for key in inside[1:]:
            if key in cells:
                found.add("IO319", sheet, cell_name(*key), read=text)


def _cells_of(area: Range) -> list[tuple[int, int]]:
    return [(row, column) for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1)]
