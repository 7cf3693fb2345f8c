"""The sheets of an OpenDocument spreadsheet, element by element; what is repeated without holding anything costs nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from ictscore.places import cell_name
from ictscore.survey.sheets.addresses import is_inside
from ictscore.survey.sheets.cells import Cell, CellKind
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.fontedtext import FontedText, Fonts
from ictscore.survey.sheets.limits import LAST_COLUMN, Limits
from ictscore.survey.sheets.markup import check_attributes, guarded_parser, refuse, run
from ictscore.survey.sheets.ods.counts import repeats, spans
from ictscore.survey.sheets.ods.drawings import Passed
from ictscore.survey.sheets.ods.names import TABLE, VALUE_TYPE, short
from ictscore.survey.sheets.ods.styles import Styles
from ictscore.survey.sheets.ods.table import Table, begin_table
from ictscore.survey.sheets.ods.texts import CellText
from ictscore.survey.sheets.ods.values import meaning_of_cell
from ictscore.survey.sheets.stored import changes_by_itself
from ictscore.words import phrase

_HIDDEN = ("collapse", "filter")
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_FILE = re.compile(r"'(?:file|https?|smb|ftp):", re.IGNORECASE)


class Content:
    """Takes the elements of a content part."""

    def __init__(self, part: Part, styles: Styles, found: Collector, limits: Limits) -> None:
        """Prepare to read ``part``; its own styles join ``styles``."""
        self.tables: list[Table] = []
        self._part, self._styles, self._found, self._limits = part, styles, found, limits
        self._depth = self._elements = self._values = self._in_sheet = self._count = 0
        self._body = False
        self._table: Table | None = None
        self._row = self._column = self._repeated = 1
        self._row_cells: list[tuple[int, Cell]] = []
        self._row_maps: list[tuple[int, tuple[tuple[str, str], ...]]] = []
        self._row_style = ""
        self._column_ends: list[int] = []
        self._column_styles: list[str] = []
        self._cell: Mapping[str, str] | None = None
        self._text = self._comment = CellText(styles, limits)
        self._passed: Passed | None = None
        self._in_comment = False
        self._fonts = Fonts()

    def read(self) -> list[Table]:
        """Return the sheets."""
        parser = guarded_parser(self._part)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        run(parser, self._part)
        return self.tables

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._guard(attributes)
        local = short(name)
        if self._passed is not None:
            self._passed.start(local, attributes)
        elif not self._body:
            self._body = local == "office:body"
            self._styles.start(local, attributes)
        elif self._cell is not None:
            self._start_inside(local, attributes)
        elif local in _CELLS and self._table is not None:
            self._cell, self._text, self._comment = attributes, CellText(self._styles, self._limits), CellText(self._styles, self._limits)
        elif local == "table:table-row" and self._table is not None:
            self._start_row(attributes)
        elif local == "table:table-column" and self._table is not None:
            self._take_columns(self._table, attributes)
        elif local == "table:table" and self._table is None:
            self._table, self._row, self._column = begin_table(attributes, self._styles), 1, 1
            self._column_ends, self._column_styles = [], []
        elif local == "table:tracked-changes":
            self._passed = Passed()
        elif self._table is not None:
            self._start_beside(self._table, local, attributes)

    def _start_beside(self, table: Table, local: str, attributes: Mapping[str, str]) -> None:
        """Take what stands in a table beside its rows."""
        if local.startswith("calcext:"):
            table.conditions.start(local, attributes)
        elif local in ("table:shapes", "office:forms"):
            self._begin_drawing(table, local, attributes, (1, 1))

    def _begin_drawing(self, table: Table, local: str, attributes: Mapping[str, str], cell: tuple[int, int]) -> None:
        """Pass over something that is in no cell, and hangs on one or on the sheet."""
        table.drawings.begin(*cell, on_sheet=local in ("table:shapes", "office:forms"))
        table.drawings.start(local, attributes)
        self._passed = Passed(table.drawings)

    def _start_inside(self, local: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element inside a cell: of its text, or of the comment beside it."""
        if local == "office:annotation":
            self._in_comment = True
        elif local.startswith("text:") and local != "text:ruby-text":
            (self._comment if self._in_comment else self._text).start(local, attributes)
        elif not self._in_comment and self._table is not None:
            self._begin_drawing(self._table, local, attributes, (self._row, self._column))

    def _end(self, name: str) -> None:
        self._depth -= 1
        local = short(name)
        if self._passed is not None:
            self._passed = None if self._passed.ends(local) else self._passed
        elif not self._body:
            self._styles.end(local)
        elif local == "office:annotation":
            self._in_comment = False
        elif self._cell is not None and local in _CELLS:
            self._end_cell(self._cell)
        elif self._cell is not None:
            (self._comment if self._in_comment else self._text).end(local)
        elif local == "table:table-row" and self._table is not None:
            self._end_row(self._table)
        elif local == "table:table" and self._table is not None:
            self.tables.append(self._table)
            self._table = None

    def _characters(self, data: str) -> None:
        if not self._body:
            self._styles.characters(data)
        elif self._passed is not None:
            self._passed.characters(data)
        elif self._cell is not None:
            (self._comment if self._in_comment else self._text).characters(data)

    def _guard(self, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        limits = self._limits
        if self._depth > limits.depth:
            refuse(self._part, "IO204", limit=limits.depth)
        if self._elements > limits.elements + 2 * limits.cells:
            refuse(self._part, "IO206", limit=limits.elements, what=phrase("elements"))
        check_attributes(self._part, attributes, limits)

    def _take_columns(self, table: Table, attributes: Mapping[str, str]) -> None:
        first, last = self._column, min(self._column + repeats(attributes, "columns") - 1, LAST_COLUMN)
        self._column = last + 1
        style = attributes.get(f"{TABLE} style-name", "")
        if attributes.get(f"{TABLE} visibility") in _HIDDEN or self._styles.has_no_size("table-column", style):
            table.hidden_columns.update(range(first, last + 1))
        if first <= last:
            self._column_ends.append(last)
            self._column_styles.append(attributes.get(f"{TABLE} default-cell-style-name", ""))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        assert self._table is not None
        self._column, self._row_cells, self._row_maps = 1, [], []
        self._repeated = repeats(attributes, "rows")
        self._row_style = attributes.get(f"{TABLE} default-cell-style-name", "")
        rows = range(self._row, self._row + self._repeated)
        visibility = attributes.get(f"{TABLE} visibility")
        style = attributes.get(f"{TABLE} style-name", "")
        if visibility in _HIDDEN or self._styles.has_no_size("table-row", style):
            self._table.hidden_rows.append(rows)
        if visibility == "filter":
            self._table.filtered_rows.append(rows)

    def _end_row(self, table: Table) -> None:
        if self._row_cells:
            self._in_sheet += self._repeated
            self._limit(self._in_sheet, self._limits.rows, "rows")
            self._limit(self._values + self._repeated * len(self._row_cells), self._limits.values, "cells with values")
            for row in range(self._row, self._row + self._repeated):
                for column, cell in self._row_cells:
                    if is_inside(row, column):
                        table.cells[row, column] = cell._replace(row=row, column=column)
                    else:
                        self._found.add("IO305", table.name, f"{row}:{row}", read=cell_name(row, column))
                for column, mapped in self._row_maps:
                    table.conditions.take(row, column, mapped)
            self._values += self._repeated * len(self._row_cells)
        self._row += self._repeated

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        assert self._table is not None
        self._cell = None
        repeated, column, row = repeats(attributes, "columns"), self._column, self._row
        self._column += repeated
        self._take_beside(self._table, attributes, row, column)
        style = attributes.get(f"{TABLE} style-name") or self._row_style or self._column_style(column)
        cell = self._understood(attributes, style, column)
        if cell is None:
            return
        self._limit(self._values + len(self._row_cells) + repeated, self._limits.values, "cells with values")
        self._row_cells += [(each, cell) for each in range(column, column + repeated)]
        if mapped := self._styles.maps_of(style):
            self._row_maps += [(each, mapped) for each in range(column, column + repeated)]

    def _take_beside(self, table: Table, attributes: Mapping[str, str], row: int, column: int) -> None:
        """Take a cell's comment, and the cells it is merged with."""
        comment = self._comment.text()
        if comment.strip() and len(table.comments) < self._limits.comments and is_inside(row, column):
            table.comments[row, column] = comment.strip()[: self._limits.text]
        across, down = (spans(attributes, each) for each in ("columns", "rows"))
        if across > 1 or down > 1:
            self._count += 1
            self._limit(self._count, self._limits.merged_cells, "cells")
            table.merged.append(f"{cell_name(row, column)}:{cell_name(row + down - 1, column + across - 1)}")

    def _column_style(self, column: int) -> str:
        index = bisect_left(self._column_ends, column)
        return self._column_styles[index] if index < len(self._column_styles) else ""

    def _understood(self, attributes: Mapping[str, str], style: str, column: int) -> Cell | None:
        """Return what a cell holds, or None when it is blank."""
        assert self._table is not None
        formula = attributes.get(f"{TABLE} formula")
        text = self._text.text()
        kind = attributes.get(VALUE_TYPE, "string" if text else "")
        if not kind and formula is None:
            return None
        number_format = self._styles.format_of(style)
        if self._text.struck:
            number_format = number_format._replace(struck=True)
        if not kind:
            return Cell(self._row, column, "formula_without_value", "", True, *number_format)  # noqa: FBT003 - it is a formula
        meaning = meaning_of_cell(kind, attributes, text, formula, self._limits)
        address = cell_name(self._row, column)
        if meaning.code:
            self._found.add(meaning.code, self._table.name, address, read=meaning.read, limit=self._limits.text)
            return Cell(self._row, column, "unreadable", "")
        if formula and (changes_by_itself(formula) or _FILE.search(formula)):
            self._found.add("IO315", self._table.name, address, read=shown(formula.removeprefix("of:")))
        if meaning.kind == "text" and not meaning.text and formula is None:
            return None
        stored = meaning.text
        font = self._styles.old_font_of("table-cell", style)
        if meaning.kind == "text" and (font or isinstance(stored, FontedText)):
            stored = self._fonts.give(stored, font or self._styles.font_of("table-cell", style))
        found: CellKind = "date" if meaning.kind == "number" and number_format.kind == "date" else meaning.kind
        return Cell(self._row, column, found, stored, formula is not None, *number_format)

    def _limit(self, count: int, limit: int, what: str) -> None:
        if count > limit:
            refuse(self._part, "IO206", limit=limit, what=_WHAT[what])


_WHAT = {"rows": phrase("rows"), "cells": phrase("cells"), "cells with values": phrase("cells with values")}
