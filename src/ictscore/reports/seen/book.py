"""What a results workbook shows beside the values of its cells, read from its parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.reports.seen.looks import Look
from ictscore.reports.seen.sheet import SheetSeen, read_sheet_seen
from ictscore.reports.seen.styles import read_looks
from ictscore.survey.sheets.container import Container, Part
from ictscore.survey.sheets.inputfile import InputFile
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.markup import Path, main_name, walk
from ictscore.survey.sheets.package import Relationship, read_relationships, target_of

Anchor = tuple[int, int]

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_COLOURS = {"dk1": ("windowText", "000000"), "lt1": ("window", "FFFFFF")}


@dataclass(slots=True)
class BookSeen:
    """A workbook: its sheets by name and in order, its names, its looks, and what was drawn over each sheet, by its upper left corner."""

    looks: tuple[Look, ...] = ()
    sheets: dict[str, SheetSeen] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    drawn: dict[str, list[Anchor]] = field(default_factory=dict)
    has_macros: bool = False
    hides_tabs: bool = False
    other_theme: bool = False


def read_seen(file: InputFile, limits: Limits) -> BookSeen:
    """Return what a results workbook shows. Raises FileRefused where it cannot be read."""
    container = Container(file, limits)
    main = next(target_of(container, each) for each in read_relationships(container, "", limits) if each.kind == "officeDocument")
    pointers = read_relationships(container, main, limits)
    book, sheets = _book(container.read(main), limits)
    parts = {each.kind: target_of(container, each) for each in pointers if each.kind in {"styles", "sharedStrings", "theme"}}
    book.looks = read_looks(container.read(parts["styles"]), limits) if "styles" in parts else ()
    book.other_theme = "theme" in parts and _other_theme(container.read(parts["theme"]), limits)
    book.has_macros = any(name.lower().endswith("vbaproject.bin") for name in container.names())
    pieces = _pieces(container.read(parts["sharedStrings"]), limits) if "sharedStrings" in parts else frozenset[str]()
    by_id = {each.id: each for each in pointers}
    for name, pointer in sheets.items():
        if pointer in by_id and by_id[pointer].kind == "worksheet":
            part = target_of(container, by_id[pointer])
            book.sheets[name] = read_sheet_seen(container.read(part), pieces, limits)
            book.drawn[name] = _drawn(container, part, book.sheets[name], limits)
    return book


def _book(part: Part, limits: Limits) -> tuple[BookSeen, dict[str, str]]:
    book, sheets = BookSeen(), dict[str, str]()
    scopes: list[tuple[str, str]] = []

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if path == ("workbook", "sheets", "sheet"):
            book.order.append(attributes.get("name", ""))
            sheets[attributes.get("name", "")] = next((value for key, value in attributes.items() if key.endswith(" id")), "")
        elif path == ("workbook", "bookViews", "workbookView"):
            book.hides_tabs = attributes.get("showSheetTabs", "1") in {"0", "false"}
        elif path == ("workbook", "definedNames", "definedName"):
            scopes.append((attributes.get("name", ""), attributes.get("localSheetId", "")))

    def end(path: Path, text: str) -> None:
        if path == ("workbook", "definedNames", "definedName"):
            name, scope = scopes[-1]
            sheet = book.order[int(scope)] if scope.isdecimal() and int(scope) < len(book.order) else ""
            book.names[name, sheet] = text

    walk(part, start, end, limits, main_name)
    return book, sheets


def _pieces(part: Part, limits: Limits) -> frozenset[str]:
    """Return which shared texts are formatted piece by piece, by number."""
    count, found = -1, set[str]()

    def start(path: Path, _attributes: Mapping[str, str]) -> None:
        nonlocal count
        if path == ("sst", "si"):
            count += 1
        elif path[-1] == "rPr":
            found.add(str(count))

    walk(part, start, limits=limits, named=main_name)
    return frozenset(found)


def _other_theme(part: Part, limits: Limits) -> bool:
    """Return whether the theme gives another colour for texts, or for what lies behind them, than black and white."""
    others: list[str] = []

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        usual = _COLOURS.get(path[-2]) if len(path) > 1 else None
        if usual is not None and attributes.get("lastClr", attributes.get("val", "")).upper() not in {usual[1], usual[0].upper()}:
            others.append(path[-2])

    walk(part, start, limits=limits)
    return bool(others)


def _drawn(container: Container, part: str, sheet: SheetSeen, limits: Limits) -> list[Anchor]:
    """Return the upper left corners of what is drawn over a sheet, rows and columns from 1."""
    folder, base = posixpath.split(part)
    if not sheet.drawings or posixpath.join(folder, "_rels", f"{base}.rels") not in container:
        return []
    wanted: list[Relationship] = [each for each in read_relationships(container, part, limits) if each.id in sheet.drawings]
    return [corner for each in wanted for corner in _corners(container.read(target_of(container, each)), limits)]


def _corners(part: Part, limits: Limits) -> list[Anchor]:
    corners: list[Anchor] = []
    at = {"row": 1, "col": 1}

    def start(path: Path, _attributes: Mapping[str, str]) -> None:
        if len(path) > 1 and path[-1] in _ANCHORS:
            at.update(row=1, col=1)

    def end(path: Path, text: str) -> None:
        if path[-2:-1] == ("from",) and path[-1] in at and text.strip().isdecimal():
            at[path[-1]] = int(text) + 1
        elif len(path) > 1 and path[-1] in _ANCHORS:
            corners.append((at["row"], at["col"]))

    walk(part, start, end, limits)
    return corners
