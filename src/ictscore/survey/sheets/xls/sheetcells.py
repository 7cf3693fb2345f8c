"""The cells of one sheet of an .xls stream: each is kept where it belongs, or there is a finding that says why not."""

from __future__ import annotations

import struct
from typing import NamedTuple

from ictscore.places import cell_name
from ictscore.survey.sheets.cells import Cell, CellKind
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.fontedtext import FontedText, Fonts
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.raised import UNICODE_FONT, as_set
from ictscore.survey.sheets.stored import meaning_of
from ictscore.survey.sheets.xls.bookpart import EXCEL_97, BookPart, TooMuch
from ictscore.survey.sheets.xls.records import Pieces, Record, StoredText


class Counted(NamedTuple):
    """How much was read so far, over all sheets."""

    rows: int = 0
    cells: int = 0
    values: int = 0


class SheetCells:
    """Keeps the cells of one sheet and counts them against the limits."""

    def __init__(self, name: str, book: BookPart, found: Collector, limits: Limits, before: Counted) -> None:
        """Prepare to read the sheet called ``name``."""
        self.name, self.book, self.found, self.limits, self.before = name, book, found, limits, before
        self.cells: dict[tuple[int, int], Cell] = {}
        self._rows: set[int] = set()
        self._count = 0
        self._fonts = Fonts()

    def counted(self) -> Counted:
        """Return how much was read up to the end of this sheet."""
        rows, cells, values = self.before
        return Counted(rows + len(self._rows), cells + self._count, values + len(self.cells))

    def _text(self, record: Record, *, rich: bool) -> StoredText:
        if self.book.version >= EXCEL_97:
            pieces = Pieces(record)
            text = pieces.text()
            if not rich:
                return text
            count = int.from_bytes(pieces.take(2), "little")
            return text._replace(runs=tuple(struct.iter_unpack("<HH", pieces.take(4 * count))))
        data = b"".join((record.data, *record.more))
        (length,) = struct.unpack_from("<H", data)
        text = StoredText(data[2 : 2 + length])
        if not rich:
            return text
        count = data[2 + length] if len(data) > 2 + length else 0
        return text._replace(runs=tuple(struct.iter_unpack("<BB", data[3 + length : 3 + length + 2 * count])))

    def _keep_text(self, row: int, column: int, style: int, stored: StoredText, *, is_formula: bool = False) -> None:
        own = self.book.font_of(style)
        levels = [number for _, number in stored.runs if self.book.level_of(number)]
        if stored.runs and (own or levels or any(self.book.old_font(number) for _, number in stored.runs)):
            text: str = self._fonted(stored, own)
            text = text if own or any(self.book.old_font(number) for _, number in stored.runs) else str(text)
        else:
            text = self.book.decode(stored.text, own)
            text = self._fonts.give(text, own) if own else text
        self._keep(row, column, style, "inlineStr", text, is_formula=is_formula)
        cell = self.cells.get((row + 1, column + 1))
        if cell is not None and any(self.book.is_struck(number) for start, number in stored.runs if start < len(stored.text)):
            self.cells[row + 1, column + 1] = cell._replace(struck=True)

    def _fonted(self, stored: StoredText, own: str) -> FontedText:
        """Return a text with its runs; digits above or below the line are the characters that look so."""
        starts = [(0, own, ""), *((start, self.book.font(number), self.book.level_of(number)) for start, number in stored.runs)]
        ends = [*(start for start, _, _ in starts[1:]), len(stored.text)]
        runs: list[tuple[str, str]] = []
        for (start, font, level), end in zip(starts, ends, strict=True):
            if start < end:
                piece = self.book.decode(stored.text[start:end], font)
                seen = as_set(piece, level, "".join(each for _, each in runs))
                runs.append((UNICODE_FONT if seen != piece else font, seen))
        return FontedText.of(runs)

    def _keep(self, row: int, column: int, style: int, stored_type: str, text: str, *, is_formula: bool = False) -> None:  # noqa: PLR0913
        """Keep a cell, unless it is blank."""
        number_format = self.book.format_of(style)
        if number_format is None:
            self._unreadable(row, column, "IO311", read=style, count=len(self.book.styles))
            return
        meaning = meaning_of(stored_type, text, [], self.limits)
        if meaning.code:
            self._unreadable(row, column, meaning.code, read=meaning.read, limit=self.limits.text)
        elif meaning.text or is_formula:
            kind: CellKind = "date" if meaning.kind == "number" and number_format.kind == "date" else meaning.kind
            self._put(row, column, kind, meaning.text, style, is_formula=is_formula)
        else:
            self._see(row, 1)

    def _put(self, row: int, column: int, kind: CellKind, text: str, style: int, *, is_formula: bool) -> None:  # noqa: PLR0913
        self._see(row, 1)
        key = row + 1, column + 1
        if key in self.cells:
            self.found.add("IO301", self.name, cell_name(*key))
            self.cells[key] = Cell(*key, "unreadable", "")
            return
        self.cells[key] = Cell(*key, kind, text, is_formula, *(self.book.format_of(style) or ()))

    def _unreadable(self, row: int, column: int, code: str, **values: object) -> None:
        self._see(row, 1)
        self.found.add(code, self.name, cell_name(row + 1, column + 1), **{key: shown(str(value)) for key, value in values.items()})
        self.cells[row + 1, column + 1] = Cell(row + 1, column + 1, "unreadable", "")

    def _see(self, row: int, cells: int) -> None:
        """Count cells against the limits."""
        self._rows.add(row)
        self._count += cells
        limits, before = self.limits, self.before
        if before.rows + len(self._rows) > limits.rows:
            raise TooMuch(limits.rows, "rows")
        if before.cells + self._count > limits.cells:
            raise TooMuch(limits.cells, "cells")
        if before.values + len(self.cells) > limits.values:
            raise TooMuch(limits.values, "cells with values")
