"""The cells of a worksheet as they come in: each is kept where it belongs, or there is a finding that says why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ictscore.places import cell_name
from ictscore.survey.sheets.addresses import common_columns, is_inside, parse_cell
from ictscore.survey.sheets.cells import Cell, CellKind
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.conditional import Look
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.fontedtext import Fonts
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import refuse
from ictscore.survey.sheets.stored import Meaning, is_plain_number, meaning_of
from ictscore.survey.sheets.strings import StruckText
from ictscore.survey.sheets.styles import GENERAL, Format
from ictscore.words import phrase

_ROWS, _CELLS, _VALUES = phrase("rows"), phrase("cells"), phrase("cells with values")
_OFTEN = 10_000


class Shared(NamedTuple):
    """What the sheets of a workbook share, and what those before had; no formats at all means that the styles are missing.

    ``old_fonts`` are the styles whose font is an old Vietnamese one; ``old_runs`` says whether any shared text has a run in one;
    ``hiding`` are the looks of conditional formats in which nobody sees what stands in a cell, ``looks`` those that change something else.
    """

    strings: list[str]
    formats: Sequence[Format]
    found: Collector
    limits: Limits
    rows_before: int = 0
    cells_before: int = 0
    values_before: int = 0
    old_fonts: Mapping[str, str] = {}
    old_runs: bool = False
    hiding: frozenset[int] = frozenset()
    looks: Mapping[int, Look] = {}


class KeptCells:
    """The cells of one sheet that hold something, and the rows there are."""

    __slots__ = (
        "_again", "_column", "_columns", "_cut", "_fonted", "_fonts", "_letters", "_row_text", "cells", "count", "formats", "hidden_rows",
        "highest", "name", "part", "row", "rows", "shared",
    )  # fmt: skip

    def __init__(self, part: Part, name: str, shared: Shared) -> None:
        """Keep the cells of the sheet called ``name``, stored in ``part``."""
        self.part, self.name, self.shared = part, name, shared
        self.cells: dict[tuple[int, int], Cell] = {}
        self.rows: set[int] = set()
        self.hidden_rows: set[int] = set()
        self.formats: dict[str, Format] = {str(index): each for index, each in enumerate(shared.formats)}
        self.formats[""] = shared.formats[0] if shared.formats else GENERAL
        self._fonted = {style: self.formats.pop(style) for style in shared.old_fonts}  # not in the way of all the others
        self._fonts = Fonts()
        self.row = self.highest = self.count = 0
        self._column = self._cut = 0
        self._columns: set[int] = set()
        self._letters = common_columns()
        self._row_text = ""
        self._again = False

    def begin_row(self, row: int, *, hidden: bool) -> None:
        """Begin ``row``, with a finding when it was there before; refuse the file when it has more rows or cells than the limits allow."""
        self._column, self._columns, self._again = 0, set(), row in self.rows
        if self._again:
            self.shared.found.add("IO302", self.name, f"{row}:{row}")
        self.row, self.highest, self._row_text = row, max(self.highest, row), str(row)
        self._cut = -len(self._row_text)
        self.rows.add(row)
        if hidden:
            self.hidden_rows.add(row)
        self._check_limits()

    def skip_row(self, code: str, read: str) -> None:
        """Begin a row that is no row of a sheet: its cells are not kept."""
        self.shared.found.add(code, self.name, read=read)
        self.row, self._again = -1, True

    def column_of(self, address: str | None) -> int:
        """Return the column of the cell that begins, noting that it is there; 0, with a finding, when it cannot be kept."""
        self.count += 1
        if self.count % _OFTEN == 0:
            self._check_limits()
        column = self._letters.get(address[: self._cut], 0) if address else 0
        if self._again or address is None or column <= self._column or address[self._cut :] != self._row_text:
            return self._unusual_column(address)
        self._column = column
        self._columns.add(column)
        return column

    def keep(self, column: int, attributes: Mapping[str, str], value: str | None, *, is_formula: bool = False) -> None:
        """Keep a cell of the row, unless it is blank."""
        kind, style = attributes.get("t", "n"), attributes.get("s", "")
        if value is None or (value == "" and kind not in ("str", "inlineStr")):
            if is_formula:
                self._put(column, "formula_without_value", "", is_formula, self.formats.get(style) or self._fonted.get(style, GENERAL))
            return
        number_format = self.formats.get(style) or self._fonted.get(style)
        if number_format is None:
            count = len(self.shared.formats)
            if count:
                self.unreadable(column, "IO311", read=shown(style), count=count)
                return
            number_format = GENERAL
        if kind == "n" and is_plain_number(value):
            self._put(column, "date" if number_format.kind == "date" else "number", value, is_formula, number_format)
            return
        meaning = meaning_of(kind, value, self.shared.strings, self.shared.limits)
        if meaning.code:
            self.unreadable(column, meaning.code, read=meaning.read, count=meaning.texts, limit=self.shared.limits.text)
        elif meaning.kind == "number" and number_format.kind == "date":
            self._put(column, "date", meaning.text, is_formula, number_format)
        elif meaning.text or is_formula or meaning.kind != "text":
            number_format = number_format._replace(struck=True) if isinstance(meaning.text, StruckText) else number_format
            self._put(column, meaning.kind, self._in_font(meaning, style), is_formula, number_format)

    def _in_font(self, meaning: Meaning, style: str) -> str:
        """Return the text of a cell, which knows the font of the cell where that is an old one."""
        is_fonted = meaning.kind == "text" and style in self._fonted
        return self._fonts.give(meaning.text, self.shared.old_fonts[style]) if is_fonted else meaning.text

    def shared_after(self) -> Shared:
        """Return what the next sheet shares: the same, with this sheet counted."""
        shared = self.shared
        return shared._replace(
            rows_before=shared.rows_before + len(self.rows),
            cells_before=shared.cells_before + self.count,
            values_before=shared.values_before + len(self.cells),
        )

    def unreadable(self, column: int, code: str, **values: object) -> None:
        """Keep a cell that cannot be read, with the finding that says why."""
        self.shared.found.add(code, self.name, cell_name(self.row, column), **values)
        self.cells[self.row, column] = Cell(self.row, column, "unreadable", "")

    def _unusual_column(self, address: str | None) -> int:
        """Return the column of a cell that does not stand to the right of the one before, or has no address or a wrong one."""
        if self.row < 0:
            return 0
        found = self.shared.found
        row, column = self.row, self._column + 1
        if address is not None:
            parsed = parse_cell(address)
            if parsed is None:
                found.add("IO303", self.name, f"{row}:{row}", read=shown(address))
                return 0
            row, column = parsed
        if not is_inside(row, column):
            found.add("IO305", self.name, f"{self.row}:{self.row}", read=shown(address or cell_name(row, column)))
            return 0
        if row != self.row:
            found.add("IO304", self.name, cell_name(row, column), read=cell_name(row, column), row=self.row)
            return 0
        again = (column <= self._column and column in self._columns) or (self._again and (row, column) in self.cells)
        self._column = max(self._column, column) if address is not None else column
        self._columns.add(column)
        if again:
            found.add("IO301", self.name, cell_name(row, column))
            self.cells[row, column] = Cell(row, column, "unreadable", "")
        return 0 if again else column

    def _put(self, column: int, kind: CellKind, text: str, is_formula: bool, number_format: Format) -> None:  # noqa: FBT001 - as the cell has it
        self.cells[self.row, column] = Cell(self.row, column, kind, text, is_formula, *number_format)

    def _check_limits(self) -> None:
        shared = self.shared
        limits = shared.limits
        for count, limit, what in (
            (shared.rows_before + len(self.rows), limits.rows, _ROWS),
            (shared.cells_before + self.count, limits.cells, _CELLS),
            (shared.values_before + len(self.cells), limits.values, _VALUES),
        ):
            if count > limit:
                refuse(self.part, "IO206", limit=limit, what=what)
