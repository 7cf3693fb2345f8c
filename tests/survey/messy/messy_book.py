"""How the messy workbooks are written: rows of plain values, each file the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

Rows = Sequence[Sequence[Any]]
Change = Callable[[Any, dict[str, Any]], None]


class Styled(NamedTuple):
    """A value with what its cell looks like (``num_format``, ``font_name`` and the like)."""

    value: Any
    look: Mapping[str, Any]


class Formula(NamedTuple):
    """A formula with its stored value."""

    text: str
    value: Any


def workbook(sheets: Rows | Mapping[str, Rows], change: Change | None = None) -> bytes:
    """Return a workbook of these sheets of rows (one sheet “Bảng” for bare rows); ``change`` gets the book and its sheets by name."""
    named = dict(sheets) if isinstance(sheets, Mapping) else {"Bảng": sheets}
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001 - a workbook's times have no zone
    made = {name: book.add_worksheet(name) for name in named}
    for name, rows in named.items():
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                _put(book, made[name], (row, column), value)
    if change is not None:
        change(book, made)
    book.close()
    return stream.getvalue()


def _put(book: Any, sheet: Any, at: tuple[int, int], value: Any) -> None:
    look = book.add_format(dict(value.look)) if isinstance(value, Styled) else None
    bare = value.value if isinstance(value, Styled) else value
    if isinstance(bare, Formula):
        sheet.write_formula(*at, bare.text, look, bare.value)
    elif isinstance(bare, date):
        sheet.write_datetime(*at, bare, look or book.add_format({"num_format": "dd/mm/yyyy"}))
    elif isinstance(bare, str) and bare:
        sheet.write_string(*at, bare, look)
    elif bare is not None and not isinstance(bare, str):
        sheet.write(*at, bare, look)
