"""One worksheet part read into a grid: the plain rows by the short cut, everything else by the XML parser."""

from __future__ import annotations

from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.grid import Grid
from ictscore.survey.sheets.keeping import Shared
from ictscore.survey.sheets.markup import guarded_parser, refuse, run
from ictscore.survey.sheets.plainrows import take_plain_rows
from ictscore.words import phrase


def read_worksheet(part: Part, name: str, shared: Shared) -> Grid:
    """Return the cells of the worksheet called ``name``."""
    grid = Grid(part, name, shared)
    rest = take_plain_rows(part, grid)
    parse_worksheet(rest, grid)
    if grid.rows and not grid.data_seen:
        refuse(part, "IO208", reason=phrase("its rows stand in the wrong place"))
    grid.settle_texts()
    return grid


def parse_worksheet(part: Part, grid: Grid) -> None:
    """Hand every element of a worksheet to ``grid``."""
    parser = guarded_parser(part)
    parser.StartElementHandler = grid.start
    parser.EndElementHandler = grid.end
    parser.CharacterDataHandler = grid.parts.append
    run(parser, part)
