"""The structure of a worksheet part: what its elements mean, one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.places import cell_name
from ictscore.survey.sheets.addresses import parse_row
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.colours import NARROWEST_SEEN, SMALLEST_SEEN
from ictscore.survey.sheets.conditional import Conditionals
from ictscore.survey.sheets.conditional_extended import ExtendedConditionals
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.filters import Filters
from ictscore.survey.sheets.fontedtext import settle_fonts
from ictscore.survey.sheets.keeping import KeptCells, Shared
from ictscore.survey.sheets.limits import LAST_COLUMN, LAST_ROW
from ictscore.survey.sheets.markup import MAIN_NAMESPACES, check_attributes, refuse
from ictscore.survey.sheets.named_controls import NamedControls
from ictscore.survey.sheets.page_texts import PageTexts
from ictscore.survey.sheets.stored import changes_by_itself
from ictscore.survey.sheets.strings import RichText
from ictscore.words import phrase

# How many elements are open inside the rows, a row, a cell, and a value.
ROWS, ROW, CELL, VALUE = 2, 3, 4, 5

_SIZE = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,20})?")
_YES = frozenset({"1", "true"})


class Grid(KeptCells):
    """Takes the elements of one worksheet, in order: names are a namespace, a blank and the local name."""

    __slots__ = (
        "_attributes", "_c", "_child", "_depth", "_fault", "_formula", "_in_data", "_main", "_others", "_rich", "_v",
        "_value", "conditionals", "controls", "data_seen", "extended", "filters", "hidden_columns", "merged", "page", "parts",
    )  # fmt: skip

    def __init__(self, part: Part, name: str, shared: Shared) -> None:
        """Prepare to read the sheet called ``name`` from ``part``."""
        super().__init__(part, name, shared)
        self.merged: list[str] = []
        self.filters = Filters()
        self.conditionals = Conditionals(shared.hiding, shared.looks)
        self.extended = ExtendedConditionals()
        self.controls = NamedControls()
        self.page = PageTexts()
        self.hidden_columns: set[int] = set()
        self.parts: list[str] = []
        self.data_seen = False
        self._depth = self._others = 0
        self._in_data = False
        self._attributes: dict[str, str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._main = self._c = self._v = self._child = self._fault = ""
        self._rich = RichText(self.parts, depth=VALUE + 1, all_fonts=bool(shared.old_fonts))

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
        elif self.page.is_open:
            self.page.end(self.parts)

    def settle_texts(self) -> None:
        """Read the texts in old fonts, if there are any, by their fonts."""
        if self.shared.old_fonts or self.shared.old_runs or self._rich.old_fonts:
            settle_fonts(self.cells, self.name, self.shared.found)

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
            self._rich.start(local, self._depth, attributes)
        elif self._depth == CELL and self.row and local == "extLst":
            self._child = local
        elif self._attributes is not None:
            self._fault = self._fault or local.lstrip("?")
        else:
            name = shown(local.lstrip("?"))
            refuse(self.part, "IO208", reason=phrase("{element} stands where a row or a cell was expected", element=name))

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
        self.conditionals.start(local, attributes, self.parts)
        self.extended.start(local, attributes, self.parts)
        self.controls.start(local, attributes, self.parts)
        self.page.start(local, self.parts)
        if self._depth == ROWS:
            self._in_data = local == "sheetData"
            self.data_seen = self.data_seen or self._in_data
            self.filters.start(local, attributes)
        elif local == "filterColumn":
            self.filters.take_column()
        elif local == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif local == "col" and (attributes.get("hidden") in _YES or _is_within(attributes.get("width"), NARROWEST_SEEN)):
            first, last = (parse_row(attributes.get(key, "")) for key in ("min", "max"))
            if first and last:
                hidden = range(first, min(last, LAST_COLUMN) + 1)
                self.hidden_columns.update(hidden)
                self._others += len(hidden)  # a million overlapping ranges would take hours

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        """Begin a row: the one it names, else the one after the highest so far."""
        self._attributes = None
        text = attributes.get("r")
        row = self.highest + 1 if text is None else parse_row(text)
        if row is None or row > LAST_ROW:
            self.skip_row("IO303" if row is None else "IO305", shown(text or str(row)))
        else:
            self.begin_row(row, hidden=attributes.get("hidden") in _YES or _is_within(attributes.get("ht"), SMALLEST_SEEN))

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
            if self._attributes is not None and self._attributes.get("t") != "inlineStr":
                self._fault = local
        elif local == "f":
            self._formula = "".join(self.parts)

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        self._attributes = None
        if len(attributes) > 1 or "r" not in attributes:
            check_attributes(self.part, attributes, self.shared.limits)
        column = self.column_of(attributes.get("r"))
        fault, self._fault = self._fault, ""
        if not column:
            return
        if fault:
            self.unreadable(column, "IO313", read=shown(fault))
            return
        if self._formula and changes_by_itself(self._formula):
            self.shared.found.add("IO315", self.name, cell_name(self.row, column), read=shown(self._formula))
        self.keep(column, attributes, self._value, is_formula=self._formula is not None)


def _is_within(size: str | None, smallest: float) -> bool:
    """Return whether a height or width is so small that nobody sees what is there."""
    return size is not None and _SIZE.fullmatch(size) is not None and float(size) <= smallest
