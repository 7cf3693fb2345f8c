"""What stands beside a worksheet in parts of its own: comments on its cells, and tables with filters."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ictscore.errors import FileRefused
from ictscore.survey.sheets.addresses import is_inside, parse_cell
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.filters import Filters
from ictscore.survey.sheets.grid import Grid
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, walk
from ictscore.survey.sheets.package import Relationship, read_relationships, target_of
from ictscore.survey.sheets.strings import unescape

Comments = Mapping[tuple[int, int], str]

_LATER = "threadedComment"  # Excel repeats these among the older kind, after a sentence about its version


def read_beside(container: Container, part: str, grid: Grid) -> Comments:
    """Return the comments on the cells of the worksheet in ``part``, and tell its filters of its tables.

    What cannot be read is left out with a warning: no answer hangs on it.
    """
    limits = grid.shared.limits
    folder, base = posixpath.split(part)
    if posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return {}
    older: dict[tuple[int, int], str] = {}
    later: dict[tuple[int, int], str] = {}
    try:
        for each in read_relationships(container, part, limits):
            if each.kind == "comments":
                _read_comments(container, each, ("comments", "commentList", "comment"), older, limits)
            elif each.kind == _LATER:
                _read_comments(container, each, ("ThreadedComments", "threadedComment"), later, limits)
            elif each.kind == "table":
                _read_table(container, each, grid.filters, limits)
    except FileRefused:
        grid.shared.found.add("IO241", grid.name)
    return {**older, **later}


def _read_comments(container: Container, pointer: Relationship, at: Path, comments: dict[tuple[int, int], str], limits: Limits) -> None:
    cell: tuple[int, int] | None = None
    pieces: list[str] = []

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        nonlocal cell
        if path == at:
            cell = parse_cell(attributes.get("ref", ""))
            pieces.clear()

    def end(path: Path, text: str) -> None:
        if path[-1] in ("t", "text") and "rPh" not in path:
            pieces.append(unescape(text))
        elif path == at and cell is not None and is_inside(*cell) and len(comments) < limits.comments:
            said = "".join(pieces).strip()[: limits.text]
            comments[cell] = f"{comments[cell]}\n{said}" if cell in comments else said

    walk(container.read(target_of(container, pointer)), start, end, limits)


def _read_table(container: Container, pointer: Relationship, filters: Filters, limits: Limits) -> None:
    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if path == ("table", "autoFilter"):
            filters.start("autoFilter", attributes)
        elif path == ("table", "autoFilter", "filterColumn"):
            filters.take_column()

    walk(container.read(target_of(container, pointer)), start, limits=limits)
