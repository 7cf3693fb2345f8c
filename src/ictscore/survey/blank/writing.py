"""A new workbook as bytes: made in memory, the same for the same content, and nothing in it silently cut or dropped."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
import xlsxwriter.worksheet

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.safe_write import MAKER
from ictscore.survey.blank.packing import PlainPackager

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_LONGEST_EPOCH = 12
_LITERAL = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Book = Any
Sheet = Any
Style = Any


class _PlainSheet(xlsxwriter.worksheet.Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose formulas are written as they are: we use no function newer than Excel 2007.

    The library looks for every newer function in every formula, also inside texts, which takes a third of the time of writing a form.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - the library's
        return formula.removeprefix("=")


class _PlainBook(xlsxwriter.Workbook):  # type: ignore[misc]  # the library has no types
    """A workbook whose texts come back from every program as they were written."""

    def _get_packager(self) -> PlainPackager:
        return PlainPackager()


class TooMuch(ValueError):
    """A text that is longer than a spreadsheet allows where it should stand."""


def workbook_bytes(title: str, subject: str, build: Callable[[Book], None]) -> bytes:
    """Return the workbook that ``build`` fills.

    Whatever the writer only warns about (a text too long, a range that overlaps another) refuses the workbook: FileRefused.
    """
    stream = BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            book = _PlainBook(stream, _LITERAL)
            book.worksheet_class = _PlainSheet
            book.set_properties({"title": title, "subject": subject, "author": MAKER, "created": made_at()})
            build(book)
            book.close()
    except (UserWarning, TooMuch, xlsxwriter.exceptions.XlsxWriterException) as problem:
        raise FileRefused(finding("IO406", reason=str(problem))) from None
    return stream.getvalue()


def made_at() -> datetime:
    """Return the time a workbook says it was made at: ``SOURCE_DATE_EPOCH``, else the same day for all."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isascii() and epoch.isdecimal() and len(epoch) < _LONGEST_EPOCH else _EARLIEST
    return max(moment, _EARLIEST).replace(tzinfo=None)


def put(sheet: Sheet, row: int, column: int, value: str | float | None, style: Style = None) -> None:
    """Write a text, a number, or (None) a blank cell; rows and columns count from 0."""
    if value is None or value == "":
        done = sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        done = sheet.write_string(row, column, value, style)
    else:
        done = sheet.write_number(row, column, value, style)
    if done != 0:
        raise TooMuch(repr(value)[:60])


def put_formula(  # noqa: PLR0913, PLR0917 - like put, with a formula
    sheet: Sheet, row: int, column: int, formula: str, value: str | float, style: Style = None
) -> None:
    """Write a formula with what it comes to, so that whoever does not calculate reads the same."""
    if sheet.write_formula(row, column, formula, style, value) != 0:
        raise TooMuch(formula[:60])


def span(sheet: Sheet, row: int, columns: tuple[int, int], value: str | float | None, style: Style) -> None:
    """Write into the cells of a row from the first to the last of ``columns``, merged into one."""
    first, last = columns
    if first == last:
        put(sheet, row, first, value, style)
        return
    if sheet.merge_range(row, first, row, last, "", style) != 0:
        raise TooMuch(repr(value)[:60])
    put(sheet, row, first, value, style)
