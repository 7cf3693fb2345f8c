"""CSV files read into one sheet of text cells."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place, cell_name, column_letters
from ictscore.survey.cells import Cell, Sheet, Workbook
from ictscore.survey.collecting import Collector, shown
from ictscore.survey.inputs import InputFile
from ictscore.survey.limits import LIMITS, Limits

DELIMITERS = (",", ";", "\t")

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])[ \t,;]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_LEADING_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)|#[^\r\n]*$")
_ROWS_LOOKED_AT = 20


def read_csv(file: InputFile, limits: Limits = LIMITS) -> Workbook:
    """Return a CSV file as a workbook of one sheet, named like the file; all cells are text.

    Rows are counted as a spreadsheet would: comments and blank lines are rows too.
    """
    found = Collector(file.name, limits.findings_of_a_kind)
    text = _decode(file, found)
    delimiter = ""
    skipped = 0
    if separator := _SEPARATOR_LINE.match(text):
        delimiter, text, skipped = separator[1], text[separator.end() :], 1
    while leading := _LEADING_LINE.match(text, position := leading.end() if skipped and (leading := None) else 0):  # pragma: no cover
        text, skipped = text[leading.end() :], skipped + 1
    return Workbook(file, ())
