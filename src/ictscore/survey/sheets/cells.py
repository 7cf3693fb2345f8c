"""Cells, sheets and workbooks as plain sparse records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from ictscore.findings import Finding
from ictscore.places import Place, cell_name
from ictscore.survey.sheets.inputs import InputFile

CellKind = Literal["number", "text", "yes_no", "error", "formula_without_value", "date", "unreadable"]

NumberFormat = Literal["general", "number", "percent", "date", "text"]

BoxKind = Literal["check", "option", "list", "picture", "shape", "text", "control"]


class Box(NamedTuple):
    """A control laid over a sheet: the cell under it, whether it is ticked or chosen, its text, and the cell it writes to, if any.

    Of a picture, and of a shape that covers cells or runs through them, there is one for each row, with the last column it goes to.
    """

    row: int
    column: int
    kind: BoxKind
    is_set: bool
    text: str
    link: tuple[int, int] | None
    last_column: int = 0


class Cell(NamedTuple):
    """One cell that holds something. A named tuple, because there may be a million of them.

    ``text`` is what is stored: the digits of a number (a date's serial number, ``1``/``0`` for yes and no), the text of a text, ``#DIV/0!``
    for an error, nothing for a formula without a value. An ``unreadable`` cell has a finding that says why.
    ``shown_places`` is how many decimals its format shows; None means as many as there are. ``shown_thousands`` is how often the number
    is divided by 1000 before it is shown. ``shown_by`` is the code of a format that shows more or less than what is stored, else blank.
    ``struck`` says that what stands there is crossed out, all of it or some; ``unseen`` that it has the colour of its cell,
    ``boxed`` that a truth value is shown as a box to tick. ``ground`` is the colour that fills the cell, where one does, ``slashed`` says
    that a border runs through it from corner to corner. ``seen_as`` is the name of the font where that shows other signs for letters and
    digits, and ``*`` where what stands there is repeated until it fills the cell.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    is_formula: bool = False
    number_format: NumberFormat = "general"
    shown_places: int | None = None
    shown_thousands: int = 0
    shown_by: str = ""
    struck: bool = False
    unseen: bool = False
    boxed: bool = False
    ground: str = ""
    slashed: bool = False
    seen_as: str = ""

    @property
    def address(self) -> str:
        """Return the address people know: ``D14``."""
        return cell_name(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the cells that hold something, by row and column (from 1), and what people cannot see of it."""

    file: str
    name: str
    cells: Mapping[tuple[int, int], Cell] = field(repr=False)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    filtered_rows: frozenset[int] = frozenset()
    """The hidden rows that a filter hides: nobody hid them by hand."""
    may_look_blank: frozenset[tuple[int, int]] = frozenset()
    """The cells, by row and column, that a conditional format can hide."""
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False)
    """What people wrote beside cells, by row and column; it is no part of any cell's text."""
    drawn: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False)
    """Texts in boxes and shapes over the sheet, by the cell under their upper left corner."""

    boxes: tuple[Box, ...] = ()
    """The controls and pictures that lie over the sheet."""
    page_texts: tuple[str, ...] = ()
    """What stands in the headers and footers of its pages."""
    helped: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Lines in a Word form that look like our help, by the row and column of their cell; they are no part of its text."""
    may_look_other: frozenset[tuple[int, int]] = frozenset()
    """The cells, by row and column, that a conditional format can cross out or show as something else."""

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield each row that holds something with its cells from left to right, from top to bottom."""
        for row, keys in groupby(sorted(self.cells), key=lambda key: key[0]):
            yield row, tuple(self.cells[key] for key in keys)

    def place(self, cell: Cell) -> Place:
        """Return where ``cell`` stands."""
        return self.place_at(cell.row, cell.column)

    def place_at(self, row: int, column: int) -> Place:
        """Return the place of a cell, blank or not; what stands above the first row of a table in a document has only the table’s."""
        return Place(self.file, sheet=self.name, cell=cell_name(row, column) if row > 0 else "")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds: its sheets in order, what was found while reading, and the custom document properties.

    ``modified`` is when the file itself says it was saved last (``2020-09-30T08:15:00``), or nothing.
    """

    file: InputFile
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    texts_only: bool = False
    """Whether all its cells are texts, numbers too: so it is with CSV files and Word documents."""
    modified: str = ""
