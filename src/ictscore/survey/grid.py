"""The cells of one worksheet part, read in one pass without keeping what is blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ictscore.places import cell_name
from ictscore.survey.addresses import common_columns, is_inside, parse_cell, parse_row
from ictscore.survey.cells import Cell
from ictscore.survey.collecting import Collector, shown
from ictscore.survey.container import Part
from ictscore.survey.limits import LAST_COLUMN, LAST_ROW, Limits
from ictscore.survey.markup import MAIN_NAMESPACES, check_attributes, guarded_parser, refuse, run
from ictscore.survey.stored import changes_by_itself, is_plain_number, meaning_of
from ictscore.survey.strings import RichText
from ictscore.survey.styles import GENERAL, Format
from ictscore.words import phrase

_YES = frozenset({"1", "true"})


class Shared(NamedTuple):
    """What all sheets of a workbook share; no formats at all means that the styles are missing."""

    strings: list[str]
    formats: Sequence[Format]
    found: Collector
    limits: Limits


class Grid:
    """Reads one worksheet. ``start`` and ``end`` run for every element of every cell: they do little, and rare things elsewhere."""

    __slots__ = (
        "attributes", "c", "cells", "child", "column", "columns", "count", "cut", "depth", "fault", "formats", "formula", "hidden_columns",
        "hidden_rows", "in_data", "letters", "main", "merged", "name", "others", "part", "parts", "rich", "row", "row_again", "row_text",
        "rows", "shared", "v", "value",
    )  # fmt: skip

    def __init__(self, part: Part, name: str, shared: Shared) -> None:
        """Prepare to read the sheet called ``name`` from ``part``."""
        self.part, self.name, self.shared = part, name, shared
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merged: list[str] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.rows: set[int] = set()
        self.formats: dict[str | None, Format] = {str(index): each for index, each in enumerate(shared.formats)}
        self.formats[None] = shared.formats[0] if shared.formats else GENERAL
        self.letters = common_columns()
        self.parts: list[str] = []
        self.rich = RichText(self.parts, depth=6)
        self.main = self.c = self.v = ""
        self.depth = self.row = self.column = self.cut = self.count = self.others = 0
        self.columns: list[int] = []
        self.row_text = ""
        self.row_again = self.in_data = False
        self.attributes: dict[str, str] | None = None
        self.value: str | None = None
        self.formula: str | None = None
        self.child = self.fault = ""

    def run(self) -> None:
        """Read the whole part."""
        parser = guarded_parser(self.part)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.parts.append
        run(parser, self.part)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element; names are a namespace, a blank and the local name."""
        self.depth = depth = self.depth + 1
        if depth == 4 and name == self.c and self.row:
            self.attributes = attributes
            self.value = self.formula = None
        elif depth == 5 and name == self.v and self.value is None and not attributes:
            self.parts.clear()
        else:
            self._start_other(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self.depth = depth = self.depth - 1
        if depth == 4 and name == self.v:
            self.value = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        elif depth == 3 and name == self.c and self.row:
            self._finish_cell()
        else:
            self._end_other(name)

    def _finish_cell(self) -> None:
        """Keep the cell that has just ended, unless it is blank."""
        attributes = self.attributes or {}
        self.count += 1
        address, style, kind = attributes.get("r"), attributes.get("s"), attributes.get("t")
        if len(attributes) != (address is not None) + (style is not None) + (kind is not None):
            check_attributes(self.part, attributes, self.shared.limits)
        column = self.letters.get(address[: self.cut]) if address is not None and address[self.cut :] == self.row_text else None
        if column is None:
            column = self._column_of(address)
            if not column:
                return
        again = column <= self.column or self.row_again
        self.column = column
        self.columns.append(column)
        if again and self._is_again(column):
            return
        value, number_format = self.value, self.formats.get(style)
        if value is None and self.formula is None and not self.fault:
            return
        if kind is None and value and number_format and not self.fault and is_plain_number(value):
            stored = "date" if number_format[0] == "date" else "number"
            # Straight to the tuple: a named tuple's own way takes twice as long, and this line runs for every number.
            self.cells[self.row, column] = tuple.__new__(Cell, (self.row, column, stored, value, self.formula is not None, *number_format))
        else:
            self._keep(column, kind or "n", style, number_format)

    def _keep(self, column: int, kind: str, style: str | None, number_format: Format | None) -> None:
        """Keep a cell that is not a plain number."""
        shared, value, is_formula = self.shared, self.value, self.formula is not None
        address = cell_name(self.row, column)
        fault, self.fault = self.fault, ""
        if number_format is None:
            check_attributes(self.part, self.attributes or {}, shared.limits)
            number_format = GENERAL
            if shared.formats and not fault:
                shared.found.add("IO311", self.name, address, read=shown(style or ""), count=len(shared.formats))
                self.cells[self.row, column] = Cell(self.row, column, "unreadable", "", is_formula)
                return
        if fault:
            shared.found.add("IO313", self.name, address, read=shown(fault))
            self.cells[self.row, column] = Cell(self.row, column, "unreadable", "", is_formula, *number_format)
        elif value is None or (value == "" and kind not in ("str", "inlineStr")):
            if is_formula:
                self.cells[self.row, column] = Cell(self.row, column, "formula_without_value", "", True, *number_format)  # noqa: FBT003
        else:
            self._keep_meaning(column, kind, value, number_format)

    def _keep_meaning(self, column: int, kind: str, value: str, number_format: Format) -> None:
        meaning = meaning_of(kind, value, self.shared.strings, self.shared.limits)
        is_formula = self.formula is not None
        stored, text = meaning.kind, meaning.text
        if meaning.code:
            limit = self.shared.limits.text
            self.shared.found.add(meaning.code, self.name, cell_name(self.row, column), read=meaning.read, count=meaning.count, limit=limit)
        elif stored == "text" and not text and not is_formula:
            return
        elif stored == "number" and number_format.kind == "date":
            stored = "date"
        self.cells[self.row, column] = Cell(self.row, column, stored, text, is_formula, *number_format)

    def _column_of(self, address: str | None) -> int:
        """Return the column of an address that is not the usual one, or 0 with a finding."""
        row, column = self.row, self.column + 1
        if row < 0:
            return 0
        if address is not None:
            check_attributes(self.part, {"r": address}, self.shared.limits)
            parsed = parse_cell(address)
            if parsed is None:
                self.shared.found.add("IO303", self.name, f"{row}:{row}", read=shown(address))
                return 0
            row, column = parsed
        if not is_inside(row, column):
            self.shared.found.add("IO305", self.name, f"{self.row}:{self.row}", read=shown(address or cell_name(row, column)))
            return 0
        if row != self.row:
            self.shared.found.add("IO304", self.name, cell_name(row, column), read=cell_name(row, column), row=self.row)
            return 0
        return column

    def _is_again(self, column: int) -> bool:
        """Return whether this cell was stored before; then neither value is taken."""
        key = self.row, column
        if column not in self.columns[:-1] and not (self.row_again and key in self.cells):
            return False
        self.shared.found.add("IO301", self.name, cell_name(*key))
        self.cells[key] = Cell(self.row, column, "unreadable", "")
        self.fault = ""
        return True

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of anything but a cell or a plain value."""
        self._guard(attributes)
        main, _, local = name.rpartition(" ")
        is_main = main == self.main
        if self.depth == 1:
            self._begin(main, local)
        elif not self.in_data:
            self._start_around(local if is_main else "", attributes)
        elif self.child == "extLst":
            return
        elif self.depth == 3 and is_main and local == "row":
            self._start_row(attributes)
        elif self.depth == 5 and is_main and self.attributes is not None and local in ("f", "is", "v", "extLst") and not self.child:
            self._start_child(local)
        elif self.child == "is" and is_main and self.depth > 5:
            self.rich.start(local, self.depth)
        elif self.depth == 4 and self.row and is_main and local == "extLst":
            self.child = "extLst"
        elif self.attributes is not None:
            self.fault = self.fault or local
        else:
            refuse(self.part, "IO208", reason=phrase("{element} stands where a row or a cell was expected", element=shown(local)))

    def _start_child(self, local: str) -> None:
        """Take the start of a child of a cell: a formula, a text in the cell, or a value with attributes or a second one."""
        already = {"v": self.value, "is": self.value, "f": self.formula}.get(local)
        if already is not None:
            self.fault = self.fault or f"{local}, {local}"
        if local != "v":
            self.child = local
        self.parts.clear()

    def _end_other(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self.depth == 4 and self.child and local == self.child:
            if local == "f":
                self._take_formula("".join(self.parts))
            elif local == "is":
                self.value = self.rich.take()
            self.child = ""
        elif self.child == "is":
            self.rich.end(local, self.depth + 1)
        elif self.depth == 3 and self.child == "extLst" and local == "extLst" and self.attributes is None:
            self.child = ""
        elif self.depth == 2 and self.in_data:
            self.row = 0
        elif self.depth == 1:
            self.in_data = False

    def _take_formula(self, formula: str) -> None:
        self.formula = formula
        if formula and changes_by_itself(formula):
            cell = (self.attributes or {}).get("r", "")
            self.shared.found.add("IO315", self.name, cell if parse_cell(cell) else "", read=shown(formula))

    def _guard(self, attributes: Mapping[str, str]) -> None:
        self.others += 1
        limits = self.shared.limits
        if self.depth > limits.depth:
            refuse(self.part, "IO204", limit=limits.depth)
        if self.others - len(self.rows) - self.count > limits.elements:
            refuse(self.part, "IO206", limit=limits.elements, what=phrase("elements"))
        if attributes:
            check_attributes(self.part, attributes, limits)

    def _begin(self, main: str, local: str) -> None:
        if main not in MAIN_NAMESPACES or local != "worksheet":
            refuse(self.part, "IO208", reason=phrase("it is no worksheet"))
        self.main, self.c, self.v = main, f"{main} c", f"{main} v"

    def _start_around(self, local: str, attributes: Mapping[str, str]) -> None:
        """Take what stands before and after the rows."""
        if self.depth == 2:
            self.in_data = local == "sheetData"
        elif local == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif local == "col" and attributes.get("hidden") in _YES:
            first, last = (parse_row(attributes.get(key, "")) for key in ("min", "max"))
            if first and last and first not in self.hidden_columns:
                self.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row: the one it names, else the one after the last."""
        self.attributes = None
        previous = int(self.row_text or 0)
        text = attributes.get("r")
        row = previous + 1 if text is None else parse_row(text)
        self.column, self.columns, self.row_again = 0, [], row in self.rows
        if row is None or row > LAST_ROW:
            self.shared.found.add("IO303" if row is None else "IO305", self.name, read=shown(text or str(row)))
            self.row = -1
            return
        if self.row_again:
            self.shared.found.add("IO302", self.name, f"{row}:{row}")
        self.row, self.row_text = row, str(row)
        self.cut = -len(self.row_text)
        self.rows.add(row)
        if attributes.get("hidden") in _YES:
            self.hidden_rows.add(row)
        self._count()

    def _count(self) -> None:
        limits = self.shared.limits
        for count, limit, what in (
            (len(self.rows), limits.rows, phrase("rows")),
            (self.count, limits.cells, phrase("cells")),
            (len(self.cells), limits.values, phrase("cells with values")),
        ):
            if count > limit:
                refuse(self.part, "IO206", limit=limit, what=what)
