"""Check boxes and other controls that are laid over a worksheet: people tick them, and no cell need know of it."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Sequence

from ictscore.errors import FileRefused
from ictscore.survey.sheets.addresses import is_inside, parse_cell
from ictscore.survey.sheets.cells import Box, BoxKind
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.package import read_relationships, target_of

# The drawing of the older kind is often no sound XML; programs that know the newer kind write this one too.
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape\s*>", re.DOTALL)
_CONTROL = re.compile(r"<x:ClientData\b[^>]*\bObjectType=[\"'](\w+)[\"']")
_FIELD = re.compile(r"<x:(Anchor|Checked|FmlaLink|Row|Column)>\s*([^<]*?)\s*</x:\1>")
_TEXT = re.compile(r"<v:textbox\b[^>]*>(.*?)</v:textbox>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_KINDS: dict[str, BoxKind] = {"Checkbox": "check", "Radio": "option", "Drop": "list", "List": "list"}
_ROW_HEIGHT, _COLUMN_WIDTH = 20, 64
"""In pixels, as a new sheet has them: where a box lies over two cells, they tell over which it lies more."""
_LONGEST = 4_000


def read_boxes(container: Container, part: str, limits: Limits) -> tuple[Box, ...]:
    """Return the controls that lie over the worksheet in ``part``; a drawing that cannot be read is passed over."""
    folder, base = posixpath.split(part)
    if posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return ()
    boxes: list[Box] = []
    try:
        for each in read_relationships(container, part, limits):
            if each.kind == "vmlDrawing" and len(boxes) < limits.comments:
                text = container.read(target_of(container, each)).data.decode("utf-8", "replace")
                boxes += _boxes_in(text)
    except FileRefused:
        return tuple(boxes)
    return tuple(boxes[: limits.comments])


def _boxes_in(drawing: str) -> Iterator[Box]:
    for found in _SHAPE.finditer(drawing):
        shape = found[0]
        control = _CONTROL.search(shape)
        kind = _KINDS.get(control[1]) if control is not None else None
        if kind is None:
            continue
        fields = dict(_FIELD.findall(shape))
        cell = _cell_under(fields.get("Anchor", ""))
        if cell is not None:
            link = parse_cell(fields.get("FmlaLink", "").rpartition("!")[2].replace("$", ""))
            yield Box(*cell, kind, fields.get("Checked") == "1", _said(shape), link)


def _said(shape: str) -> str:
    found = _TEXT.search(shape[:_LONGEST])
    return " ".join(html.unescape(_TAG.sub(" ", found[1])).split()) if found is not None else ""


def _cell_under(anchor: str) -> tuple[int, int] | None:
    """Return the cell over which a control lies; an anchor names columns and rows from 0, each with pixels: left, top, right, bottom."""
    numbers = tuple(int(each) for part in anchor.split(",") if (each := part.strip()).isdigit())
    return cell_under(numbers, _ROW_HEIGHT, _COLUMN_WIDTH) if len(numbers) == len(("left", "top", "right", "bottom")) * 2 else None


def cell_under(corners: Sequence[int], height: int, width: int) -> tuple[int, int] | None:
    """Return the cell over which a control lies, None where that is none; a row and a column have so many parts.

    >>> cell_under((4, 3, 5, 18, 4, 60, 6, 15), 20, 64), cell_under((4, 60, 5, 2, 5, 50, 5, 18), 20, 64)
    ((7, 5), (6, 6))
    """
    left, from_left, top, from_top, right, to_right, bottom, to_bottom = corners
    row = _more_of(top, from_top, bottom, to_bottom, height)
    column = left if right - left > 1 else _more_of(left, from_left, right, to_right, width)
    return (row + 1, column + 1) if is_inside(row + 1, column + 1) else None


def _more_of(first: int, offset: int, last: int, end: int, size: int) -> int:
    """Return in which of two neighbours more of a control lies; over more than two it is the one in the middle."""
    if last - first > 1:
        return (first + last) // 2
    return last if last > first and end > max(size - offset, 0) else first
