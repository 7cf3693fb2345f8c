"""What is drawn over the cells of an .xls sheet: texts in boxes, pictures, covers, lines, controls that people tick, and comments."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from ictscore.survey.sheets.addresses import is_inside
from ictscore.survey.sheets.cells import Box, BoxKind
from ictscore.survey.sheets.controls import cell_under
from ictscore.survey.sheets.limits import LIMITS
from ictscore.survey.sheets.xls.records import Pieces, Record

_HEAD = struct.Struct("<HHL")
_CONTAINER, _SHAPE_BEGINS, _SHAPE, _LOOKS, _CHILD, _ANCHOR = 0xF, 0xF004, 0xF00A, 0xF00B, 0xF00F, 0xF010
_FILLED, _HIDDEN = (447, 4), (959, 1)
"""The properties of shapes, with the bit that says whether it is so; 16 bits higher stands whether anything is said of it."""
_CORNERS = struct.Struct("<2x8H")
_ROW_PARTS, _COLUMN_PARTS = 256, 1024
_LINES = frozenset({20, *range(32, 41)})
_KINDS: dict[int, BoxKind] = {
    **dict.fromkeys((0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x1E), "shape"),
    0x08: "picture", 0x0B: "check", 0x0C: "option", 0x12: "list", 0x14: "list",
}  # fmt: skip
_GROUP, _LINE, _CHART = 0x00, 0x01, 0x05
_OF_PROGRAM = 0x100
"""Set on what the program draws itself: the arrows of filters, and of cells with a list."""
_PICTURE_IS, _BOX, _STATE, _LINK = 0x08, 0x0A, 0x12, 0x14
"""What a picture is, whether a box is ticked (LibreOffice says so where Excel leaves bytes that mean nothing), the cell it writes to."""
_CONTROL = 0x10
_TOKEN_AT = 6
_REFERENCES = {0x24: 0, 0x44: 0, 0x64: 0, 0x3A: 2, 0x5A: 2, 0x7A: 2}
"""The tokens for one cell, each with how many bytes name its sheet."""
_MOST_ROWS = 200


class _Shape(NamedTuple):
    """What a drawing says of one shape: from and to which columns and rows it goes, each with a part of one, and how it looks."""

    corners: tuple[int, ...] = ()
    form: int = 0
    is_filled: bool = True
    is_hidden: bool = False


class _Drawn(NamedTuple):
    """One object that people see, with its number and what is set on it."""

    number: int
    kind: BoxKind
    corners: tuple[int, ...]
    covers: bool
    is_set: bool
    link: tuple[int, int] | None


class Drawings:
    """Takes the objects drawn over one sheet, in order: first how each looks and where it lies, then what it is, then its text."""

    def __init__(self) -> None:
        """Begin without any."""
        self._shape = _Shape()
        self._group: tuple[int, ...] = ()
        self._number = -1
        self._drawn: list[_Drawn] = []
        self._said: dict[int, str] = {}

    def take_drawing(self, record: Record) -> None:
        """Take how the next object looks."""
        shape = _Shape()
        for kind, form, content in _pieces(b"".join((record.data, *record.more))):
            if kind == _SHAPE_BEGINS:
                shape = _Shape()
            elif kind == _SHAPE:
                shape = shape._replace(form=form)
            elif kind == _LOOKS:
                is_filled = _says(content, form, *_FILLED) is not False
                shape = shape._replace(is_filled=is_filled, is_hidden=_says(content, form, *_HIDDEN) is True)
            elif kind in (_ANCHOR, _CHILD):
                shape = shape._replace(corners=self._group if kind == _CHILD else _CORNERS.unpack_from(content))
        self._shape = shape

    def take_object(self, record: Record) -> None:
        """Take what the object is whose looks came before."""
        what, self._number, flags = struct.unpack_from("<4x3H", record.data)
        shape, self._shape = self._shape, _Shape()
        self._group = shape.corners if what == _GROUP else self._group
        kind = _KINDS.get(what)
        if kind is None or flags & _OF_PROGRAM or shape.is_hidden or not shape.corners or len(self._drawn) >= LIMITS.comments:
            return
        parts = dict(_parts(record.data))
        if kind == "picture" and parts.get(_PICTURE_IS, b"\0")[0] & _CONTROL:
            kind = "control"
        covers = kind == "picture" or (kind == "shape" and (what in (_LINE, _CHART) or shape.form in _LINES or shape.is_filled))
        is_set, link = parts.get(_STATE, parts.get(_BOX, b""))[:1] == b"\x01", _cell_of(parts.get(_LINK, b""))
        self._drawn.append(_Drawn(self._number, kind, shape.corners, covers, is_set, link))

    def take_text(self, record: Record) -> None:
        """Take the text of the object before."""
        (length,) = struct.unpack_from("<10xH", record.data)
        if record.more:
            self._said[self._number] = Pieces(Record(record.kind, record.more[0], record.more[1:])).characters(length)

    def said_in(self, number: int) -> str | None:
        """Return the text of the object of a number, None where it has none."""
        return self._said.get(number)

    def texts_and_boxes(self) -> tuple[dict[tuple[int, int], str], tuple[Box, ...]]:
        """Return the texts by the cell under their upper left corner, and the controls, pictures, covers and lines."""
        texts: dict[tuple[int, int], str] = {}
        boxes: list[Box] = []
        for drawn in self._drawn:
            said = self._said.get(drawn.number, "").strip()[: LIMITS.text]
            cell = drawn.corners[2] + 1, drawn.corners[0] + 1
            if drawn.kind not in ("picture", "shape"):
                under = cell_under(drawn.corners, _ROW_PARTS, _COLUMN_PARTS)
                boxes += [Box(*under, drawn.kind, drawn.is_set, " ".join(said.split()), drawn.link)] if under is not None else []
            elif said and is_inside(*cell):
                texts[cell] = f"{texts[cell]}\n{said}" if cell in texts else said
            elif drawn.covers and is_inside(*cell):
                boxes += _row_by_row(drawn)
        return texts, tuple(boxes[: LIMITS.comments])


def _row_by_row(drawn: _Drawn) -> Iterator[Box]:
    """Yield what covers cells for each row; a corner on the edge of a cell does not reach into it."""
    left, _, top, _, right, into_column, bottom, into_row = drawn.corners
    last_row = max(bottom - (into_row == 0), top)
    last_column = max(right - (into_column == 0), left)
    for row in range(top, min(last_row, top + _MOST_ROWS) + 1):
        yield Box(row + 1, left + 1, drawn.kind, False, "", None, last_column + 1)  # noqa: FBT003 - nothing is ticked


def _pieces(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the pieces of a drawing, each with its kind and form; those that hold others are stepped into."""
    at = 0
    while at + _HEAD.size <= len(data):
        form, kind, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if form & 0xF == _CONTAINER:
            yield kind, form >> 4, b""
        else:
            yield kind, form >> 4, data[at : at + size]
            at += size


def _says(content: bytes, count: int, wanted: int, bit: int) -> bool | None:
    """Return what one property of a shape says, None where nothing is said of it."""
    for number, value in struct.iter_unpack("<HL", content[: min(count * 6, len(content) // 6 * 6)]):
        if number & 0x3FFF == wanted and value >> (16 + bit) & 1:
            return bool(value >> bit & 1)
    return None


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of an object with their kinds; a list’s own part says no true length, and nothing that is wanted comes after it."""
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def _cell_of(formula: bytes) -> tuple[int, int] | None:
    """Return the cell to which a control writes, None where there is none: its size, four bytes, and a token for one cell."""
    skipped = _REFERENCES.get(formula[_TOKEN_AT]) if len(formula) > _TOKEN_AT else None
    if skipped is None or len(formula) < _TOKEN_AT + 5 + skipped:
        return None
    row, column = struct.unpack_from("<HH", formula, _TOKEN_AT + 1 + skipped)
    return row + 1, (column & 0x3FFF) + 1
