"""CSV files read into one sheet of text cells."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator
from io import StringIO
from itertools import islice, takewhile

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place, cell_name
from ictscore.survey.sheets.cells import Cell, Sheet, Workbook
from ictscore.survey.sheets.collecting import Collector, shown
from ictscore.survey.sheets.inputs import InputFile
from ictscore.survey.sheets.limits import LAST_COLUMN, LIMITS, Limits
from ictscore.survey.sheets.lost_letters import refuse_lost_letters
from ictscore.words import phrase

_DELIMITERS = {",": phrase("commas"), ";": phrase("semicolons"), "\t": phrase("tabs")}
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])[ \t,;]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_COMMENT = r"#(?![^\r\n,;\t]*[,;\t]+#)[^\r\n]*"
"""A line that begins with # is a comment, but not a row of the ids by which forms know their columns (#id;#label;…)."""
_LEADING_LINE = re.compile(rf"(?:[ \t]*|{_COMMENT})(?:\r\n|\r|\n)|{_COMMENT}\Z")
_ROWS_LOOKED_AT = 20
_HELD_AS_TEXT = re.compile(r'="([^"=]+)"')
"""How programs keep Excel from turning what a CSV file says into a number or a date."""

Rows = list[tuple[int, list[str]]]


def read_csv(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return a CSV file as a workbook of one sheet, named like the file; all cells are text.

    Rows are counted as a spreadsheet would: comments before the header and blank lines are rows too.
    """
    found = Collector(file.name, limits.findings_of_a_kind)
    text = _decode(file, found)
    skipped = start = 0
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        skipped, start = 1, separator.end()
    while leading := _LEADING_LINE.match(text, start):
        skipped, start = skipped + 1, leading.end()
    text = text[start:]
    delimiter = separator[1] if separator else _find_delimiter(file, text)
    rows = list(_rows(file, text, delimiter, skipped, limits))
    name = file.stem
    refuse_lost_letters(file, name, rows, is_unicode=all(each.code != "IO230" for each in found.findings()))
    _check_widths(name, rows, found)
    return Workbook(file, (Sheet(file.name, name, _cells(name, rows, found, limits)),), found.findings(), texts_only=True)


def _decode(file: InputFile, found: Collector) -> str:
    """Return the text: by its byte order mark, else UTF-8, else Windows-1258 with a warning."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if file.data.startswith(mark):
            candidates = [(encoding, file.data[len(mark) :])]
            break
    else:
        candidates = [("utf-8", file.data), ("cp1258", file.data)]
    for encoding, data in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if encoding == "cp1258":
            found.add("IO230")
            return unicodedata.normalize("NFC", text)  # its tones are characters of their own
        return text
    raise FileRefused(finding("IO231", Place(file.name)))


def _find_delimiter(file: InputFile, text: str) -> str:
    """Return the delimiter that splits the header into most columns, first of all one that splits every row alike."""
    best: dict[str, tuple[bool, int]] = {}
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in islice(_reader(text, delimiter), _ROWS_LOOKED_AT) if any(row)]
        except csv.Error:
            continue
        if widths and max(widths) > 1:
            header = next(width for width in widths if width > 1)
            best[delimiter] = (set(widths) == {header}, header)
    if not best:
        return ","
    first, *others = sorted(best, key=lambda each: best[each], reverse=True)
    if others and best[others[0]] == best[first]:
        raise FileRefused(finding("IO232", Place(file.name), first=_DELIMITERS[first], second=_DELIMITERS[others[0]]))
    return first


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _rows(file: InputFile, text: str, delimiter: str, skipped: int, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with its number."""
    cells = 0
    row = skipped
    try:
        for row, values in enumerate(_reader(text, delimiter), start=skipped + 1):
            cells += len(values)
            for count, limit, what in (
                (row, limits.rows, phrase("rows")),
                (cells, limits.cells, phrase("cells")),
                (len(values), LAST_COLUMN, phrase("columns")),
            ):
                if count > limit:
                    raise FileRefused(finding("IO206", Place(file.name), part=file.name, limit=limit, what=what))
            if any(values):
                yield row, values
    except csv.Error as problem:
        raise FileRefused(finding("IO233", Place(file.name), row=row + 1, reason=str(problem))) from None


def _check_widths(sheet: str, rows: Rows, found: Collector) -> None:
    """Compare each row with the header, the first row of more than one value: a comma too many moves all numbers on."""
    width = next((len(values) for _, values in rows if len(values) > 1), 0)
    named = min(_last_named(rows), width)
    for row, values in rows:
        filled = _last_filled(values)
        if filled > named > 0:
            found.add("IO234", sheet, cell_name(row, filled), columns=named, read=shown(values[filled - 1]))
        elif len(values) > width > 0 and sum(map(bool, values)) > 1:
            found.add("IO236", sheet, f"{row}:{row}", columns=width, count=len(values), read=shown(" | ".join(values)))
        elif 1 < len(values) < width:
            found.add("IO235", sheet, f"{row}:{row}", columns=width, read=len(values))
        _look_for_rows_inside(sheet, row, values, width, found)


def _last_named(rows: Rows) -> int:
    """Return the last column that the rows above the first number fill: behind it no column has a heading."""
    wide = (values for _, values in rows if len(values) > 1)
    return max(map(_last_filled, takewhile(lambda values: not any(map(_begins_with_digit, values)), wide)), default=LAST_COLUMN)


def _last_filled(values: list[str]) -> int:
    return max(index for index, value in enumerate(values, start=1) if value)


def _begins_with_digit(value: str) -> bool:
    return value.strip()[:1].isdigit()


def _look_for_rows_inside(sheet: str, row: int, values: list[str], width: int, found: Collector) -> None:
    """Ask about a text of several lines that begins in one row and ends in another: a quotation mark is missing or too many."""
    for column, value in enumerate(values, start=1):
        first, *rest = value.splitlines() or [""]
        if rest and width > 2 and any(_completes(first, rest[-1], column, width, each) for each in _DELIMITERS):  # noqa: PLR2004
            found.add("IO238", sheet, cell_name(row, column), read=shown(" / ".join((first, *rest))))


def _completes(first: str, last: str, column: int, width: int, delimiter: str) -> bool:
    """Return whether the first line of a text fills up the row it begins in, and the last one the row it ends in."""
    return first.count(delimiter) == width - column and last.count(delimiter) == column - 1


def _cells(sheet: str, rows: Rows, found: Collector, limits: Limits) -> dict[tuple[int, int], Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    for row, values in rows:
        for column, value in enumerate(values, start=1):
            if len(value) > limits.text:
                found.add("IO312", sheet, cell_name(row, column), limit=limits.text)
                cells[row, column] = Cell(row, column, "unreadable", "")
            elif held := _HELD_AS_TEXT.fullmatch(value):
                found.add("IO237", sheet, cell_name(row, column), read=shown(value), text=shown(held[1]))
                cells[row, column] = Cell(row, column, "text", held[1])
            elif value:
                cells[row, column] = Cell(row, column, "text", value)
    return cells
