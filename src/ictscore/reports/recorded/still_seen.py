"""What people no longer see of a results workbook as it was written, though every cell holds what it held: formats and what is hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ictscore.exact import NotANumber, from_stored, round_fraction
from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name, column_letters
from ictscore.reports.recorded.seal import Position
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.format_codes import shown_by

Hidden = Mapping[str, tuple[frozenset[int], frozenset[int]]]
"""The rows and columns, counted from 1, that were written hidden, by sheet: what only machines read."""

RELIED_ON = frozenset({(3, 1), (4, 1)})
"""Where every sheet says on what its points rest, and whether they are provisional."""
_TIED, _DOES_NOT_APPLY, _IN_ERROR = "=", "–", "!"
_MOST_PLACES = 6
"""Decimals beyond which results are not shown anyway."""


def hidden_text(hidden: Mapping[str, tuple[set[int], set[int]]]) -> str:
    """Return what was written hidden, as the stamp keeps it."""
    return json.dumps({name: [sorted(rows), sorted(columns)] for name, (rows, columns) in hidden.items()}, ensure_ascii=False)


def hidden_in(text: str) -> Hidden | None:
    """Return what the stamp says was written hidden, or None where it says nothing: older workbooks did not."""
    try:
        found = json.loads(text)
        return {name: (frozenset(rows), frozenset(columns)) for name, (rows, columns) in found.items()}
    except (ValueError, TypeError, AttributeError):
        return None


def unlike_written(sheet: Sheet, written: Mapping[Position, str], hidden: Hidden | None, *, formats: bool = True) -> Iterator[Finding]:
    """Yield the cells of a sheet that nobody sees any more, and rows and columns with them.

    With ``formats`` also those that show something else than they hold: where nothing tells by which format they were written.
    """
    for key in sorted(written):
        cell = sheet.cells.get(key)
        if formats and cell is not None and shows_something_else(cell):
            yield finding("SC218", sheet.place(cell), held=shown(cell.text), format=shown(cell.shown_by or cell.number_format))
        if cell is not None and cell.unseen:
            yield unseen(sheet, (cell.row, cell.column), cell.address, key in RELIED_ON)
    yield from _merged_over(sheet, written)
    for row, column in sorted(sheet.comments):
        yield finding("SC211", sheet.place_at(row, column), read=shown(sheet.comments[row, column]))
    if hidden is not None:
        yield from _hidden(sheet, written, hidden)


def _merged_over(sheet: Sheet, written: Mapping[Position, str]) -> Iterator[Finding]:
    """Yield the cells that others were merged over: of an area only the first is seen."""
    areas = [area for text in sheet.merged if (area := parse_range(text)) is not None]
    for row, column in sorted(written):
        if any(each.holds(row, column) and (row, column) != (each.top, each.left) for each in areas):
            yield unseen(sheet, (row, column), cell_name(row, column), (row, column) in RELIED_ON)


def unseen(sheet: Sheet, at: Position, what: str, is_relied_on: bool) -> Finding:  # noqa: FBT001 - which of two codes
    """Return the finding about what nobody sees any more: an error where it says how far the results may be relied on."""
    return finding("SC277" if is_relied_on else "SC219", sheet.place_at(*at), what=what)


def imitates(cells: Mapping[Position, str], written: Mapping[str, Mapping[Position, str]]) -> bool:
    """Return whether an added sheet could be taken for one that was written: it has its title, or most of what stands in it."""
    own = set(cells.values())
    return any(len(own & set(theirs.values())) * 2 > len(own) or _title(cells) == _title(theirs) for theirs in written.values())


def _title(cells: Mapping[Position, str]) -> tuple[str, ...]:
    return tuple(cells.get((row, 1), "") for row in (1, 2))


def shows_something_else(cell: Cell) -> bool:
    """Return whether the format of a cell shows another number or text than the cell holds.

    Ours write a shared rank as ``3=``, what does not apply as ``–``, points in error as ``!``, and never less than was published.
    """
    if cell.kind != "number":
        return bool(cell.shown_by)
    try:
        value = from_stored(cell.text)
    except NotANumber:
        return True
    if cell.shown_by:
        return not _is_ours(cell.shown_by, value)
    if cell.number_format in ("percent", "date") or cell.shown_thousands:
        return True
    return not _keeps(cell.shown_places, value)


def _is_ours(code: str, value: Fraction) -> bool:
    """Return whether a format shows a number as itself, with its sign or the mark of a shared rank, or says that it does not count."""
    seen = shown_by(code, value)
    section = seen.section
    if not section.digits:
        return section.before == _IN_ERROR or (not value and section.before == _DOES_NOT_APPLY)
    is_shared = section.after == _TIED and value.denominator == 1
    is_plain = set(section.digits) <= set("0#.") and section.before in {"", "+"} and not section.between and not seen.hides_sign
    return is_plain and (not section.after or is_shared) and _keeps(section.places, value)


def _keeps(places: int | None, value: Fraction) -> bool:
    return places is None or places >= _MOST_PLACES or round_fraction(value, places) == value


def _hidden(sheet: Sheet, written: Mapping[Position, str], hidden: Hidden) -> Iterator[Finding]:
    if sheet.hidden:
        yield finding("SC219", Place(sheet.file, sheet=sheet.name), what=f"“{sheet.name}”")
        return
    rows, columns = hidden.get(sheet.name, (frozenset(), frozenset()))
    for row in sorted({row for row, _ in written} & (sheet.hidden_rows - rows)):
        first = min(column for at, column in written if at == row)
        yield unseen(sheet, (row, first), f"{row}:{row}", (row, first) in RELIED_ON)
    for column in sorted({column for _, column in written} & (sheet.hidden_columns - columns)):
        first = min(row for row, at in written if at == column)
        letters = column_letters(column)
        yield unseen(sheet, (first, column), f"{letters}:{letters}", any(at in written for at in RELIED_ON if at[1] == column))
