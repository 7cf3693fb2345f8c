"""The records of one sheet of an .xls stream: what each says of cells, and of what people cannot see."""

from __future__ import annotations

import struct
from collections.abc import Callable
from contextlib import suppress

from ictscore.places import cell_name
from ictscore.survey.sheets.collecting import Collector
from ictscore.survey.sheets.colours import NARROWEST_SEEN, SMALLEST_SEEN
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.page_texts import said_in
from ictscore.survey.sheets.xls.bookpart import EXCEL_97, BookPart, short_text
from ictscore.survey.sheets.xls.conditions import Conditions
from ictscore.survey.sheets.xls.drawings import Drawings
from ictscore.survey.sheets.xls.formulas import is_doubtful_zero
from ictscore.survey.sheets.xls.records import Damaged, Pieces, Record, records
from ictscore.survey.sheets.xls.sheetcells import Counted, SheetCells

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA"}
_TEXT, _TRUTH, _ERROR, _BLANK = 0, 1, 2, 3
_OBJECT, _OBJECT_TEXT = 0x5D, 0x1B6
_CALCULATED_ALWAYS, _CALCULATED_ON_OPENING = 1, 2


class SheetPart(SheetCells):
    """Takes the records of one sheet."""

    def __init__(self, name: str, book: BookPart, found: Collector, limits: Limits, before: Counted) -> None:
        """Prepare to read the sheet called ``name``."""
        super().__init__(name, book, found, limits, before)
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[str] = []
        self.comments: dict[tuple[int, int], str] = {}
        self.conditions = Conditions(book.colour)
        self.filtered = self.by_hand = self.has_formulas = False
        self._sized_rows: set[int] = set()
        self._sized_columns: set[int] = set()
        self._rows_unseen = self._columns_unseen = False
        self._waiting: tuple[int, int, int] | None = None
        self.drawings = Drawings()
        self.page_texts: list[str] = []
        self._notes: dict[int, tuple[int, int]] = {}

    def read(self, data: bytes, start: int) -> None:
        """Take the records of the part that begins at ``start``."""
        for record in records(data, start):
            read = _READ.get(record.kind)
            if read is not None:
                read(self, record)
        if self._rows_unseen:
            self.hidden_rows |= {row for row, _ in self.cells} - self._sized_rows
        if self._columns_unseen:
            self.hidden_columns |= {column for _, column in self.cells} - self._sized_columns
        for number, key in self._notes.items():
            said = self.drawings.said_in(number)
            if said is not None and len(self.comments) < self.limits.comments:
                self.comments[key] = said.strip()[: self.limits.text]

    def take_row(self, record: Record) -> None:
        """Take what a row looks like."""
        row, height, options = struct.unpack_from("<H4xH4xL", record.data)
        self._sized_rows.add(row + 1)
        if options & 0x20 or height <= SMALLEST_SEEN * 20:  # in twentieths of a point; the highest bit says that it is the usual one
            self.hidden_rows.add(row + 1)

    def take_columns(self, record: Record) -> None:
        """Take what columns look like."""
        first, last, width, _, options = struct.unpack_from("<5H", record.data)
        self._sized_columns.update(range(first + 1, min(last, 255) + 2))
        if options & 1 or width <= NARROWEST_SEEN * 256:
            self.hidden_columns.update(range(first + 1, min(last, 255) + 2))

    def take_usual_row(self, record: Record) -> None:
        """Take what a row looks like of which nothing else is said."""
        self._rows_unseen = bool(record.data[0] & 2)

    def take_usual_width(self, record: Record) -> None:
        """Take the width of columns of which nothing else is said."""
        self._columns_unseen = struct.unpack_from("<H", record.data)[0] == 0

    def take_merged(self, record: Record) -> None:
        """Take merged ranges."""
        (count,) = struct.unpack_from("<H", record.data)
        for top, bottom, left, right in struct.iter_unpack("<4H", record.data[2 : 2 + 8 * count]):
            self.merged.append(f"{cell_name(top + 1, left + 1)}:{cell_name(bottom + 1, right + 1)}")

    def take_areas(self, record: Record) -> None:
        """Take the cells of conditional formats; no value hangs on them, so one that is damaged is passed over."""
        with suppress(struct.error, Damaged):
            self.conditions.take_areas(record)

    def take_condition(self, record: Record) -> None:
        """Take a conditional format."""
        with suppress(struct.error, Damaged):
            self.conditions.take_condition(record)

    def take_number(self, record: Record) -> None:
        """Take a cell with a number."""
        row, column, style, value = struct.unpack_from("<3Hd", record.data)
        self._keep(row, column, style, "n", _written(value))

    def take_short_number(self, record: Record) -> None:
        """Take a cell with a number packed into four bytes."""
        row, column, style, packed = struct.unpack_from("<3HL", record.data)
        self._keep(row, column, style, "n", _unpacked(packed))

    def take_short_numbers(self, record: Record) -> None:
        """Take neighbouring cells with such numbers."""
        row, column = struct.unpack_from("<HH", record.data)
        for style, packed in struct.iter_unpack("<HL", record.data[4 : 4 + (len(record.data) - 6) // 6 * 6]):
            self._keep(row, column, style, "n", _unpacked(packed))
            column += 1

    def take_shared_text(self, record: Record) -> None:
        """Take a cell with one of the texts that cells share."""
        row, column, style, index = struct.unpack_from("<3HL", record.data)
        if index >= len(self.book.texts):
            self._unreadable(row, column, "IO306", read=index, count=len(self.book.texts))
            return
        self._keep_text(row, column, style, self.book.texts[index])

    def take_text(self, record: Record) -> None:
        """Take a cell with a text of its own."""
        row, column, style = struct.unpack_from("<3H", record.data)
        rest = record._replace(data=record.data[6:])
        self._keep_text(row, column, style, self._text(rest, rich=record.kind == 0xD6))  # noqa: PLR2004 - RSTRING

    def take_truth_or_error(self, record: Record) -> None:
        """Take a cell with a truth value or an error."""
        row, column, style, value, is_error = struct.unpack_from("<3HBB", record.data)
        self._keep(row, column, style, "e" if is_error else "b", _ERRORS.get(value, f"#{value}") if is_error else str(value))

    def take_formula(self, record: Record) -> None:
        """Take a cell with a formula and what it gave when it was calculated last."""
        row, column, style, result, options = struct.unpack_from("<3H8sH", record.data)
        self._waiting = None
        if options & _CALCULATED_ALWAYS:
            self.found.add("IO250", self.name, cell_name(row + 1, column + 1))
        if result[6:] != b"\xff\xff":
            self.has_formulas = True
            value = struct.unpack("<d", result)[0]
            if value == 0 and is_doubtful_zero(self.book.writer, record.data[22:]):
                self.found.add("IO251", self.name, cell_name(row + 1, column + 1))
                self._put(row, column, "formula_without_value", "", style, is_formula=True)
                return
            self._keep(row, column, style, "n", _written(value), is_formula=True)
        elif result[0] == _TEXT:
            self._waiting = row, column, style
        elif result[0] == _TRUTH:
            self._keep(row, column, style, "b", str(result[2]), is_formula=True)
        elif result[0] == _ERROR:
            self._keep(row, column, style, "e", _ERRORS.get(result[2], f"#{result[2]}"), is_formula=True)
        elif result[0] == _BLANK and not options & _CALCULATED_ON_OPENING:
            self._keep(row, column, style, "str", "", is_formula=True)
        else:
            self._put(row, column, "formula_without_value", "", style, is_formula=True)

    def take_result(self, record: Record) -> None:
        """Take the text a formula gave."""
        if self._waiting is None:
            raise struct.error
        row, column, style = self._waiting
        self._waiting = None
        self._keep_text(row, column, style, self._text(record, rich=False), is_formula=True)

    def take_drawn(self, record: Record) -> None:
        """Take what is drawn over the sheet, or the text of it; no value hangs on it, so what is damaged is passed over."""
        takes = {_OBJECT: self.drawings.take_object, _OBJECT_TEXT: self.drawings.take_text}
        with suppress(struct.error, Damaged, IndexError):
            if self.book.version >= EXCEL_97:
                takes.get(record.kind, self.drawings.take_drawing)(record)

    def take_page_text(self, record: Record) -> None:
        """Take the header or the footer of its pages."""
        with suppress(struct.error, Damaged, IndexError):
            is_new = self.book.version >= EXCEL_97
            if record.data:
                self.page_texts += said_in(str(Pieces(record).text().text) if is_new else short_text(self.book, record))

    def take_note(self, record: Record) -> None:
        """Take the cell a comment belongs to; in older workbooks, the comment too."""
        row, column, flags, number = struct.unpack_from("<4H", record.data + bytes(2))
        if self.book.version >= EXCEL_97:
            self._notes[number] = row + 1, column + 1
        elif row < 0xFFFF:  # noqa: PLR2004 - a longer comment goes on in records without a cell
            self.comments[row + 1, column + 1] = self.book.decode(record.data[6 : 6 + flags])

    def take_filter(self, _: Record) -> None:
        """Note that a filter is on."""
        self.filtered = True

    def take_calculation(self, record: Record) -> None:
        """Note that the workbook is calculated by hand."""
        self.by_hand = struct.unpack_from("<H", record.data)[0] == 0

    def skip(self, record: Record) -> None:
        """Count a blank cell."""
        (row,) = struct.unpack_from("<H", record.data)
        self._see(row, max(1, (len(record.data) - 6) // 2))


def _written(value: float) -> str:
    """Return a number as .xlsx files spell it.

    >>> _written(171.0), _written(0.1)
    ('171', '0.1')
    """
    return repr(value).removesuffix(".0")


def _unpacked(packed: int) -> str:
    """Return a number of four bytes: a whole number or the upper half of a long one, perhaps times 100."""
    if packed & 2:
        number: float = (packed >> 2) - ((packed >> 31) << 30)
    else:
        (number,) = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))
    return _written(number / 100 if packed & 1 else number)


_READ: dict[int, Callable[[SheetPart, Record], None]] = {
    0x208: SheetPart.take_row,
    0x7D: SheetPart.take_columns,
    0x225: SheetPart.take_usual_row,
    0x55: SheetPart.take_usual_width,
    0xE5: SheetPart.take_merged,
    0x1B0: SheetPart.take_areas,
    0x1B1: SheetPart.take_condition,
    0x203: SheetPart.take_number,
    0x27E: SheetPart.take_short_number,
    0xBD: SheetPart.take_short_numbers,
    0xFD: SheetPart.take_shared_text,
    0x204: SheetPart.take_text,
    0xD6: SheetPart.take_text,
    0x205: SheetPart.take_truth_or_error,
    0x06: SheetPart.take_formula,
    0x207: SheetPart.take_result,
    0xEC: SheetPart.take_drawn,
    _OBJECT: SheetPart.take_drawn,
    _OBJECT_TEXT: SheetPart.take_drawn,
    0x14: SheetPart.take_page_text,
    0x15: SheetPart.take_page_text,
    0x1C: SheetPart.take_note,
    0x9B: SheetPart.take_filter,
    0x0D: SheetPart.take_calculation,
    0x201: SheetPart.skip,
    0xBE: SheetPart.skip,
}
