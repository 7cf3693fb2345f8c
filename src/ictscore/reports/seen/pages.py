"""Sheets that are printed or shown otherwise than they were written: heads and feet, sizes, print areas, views, and what lies over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ictscore.findings import Finding, finding
from ictscore.places import Place, cell_name, column_letters
from ictscore.reports.recorded.still_seen import RELIED_ON, unseen
from ictscore.reports.seen.book import BookSeen
from ictscore.reports.seen.margins import margin_of
from ictscore.reports.seen.record import SheetRecord
from ictscore.reports.seen.sheet import SheetSeen
from ictscore.reports.seen.told import VIEWS, added
from ictscore.survey.sheets.addresses import parse_range
from ictscore.survey.sheets.cells import Sheet
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.colours import SMALLEST_SEEN
from ictscore.words import N_, phrase

_LEAST = 0.8
"""Narrower or lower than so much of what it was, a column or row may cut what stands in it."""
_AUTOMATIC = 11.0
"""The lowest a row is that fits itself to one line."""
_SMALLEST_PRINT = 50
_TITLES, _AREA = "_xlnm.Print_Titles", "_xlnm.Print_Area"
_RANGE = re.compile(r"(?:'(?:[^']|'')*'|[^'!,]*)!")


def beside(sheet: Sheet, seen: SheetSeen, corners: list[tuple[int, int]], right: int, bottom: int) -> Iterator[Finding]:
    """Yield what was laid over the cells of a sheet, or beside them: ours have nothing but cells."""
    place = Place(sheet.file, sheet=sheet.name)
    for element in dict.fromkeys(seen.others):
        yield finding("SC270", place, what=added(element))
    if seen.notes and not sheet.comments and not corners:
        yield finding("SC270", place, what=phrase(N_("a drawing")))
    for row, column in sorted(set(corners)):
        code = "SC271" if row > bottom or column > right else "SC270"
        yield finding(code, sheet.place_at(row, column), what=phrase(N_("a drawing")))


def printed(sheet: Sheet, seen: SheetSeen, record: SheetRecord, names: Mapping[tuple[str, str], str]) -> Iterator[Finding]:
    """Yield what is printed otherwise."""
    place = Place(sheet.file, sheet=sheet.name)
    for where, was in (("Header", record.header), ("Footer", record.footer)):
        for each in sorted(name for name in seen.in_use if name.endswith(where)):
            read, written = margin_of(seen.margins.get(each, "")), margin_of(was)
            if read.texts != written.texts or read.is_strange:
                end = phrase(N_("head")) if where == "Header" else phrase(N_("foot"))
                yield finding("SC274", place, where=end, was=shown(written.unlike(read)) or "–", read=shown(read.unlike(written)) or "–")
                break
    area = names.get((_AREA, sheet.name))
    if area is not None and not _covers(area, sheet, record):
        yield finding("SC276", place, what=phrase(N_("the print area is only {area}"), area=shown(area)))
    repeated = {_RANGE.sub("", each).replace("$", "") for each in names.get((_TITLES, sheet.name), "").split(",")} - {""}
    if repeated != set(record.repeated):
        yield finding("SC276", place, what=phrase(N_("other rows or columns are repeated on each page")))
    is_small = seen.scale < _SMALLEST_PRINT and not seen.fits
    if is_small or (seen.fits and seen.sizes[1:3] != (str(record.pages), "0")):
        yield finding("SC276", place, what=phrase(N_("it is printed in another size")))


def _covers(area: str, sheet: Sheet, record: SheetRecord) -> bool:
    """Return whether a print area holds what was to be printed."""
    texts = (_RANGE.sub("", each).replace("$", "") for each in area.split(","))
    ranges = [found for found in map(parse_range, texts) if found is not None]
    visible = [(row, column) for row, column in sheet.cells if column not in sheet.hidden_columns and row not in sheet.hidden_rows]
    corner = (
        record.area[2:] if record.area is not None else (max(at[0] for at in visible), max(at[1] for at in visible)) if visible else (1, 1)
    )
    return any(each.holds(1, 1) and each.holds(*corner) for each in ranges)


def sized(sheet: Sheet, seen: SheetSeen, record: SheetRecord, rows: Mapping[int, int]) -> Iterator[Finding]:
    """Yield rows and columns that are smaller than they were written, so that what stands in them may be cut."""
    for column, width in sorted(record.widths.items()):
        if column not in sheet.hidden_columns and seen.widths.get(column, seen.default_width) < _LEAST * width:
            letters = column_letters(column)
            yield finding("SC275", sheet.place_at(1, column), what=f"{letters}:{letters}")
    written = {row for row, _ in record.looks}
    if seen.no_height:
        yield finding("SC219", Place(sheet.file, sheet=sheet.name), what=f"“{sheet.name}”")
    for row in sorted(written):
        now = rows.get(row, row)
        height = seen.heights.get(now, seen.default_height)
        if now in sheet.hidden_rows:
            continue
        if height <= SMALLEST_SEEN:
            yield unseen(sheet, (now, 1), f"{now}:{now}", (row, 1) in RELIED_ON)
        elif height < _LEAST * record.heights.get(row, _AUTOMATIC):
            yield finding("SC275", sheet.place_at(now, 1), what=f"{now}:{now}")


def viewed(sheet: Sheet, seen: SheetSeen, record: SheetRecord) -> Iterator[Finding]:
    """Yield what the view of a sheet keeps from people."""
    place = Place(sheet.file, sheet=sheet.name)
    for each in sorted(seen.views):
        yield finding("SC278", place, what=phrase(VIEWS[each]))
    if seen.frozen != (0, 0) and (
        seen.start != (1, 1) or any(now > max(was, 1) for was, now in zip(record.frozen, seen.frozen, strict=True))
    ):
        yield finding("SC276", place, what=phrase(N_("rows or columns lie outside the frozen view")))


def linked(sheet: Sheet, seen: SheetSeen, record: SheetRecord) -> Iterator[Finding]:
    """Yield links that lead elsewhere, or were added."""
    wanted = {cell_name(*at): target for at, target in record.links.items()}
    for cell, (target, words) in sorted(seen.links.items()):
        if cell not in wanted:
            yield finding("SC270", Place(sheet.file, sheet=sheet.name, cell=cell.split(":")[0]), what=phrase(N_("a link")))
        elif _plain(target) != _plain(wanted[cell]) or words:
            place = Place(sheet.file, sheet=sheet.name, cell=cell)
            yield finding("SC279", place, read=shown(f"{target} {words}".strip()), was=shown(wanted[cell]))


def _plain(target: str) -> str:
    return target.lstrip("#").replace("'", "").replace("$", "")


def of_the_book(file: str, seen: BookSeen, written: list[str], visible: set[str]) -> Iterator[Finding]:
    """Yield what was changed of the workbook as a whole."""
    place = Place(file)
    if [each for each in seen.order if each in written] != [each for each in written if each in seen.order]:
        yield finding("SC280", place)
    for name in seen.order:
        if name not in visible:
            yield finding("SC270", Place(file, sheet=name), what=phrase(N_("a sheet that is none of cells")))
    for name, sheet in sorted(seen.names):
        if not name.startswith("_xlnm."):
            yield finding("SC271", Place(file, sheet=sheet), what=phrase(N_("the name {name}"), name=shown(name)))
    if seen.has_macros:
        yield finding("SC270", place, what=phrase(N_("a macro")))
    if seen.other_theme:
        yield finding("SC272", place, what=(phrase(N_("other colours of the whole workbook")),), count=1)
    if seen.hides_tabs:
        yield finding("SC276", place, what=phrase(N_("the names of the sheets are not shown")))
