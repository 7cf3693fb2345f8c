"""The rows of a sheet, found in one pass, and what people cannot see in them."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator

from ictscore.places import Place, column_letters
from ictscore.survey.layout import MEND_SIGN
from ictscore.survey.noting import Notes
from ictscore.survey.sheets.addresses import Range, parse_range
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.words import N_, Phrase, phrase

_MOST_NAMED = 12

Line = dict[int, Cell]
Lines = dict[int, Line]


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
    """Warn of what was read though people cannot see it; of rows that a filter hides by themselves."""
    if sheet.hidden:
        notes.add("SV408", Place(sheet.file, sheet=sheet.name), what=phrase(N_("The sheet is hidden")))
    rows, columns = tuple(rows), tuple(columns)
    hidden_rows = sorted(sheet.hidden_rows.intersection(rows))
    filtered = [row for row in hidden_rows if row in sheet.filtered_rows]
    by_hand = [row for row in hidden_rows if row not in sheet.filtered_rows]
    hidden_columns = sorted(sheet.hidden_columns.intersection(columns))
    for run in runs(by_hand):
        notes.add("SV408", place_of_rows(sheet, run), what=rows_hidden(run))
    _warn_of_unseen(sheet, {*rows}, {*columns}, notes)
    for run in runs(filtered):
        notes.add("SV426", place_of_rows(sheet, run), names=span_of([str(row) for row in run]))
    for run in runs(hidden_columns):
        notes.add("SV408", place_of_columns(sheet, run), what=columns_hidden(run))


def _warn_of_unseen(sheet: Sheet, rows: Collection[int], columns: Collection[int], notes: Notes) -> None:
    """Warn of cells that were read and have the colour of what fills them."""
    unseen = [cell for cell in sheet.cells.values() if cell.unseen and cell.row in rows and cell.column in columns and text_of(cell)]
    if unseen:
        what = phrase(N_("Text has the colour of its cell ({names})"), names=_named(unseen))
        notes.add("SV408", sheet.place(unseen[0]), what=what)
    doubtful = [sheet.cells[key] for key in sorted(sheet.may_look_blank) if key[0] in rows and key[1] in columns]
    if doubtful:
        notes.add("SV486", sheet.place(doubtful[0]), names=_named(doubtful))
    other = [sheet.cells[key] for key in sorted(sheet.may_look_other) if key[0] in rows and key[1] in columns]
    if other:
        notes.add("SV536", sheet.place(other[0]), names=_named(other))
    slashed = [
        cell for _, cell in sorted(sheet.cells.items()) if cell.slashed and cell.row in rows and cell.column in columns and text_of(cell)
    ]
    if slashed:
        notes.add("SV537", sheet.place(slashed[0]), names=_named(slashed))


def _named(cells: list[Cell]) -> str:
    return ", ".join(cell.address for cell in cells[:_MOST_NAMED]) + (" …" if len(cells) > _MOST_NAMED else "")


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return the numbers that follow each other, run by run: what is found in several places is told at each.

    >>> runs([3, 4, 5, 9])
    [[3, 4, 5], [9]]
    """
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def rows_hidden(rows: list[int]) -> Phrase:
    """Return the words for hidden rows."""
    return phrase(N_("Rows are hidden ({names})"), names=span_of([str(row) for row in rows]))


def columns_hidden(columns: list[int]) -> Phrase:
    """Return the words for hidden columns."""
    return phrase(N_("Columns are hidden ({names})"), names=span_of([column_letters(column) for column in columns]))


def place_of_rows(sheet: Sheet, rows: list[int]) -> Place:
    """Return the place of rows that follow each other."""
    return Place(sheet.file, sheet=sheet.name, cell=f"{rows[0]}:{rows[-1]}")


def place_of_columns(sheet: Sheet, columns: list[int]) -> Place:
    """Return the place of columns that follow each other."""
    return Place(sheet.file, sheet=sheet.name, cell=f"{column_letters(columns[0])}:{column_letters(columns[-1])}")


def words_of_people(comment: str) -> Iterator[str]:
    """Yield the words of a comment without the lines that we wrote when we sent the form back."""
    for line in comment.splitlines():
        if not line.lstrip().startswith(MEND_SIGN):
            yield from line.split()


def span_of(names: list[str]) -> str:
    """Return the names of rows or columns that follow each other: the only one, or the first and the last."""
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def merged_down(sheet: Sheet, columns: Collection[int], first: int) -> dict[str, Range]:
    """Return the cells merged over several rows within one of ``columns``, below ``first``."""
    areas = {text: parse_range(text) for text in sheet.merged}
    return {
        text: area
        for text, area in areas.items()
        if area is not None and area.left == area.right and area.left in columns and area.bottom > area.top >= first
    }


def spread_down(sheet: Sheet, lines: Lines) -> Lines:
    """Return the lines with every merged cell in each of its rows that holds something; it keeps its own place."""
    spread, last = dict(lines), max(lines, default=0)
    for area in filter(None, map(parse_range, sheet.merged)):
        cell = lines.get(area.top, {}).get(area.left)
        if cell is not None:
            held = (row for row in range(area.top + 1, min(area.bottom, last) + 1) if row in spread)
            spread |= {row: {area.left: cell} | spread[row] for row in held}
    return spread


def refuse_merged(sheet: Sheet, rows: Collection[int], columns: Collection[int], notes: Notes, but: Container[str] = ()) -> list[Range]:
    """Report merged cells that stand for several units or answers at once, and return them; ``rows`` and ``columns`` were read."""
    refused: list[Range] = []
    for text in sheet.merged:
        if text in but:
            continue
        area = parse_range(text)
        if area is None:
            continue
        touched = _touched(rows, area.top, area.bottom), _touched(columns, area.left, area.right)
        if min(touched) > 0 and max(touched) > 1:
            notes.add("SV409", Place(sheet.file, sheet=sheet.name, cell=text), read=text)
            refused.append(area)
    return refused


def _touched(lines: Collection[int], first: int, last: int) -> int:
    """Return how many of ``lines`` lie between ``first`` and ``last``."""
    if last - first < len(lines):
        return sum(1 for line in range(first, last + 1) if line in lines)
    return sum(1 for line in lines if first <= line <= last)
