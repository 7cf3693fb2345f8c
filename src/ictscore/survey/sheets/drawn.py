"""Texts in boxes and shapes that are drawn over a worksheet: they are in no cell, and people may have answered in them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ictscore.errors import FileRefused
from ictscore.survey.sheets.addresses import is_inside
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, read_relationships, target_of
from ictscore.survey.sheets.strings import unescape

Drawn = Mapping[tuple[int, int], str]

_ANCHORS = ("twoCellAnchor", "oneCellAnchor")


def read_drawn(container: Container, part: str, limits: Limits) -> Drawn:
    """Return the texts drawn over the worksheet in ``part``, by the cell under their upper left corner.

    A drawing that cannot be read is passed over: what is in cells does not hang on it.
    """
    folder, base = posixpath.split(part)
    drawn: dict[tuple[int, int], str] = {}
    if posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return drawn
    try:
        for each in read_relationships(container, part, limits):
            if each.kind == "drawing":
                _read_drawing(container, each, drawn, limits)
    except FileRefused:
        return drawn
    return drawn


def _read_drawing(container: Container, pointer: Relationship, drawn: dict[tuple[int, int], str], limits: Limits) -> None:
    corner = {"row": 0, "col": 0}
    pieces: list[str] = []

    def start(path: Path, _attributes: Mapping[str, str]) -> None:
        if len(path) > 1 and path[-1] in _ANCHORS:
            corner.update(row=0, col=0)
            pieces.clear()

    def end(path: Path, text: str) -> None:
        if "from" in path[-2:-1] and path[-1] in corner and text.strip().isdigit():
            corner[path[-1]] = int(text) + 1
        elif path[-1] == "t" and "txBody" in path:
            pieces.append(unescape(text))
        elif path[-1] == "p" and "txBody" in path:
            pieces.append("\n")
        elif len(path) > 1 and path[-1] in _ANCHORS:
            said, cell = "".join(pieces).strip()[: limits.text], (corner["row"], corner["col"])
            if said and is_inside(*cell) and len(drawn) < limits.comments:
                drawn[cell] = f"{drawn[cell]}\n{said}" if cell in drawn else said

    walk(container.read(target_of(container, pointer)), start, end, limits)
