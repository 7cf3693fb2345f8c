"""The tables of a Word document in their order, and the paragraphs between them: rows of cells, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ictscore.survey.sheets.word.celltext import read_said, style_of
from ictscore.survey.sheets.word.looks import Styles
from ictscore.survey.sheets.word.said import Change, Said
from ictscore.survey.sheets.word.tree import Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
_WIDEST = 63
"""Word has no wider tables; what says it spans more is damaged, and takes no memory."""


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell: the columns of the grid it goes over, whether it belongs to the one above, and what it says."""

    first: int
    last: int
    goes_on: bool
    begins: bool
    said: Said


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of cells; ``change`` is whether a tracked change put it in or takes it out."""

    cells: tuple[WordCell, ...]
    change: Change = ""

    @property
    def mark(self) -> str:
        """Return the hidden text that says what the row is: the first there is."""
        return next((each.said.hidden for each in self.cells if each.said.hidden), "")

    @property
    def marks(self) -> dict[int, str]:
        """Return the hidden marks of columns, by the number of the cell from 1."""
        return {number: each.said.hidden for number, each in enumerate(self.cells, 1) if each.said.hidden.startswith("#")}


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; ``number`` counts from 1 through the document."""

    number: int
    rows: tuple[WordRow, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside all tables."""

    said: Said
    style: str


def content_of(body: Element, styles: Styles) -> Iterator[WordTable | Paragraph]:
    """Yield what a document holds from top to bottom."""
    number = 0
    for each in _unwrapped(body, "tbl", "p"):
        if each.tag == "tbl":
            number += 1
            yield WordTable(number, tuple(_row(row, styles) for row in _unwrapped(each, "tr")))
        else:
            yield Paragraph(read_said([each], styles), style_of(each))


def _row(row: Element, styles: Styles) -> WordRow:
    properties = row.find("trPr")
    cells: list[WordCell] = []
    column = _number(properties, "gridBefore", 0)
    for each in _unwrapped(row, "tc"):
        own = each.find("tcPr")
        span = min(_number(own, "gridSpan", 1), _WIDEST)
        merged = own.find("vMerge") if own is not None else None
        goes_on = merged is not None and merged.get("val", "continue") == "continue"
        said = read_said((child for child in each if child.tag != "tcPr"), styles, helped=True)
        cells.append(WordCell(column, column + span - 1, goes_on, merged is not None and not goes_on, said))
        column += span
    change: Change = ""
    if properties is not None:
        change = "deleted" if properties.find("del") is not None else "inserted" if properties.find("ins") is not None else ""
    return WordRow(tuple(cells), change)


def _unwrapped(parent: Element, *wanted: str) -> Iterator[Element]:
    """Yield the elements of some kinds among the children, those inside content controls too."""
    for each in parent:
        if each.tag in wanted:
            yield each
        elif each.tag in _WRAPPERS:
            yield from _unwrapped(each, *wanted)


def _number(properties: Element | None, name: str, usual: int) -> int:
    found = properties.find(name) if properties is not None else None
    text = found.get("val", "") if found is not None else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else usual  # noqa: PLR2004 - three digits are enough
