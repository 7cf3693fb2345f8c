"""Where a sheet says something of all its answers: the lines above them, label and value, and columns that say it for each unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ictscore.survey.beside.aside import Read, spot_of
from ictscore.survey.beside.header_leads import begins_with_time, is_label
from ictscore.survey.beside.header_times import times_said
from ictscore.survey.beside.unit_times import heads_times, joined, times_of_unit
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import UNIT
from ictscore.survey.layouts.answer_columns import is_part_below
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.layouts.periodicities import say_how_often
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.stands_there import as_seen_in

_YEAR_ALONE = re.compile(r"20\d\d")
_FEW_DIGITS = re.compile(r"\d{1,2}")
_A_MONTH = re.compile(r"\btháng(?:\s*[\d.…_]*)?$")
_SPANS = 4
"""How many cells say from when to when: two labels, each with its day."""


class Said(NamedTuple):
    """What is said of all answers, or ``is_of_unit`` of those of one, with its label; ``cells`` are those that hold what is said."""

    text: str
    cells: tuple[Cell, ...]
    is_of_unit: bool = False


def said_above(lines: Lines, reads: list[Read]) -> Iterator[Said]:
    """Yield what stands above the answers, or in a line of its own, each value with the label to its left, or right above it."""
    first = min((min(each.rows) for each in reads if each.rows), default=0)
    taken: set[tuple[int, int]] = set()
    for row, line in lines.items():
        spot = spot_of(row, line, reads)
        if spot == "title" or (spot == "other" and row < first):
            for said in _said_in(row, lines, reads):
                if not {(each.row, each.column) for each in said.cells} <= taken:
                    yield said
                taken |= {(each.row, each.column) for each in said.cells}


def said_of_units(lines: Lines, reads: list[Read]) -> Iterator[Said]:
    """Yield what columns that are not asked for say of each unit of a table (“Năm” 2018), or of the numbers of a form, the same once."""
    for read in reads:
        for column, heading in read.layout.unknown.items() if read.by_column else ():
            if heads_times(heading):
                yield from _said_below(heading, [lines[row].get(column) for row in sorted(read.rows) if row in lines])
        for said in said_of_numbers(lines, read.layout, read.by_row).values():
            yield from _said_below(said.heading, sorted({cell.text: cell for cell in reversed(said.cells)}.values()))


class OfNumbers(NamedTuple):
    """A column that says the time or kind of a form’s numbers: what heads it, and its cells beside them."""

    heading: str
    cells: tuple[Cell, ...]


def said_of_numbers(lines: Lines, layout: FoundLayout, asked: Mapping[int, Question | None]) -> dict[int, OfNumbers]:
    """Return the further columns beside a form that say the time or kind of its numbers: “Năm”, “Loại số liệu”."""
    rows = [row for row, question in sorted(asked.items()) if row in lines and question is not None and question.is_number]
    ours = {layout.ids, *layout.others.values(), *layout.stages}
    found: dict[int, OfNumbers] = {}
    for column in sorted(frozenset().union(*(lines[row] for row in rows)) - ours):
        cells = tuple(cell for row in rows if (cell := lines[row].get(column)) is not None)
        heading = _heading_over(column, min(asked), layout, lines, {cell.text for cell in cells})
        if heads_times(heading) and not say_how_often(heading, _texts(column, asked, lines)):
            found[column] = OfNumbers(heading, cells)
    return found


def _texts(column: int, asked: Collection[int], lines: Lines) -> list[str]:
    return [text for row in asked if (text := text_of(lines.get(row, {}).get(column)))]


def held_as_times(lines: Lines, layout: FoundLayout, asked: Mapping[int, Question | None]) -> frozenset[tuple[int, str]]:
    """Return what such columns say, each with its column, where it is a time or kind: it is held against the round, once for all rows.

    A number of one or two digits may count something too.
    """
    said = said_of_numbers(lines, layout, asked).items()
    cells = ((each.heading, column, cell) for column, each in said for cell in each.cells if not _FEW_DIGITS.fullmatch(cell.text))
    return frozenset((column, cell.text) for heading, column, cell in cells if times_of_unit(joined(heading, cell)) is not None)


def columns_held(lines: Lines, layout: FoundLayout, asked: Mapping[int, Question | None], *, of_a_year: bool) -> frozenset[int]:
    """Return the columns that say nothing else beside the questions.

    Where the data are to be ``of_a_year``, so do quarters below “Quý” and months below “Tháng”, in one or two digits.
    """
    held = held_as_times(lines, layout, asked)
    parts = ((column, each, cell) for column, each in said_of_numbers(lines, layout, asked).items() for cell in each.cells if of_a_year)
    held |= {(column, cell.text) for column, each, cell in parts if is_part_below(each.heading, cell.text)}
    said = {(column, cell.text) for row in asked for column, cell in lines.get(row, {}).items()}
    return frozenset(column for column, _ in held) - {column for column, _ in said - held}


def _said_below(heading: str, cells: Sequence[Cell | None]) -> Iterator[Said]:
    return (Said(joined(heading, each), (each,), is_of_unit=True) for each in cells if each is not None)


def _heading_over(column: int, first: int, layout: FoundLayout, lines: Lines, below: Collection[str]) -> str:
    """Return the heading of a column beside a form, whose first question is in row ``first``: the lowest text from its header down.

    What stands ``below`` it too heads nothing: it stands in the row of a section, or in a question’s that is no number.
    """
    begin = layout.printed.head if layout.printed is not None else layout.row + 1
    above = (lines[row][column] for row in range(first - 1, begin - 1, -1) if column in lines.get(row, {}))
    cell = next((each for each in above if each.text not in below), None)
    return cell.text if cell is not None and cell.kind == "text" else ""


def _said_in(row: int, lines: Lines, reads: list[Read]) -> Iterator[Said]:
    line = lines[row]
    cells = [line[column] for column in sorted(line) if text_of(line[column])]
    at = 0
    while at < len(cells):
        cell, behind = cells[at], cells[at + 1 : at + _SPANS]
        below = _below(cell, behind, lines)
        if below is not None and not any(below.row in each.rows for each in reads):
            yield Said(joined(cell.text, below), (below,))
            at += 1
            continue
        if behind and not _is_label(behind[0]) and _says_beside(cell, behind[0]):
            ends = len(behind) == _SPANS - 1 and _is_label(behind[1])
            is_span = ends and as_seen_in(behind[0])[:1].isdigit() and cell.text.strip().casefold().startswith(("từ", "tu"))
            if is_span:
                yield Said(f"{joined(cell.text, behind[0])} {joined(behind[1].text, behind[2])}", (behind[0], behind[2]))
            elif not _ends_a_date(cells[:at]):
                yield Said(joined(cell.text, behind[0]), (behind[0],))
            at += _SPANS if is_span else 2
            continue
        if (cell.kind == "text" and not _heads_a_column(row, cell, lines, reads)) or (
            cell.kind == "number" and not behind and _YEAR_ALONE.fullmatch(cell.text) and (not at or _is_name(line, cells[at - 1], reads))
        ):
            yield Said(cell.text, (cell,))
        at += 1


def _says_beside(cell: Cell, beside: Cell) -> bool:
    """Return whether a text is a label of what stands to its right: of anything, or of a day only (“Số liệu” 31/12/2018)."""
    is_of_day = beside.kind == "date" and times_said(joined(cell.text, beside)) is not None
    return _is_label(cell) or (cell.kind == "text" and is_of_day)


def _is_label(cell: Cell) -> bool:
    return cell.kind == "text" and is_label(cell.text)


def _below(cell: Cell, behind: list[Cell], lines: Lines) -> Cell | None:
    """Return the cell right below a label that has no value to its right, where it says a time together with the label only."""
    below = lines.get(cell.row + 1, {}).get(cell.column)
    if below is None or not _is_label(cell) or (behind and not _is_label(behind[0])):
        return None
    is_bare = below.kind in ("number", "date") or (below.kind == "text" and begins_with_time(below.text))
    return below if is_bare and times_said(joined(cell.text, below)) is not None else None


def _ends_a_date(before: list[Cell]) -> bool:
    """Return whether cells end with a month, or its word: “tháng” 9 “năm” 2018 is the day of a letter."""
    return any(each.kind == "text" and _A_MONTH.search(fold_name(each.text)) for each in before[-2:])


def _heads_a_column(row: int, cell: Cell, lines: Lines, reads: list[Read]) -> bool:
    """Return whether a text heads a column: of answers, right above the header of a table, or of figures beside a form with marks.

    So does “Số liệu cùng kỳ”, which says nothing alone, right above any header but that of the first column, where titles stand.
    """
    for each in reads:
        layout, column = each.layout, cell.column
        if row == layout.row - 1 and column in {*each.by_column, *layout.doubtful}:
            return True
        first = layout.printed.head if layout.printed is not None else layout.row
        if row == first - 1 and _is_label(cell) and column > min(each.columns - {0}) and column not in layout.stages:
            return True
        is_beside = bool(layout.ids) and column not in each.columns and any(column in lines[one] for one in each.rows)
        if is_beside or each.heads_answers(row, column):
            return True
    return False


def _is_name(line: Line, cell: Cell, reads: list[Read]) -> bool:
    """Return whether a cell of a form with marks names its unit."""
    return any(each.layout.ids and text_of(line.get(each.layout.ids)) == UNIT and cell.column in each.layout.stages for each in reads)
