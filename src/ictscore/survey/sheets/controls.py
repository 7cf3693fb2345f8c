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
from ictscore.survey.sheets.named_controls import NamedControl, State, active_among, set_among
from ictscore.survey.sheets.package import read_relationships, target_of

# The drawing of the older kind is often no sound XML; programs that know the newer kind write this one too.
_SHAPE = re.compile(r"<v:shape\b.*?</v:shape\s*>", re.DOTALL)
_CONTROL = re.compile(r"<x:ClientData\b[^>]*\bObjectType=[\"'](\w+)[\"']")
_FIELD = re.compile(r"<x:(Anchor|Checked|FmlaLink|Row|Column)>\s*([^<]*?)\s*</x:\1>")
_TEXT = re.compile(r"<v:textbox\b[^>]*>(.*?)</v:textbox>", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]{1,6}")
_TAG = re.compile(r"<[^>]*>")
_KINDS: dict[str, BoxKind] = {"Checkbox": "check", "Radio": "option", "Drop": "list", "List": "list"}
_ROW_HEIGHT, _COLUMN_WIDTH = 20, 64
_PIXEL = 9525
"""In pixels, as a new sheet has them: where a box lies over two cells, they tell over which it lies more."""
_LONGEST = 4_000


def read_boxes(container: Container, part: str, named: Sequence[NamedControl], limits: Limits) -> tuple[Box, ...]:
    """Return the controls that lie over the worksheet in ``part``, which has ``named`` some of them; what cannot be read is passed over."""
    folder, base = posixpath.split(part)
    if posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return ()
    boxes: list[Box] = []
    try:
        pointers = read_relationships(container, part, limits)
        shapes: list[str] = []
        for each in pointers:
            if each.kind == "vmlDrawing" and len(boxes) < limits.comments:
                shapes += _SHAPE.findall(container.read(target_of(container, each)).data.decode("utf-8", "replace"))
        boxes += _boxes_among(shapes)
        boxes = _with_states(boxes, [*set_among(named, container, pointers, limits)])
        boxes += _active([*active_among(named, container, pointers, limits)], shapes)
    except FileRefused:
        return tuple(boxes)
    return tuple(boxes[: limits.comments])


def _boxes_among(shapes: Sequence[str]) -> Iterator[Box]:
    for shape in shapes:
        control = _CONTROL.search(shape)
        kind = _KINDS.get(control[1]) if control is not None else None
        if kind is None:
            continue
        fields = dict(_FIELD.findall(shape))
        cell = _cell_under(fields.get("Anchor", ""))
        if cell is not None:
            yield Box(*cell, kind, fields.get("Checked") == "1", _said(shape), _link(fields.get("FmlaLink", "")))


def _with_states(boxes: list[Box], states: Sequence[State]) -> list[Box]:
    """Return boxes as their own parts set them: LibreOffice says it there alone, in the same order as it draws them."""
    for control, kind in _KINDS.items():
        those = [at for at, box in enumerate(boxes) if box.kind == kind]
        said = [each for each in states if each.kind.casefold() == control.casefold()]
        if len(those) == len(said) and not any(boxes[at].is_set for at in those):
            for at, state in zip(those, said, strict=True):
                boxes[at] = boxes[at]._replace(is_set=state.is_set, link=boxes[at].link or _link(state.link))
    return boxes


def _active(controls: Sequence[NamedControl], shapes: Sequence[str]) -> Iterator[Box]:
    """Yield boxes for ActiveX controls; where the worksheet does not say where they lie, their shapes do."""
    for each in controls:
        shape = next((shape for shape in shapes if f'_x0000_s{each.shape}"' in shape), "")
        anchor = dict(_FIELD.findall(shape)).get("Anchor", "")
        cell = cell_under(each.corners, _ROW_HEIGHT * _PIXEL, _COLUMN_WIDTH * _PIXEL) if each.corners else _cell_under(anchor)
        if cell is not None:
            yield Box(*cell, "control", False, each.name, _link(each.link))  # noqa: FBT003 - whether it is set is not read


def _link(formula: str) -> tuple[int, int] | None:
    """Return the cell to which a control writes."""
    return parse_cell(formula.rpartition("!")[2].replace("$", ""))


def _said(shape: str) -> str:
    found = _TEXT.search(shape[:_LONGEST])
    return " ".join(html.unescape(_TAG.sub(" ", found[1])).split()) if found is not None else ""


def _cell_under(anchor: str) -> tuple[int, int] | None:
    """Return the cell over which a control lies; an anchor names columns and rows from 0, each with pixels: left, top, right, bottom."""
    numbers = tuple(int(each) for part in anchor.split(",") if _NUMBER.fullmatch(each := part.strip()))
    return cell_under(numbers, _ROW_HEIGHT, _COLUMN_WIDTH)


def cell_under(corners: Sequence[int], height: int, width: int) -> tuple[int, int] | None:
    """Return the cell over which a control lies, None where that is none; a row and a column have so many parts.

    LibreOffice counts parts below zero for those of the row or column before.

    >>> cell_under((4, 3, 5, 18, 4, 60, 6, 15), 20, 64), cell_under((4, 60, 5, 2, 5, 50, 5, 18), 20, 64)
    ((7, 5), (6, 6))
    """
    if len(corners) != len(("left", "top", "right", "bottom")) * 2:
        return None
    left, from_left, top, from_top, right, to_right, bottom, to_bottom = corners
    row = _more_of(top, from_top, bottom, to_bottom, height)
    column = left if right - left > 1 else _more_of(left, from_left, right, to_right, width)
    return (row + 1, column + 1) if is_inside(row + 1, column + 1) else None


def _more_of(first: int, offset: int, last: int, end: int, size: int) -> int:
    """Return in which of two neighbours more of a control lies; over more than two it is the one in the middle."""
    if last - first > 1:
        return (first + last) // 2
    return last if last > first and end > max(size - offset, 0) else first
