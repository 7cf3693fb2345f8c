"""The tables of a sheet told apart: one below the other or side by side, each with its own header, its rows and its columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layouts.found import FoundLayout
from ictscore.survey.layouts.headers import Header
from ictscore.survey.layouts.vocabulary import Meaning
from ictscore.survey.sheets.limits import LAST_COLUMN

_NOT_ANSWERS = frozenset(
    {"stt", "tt", "số tt", "số thứ tự", "no", "#", "ghi chú", "note", "notes", "email", "điện thoại", "người điền"}
)  # fmt: skip


def tables_of(headers: list[Header], *before: FoundLayout) -> list[FoundLayout]:
    """Return the tables of several headers: one below the other, or side by side; ``before`` are those that are known already."""
    sides = [(header, side) for header in headers for side in _sides(header)]
    tables = [*before]
    for header, (low, high) in sides:
        columns = {column: each for column, each in header.columns.items() if low <= column <= high}
        above = next((each for each in reversed(tables) if _overlap(each, columns)), None)
        if above is not None and _is_same(columns, above.columns):
            rows = above.repeated | {*range(header.top, header.bottom + 1)}
            tables[tables.index(above)] = replace(above, repeated=rows)
            continue
        for index, each in enumerate(tables):
            if _overlap(each, columns) and each.last >= header.top:
                tables[index] = replace(each, last=header.top - 1)
        table = _table(header, columns, (low, high))
        tables.append(replace(table, is_further=bool(tables)))
    return _apart(tables)


def _table(header: Header, columns: dict[int, Meaning], side: tuple[int, int]) -> FoundLayout:
    kept, twice = once(columns)
    low, high = side
    unknown = {column: text for column, text in header.unknown.items() if low <= column <= high and may_be_asked(text)}
    taken = {column: text for column, text in header.taken.items() if column in kept}
    doubtful = {column: each for column, each in header.doubtful.items() if low <= column <= high}
    return FoundLayout(
        "table", header.top, header.bottom + 1, kept, unknown, twice=twice, taken=taken, doubtful=doubtful, side=side
    )  # fmt: skip


def _sides(header: Header) -> list[tuple[int, int]]:
    """Return between which columns the tables of one header stand: one for each column of units that has answers beside it."""
    units = sorted(column for column, meaning in header.columns.items() if meaning.kind == "unit")
    named = header.columns.keys() | header.unknown.keys() | header.doubtful.keys()
    cuts = [1]
    for left, right in pairwise(units):
        gap = next((column for column in range(right - 1, left, -1) if column not in named), 0)
        lead = right
        while lead - 1 > left and _is_lead(header, lead - 1):
            lead -= 1
        cuts.append(gap + 1 if gap else lead)
    sides = [(low, high - 1) for low, high in pairwise([*cuts, LAST_COLUMN + 1])]
    asking = [column for column, each in header.columns.items() if each.kind in ("answer", "points")]
    return sides if all(any(low <= column <= high for column in asking) for low, high in sides) else [(1, LAST_COLUMN)]


def _is_lead(header: Header, column: int) -> bool:
    """Return whether a column stands before the names of units: their group, what they belong to, running numbers."""
    meaning = header.columns.get(column)
    if meaning is not None:
        return meaning.kind in ("group", "parent")
    return column in header.unknown and not may_be_asked(header.unknown[column])


def _overlap(table: FoundLayout, columns: dict[int, Meaning]) -> bool:
    """Return whether a header with these columns stands below a table, and not beside it."""
    mine = table.columns.keys()
    return min(mine) <= max(columns) and min(columns) <= max(mine)


def _apart(tables: list[FoundLayout]) -> list[FoundLayout]:
    """Return tables of which those that stand beside each other under different headers end where the next one begins."""
    sides = [each.side for each in tables]
    for left, one in enumerate(tables):
        for right, other in enumerate(tables):
            if max(one.columns) < min(other.columns) and sides[left][1] >= sides[right][0]:
                cut = max([*one.columns, *(column for column in one.unknown if column < min(other.columns))])
                sides[left], sides[right] = (sides[left][0], min(sides[left][1], cut)), (max(sides[right][0], cut + 1), sides[right][1])
    return [replace(each, side=side) for each, side in zip(tables, sides, strict=True)]


def _is_same(columns: dict[int, Meaning], known: dict[int, Meaning]) -> bool:
    """Return whether a header says of every column what another one said of it; headers do not tell stages of points."""
    return columns.keys() == known.keys() and all(known[column][:2] == meaning[:2] for column, meaning in columns.items())


def may_be_asked(text: str) -> bool:
    """Return whether an unknown header may stand over answers: not over running numbers or remarks."""
    return fold_name(text).rstrip(" .:*") not in _NOT_ANSWERS


def once(columns: dict[int, Meaning]) -> tuple[dict[int, Meaning], tuple[tuple[int, int], ...]]:
    """Return the columns of which each holds something else, and the pairs that hold the same."""
    first: dict[Meaning, int] = {}
    twice = []
    for column in sorted(columns):
        if columns[column] in first:
            twice.append((first[columns[column]], column))
        else:
            first[columns[column]] = column
    return {column: meaning for meaning, column in first.items()}, tuple(twice)
