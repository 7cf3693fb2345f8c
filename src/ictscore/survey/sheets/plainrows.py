"""A short cut: rows that any program writes in the plainest way are read by pattern, the rest is left to the XML parser.

A row is plain when it is spelt exactly as the patterns below say and nothing about it needs a finding. What is spelt so is
well-formed, and taking whole elements away leaves the rest of the document as well-formed, or as broken, as it was. There is no
comment, CDATA section or instruction in such a document, so nothing that looks like a row can be anything else.
"""

from __future__ import annotations

import re

from ictscore.survey.sheets.addresses import common_columns
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.container import Part
from ictscore.survey.sheets.grid import Grid
from ictscore.survey.sheets.limits import LAST_ROW
from ictscore.survey.sheets.stored import changes_by_itself, meaning_of
from ictscore.survey.sheets.strings import StruckText

_ATTRIBUTES = rb'((?: [A-Za-z0-9:]{1,40}="[^"<&\x00-\x1f\x7f-\xff]{0,200}")*+)'
_FORMULA = rb"<f>[^<>&\x00-\x1f\x7f]{1,8192}</f>"
_TEXT = rb"[^<>&\x00-\x1f\x7f]{0,400}"
_NUMBER = rb"-?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,2})?"
_CELL = (
    rb'<c r="[A-Z]{1,2}[1-9][0-9]{0,6}"(?: s="[0-9]{1,5}")?'
    rb'(?: t="str">(?:%b)?<v>%b</v></c>|(?: t="[nsb]")?(?:/>|>(?:(?:%b)?<v>%b</v>)?</c>))' % (_FORMULA, _TEXT, _FORMULA, _NUMBER)
)

_PLAIN_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"%b(?:/>|>((?:%b)*+)</row>)' % (_ATTRIBUTES, _CELL))
_OTHER_ROW = re.compile(rb'<row r="[1-9][0-9]{0,6}"%b>' % _ATTRIBUTES)
_HIDDEN = re.compile(rb' (?:hidden="(?:1|true)"|ht="(?:[01](?:\.[0-9]{1,20})?|2(?:\.0{1,20})?)")')
_BLANKS = re.compile(rb"[ \t\r\n]*+")
_SPLIT = re.compile(r'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?(?: t="([nsb]|str)")?(?:/>|>(?:(?:<f>([^<]+)</f>)?<v>([^<]*)</v>)?</c>)')
_UTF_8 = re.compile(rb"\s*(?:<\?xml(?![^>]*encoding)[^>]*>|<\?xml[^>]*encoding=[\"']utf-8[\"'][^>]*>|<[^?])", re.IGNORECASE)
_NO_CHARACTERS = ("\ufffe", "\uffff")


def take_plain_rows(part: Part, grid: Grid) -> Part:
    """Put the plain rows of a worksheet into ``grid``; return the part without them."""
    data = part.data
    opening = b"<sheetData>"
    if data.count(b"<sheetData") != 1 or opening not in data or b"<!" in data or data.find(b"<?", 2) >= 0:
        return part
    in_utf_8 = _UTF_8.match(data.removeprefix(b"\xef\xbb\xbf")) is not None
    position = kept_from = data.index(opening) + len(opening)
    kept = [data[:position]]
    while True:
        position = _BLANKS.match(data, position).end()  # type: ignore[union-attr]  # matches anything
        row = _PLAIN_ROW.match(data, position)
        if row and (in_utf_8 or row[0].isascii()) and _take_row(grid, int(row[1]), row[2], row[3] or b""):
            kept.append(data[kept_from:position])
            position = kept_from = row.end()
            continue
        position = _end_of_other(data, position)
        if not position:
            break
    kept.append(data[kept_from:])
    grid.row = 0
    return part._replace(data=b"".join(kept))


def _end_of_other(data: bytes, position: int) -> int:
    """Return where a row ends that is not plain, or 0 when what stands there cannot be told from outside."""
    start = _OTHER_ROW.match(data, position)
    end = data.find(b"</row>", start.end()) if start else -1
    return 0 if start is None or end < 0 or data.find(b"<row", start.end(), end) >= 0 else end + len(b"</row>")


def _take_row(grid: Grid, row: int, attributes: bytes, content: bytes) -> bool:
    """Keep a row's cells when all is well with them; return whether it was."""
    if row > LAST_ROW or row in grid.rows or b" r=" in attributes:
        return False
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if any(each in text for each in _NO_CHARACTERS):
        return False
    stored = _SPLIT.findall(text)
    if not _take_cells(grid, row, stored):
        for column in common_columns().values():
            grid.cells.pop((row, column), None)
        return False
    grid.count += len(stored)
    grid.begin_row(row, hidden=_HIDDEN.search(attributes) is not None)
    return True


def _take_cells(grid: Grid, row: int, stored: list[tuple[str, ...]]) -> bool:
    """Keep the cells of a row that hold something; return False at the first that needs a closer look."""
    row_text, cells, letters, formats, new, last = str(row), grid.cells, common_columns(), grid.formats, tuple.__new__, 0
    for column_text, row_of_cell, style, kind, formula, value in stored:
        column, number_format = letters[column_text], formats.get(style)
        if column <= last or row_of_cell != row_text or number_format is None or (formula and changes_by_itself(formula)):
            return False
        last = column
        if not value and not (kind == "str" and formula):
            continue
        if kind in ("", "n"):
            # Straight to the tuple: a named tuple's own way takes twice as long, and this line runs for every number.
            kind_here = "date" if number_format[0] == "date" else "number"
            cells[row, column] = new(Cell, (row, column, kind_here, value, formula != "", *number_format))
            continue
        meaning = meaning_of(kind, value, grid.shared.strings, grid.shared.limits)
        if meaning.code or isinstance(meaning.text, StruckText):
            return False
        if meaning.text or formula:
            cells[row, column] = Cell(row, column, meaning.kind, meaning.text, formula != "", *number_format)
    return True
