"""The rows of a sheet, found in one pass, and what people cannot see in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ictscore.places import Place, column_letters
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.words import N_, phrase

Line = dict[int, Cell]
Lines = dict[int, Line]

_MOST_NAMED = 12


def lines_of(sheet: Sheet) -> Lines:
    """Return the rows that hold something, from top to bottom, each with its cells by column."""
    lines: Lines = {}
    for (row, column), cell in sheet.cells.items():
        line = lines.get(row)
        if line is None:
            line = lines[row] = {}
        line[column] = cell
    return {row: lines[row] for row in sorted(lines)}


def text_of(cell: Cell | None) -> str:
    """Return the text of a cell without blanks around it; nothing for a blank cell."""
    return cell.text.strip() if cell is not None else ""


def warn_of_hidden(sheet: Sheet, rows: Iterable[int], columns: Iterable[int], notes: Notes) -> None:
    """Warn of what was read though people cannot see it."""
    if sheet.hidden:
        notes.add("SV408", Place(sheet.file, sheet=sheet.name), what=phrase(N_("The sheet is hidden")))
    hidden_rows = sorted(sheet.hidden_rows.intersection(rows))
    hidden_columns = sorted(sheet.hidden_columns.intersection(columns))
    if hidden_rows:
        names = _named([str(row) for row in hidden_rows])
        place = Place(sheet.file, sheet=sheet.name, cell=f"{hidden_rows[0]}:{hidden_rows[0]}")
        notes.add("SV408", place, what=phrase(N_("Rows are hidden ({names})"), names=names))
    if hidden_columns:
        letters = [column_letters(column) for column in hidden_columns]
        place = Place(sheet.file, sheet=sheet.name, cell=f"{letters[0]}:{letters[0]}")
        notes.add("SV408", place, what=phrase(N_("Columns are hidden ({names})"), names=_named(letters)))


def _named(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def refuse_merged(sheet: Sheet, rows: Collection[int], columns: Collection[int], notes: Notes) -> None:
    """Report merged cells that stand for several units or answers at once; ``rows`` and ``columns`` are those that were read."""
    for text in sheet.merged:
        area = parse_range(text)
        if area is None:
            continue
        touched = _touched(rows, area.top, area.bottom), _touched(columns, area.left, area.right)
        if min(touched) > 0 and max(touched) > 1:
            notes.add("SV409", Place(sheet.file, sheet=sheet.name, cell=text), read=text)


def _touched(lines: Collection[int], first: int, last: int) -> int:
    """Return how many of ``lines`` lie between ``first`` and ``last``."""
    if last - first < len(lines):
        return sum(1 for line in range(first, last + 1) if line in lines)
    return sum(1 for line in lines if first <= line <= last)
