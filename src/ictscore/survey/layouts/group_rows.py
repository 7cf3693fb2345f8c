"""Rows of a table that head a group of units: numbered with letters among units with numbers, their answers the sums of the group's."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.layouts.left_out import GROUP_LETTER
from ictscore.survey.layouts.lines import Lines, text_of
from ictscore.survey.typed.text_numbers import read_number


class GroupRows(NamedTuple):
    """The rows that sum up others, and those that only look as if they did, with their letters."""

    sums: frozenset[int]
    doubtful: dict[int, str]


def group_rows(lines: Lines, rows: Sequence[int], unit: int, answers: Sequence[int]) -> GroupRows:
    """Return the rows that head groups of units, told by their letters beside the numbers of the others."""
    letters = {row: _before(lines, row, unit) for row in rows if text_of(lines[row].get(unit))}
    heads = {row for row, text in letters.items() if GROUP_LETTER.fullmatch(text)}
    lettered = [row for row in letters if row in heads and any(text_of(lines[row].get(each)) for each in answers)]
    if not lettered or len(heads) == len(letters):
        return GroupRows(frozenset(), {})
    sums = frozenset(row for row in lettered if any(_is_sum(lines, row, group, answers) for group in _groups(rows, row, heads)))
    return GroupRows(sums, {row: letters[row] for row in lettered if row not in sums})


def _before(lines: Lines, row: int, unit: int) -> str:
    """Return the first text before the names of units."""
    line = lines[row]
    return text_of(line[min(line)]) if line and min(line) < unit else ""


def _groups(rows: Sequence[int], row: int, heads: set[int]) -> tuple[list[int], list[int]]:
    """Return the rows below a row up to the next head, and those above it up to the one before."""
    at = rows.index(row)
    below: list[int] = []
    for other in rows[at + 1 :]:
        if other in heads:
            break
        below.append(other)
    above: list[int] = []
    for other in reversed(rows[:at]):
        if other in heads:
            break
        above.append(other)
    return below, above


def _is_sum(lines: Lines, row: int, group: list[int], answers: Sequence[int]) -> bool:
    """Return whether every number of a row is the sum of the group's, of at least two units."""
    sums = 0
    for column in answers:
        said = read_number(text_of(lines[row].get(column)))
        if said is None:
            continue
        parts = [read_number(text_of(lines[other].get(column))) for other in group]
        total = sum((each.value for each in parts if each is not None), Fraction(0))
        if not any(parts) or said.value != total:
            return False
        sums += 1
    return sums > 0 and len(group) > 1
