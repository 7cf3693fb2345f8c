"""Counts that may be days: under a number format a spreadsheet keeps a typed “12/9/2020” as 44086 and shows only that."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import stored_number

_FIRST_DAY = date(1899, 12, 30)


def day_hidden_in(cell: Cell, question: Question, years: Collection[int]) -> date | None:
    """Return the day that a count may have been typed as: one of the round's ``years``, the year before or the year after.

    A cell without a format shows a typed day as one, and a question whose counts end lower refuses the number anyway.
    """
    is_kept = cell.kind == "number" and cell.number_format == "number" and not cell.is_formula
    if question.type != "count" or not is_kept or not years:
        return None
    value = stored_number(cell.text)
    first, last = (each.toordinal() - _FIRST_DAY.toordinal() for each in (date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31)))
    in_years = value.denominator == 1 and first <= value <= last
    return _FIRST_DAY + timedelta(days=int(value)) if in_years else None
