"""Sheets without a header whose rows look like the units of a table on another sheet."""

from __future__ import annotations

from ictscore.survey.labels.totals import is_total
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.lines import Line, Lines, text_of
from ictscore.survey.typed.text_numbers import read_number


def continued_rows(lines: Lines, layout: FoundLayout) -> tuple[int, ...]:
    """Return the rows that have a name and a number where a table has them; none where something like a header comes first."""
    unit = next((column for column, each in layout.columns.items() if each.kind == "unit"), 0)
    answers = [column for column, each in layout.columns.items() if each.kind in ("answer", "points")]
    full = [row for row, line in lines.items() if len(line) > 1]
    if not unit or not full or not _is_unit(lines[full[0]], unit, answers):
        return ()
    return tuple(row for row in full if _is_unit(lines[row], unit, answers))


def _is_unit(line: Line, unit: int, answers: list[int]) -> bool:
    cell = line.get(unit)
    if cell is None or cell.kind != "text" or is_total(cell.text) or not any(map(str.isalpha, cell.text)):
        return False
    beside = [line[column] for column in answers if column in line]
    return any(each.kind == "number" or read_number(text_of(each)) is not None for each in beside)
