"""What a worksheet part says beside the values of its cells: styles, sizes, the printed page, and what was laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ictscore.survey.sheets.addresses import parse_cell, parse_row
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.limits import LAST_COLUMN, Limits
from ictscore.survey.sheets.markup import Path, main_name, walk

Position = tuple[int, int]

_DIRECT, _EXTENSION = 2, 4
"""How deep elements stand in the worksheet, and in one of its extensions."""
_TEXTS = frozenset({"s", "str", "inlineStr"})
_NO = frozenset({"", "0", "false", "none"})
_HARMLESS = frozenset({
    "sheetData", "cols", "dimension", "sheetCalcPr", "sheetProtection", "protectedRanges", "mergeCells", "phoneticPr", "printOptions",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "webPublishItems", "sortState", "sheetPr",
    "sheetViews", "sheetFormatPr", "autoFilter", "hyperlinks", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing",
    "extLst",
})  # fmt: skip
"""What stands in a worksheet without laying anything over its cells, or is looked at more closely."""
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_VIEWS = {"showFormulas": False, "showZeros": True, "rightToLeft": False}
"""What a view shows unless it says otherwise."""
DEFAULT_HEIGHT, DEFAULT_WIDTH = 15.0, 8.43


@dataclass(slots=True)
class SheetSeen:
    """What a worksheet says; rows and columns count from 1.

    ``cells`` are the styles of its cells; ``texts`` the cells with a text, be it of no length; ``pieces`` those with one formatted piece by
    piece. ``others`` names the elements that ours never have. ``start`` is the first cell in sight of a frozen view.
    """

    cells: dict[Position, int] = field(default_factory=dict)
    texts: set[Position] = field(default_factory=set)
    pieces: set[Position] = field(default_factory=set)
    heights: dict[int, float] = field(default_factory=dict)
    default_height: float = DEFAULT_HEIGHT
    no_height: bool = False
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = DEFAULT_WIDTH
    margins: dict[str, str] = field(default_factory=dict)
    in_use: set[str] = field(default_factory=lambda: {"oddHeader", "oddFooter"})
    views: set[str] = field(default_factory=set)
    start: Position = (1, 1)
    frozen: Position = (0, 0)
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    notes: bool = False
    scale: float = 100.0
    fits: bool = False
    sizes: tuple[str, ...] = ()


class SheetReader:
    """Takes the elements of a worksheet, in order."""

    def __init__(self, pieces: frozenset[str]) -> None:
        """Begin; ``pieces`` are the shared texts formatted piece by piece, by number."""
        self.seen = SheetSeen()
        self._pieces = pieces
        self._row = 0
        self._cell: Position | None = None
        self._kind = ""

    def start(self, path: Path, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        name = path[-1]
        if path[1:2] == ("sheetData",):
            self._in_data(name, attributes)
        elif path[1:2] == ("extLst",):
            self._in_extensions(path, name)
        elif len(path) == _DIRECT:
            self._direct(name, attributes)
        else:
            self._below(name, attributes)

    def end(self, path: Path, text: str) -> None:
        """Take the end of an element."""
        if path[-1] in _MARGINS:
            self.seen.margins[path[-1]] = text
        elif path[-1] == "v" and self._kind == "s" and text in self._pieces and self._cell is not None:
            self.seen.pieces.add(self._cell)

    def _in_data(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._cell = parse_cell(attributes.get("r", ""))
            self._kind = attributes.get("t", "n")
            if self._cell is not None:
                self.seen.cells[self._cell] = int(attributes["s"]) if attributes.get("s", "").isdecimal() else 0
        elif name == "row":
            self._row = parse_row(attributes.get("r", "")) or self._row + 1
            if "ht" in attributes:
                self.seen.heights[self._row] = _size(attributes["ht"], DEFAULT_HEIGHT)
        elif name in {"v", "is"} and self._kind in _TEXTS and self._cell is not None:
            self.seen.texts.add(self._cell)
        elif name == "r" and self._cell is not None:
            self.seen.pieces.add(self._cell)

    def _direct(self, name: str, attributes: Mapping[str, str]) -> None:
        seen = self.seen
        if name == "sheetFormatPr":
            seen.default_height = _size(attributes.get("defaultRowHeight", ""), DEFAULT_HEIGHT)
            seen.default_width = _size(attributes.get("defaultColWidth", ""), DEFAULT_WIDTH)
            seen.no_height = attributes.get("zeroHeight", "") not in _NO
        elif name == "pageSetup":
            seen.scale = _size(attributes.get("scale", ""), 100.0)
            asked = (attributes.get("orientation", ""), attributes.get("fitToWidth", "1"), attributes.get("fitToHeight", "1"))
            seen.sizes = (*asked, attributes.get("paperSize", ""))
        elif name == "headerFooter":
            pairs = {"differentOddEven": ("evenHeader", "evenFooter"), "differentFirst": ("firstHeader", "firstFooter")}
            seen.in_use.update(each for key, names in pairs.items() if attributes.get(key, "") not in _NO for each in names)
        elif name == "drawing":
            seen.drawings += [value for key, value in attributes.items() if key.endswith(" id")]
        elif name == "legacyDrawing":
            seen.notes = True
        elif name not in _HARMLESS and attributes.get("count") != "0":
            seen.others.append(name)

    def _below(self, name: str, attributes: Mapping[str, str]) -> None:
        seen = self.seen
        match name:
            case "col":
                first, last = (parse_row(attributes.get(key, "")) or 0 for key in ("min", "max"))
                if "width" in attributes:
                    seen.widths |= dict.fromkeys(range(first, min(last, LAST_COLUMN) + 1), _size(attributes["width"], DEFAULT_WIDTH))
            case "sheetView":
                seen.views |= {key for key, usual in _VIEWS.items() if key in attributes and (attributes[key] not in _NO) is not usual}
                seen.start = parse_cell(attributes.get("topLeftCell", "A1")) or (1, 1)
            case "pane" if attributes.get("state", "split").startswith("frozen"):
                seen.frozen = int(_size(attributes.get("ySplit", ""), 0)), int(_size(attributes.get("xSplit", ""), 0))
            case "hyperlink":
                target = attributes.get("location", "") + next(
                    (f"#{value}" for key, value in attributes.items() if key.endswith(" id")), ""
                )
                seen.links[attributes.get("ref", "")] = target, attributes.get("tooltip", "")
            case "pageSetUpPr":
                seen.fits = attributes.get("fitToPage", "") not in _NO
            case "filterColumn":
                seen.others.append("filterColumn")

    def _in_extensions(self, path: Path, name: str) -> None:
        if len(path) == _EXTENSION:
            self.seen.others.append(name)


def read_sheet_seen(part: Part, pieces: frozenset[str], limits: Limits) -> SheetSeen:
    """Return what a worksheet part says beside the values of its cells."""
    reader = SheetReader(pieces)
    walk(part, reader.start, reader.end, limits, main_name)
    return reader.seen


def _size(text: str, default: float) -> float:
    try:
        return float(text[:20])
    except ValueError:
        return default
