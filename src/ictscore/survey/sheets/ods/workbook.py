"""An OpenDocument spreadsheet's bytes read into sheets of cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ictscore.errors import FileRefused
from ictscore.garbage import collector_resting
from ictscore.survey.sheets.cells import Sheet, Workbook
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.container import Container, Part
from ictscore.survey.sheets.fontedtext import settle_fonts
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LIMITS, Limits
from ictscore.survey.sheets.markup import Path, refuse, walk
from ictscore.survey.sheets.merges import check_merges
from ictscore.survey.sheets.ods.content import Content
from ictscore.survey.sheets.ods.names import META
from ictscore.survey.sheets.ods.styles import Styles
from ictscore.survey.sheets.ods.table import Table
from ictscore.words import phrase

_KIND = b"opendocument.spreadsheet"
_TEXT = b"application/vnd.oasis.opendocument.text"
_MACROS = ("Basic/", "Scripts/")
_MANIFEST = "META-INF/manifest.xml"


def read_ods(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return what an .ods file holds; raise FileRefused when it cannot be read whole."""
    with collector_resting():
        return _read(file, limits)


def read_flat(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return what a spreadsheet in one XML file (.fods) holds."""
    with collector_resting():
        part = Part(file.name, file.path.name, file.data)
        found = Collector(file.name, limits.findings_of_a_kind)
        sheets = _sheets(part, Styles(), found, limits)
        return Workbook(file, sheets, found.findings(), read_properties(part, found, limits))


def _read(file: InputFile, limits: Limits) -> Workbook:
    container = Container(file, limits)
    found = Collector(file.name, limits.findings_of_a_kind)
    kind = container.read("mimetype").data
    if _TEXT in kind:
        raise container.refusal("IO150", what=phrase("an OpenDocument text (.odt)"))
    if _KIND not in kind:
        raise container.refusal("IO106", what=phrase("an OpenDocument file"))
    if _MANIFEST in container:
        _refuse_encrypted(container, limits)
    if any(name.startswith(_MACROS) for name in container.names()):
        found.add("IO138")
    styles = Styles()
    if "styles.xml" in container:
        Content(container.read("styles.xml"), styles, found, limits).read()
    else:
        found.add("IO213")
    sheets = _sheets(container.read("content.xml"), styles, found, limits)
    properties = read_properties(container.read("meta.xml"), found, limits) if "meta.xml" in container else {}
    return Workbook(file, sheets, found.findings(), properties)


def _refuse_encrypted(container: Container, limits: Limits) -> None:
    def start(path: Path, _: Mapping[str, str]) -> None:
        if path[-1] == "encryption-data":
            raise container.refusal("IO108")

    walk(container.read(_MANIFEST), start, limits=limits)


def _sheets(part: Part, styles: Styles, found: Collector, limits: Limits) -> tuple[Sheet, ...]:
    names: set[str] = set()
    sheets: list[Sheet] = []
    for table in Content(part, styles, found, limits).read():
        if table.name.casefold() in names:
            refuse(part, "IO210", name=shown(table.name))
        names.add(table.name.casefold())
        settle_fonts(table.cells, table.name, found)
        check_merges(table.name, table.merged, table.cells, found, limits)
        sheets.append(_sheet(part.file, table, styles))
    if not sheets:
        refuse(part, "IO209")
    return tuple(sheets)


def _sheet(file: str, table: Table, styles: Styles) -> Sheet:
    hidden, filtered = table.cut(table.hidden_rows), table.cut(table.filtered_rows)
    columns = frozenset(table.hidden_columns)
    doubtful = table.conditions.cells_among(table.cells, styles.hides)
    painted = table.conditions.settle(table.cells, styles.look_of)
    doubtful |= painted.blank
    sheet = Sheet(file, table.name, table.cells, table.hidden, hidden, columns, tuple(table.merged), filtered, doubtful, table.comments)
    sheet = replace(sheet, may_look_other=painted.otherwise, page_texts=table.page_texts)
    return replace(sheet, drawn=table.drawings.texts, boxes=tuple(table.drawings.boxes))


def read_properties(part: Part, found: Collector, limits: Limits) -> Mapping[str, str]:
    """Return the properties people (or we) gave the document, as text; none, with a warning, when they cannot be read."""
    properties: dict[str, str] = {}
    name = ""

    def start(path: Path, attributes: Mapping[str, str]) -> None:
        nonlocal name
        if path[-2:] == ("meta", "user-defined"):
            name = attributes.get(f"{META} name", "")

    def end(path: Path, text: str) -> None:
        if path[-2:] == ("meta", "user-defined") and name:
            properties[name] = text

    try:
        walk(part, start, end, limits)
    except FileRefused:
        found.add("IO215")
        return {}
    return properties
