"""A workbook's bytes read into sheets of cells: the one way in for .xlsx files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ictscore.garbage import collector_resting
from ictscore.survey.sheets.beside import Comments, read_beside
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.conditional_looks import settle_looks
from ictscore.survey.sheets.container import Container
from ictscore.survey.sheets.controls import read_boxes
from ictscore.survey.sheets.days import count_from_1900
from ictscore.survey.sheets.drawn import read_drawn
from ictscore.survey.sheets.grid import Grid
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.keeping import Shared
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, refuse, walk
from ictscore.survey.sheets.merges import check_merges
from ictscore.survey.sheets.package import Relationship, check_content_types, read_relationships, target_of
from ictscore.survey.sheets.properties import read_modified, read_properties
from ictscore.survey.sheets.strings import Texts, read_strings
from ictscore.survey.sheets.stylesheet import Styles, read_styles
from ictscore.survey.sheets.worksheet import read_worksheet
from ictscore.words import Phrase, phrase

_NOT_WORKSHEETS = {
    "chartsheet": phrase("a chart"),
    "dialogsheet": phrase("a dialog"),
    "xlMacrosheet": phrase("a macro sheet"),
    "xlIntlMacrosheet": phrase("a macro sheet"),
}
_YES = frozenset({"1", "true"})


class _Entry(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    relationship: str


class _Book(NamedTuple):
    """The workbook part: its sheets, why its formulas may be out of date, if they may, and whether it counts days from 1904."""

    entries: tuple[_Entry, ...]
    stale: Phrase | None
    from_1904: bool


def read_workbook(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return what an .xlsx file holds; raise FileRefused when it cannot be read whole."""
    with collector_resting():
        return _read(file, limits)


def _read(file: InputFile, limits: Limits) -> Workbook:
    container = Container(file, limits)
    found = Collector(file.name, limits.findings_of_a_kind)
    check_content_types(container, limits)
    top = read_relationships(container, "", limits)
    main = _only(container, top, "officeDocument")
    if main is None:
        raise container.refusal("IO208", part="_rels/.rels", reason=phrase("it names no workbook"))
    book = _read_book(container, main, limits)
    pointers = read_relationships(container, main, limits)
    strings = _only(container, pointers, "sharedStrings")
    styles = _read_styles(container, pointers, found, limits)
    texts = read_strings(container.read(strings), limits, all_fonts=bool(styles.old_fonts)) if strings else Texts([])
    shared = Shared(texts.texts, styles.formats, found, limits, old_fonts=styles.old_fonts, old_runs=texts.old_fonts)
    shared = shared._replace(hiding=styles.hiding, looks=styles.looks)
    if any(name.lower().endswith("vbaproject.bin") for name in container.names()):
        found.add("IO138")
    sheets = _read_sheets(container, book, pointers, shared)
    _warn_of_stale(book, sheets, found)
    properties = read_properties(container, top, found, limits)
    return Workbook(file, sheets, found.findings(), properties, modified=read_modified(container, top, limits))


def _only(container: Container, relationships: tuple[Relationship, ...], kind: str) -> str | None:
    """Return the name of the one part of a kind, or None when there is none."""
    targets = [target_of(container, each) for each in relationships if each.kind == kind]
    if len(targets) > 1:
        raise container.refusal("IO208", part=targets[1], reason=phrase("there is more than one part of the kind {kind}", kind=kind))
    return targets[0] if targets else None


def _read_book(container: Container, name: str, limits: Limits) -> _Book:
    part = container.read(name)
    entries: list[_Entry] = []
    calculation: dict[str, str] = {}
    dates: list[bool] = []

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        if len(path) == 1 and path != ("workbook",):
            refuse(part, "IO208", reason=phrase("it is no workbook"))
        if path == ("workbook", "sheets", "sheet"):
            pointer = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            entries.append(_Entry(attributes.get("name", ""), hidden, pointer))
        elif path == ("workbook", "workbookPr"):
            dates.append(attributes.get("date1904") in _YES)
        elif path == ("workbook", "calcPr"):
            calculation.update(attributes)

    walk(part, start, limits=limits)
    stale = None
    if calculation.get("fullCalcOnLoad") in ("1", "true"):
        stale = phrase("the program that wrote the file left them to be calculated")
    elif calculation.get("calcMode") == "manual":
        stale = phrase("the workbook is set to calculate by hand")
    return _Book(tuple(entries), stale, any(dates))


def _read_styles(container: Container, pointers: tuple[Relationship, ...], found: Collector, limits: Limits) -> Styles:
    name = _only(container, pointers, "styles")
    if name is None or name not in container:
        found.add("IO213")
        return Styles()
    return read_styles(container.read(name), limits)


def _read_sheets(container: Container, book: _Book, pointers: tuple[Relationship, ...], shared: Shared) -> tuple[Sheet, ...]:
    by_id = {each.id: each for each in pointers}
    names: set[str] = set()
    parts: dict[str, str] = {}
    sheets: list[Sheet] = []
    for entry in book.entries:
        if entry.name.casefold() in names:
            raise container.refusal("IO210", name=shown(entry.name))
        names.add(entry.name.casefold())
        pointer = by_id.get(entry.relationship)
        if pointer is None:
            raise container.refusal("IO201", part=shown(entry.name))
        if pointer.kind in _NOT_WORKSHEETS:
            shared.found.add("IO212", entry.name, what=_NOT_WORKSHEETS[pointer.kind])
            continue
        part = target_of(container, pointer)
        if part.casefold() in parts:
            raise container.refusal("IO211", first=shown(parts[part.casefold()]), second=shown(entry.name), part=shown(part))
        parts[part.casefold()] = entry.name
        grid = read_worksheet(container.read(part), entry.name, shared)
        if book.from_1904:
            count_from_1900(grid.cells, entry.name, shared.found)
        check_merges(entry.name, grid.merged, grid.cells, shared.found, shared.limits)
        comments = read_beside(container, part, grid)
        drawn, pictures = read_drawn(container, part, shared.limits)
        boxes = (*read_boxes(container, part, grid.controls.controls(grid.parts), shared.limits), *pictures)
        sheets.append(replace(_sheet(container, entry, grid, comments), drawn=drawn, boxes=boxes))
        shared = grid.shared_after()
    if not sheets:
        raise container.refusal("IO209")
    return tuple(sheets)


def _sheet(container: Container, entry: _Entry, grid: Grid, comments: Comments) -> Sheet:
    hidden_rows, hidden_columns = frozenset(grid.hidden_rows), frozenset(grid.hidden_columns)
    filtered = grid.filters.rows_among(hidden_rows)
    hidden = grid.conditionals.cells_among(grid.cells.values(), grid.parts) | grid.extended.cells_among(grid.cells.values(), grid.parts)
    painted = settle_looks(grid.cells, [*grid.conditionals.changing(grid.parts), *grid.extended.changing()])
    return Sheet(
        container.file,
        entry.name,
        grid.cells,
        entry.hidden,
        hidden_rows,
        hidden_columns,
        tuple(grid.merged),
        filtered,
        may_look_blank=hidden | painted.blank,
        may_look_other=painted.otherwise,
        comments=comments,
        page_texts=grid.page.texts(),
    )


def _warn_of_stale(book: _Book, sheets: tuple[Sheet, ...], found: Collector) -> None:
    """Warn once, at the first formula with a value, when the values may not be those Excel would show."""
    if book.stale is None:
        return
    for sheet in sheets:
        for cell in sheet.cells.values():
            if cell.is_formula and cell.kind != "formula_without_value":
                found.add("IO214", sheet.name, cell.address, reason=book.stale)
                return
