"""The way of a worksheet's elements into its grid: plain cells by a short cut, everything else one by one."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from ictscore.survey.addresses import common_columns
from ictscore.survey.cells import Cell
from ictscore.survey.container import Part
from ictscore.survey.grid import Grid, Shared
from ictscore.survey.markup import check_attributes, guarded_parser, run
from ictscore.survey.stored import is_plain_number

_MOST_EVENTS = 20_000

# What the parser reports, in order: a start is a name and a dict of attributes, an end is a name, the rest is text.
# Names are told from texts by identity: the parser reports every name as one and the same object.
_Events = list[Any]


def read_grid(part: Part, name: str, shared: Shared) -> Grid:
    """Return the grid of a worksheet.

    Ends and texts go into a list without running any Python, and one loop takes a row at a time: a function call for each of
    them would be most of the work.
    """
    parser = guarded_parser(part)
    grid = Grid(part, name, shared)
    events: _Events = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element.endswith(" row") or len(events) > _MOST_EVENTS:
            _take(grid, events, parser)
        events.append(element)
        events.append(attributes)

    parser.StartElementHandler = start
    parser.EndElementHandler = events.append
    parser.CharacterDataHandler = events.append
    run(parser, part)
    _take(grid, events, parser)
    return grid


def _take(grid: Grid, events: _Events, parser: expat.XMLParserType) -> None:
    """Hand all ``events`` to the grid."""
    names = parser.intern
    events.extend([None] * 7)
    last = len(events) - 7
    position = 0
    while position < last:
        event, following = events[position], events[position + 1]
        if following.__class__ is dict:
            if grid.depth == 3 and grid.row > 0 and (cells := _plain_cells(grid, events, position, names)) > position:
                position = cells
                continue
            grid.start(event, following)
            position += 2
            continue
        if names.get(event) is event:
            grid.end(event)
        else:
            grid.text(event)
        position += 1
    events.clear()


def _plain_cells(grid: Grid, events: _Events, position: int, names: dict[str, str]) -> int:
    """Keep the plain cells that stand one after the other at ``position``; return where they end.

    A plain cell is blank, or has one value and nothing else.
    """
    main = events[position].rpartition(" ")[0]
    c, v = names.get(f"{main} c"), names.get(f"{main} v")
    if c is None or main != grid.main:
        return position
    row, cells, formats, limits = grid.row, grid.cells, grid.formats, grid.shared.limits
    row_text = str(row)
    cut = -len(row_text)
    letters = common_columns()
    first = position
    while events[position] is c:
        attributes = events[position + 1]
        if events[position + 2] is v and events[position + 5] is v and events[position + 6] is c and not events[position + 3]:
            value, position = events[position + 4], position + 7
        elif events[position + 2] is c and events[position + 3].__class__ is not dict:
            value, position = None, position + 3
        else:
            break
        address = attributes.get("r")
        if len(attributes) > 1 or address is None:
            check_attributes(grid.part, attributes, limits)
        column = letters.get(address[:cut]) if address is not None and address[cut:] == row_text else None
        grid.count += 1
        if column is not None and column > grid.column and not grid.again:
            grid.column = column
            grid.columns.append(column)
        else:
            column = grid.column_of(address)
        if value is None or not column:
            continue
        number_format = formats.get(attributes.get("s"))
        if number_format and "t" not in attributes and is_plain_number(value):
            kind = "date" if number_format[0] == "date" else "number"
            # Straight to the tuple: a named tuple's own way takes twice as long, and this line runs for every number.
            cells[row, column] = tuple.__new__(Cell, (row, column, kind, value, False, *number_format))
        else:
            grid.keep(column, attributes, value)
    return position if position > first else first
