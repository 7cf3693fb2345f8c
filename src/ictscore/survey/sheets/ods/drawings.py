"""What is drawn over the cells of an OpenDocument spreadsheet: texts in boxes, pictures, covers, lines, and controls that people tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ictscore.survey.sheets.addresses import is_inside, parse_cell
from ictscore.survey.sheets.cells import Box, BoxKind
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.ods.looks import points
from ictscore.survey.sheets.ods.names import DRAW, FORM, SVG, TABLE

_KINDS: dict[str, BoxKind] = {"form:checkbox": "check", "form:radio": "option", "form:listbox": "list", "form:combobox": "list"}
_STATES = {"form:checkbox": (f"{FORM} current-state", "checked"), "form:radio": (f"{FORM} current-selected", "true")}
_XML_ID = "http://www.w3.org/XML/1998/namespace id"
_LINES = frozenset(f"draw:{each}" for each in ("line", "connector", "polyline", "measure"))
_COVERS = frozenset(f"draw:{each}" for each in ("custom-shape", "rect", "circle", "ellipse", "polygon", "regular-polygon", "path"))
_MOST_ROWS = 200
_ROW_HEIGHT, _COLUMN_WIDTH = 15, 48
"""In points, as a new sheet has them, for what does not say where it ends."""


class Drawings:
    """Takes the drawings of one sheet, each with the cell it hangs on, and the controls that some of them show."""

    def __init__(self, is_filled: Callable[[str], bool]) -> None:
        """Begin without any; ``is_filled`` tells of the style of a shape whether it hides what lies under it."""
        self._is_filled = is_filled
        self.texts: dict[tuple[int, int], str] = {}
        self.boxes: list[Box] = []
        self._controls: dict[str, Box] = {}
        self._cell, self._size, self._at = (1, 1), (0, 0), (0, 0)
        self.on_sheet = False
        self._pieces: list[str] = []
        self._end: tuple[int, int] | None = None
        self._has_picture = self._has_shape = self._in_text = False

    def begin(self, row: int, column: int, *, on_sheet: bool) -> None:
        """Begin what hangs on a cell, or one thing after the other that hangs on the sheet: its text is told at the first cell."""
        self._cell, self.on_sheet = (row, column), on_sheet
        self._clear()

    def _clear(self) -> None:
        self._end = None
        self._has_picture = self._has_shape = self._in_text = False
        self._size = self._at = 0, 0
        self._pieces.clear()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element of a drawing or a form."""
        if name in _KINDS:
            key, wanted = _STATES.get(name, ("", ""))
            link = parse_cell(attributes.get(f"{FORM} linked-cell", "").rpartition(".")[2].replace("$", ""))
            box = Box(0, 0, _KINDS[name], bool(key) and attributes.get(key) == wanted, attributes.get(f"{FORM} label", ""), link)
            for identity in (attributes.get(_XML_ID), attributes.get(f"{FORM} id")):
                self._controls |= {identity: box} if identity else {}
        elif name == "draw:control":
            known = self._controls.get(attributes.get(f"{DRAW} control", ""))
            if known is not None and len(self.boxes) < LIMITS.comments:
                self.boxes.append(known._replace(row=self._cell[0], column=self._cell[1]))
        elif name == "draw:image":
            self._has_picture = True
        elif name == "text:p":
            self._pieces.append("\n")
            self._in_text = True
        elif name in _LINES or (name in _COVERS and self._is_filled(attributes.get(f"{DRAW} style-name", ""))):
            self._has_shape = True
        if name == "draw:frame" or name in _COVERS:
            self._size, self._at = (_in_cells(attributes, *names) for names in (("width", "height"), ("x", "y")))
        end = attributes.get(f"{TABLE} end-cell-address", "").rpartition(".")[2]
        self._end = parse_cell(end) or self._end

    def close(self, name: str) -> None:
        """Take the end of an element."""
        self._in_text = self._in_text and name != "text:p"

    def characters(self, data: str) -> None:
        """Take what is written in a drawing."""
        if self._in_text:
            self._pieces.append(data)

    def end(self) -> None:
        """Take what hung on a cell, or hangs on the sheet, once it is read."""
        row, column = self._cell
        said = "".join(self._pieces).strip()[: LIMITS.text]
        if not is_inside(row, column) or len(self.texts) + len(self.boxes) >= LIMITS.comments:
            return
        if said:
            self.texts[self._cell] = f"{self.texts[self._cell]}\n{said}" if self._cell in self.texts else said
        elif self._has_picture or self._has_shape:
            kind: BoxKind = "picture" if self._has_picture else "shape"
            row, column = self._start()
            last_row, last_column = self._end or (row + self._size[0], column + self._size[1])
            rows = range(row, min(max(last_row, row), row + _MOST_ROWS) + 1)
            self.boxes += [Box(each, column, kind, False, "", None, max(last_column, column)) for each in rows]  # noqa: FBT003
        self._clear()

    def _start(self) -> tuple[int, int]:
        """Return the cell where something begins: what hangs on the sheet says where it ends, or how far it stands from the corner."""
        if not self.on_sheet:
            return self._cell
        if self._end is not None:
            return max(self._end[0] - self._size[0], 1), max(self._end[1] - self._size[1], 1)
        return 1 + self._at[0], 1 + self._at[1]


def _in_cells(attributes: Mapping[str, str], across: str, down: str) -> tuple[int, int]:
    """Return two lengths in rows and columns of a new sheet."""
    wide, high = (points(attributes.get(f"{SVG} {each}", "")) or 0 for each in (across, down))
    return int(high // _ROW_HEIGHT), int(wide // _COLUMN_WIDTH)


class Passed:
    """Passes over an element with all it holds; what is drawn in it is kept in ``drawings``, where there are any."""

    __slots__ = ("_depth", "_drawings")

    def __init__(self, drawings: Drawings | None = None) -> None:
        """Begin at the start of the element."""
        self._depth, self._drawings = 1, drawings

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element inside."""
        self._depth += 1
        if self._drawings is not None:
            self._drawings.start(name, attributes)

    def characters(self, data: str) -> None:
        """Take what is written inside."""
        if self._drawings is not None:
            self._drawings.characters(data)

    def ends(self, name: str) -> bool:
        """Take the end of an element; return whether all of it is passed."""
        self._depth -= 1
        if self._drawings is not None:
            self._drawings.close(name)
            if self._depth == (1 if self._drawings.on_sheet else 0):
                self._drawings.end()
        return not self._depth
