"""Cells that look otherwise than they were written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name
from ictscore.reports.seen.looks import READ_OTHERWISE, Look, same_format, unlike
from ictscore.reports.seen.record import BookRecord, Position, SheetRecord
from ictscore.reports.seen.sheet import SheetSeen
from ictscore.reports.seen.told import properties
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Cell, Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.words import N_, phrase

Records = tuple[BookRecord, SheetRecord]

_SMALLEST = 6.0
_COLOURS = frozenset({"colour", "fill"})


def unlike_looks(
    sheet: Sheet, seen: SheetSeen, looks: tuple[Look, ...], records: tuple[BookRecord, SheetRecord], rows: Mapping[int, int]
) -> Iterator[Finding]:
    """Yield what looks otherwise on a sheet; ``rows`` says where each row that was written stands now.

    Another number format is told cell by cell, anything else once for all cells that differ in the same way.
    """
    book, record = records
    alike: dict[tuple[str, ...], list[Position]] = defaultdict(list)
    for (row, column), number in sorted(record.looks.items()):
        at = rows.get(row, row), column
        cell, was, now = sheet.cells.get(at), book.look(number), _look(seen, looks, at)
        if cell is not None and _shows_otherwise(cell, was, now):
            yield finding("SC218", sheet.place_at(*at), held=shown(cell.text), format=shown(now.format))
        names = tuple(_differing(cell, was, now))
        if names:
            alike[names].append(at)
    for at in sorted(seen.pieces):
        alike["others",].append(at)
    for names, places in alike.items():
        is_read_otherwise = any(each in READ_OTHERWISE for each in names)
        code = "SC272" if is_read_otherwise else "SC273"
        yield finding(code, sheet.place_at(*min(places)), what=properties(names), count=len(places))
    yield from _cut(sheet, seen, record)
    yield from _merged(sheet, record)


def _shows_otherwise(cell: Cell, was: Look, now: Look) -> bool:
    """Return whether a cell's number format is another one and can show something else: for a text, most cannot."""
    return (cell.kind == "number" or bool(cell.shown_by)) and not same_format(was.format, now.format)


def _look(seen: SheetSeen, looks: tuple[Look, ...], at: Position) -> Look:
    style = seen.cells.get(at, 0)
    return looks[style] if style < len(looks) else Look()


def _differing(cell: Cell | None, was: Look, now: Look) -> Iterator[str]:
    """Yield what differs in the look of a cell: of a blank one only what is seen, and what was told as unseen not again."""
    for name in unlike(was, now):
        if name == "size" and _tiny(now.size):
            yield "others"
        elif cell is None and name not in {"fill", "others"}:
            continue
        elif cell is None or not cell.unseen or name not in _COLOURS:
            yield name


def _tiny(size: str) -> bool:
    try:
        return float(size) < _SMALLEST
    except ValueError:
        return True


def _merged(sheet: Sheet, record: SheetRecord) -> Iterator[Finding]:
    """Yield cells that were merged with blank ones beside them: what ran on over those may be cut."""
    for text in sheet.merged:
        area = parse_range(text)
        if area is None or text in record.merged or [each for each in sheet.cells if area.holds(*each)] != [(area.top, area.left)]:
            continue
        yield finding("SC273", sheet.place_at(area.top, area.left), what=(phrase(N_("merged with others")),), count=area.size)


def _cut(sheet: Sheet, seen: SheetSeen, record: SheetRecord) -> Iterator[Finding]:
    """Yield texts of no length that were put beside others: what ran on over their cells is cut there."""
    rows = {row for row, _ in record.looks}
    for row, column in sorted(seen.texts - sheet.cells.keys() - record.looks.keys()):
        if row in rows:
            what = properties(["others"])
            yield finding("SC272", Place(sheet.file, sheet=sheet.name, cell=cell_name(row, column)), what=what, count=1)
