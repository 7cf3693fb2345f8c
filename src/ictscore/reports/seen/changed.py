"""Everything that people see otherwise of a results workbook than it was written, apart from the values of its cells."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import replace

from ictscore.findings import Finding
from ictscore.reports.recorded.seal import Cells, same_rows
from ictscore.reports.seen.book import BookSeen
from ictscore.reports.seen.cells import unlike_looks
from ictscore.reports.seen.pages import beside, linked, of_the_book, printed, sized, viewed
from ictscore.reports.seen.record import BookRecord, SheetRecord
from ictscore.survey.layout import STAMP_SHEET
from ictscore.survey.sheets.cells import Workbook


def seen_otherwise(
    book: Workbook,
    seen: BookSeen,
    record: BookRecord | None,
    cells: tuple[Mapping[str, Cells], Mapping[str, Cells]],
    loose: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield what was changed; without a ``record``, which older workbooks do not have, only what was laid over the sheets.

    ``cells`` are those that were written and those that were read; of ``loose`` sheets only rows that stand in both are compared.
    """
    written, read = cells
    ours = [name for name in written if name != STAMP_SHEET]
    in_order = list(record.sheets) if record is not None else []
    yield from of_the_book(book.file.name, seen, in_order, {each.name for each in book.sheets})
    for sheet in book.sheets:
        if sheet.name not in ours or sheet.name not in seen.sheets:
            continue
        page, own = seen.sheets[sheet.name], written[sheet.name]
        right, bottom = max(column for _, column in own), max(row for row, _ in own)
        yield from beside(sheet, page, seen.drawn.get(sheet.name, []), right, bottom)
        kept = record.sheets.get(sheet.name) if record is not None else None
        if record is None or kept is None:
            continue
        is_loose = sheet.name in loose
        rows = {was: now for now, was in same_rows(own, read[sheet.name], None if is_loose else kept.sortable).items()}
        kept = _of_rows(kept, rows) if is_loose else kept
        yield from unlike_looks(sheet, page, seen.looks, (record, kept), rows)
        yield from printed(sheet, page, kept, seen.names)
        yield from sized(sheet, page, kept, rows)
        yield from viewed(sheet, page, kept)
        yield from linked(sheet, page, kept)


def _of_rows(record: SheetRecord, rows: Container[int]) -> SheetRecord:
    """Return what a record says of some rows; what is printed hangs on how many there are."""
    return replace(record, looks={at: number for at, number in record.looks.items() if at[0] in rows}, area=None)
