"""Texts in boxes, pictures, covers and lines that lie over a worksheet: they are in no cell, and people may have answered in them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ictscore.errors import FileRefused
from ictscore.survey.sheets.addresses import is_inside
from ictscore.survey.sheets.cells import Box, BoxKind
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, read_relationships, target_of
from ictscore.survey.sheets.strings import unescape

Drawn = Mapping[tuple[int, int], str]

_ANCHORS = ("twoCellAnchor", "oneCellAnchor")
_FILLS = ("solidFill", "gradFill", "pattFill", "blipFill")
_WIDTH, _HEIGHT = 64 * 9525, 20 * 9525
"""A column and a row of a new sheet, in the units of drawings."""
_MOST_ROWS = 200


def read_drawn(container: Container, part: str, limits: Limits) -> tuple[Drawn, tuple[Box, ...]]:
    """Return the texts drawn over the worksheet in ``part``, by the cell under their upper left corner, and its pictures row by row.

    A drawing that cannot be read is passed over: what is in cells does not hang on it.
    """
    folder, base = posixpath.split(part)
    drawn: dict[tuple[int, int], str] = {}
    pictures: list[Box] = []
    if posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return drawn, ()
    try:
        for each in read_relationships(container, part, limits):
            if each.kind == "drawing":
                _Drawing(drawn, pictures, limits).read(container, each)
    except FileRefused:
        return drawn, ()
    return drawn, tuple(pictures)


class _Drawing:
    """Takes the anchors of one drawing."""

    def __init__(self, drawn: dict[tuple[int, int], str], pictures: list[Box], limits: Limits) -> None:
        self._drawn, self._pictures, self._limits = drawn, pictures, limits
        self._corner: dict[str, int] = {}
        self._pieces: list[str] = []
        self._has_picture = self._has_shape = False
        self._is_filled = self._is_hollow = self._is_hidden = False

    def read(self, container: Container, pointer: Relationship) -> None:
        walk(container.read(target_of(container, pointer)), self._start, self._end, self._limits)

    def _start(self, path: Path, attributes: Mapping[str, str]) -> None:
        name = path[-1]
        if len(path) > 1 and name in _ANCHORS:
            self._corner, self._has_picture, self._has_shape = {}, False, False
            self._pieces.clear()
        elif name == "pic":
            self._has_picture = True
        elif name == "sp":
            self._is_filled = self._is_hollow = self._is_hidden = False
        elif name == "cNvPr" and attributes.get("hidden") in ("1", "true"):
            self._is_hidden = True  # what shows is the control that it stands for
        elif name in ("cxnSp", "graphicFrame") or (name == "prstGeom" and attributes.get("prst") == "line"):
            self._has_shape = True
        elif path[-2:-1] == ("spPr",) and name in (*_FILLS, "noFill"):
            self._is_filled, self._is_hollow = name in _FILLS, name == "noFill"
        elif name == "fillRef" and attributes.get("idx", "0") != "0" and not self._is_hollow:
            self._is_filled = True  # as Excel draws every new shape
        elif name == "ext" and path[-2:-1] == ("oneCellAnchor",):
            size = {key: int(value) for key in ("cx", "cy") if (value := attributes.get(key, "")).isdigit()}
            self._corner |= {"wide": size.get("cx", 0) // _WIDTH, "high": size.get("cy", 0) // _HEIGHT}

    def _end(self, path: Path, text: str) -> None:
        if path[-2:-1] in (("from",), ("to",)) and path[-1] in ("row", "col") and text.strip().isdigit():
            self._corner[f"{path[-2]} {path[-1]}"] = int(text) + 1
        elif path[-2:-1] == ("to",) and path[-1] in ("rowOff", "colOff") and text.strip() == "0":
            self._corner[f"no {path[-1]}"] = 1
        elif path[-1] == "t" and "txBody" in path:
            self._pieces.append(unescape(text))
        elif path[-1] == "p" and "txBody" in path:
            self._pieces.append("\n")
        elif path[-1] == "sp":
            self._has_shape = self._has_shape or (self._is_filled and not self._is_hidden)
        elif len(path) > 1 and path[-1] in _ANCHORS:
            self._take()

    def _take(self) -> None:
        """Take what hung on an anchor."""
        corner, drawn, limits = self._corner, self._drawn, self._limits
        row, column = cell = corner.get("from row", 0), corner.get("from col", 0)
        said = "".join(self._pieces).strip()[: limits.text]
        if not is_inside(*cell):
            return
        if said and len(drawn) < limits.comments:
            drawn[cell] = f"{drawn[cell]}\n{said}" if cell in drawn else said
        if (self._has_picture or (self._has_shape and not said)) and len(self._pictures) < limits.comments:
            last_row = max(corner.get("to row", row + corner.get("high", 0)) - corner.get("no rowOff", 0), row)
            last_column = max(corner.get("to col", column + corner.get("wide", 0)) - corner.get("no colOff", 0), column)
            rows = range(row, min(last_row, row + _MOST_ROWS) + 1)
            kind: BoxKind = "picture" if self._has_picture else "shape"
            self._pictures += [Box(each, column, kind, False, "", None, last_column) for each in rows]  # noqa: FBT003 - nothing is ticked
