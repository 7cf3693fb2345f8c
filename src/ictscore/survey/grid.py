"""The structure of a worksheet part: what its elements mean, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ictscore.places import cell_name
from ictscore.survey.addresses import common_columns, is_inside, parse_cell, parse_row
from ictscore.survey.cells import Cell, CellKind
from ictscore.survey.collecting import Collector, shown
from ictscore.survey.container import Part
from ictscore.survey.limits import LAST_COLUMN, LAST_ROW, Limits
from ictscore.survey.markup import MAIN_NAMESPACES, check_attributes, refuse
from ictscore.survey.stored import changes_by_itself, is_plain_number, meaning_of
from ictscore.survey.strings import RichText
from ictscore.survey.styles import GENERAL, Format
from ictscore.words import phrase

_ROWS, _CELLS, _VALUES = phrase("rows"), phrase("cells"), phrase("cells with values")
_OFTEN = 10_000
# How many elements are open inside the rows, a row, a cell, and a value.
ROWS, ROW, CELL, VALUE = 2, 3, 4, 5

_YES = frozenset({"1", "true"})


class Shared(NamedTuple):
    """What all sheets of a workbook share; no formats at all means that the styles are missing."""

    strings: list[str]
    formats: Sequence[Format]
    found: Collector
    limits: Limits


class Grid:
    """Takes the elements of one worksheet, in order, and keeps the cells that hold something.

    Names are a namespace, a blank and the local name. ``depth`` counts open elements: 3 inside a row, 4 inside a cell.
    """

    __slots__ = (
        "_again", "_attributes", "_c", "_child", "_column", "_columns", "_cut", "_depth", "_fault", "_formula", "_highest", "_in_data", "_letters", "_main", "_others", "_rich", "_row_text",
        "_v", "_value", "cells", "count", "data_seen", "formats", "hidden_columns", "hidden_rows", "merged", "name", "part", "parts", "row",
        "rows", "shared",
    )  # fmt: skip

    def __init__(self, part: Part, name: str, shared: Shared) -> None:
        """Prepare to read the sheet called ``name`` from ``part``."""
        self.part, self.name, self.shared = part, name, shared
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merged: list[str] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.formats: dict[str, Format] = {str(index): each for index, each in enumerate(shared.formats)}
        self.formats[""] = shared.formats[0] if shared.formats else GENERAL
        self._depth = self.row = self._highest = self._column = self._cut = self.count = self._others = 0
        self._columns: list[int] = []
        self._letters = common_columns()
        self.rows: set[int] = set()
        self._again = self._in_data = self.data_seen = False
        self._attributes: dict[str, str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._main = self._c = self._v = self._child = self._fault = self._row_text = ""
        self.parts: list[str] = []
        self._rich = RichText(self.parts, depth=6)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element. This runs for everything: cells and plain values come first."""
        self._depth = depth = self._depth + 1
        if depth == CELL and name == self._c and self.row:
            self._attributes = attributes
            self._value = self._formula = None
        elif depth == VALUE and name == self._v and self._value is None and not attributes and self._attributes is not None:
            self.parts.clear()
            self._child = "v"
        else:
            self._start_other(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._depth = depth = self._depth - 1
        if depth == CELL and name == self._v and self._child == "v":
            self._value = "".join(self.parts)
            self._child = ""
        elif depth == ROW and name == self._c and self._attributes is not None:
            self._end_cell(self._attributes)
        elif self._in_data:
            self._end_other(name.rpartition(" ")[2])

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        self._guard(name, attributes)
        main, _, local = name.rpartition(" ")
        local = local if main == self._main else f"?{local}"
        if self._depth == 1:
            self._begin(main, local)
        elif not self._in_data:
            self._start_around(local, attributes)
        elif self._child == "extLst":
            return
        elif self._depth == ROW and local == "row":
            self._start_row(attributes)
        elif self._depth == VALUE and self._attributes is not None and local in ("f", "is", "v", "extLst"):
            self._start_child(local)
        elif self._depth > VALUE and self._child == "is":
            self._rich.start(local, self._depth)
        elif self._depth == CELL and self.row and local == "extLst":
            self._child = local
        elif self._attributes is not None:
            self._fault = self._fault or local.lstrip("?")
        else:
            refuse(self.part, "IO208", reason=phrase("{element} stands where a row or a cell was expected", element=shown(local.lstrip("?"))))

    def _end_other(self, local: str) -> None:
        if self._depth == CELL and self._child == local:
            self._end_child(local)
        elif self._child == "is":
            self._rich.end(local, self._depth + 1)
        elif self._depth == ROW and self._child == local:
            self._child = ""
        elif self._depth == ROWS:
            self.row = 0
        elif self._depth == 1:
            self._in_data = False

    def begin_row(self, row: int, *, hidden: bool) -> None:
        """Note that there is such a row; refuse the file when it has more rows or cells than the limits allow."""
        self.row, self._highest, self._row_text = row, max(self._highest, row), str(row)
        self._cut = -len(self._row_text)
        self.rows.add(row)
        if hidden:
            self.hidden_rows.add(row)
        self._check_limits()

    def _check_limits(self) -> None:
        limits = self.shared.limits
        for count, limit, what in (
            (len(self.rows), limits.rows, _ROWS),
            (self.count, limits.cells, _CELLS),
            (len(self.cells), limits.values, _VALUES),
        ):
            if count > limit:
                refuse(self.part, "IO206", limit=limit, what=what)

    def _column_of(self, address: str | None) -> int:
        """Return the column of the cell that begins, noting that it is there; 0, with a finding, when it cannot be kept."""
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
        self._columns.append(column)
        if again:
            found.add("IO301", self.name, cell_name(row, column))
            self.cells[row, column] = Cell(row, column, "unreadable", "")
        return 0 if again else column

    def _keep(self, column: int, attributes: Mapping[str, str], value: str | None, *, is_formula: bool = False) -> None:
        """Keep a cell of the row, unless it is blank."""
        kind, style = attributes.get("t", "n"), attributes.get("s", "")
        if value is None or (value == "" and kind not in ("str", "inlineStr")):
            if is_formula:
                self._put(column, "formula_without_value", "", is_formula, self.formats.get(style, GENERAL))
            return
        number_format = self.formats.get(style)
        if number_format is None:
            count = len(self.shared.formats)
            if count:
                self._unreadable(column, "IO311", read=shown(style), count=count)
                return
            number_format = GENERAL
        if kind == "n" and is_plain_number(value):
            self._put(column, "date" if number_format.kind == "date" else "number", value, is_formula, number_format)
            return
        meaning = meaning_of(kind, value, self.shared.strings, self.shared.limits)
        if meaning.code:
            self._unreadable(column, meaning.code, read=meaning.read, count=meaning.texts, limit=self.shared.limits.text)
        elif meaning.kind == "number" and number_format.kind == "date":
            self._put(column, "date", meaning.text, is_formula, number_format)
        elif meaning.text or is_formula or meaning.kind != "text":
            self._put(column, meaning.kind, meaning.text, is_formula, number_format)

    def _put(self, column: int, kind: CellKind, text: str, is_formula: bool, number_format: Format) -> None:  # noqa: FBT001 - as the cell has it
        format_kind, places = number_format
        self.cells[self.row, column] = Cell(self.row, column, kind, text, is_formula, format_kind, places)

    def _unreadable(self, column: int, code: str, **values: object) -> None:
        self.shared.found.add(code, self.name, cell_name(self.row, column), **values)
        self.cells[self.row, column] = Cell(self.row, column, "unreadable", "")

    def _guard(self, name: str, attributes: Mapping[str, str]) -> None:
        self._others += 1
        limits = self.shared.limits
        if self._depth > limits.depth:
            refuse(self.part, "IO204", limit=limits.depth)
        if self._others > limits.elements + len(self.rows) + 4 * len(self.cells):
            refuse(self.part, "IO206", limit=limits.elements, what=phrase("elements"))
        if " " not in name:
            refuse(self.part, "IO208", reason=phrase("the element {element} belongs to no namespace", element=shown(name)))
        check_attributes(self.part, attributes, limits)

    def _begin(self, main: str, local: str) -> None:
        if main not in MAIN_NAMESPACES or local != "?worksheet":
            refuse(self.part, "IO208", reason=phrase("it is no worksheet"))
        self._main, self._c, self._v = main, f"{main} c", f"{main} v"

    def _start_around(self, local: str, attributes: Mapping[str, str]) -> None:
        """Take what stands before and after the rows."""
        if self._depth == ROWS:
            self._in_data = local == "sheetData"
            self.data_seen = self.data_seen or self._in_data
        elif local == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif local == "col" and attributes.get("hidden") in _YES:
            first, last = (parse_row(attributes.get(key, "")) for key in ("min", "max"))
            if first and last and first not in self.hidden_columns:
                self.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row: the one it names, else the one after the highest so far."""
        text = attributes.get("r")
        row = self._highest + 1 if text is None else parse_row(text)
        self._attributes, self._column, self._columns, self._again = None, 0, [], row in self.rows
        if row is None or row > LAST_ROW:
            self.shared.found.add("IO303" if row is None else "IO305", self.name, read=shown(text or str(row)))
            self.row = -1
            return
        if self._again:
            self.shared.found.add("IO302", self.name, f"{row}:{row}")
        self.begin_row(row, hidden=attributes.get("hidden") in _YES)

    def _start_child(self, local: str) -> None:
        """Take the start of a formula, of a text in the cell, or of a value."""
        already = self._formula if local == "f" else self._value
        if already is not None and local != "extLst":
            self._fault = f"{local}, {local}"
        self._child = local
        self.parts.clear()

    def _end_child(self, local: str) -> None:
        self._child = ""
        if local == "is":
            self._value = self._rich.take()
        elif local == "v":
            self._value = "".join(self.parts)
        elif local == "f":
            self._formula = "".join(self.parts)

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        self.count += 1
        self._attributes = None
        if self.count % _OFTEN == 0:
            self._check_limits()
        if len(attributes) > 1 or "r" not in attributes:
            check_attributes(self.part, attributes, self.shared.limits)
        address = attributes.get("r", "")
        column = self._letters.get(address[: self._cut], 0)
        if self._again or column <= self._column or address[self._cut :] != self._row_text:
            column = self._column_of(attributes.get("r"))
        else:
            self._column = column
            self._columns.append(column)
        fault, self._fault = self._fault, ""
        if not column:
            return
        if fault:
            self._unreadable(column, "IO313", read=shown(fault))
            return
        if self._formula and changes_by_itself(self._formula):
            self.shared.found.add("IO315", self.name, cell_name(self.row, column), read=shown(self._formula))
        self._keep(column, attributes, self._value, is_formula=self._formula is not None)
