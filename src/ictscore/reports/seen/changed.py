"""Everything that people see otherwise of a results workbook than it was written, apart from the values of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ictscore.findings import Finding
from ictscore.reports.seal import Cells, same_rows
from ictscore.reports.seen.book import BookSeen
from ictscore.reports.seen.cells import unlike_looks
from ictscore.reports.seen.pages import beside, linked, of_the_book, printed, sized, viewed
from ictscore.reports.seen.record import BookRecord
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.sheets.cells import Workbook


def seen_otherwise(
    book: Workbook, seen: BookSeen, record: BookRecord | None, written: Mapping[str, Cells], read: Mapping[str, Cells]
) -> Iterator[Finding]:
    """Yield what was changed; without a ``record``, which older workbooks do not have, only what was laid over the sheets."""
    ours = [name for name in written if name != STAMP_SHEET]
    in_order = list(record.sheets) if record is not None else []
    yield from of_the_book(book.file.name, seen, in_order, {each.name for each in book.sheets})
    for sheet in book.sheets:
        if sheet.name not in ours or sheet.name not in seen.sheets:
            continue
        page, cells = seen.sheets[sheet.name], written[sheet.name]
        right, bottom = max(column for _, column in cells), max(row for row, _ in cells)
        yield from beside(sheet, page, seen.drawn.get(sheet.name, []), right, bottom)
        kept = record.sheets.get(sheet.name) if record is not None else None
        if record is None or kept is None:
            continue
        rows = {was: now for now, was in same_rows(cells, read[sheet.name], kept.sortable).items()}
        yield from unlike_looks(sheet, page, seen.looks, record, rows)
        yield from printed(sheet, page, kept, seen.names)
        yield from sized(sheet, page, kept, rows)
        yield from viewed(sheet, page, kept)
        yield from linked(sheet, page, kept)
