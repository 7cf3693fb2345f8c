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
    append, row = events.append, ""

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == row or len(events) > _MOST_EVENTS:
            _take(grid, events, parser.intern)
        append(element)
        append(attributes)

    def start_root(element: str, attributes: dict[str, str]) -> None:
        nonlocal row
        row = f"{element.rpartition(' ')[0]} row"
        grid.start(element, attributes)
        parser.StartElementHandler = start

    parser.StartElementHandler = start_root
    parser.EndElementHandler = append
    parser.CharacterDataHandler = append
    run(parser, part)
    _take(grid, events, parser.intern)
    parser.StartElementHandler = None  # lets go of the grid, which would wait for the garbage collector
    return grid


def _take(grid: Grid, events: _Events, names: dict[str, str]) -> None:
    """Hand all ``events`` to the grid."""
    last = len(events)
    events.extend([None] * 7)
    position = 0
    while position < last:
        if grid.depth == 3 and grid.row > 0:
            position = _plain_cells(grid, events, position, names)
        event, following = events[position], events[position + 1]
        if following.__class__ is dict:
            grid.start(event, following)
            position += 2
        elif event is not None:
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
    c, v = names.get(grid.main + " c"), names.get(grid.main + " v", "")
    row, cells, formats, columns, letters = grid.row, grid.cells, grid.formats, grid.columns, common_columns()
    row_text = str(row)
    cut = -len(row_text)
    general, last, new = formats[None], grid.column, tuple.__new__
    before = len(columns)
    while events[position] is c:
        attributes = events[position + 1]
        if events[position + 2] is v and events[position + 5] is v and events[position + 6] is c and not events[position + 3]:
            value = events[position + 4]
            position += 7
        elif events[position + 2] is c and events[position + 3].__class__ is not dict:
            value = None
            position += 3
        else:
            break
        address = attributes.get("r", "")
        column = letters.get(address[:cut])
        if column is None or column <= last or address[cut:] != row_text or grid.again:
            grid.column = last
            column = grid.column_of(attributes.get("r"))
            last = grid.column
            if not column:
                continue
        else:
            last = column
            columns.append(column)
        if value is None:
            continue
        if len(attributes) == 1:
            number_format, places = general
        if len(attributes) == 1 and is_plain_number(value):
            # Straight to the tuple: a named tuple's own way takes twice as long, and this line runs for every number.
            cells[row, column] = new(Cell, (row, column, "number", value, False, number_format, places))
        else:
            grid.keep(column, attributes, value)
    grid.column = last
    return position
