"""Where a sheet says something of all its answers: the lines above them, label and value, and columns that say it for each unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ictscore.survey.beside.aside import Read, spot_of
from ictscore.survey.beside.header_times import is_label
from ictscore.survey.layout import UNIT
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.remarks.remark import read_remark
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.stands_there import as_seen_in

_YEAR_ALONE = re.compile(r"20\d\d")
_SPANS = 4
"""How many cells say from when to when: two labels, each with its day."""


class Said(NamedTuple):
    """What is said of all answers, or of those of one unit, with the label before it; ``cells`` are those that hold what is said."""

    text: str
    cells: tuple[Cell, ...]


def said_above(lines: Lines, reads: list[Read]) -> Iterator[Said]:
    """Yield what stands above the answers, or in a line of its own, each value with the label to its left."""
    first = min((min(each.rows) for each in reads if each.rows), default=0)
    for row, line in lines.items():
        spot = spot_of(row, line, reads)
        if spot == "title" or (spot == "other" and row < first):
            yield from _said_in(row, lines, reads)


def said_of_units(lines: Lines, reads: list[Read]) -> Iterator[Said]:
    """Yield what columns that are not asked for say of each unit of a table: “Năm” 2018, “Loại số liệu” Kế hoạch.

    What people doubt is told with the other remarks.
    """
    for read in reads:
        for column, heading in read.layout.unknown.items() if read.by_column else ():
            if not is_label(heading):
                continue
            cells = (lines[row][column] for row in sorted(read.rows) if column in lines.get(row, {}))
            yield from (_joined([heading], [each]) for each in cells if not read_remark(each.text).doubts)


def _said_in(row: int, lines: Lines, reads: list[Read]) -> Iterator[Said]:
    line = lines[row]
    cells = [line[column] for column in sorted(line) if text_of(line[column])]
    at = 0
    while at < len(cells):
        cell, behind = cells[at], cells[at + 1 : at + _SPANS]
        if behind and cell.kind == "text" and is_label(cell.text):
            ends = len(behind) == _SPANS - 1 and behind[1].kind == "text" and is_label(behind[1].text)
            is_span = ends and as_seen_in(behind[0])[:1].isdigit() and cell.text.strip().casefold().startswith(("từ", "tu"))
            yield _joined([cell.text, behind[1].text], [behind[0], behind[2]]) if is_span else _joined([cell.text], [behind[0]])
            at += _SPANS if is_span else 2
            continue
        if (cell.kind == "text" and not _heads_a_column(row, cell, lines, reads)) or (
            cell.kind == "number" and not behind and _YEAR_ALONE.fullmatch(cell.text) and (not at or _is_name(line, cells[at - 1], reads))
        ):
            yield Said(cell.text, (cell,))
        at += 1


def _joined(labels: list[str], cells: list[Cell]) -> Said:
    said = (f"{label.strip().rstrip(':').rstrip()}: {as_seen_in(cell).strip()}" for label, cell in zip(labels, cells, strict=True))
    return Said(" ".join(said), tuple(cells))


def _is_year(cell: Cell) -> bool:
    return cell.kind == "number" and _YEAR_ALONE.fullmatch(cell.text) is not None


def _heads_a_column(row: int, cell: Cell, lines: Lines, reads: list[Read]) -> bool:
    """Return whether a text heads a column: of answers, right above the header of a table, or of figures beside a form with marks."""
    for each in reads:
        layout, column = each.layout, cell.column
        if row == layout.row - 1 and column in {*each.by_column, *layout.doubtful}:
            return True
        is_beside = bool(layout.ids) and column not in each.columns and any(column in lines[one] for one in each.rows)
        if is_beside or each.heads_answers(row, column):
            return True
    return False


def _is_name(line: Line, cell: Cell, reads: list[Read]) -> bool:
    """Return whether a cell of a form with marks names its unit."""
    return any(each.layout.ids and text_of(line.get(each.layout.ids)) == UNIT and cell.column in each.layout.stages for each in reads)
