"""An .xls workbook's bytes read into sheets of cells."""

from __future__ import annotations

import struct
from dataclasses import replace

from ictscore.errors import FileRefused
from ictscore.findings import Finding
from ictscore.garbage import collector_resting
from ictscore.places import Place
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.conditional_looks import settle_looks
from ictscore.survey.sheets.days import count_from_1900
from ictscore.survey.sheets.fontedtext import settle_fonts
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.merges import check_merges
from ictscore.survey.sheets.xls.bookpart import EXCEL_5, EXCEL_97, BookPart, Locked, TooMuch, read_book_part
from ictscore.survey.sheets.xls.compound import SIGNATURE, Compound
from ictscore.survey.sheets.xls.records import Damaged
from ictscore.survey.sheets.xls.sheetcells import Counted
from ictscore.survey.sheets.xls.sheetpart import SheetPart
from ictscore.words import Phrase, phrase

_NOT_WORKSHEETS = {"macro": phrase("a macro sheet"), "chart": phrase("a chart"), "module": phrase("a macro sheet")}
_MACROS = "_vba_project_cur"
_WHAT = {"texts": phrase("texts"), "rows": phrase("rows"), "cells": phrase("cells"), "cells with values": phrase("cells with values")}


def read_xls(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return what an .xls file holds; raise FileRefused when it cannot be read whole."""
    with collector_resting():
        try:
            return _read(file, limits)
        except Locked:
            raise _refusal(file, "IO108") from None
        except TooMuch as much:
            raise _refusal(file, "IO206", part=file.path.name, limit=much.limit, what=_WHAT[much.what]) from None
        except (Damaged, struct.error, IndexError):
            raise _refusal(file, "IO120", reason=phrase("a record is shorter than what it must hold")) from None


def _refusal(file: InputFile, code: str, **values: object) -> FileRefused:
    return FileRefused(Finding(code, Place(file.name), values))


def _stream(file: InputFile) -> tuple[bytes, bool]:
    """Return the stream of records, the file itself or the one inside a compound file, and whether there are macros beside it."""
    if not file.data.startswith(SIGNATURE):
        return file.data, False
    compound = Compound(file)
    stream = compound.read("Workbook") or compound.read("Book")
    if not stream:
        raise _refusal(file, "IO120", reason=phrase("it has no readable table of contents"))
    return stream, _MACROS in (name.casefold() for name in compound.names())


def _read(file: InputFile, limits: Limits) -> Workbook:
    stream, macros = _stream(file)
    kind, version = struct.unpack_from("<H2xH", stream)
    if kind != 0x809 or version not in (EXCEL_5, EXCEL_97):  # noqa: PLR2004 - BOF
        raise _refusal(file, "IO107")
    found = Collector(file.name, limits.findings_of_a_kind)
    if macros:
        found.add("IO138")
    book = read_book_part(stream, limits)
    sheets = _read_sheets(file, stream, book, found, limits)
    return Workbook(file, sheets, found.findings())


def _read_sheets(file: InputFile, stream: bytes, book: BookPart, found: Collector, limits: Limits) -> tuple[Sheet, ...]:
    names: set[str] = set()
    starts: dict[int, str] = {}
    sheets: list[Sheet] = []
    counted, stale = Counted(), False
    for entry in book.sheets:
        if entry.name.casefold() in names:
            raise _refusal(file, "IO210", name=shown(entry.name))
        names.add(entry.name.casefold())
        if entry.start in starts:
            raise _refusal(file, "IO211", first=shown(starts[entry.start]), second=shown(entry.name), part=entry.start)
        starts[entry.start] = entry.name
        if entry.kind in _NOT_WORKSHEETS:
            found.add("IO212", entry.name, what=_NOT_WORKSHEETS[entry.kind])
            continue
        part = SheetPart(entry.name, book, found, limits, counted)
        part.read(stream, entry.start)
        counted = part.counted()
        stale = stale or _warn_of_stale(part, found)
        sheets.append(_sheet(file, part, hidden=entry.hidden))
    if not sheets:
        raise _refusal(file, "IO209")
    return tuple(sheets)


def _sheet(file: InputFile, part: SheetPart, *, hidden: bool) -> Sheet:
    settle_fonts(part.cells, part.name, part.found)
    if part.book.from_1904:
        count_from_1900(part.cells, part.name, part.found)
    check_merges(part.name, part.merged, part.cells, part.found, part.limits)
    rows = frozenset(part.hidden_rows)
    filtered = rows if part.filtered else frozenset[int]()
    columns, doubtful = frozenset(part.hidden_columns), part.conditions.cells_among(part.cells)
    painted = settle_looks(part.cells, part.conditions.changing())
    drawn, boxes = part.drawings.texts_and_boxes()
    sheet = Sheet(file.name, part.name, part.cells, hidden, rows, columns, tuple(part.merged), filtered, doubtful | painted.blank)
    pages = tuple(dict.fromkeys(part.page_texts))
    return replace(sheet, comments=part.comments, drawn=drawn, boxes=boxes, page_texts=pages, may_look_other=painted.otherwise)


def _warn_of_stale(part: SheetPart, found: Collector) -> bool:
    """Warn at the first formula with a number: no .xls file says whether it was ever calculated."""
    if not part.has_formulas:
        return False
    reason: Phrase = phrase("a workbook of Excel 97-2003 does not say whether they were calculated")
    if part.by_hand:
        reason = phrase("the workbook is set to calculate by hand")
    cell = next(cell for cell in part.cells.values() if cell.is_formula)
    found.add("IO214", part.name, cell.address, reason=reason)
    return True
