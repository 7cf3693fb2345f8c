"""Rows that number the columns of a table, as (1), (2), (3) below a header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.lines import Line, text_of

_COMPUTED = re.compile(r"(\(?\d{1,3}\)?)\s*=[\d\s()+\-*/×x:÷.,%]+")
"""A column's number with how the column is computed: 3=2/1, (5) = (3)/(4) × 100 %."""
_LETTERS = "abc"
"""How columns may be called before the numbers begin: those of the running number, the unit and its group."""
_MOST_DIGITS = 3
_FEWEST = 2


def numbers_all(line: Line, columns: Collection[int]) -> bool:
    """Return whether a row numbers these columns and whatever else it holds: on from any number, or A and B and then on from 1."""
    texts = [_number(line, column) for column in sorted(line) if text_of(line[column])]
    if not all(text_of(line.get(column)) for column in columns):
        return False
    letters = [each for each in texts if not each.isdigit()]
    digits = [int(each) for each in texts[len(letters) :] if each.isascii() and each.isdigit() and len(each) <= _MOST_DIGITS]
    if "".join(letters) != _LETTERS[: len(letters)] or len(letters) + len(digits) < len(texts) or (letters and digits[:1] != [1]):
        return False
    return len(digits) >= _FEWEST and all(later == earlier + 1 for earlier, later in pairwise(digits))


def are_so_short(lines: Iterable[Line], columns: Collection[int], unit: int) -> bool:
    """Return whether a row that does not number the columns has a number or a single letter for a name: units are called so here."""
    return any(_is_short(_number(line, unit)) and not numbers_all(line, columns) for line in lines)


def _is_short(name: str) -> bool:
    return name.isdigit() or (len(name) == 1 and name.isalpha())


def _number(line: Line, column: int) -> str:
    """Return what a cell numbers its column with, without brackets, or whatever else it holds."""
    return fold_name(_COMPUTED.sub(r"\1", text_of(line.get(column)))).strip("()")
