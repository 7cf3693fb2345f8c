"""Rows that were moved are named, each from where to where; rows in their places are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ictscore.reports.recorded.moved import moved_rows

WRITTEN = {(1, 1): "tĐơn vị", (2, 1): "tA", (2, 2): "n1", (3, 1): "tB", (3, 2): "n2", (4, 1): "tC", (4, 2): "n3"}


def in_order(rows):
    """Return the sheet with its rows 2 to 4 taken from these rows."""
    return {(1, 1): "tĐơn vị"} | {(at, column): WRITTEN[row, column] for at, row in enumerate(rows, 2) for column in (1, 2)}


def told(read, sortable=(2, 4)):
    """Return place and message of what is found."""
    return [(each.place.cell, each.message) for each in moved_rows("x.xlsx", "Xếp hạng", WRITTEN, read, sortable)]


def test_two_rows_that_changed_places_are_named():
    """A and C stand in each other's row: both are named, B is not."""
    ((cell, message),) = told(in_order([4, 3, 2]))
    assert cell == "A2"
    assert "“C” from row 4 to row 2, “A” from row 2 to row 4." in message


def test_each_row_is_named_from_where_it_was_to_where_it_is():
    """A, B and C one after another now stand as C, A and B: C came up two rows, the others went down one."""
    ((cell, message),) = told(in_order([4, 2, 3]))
    assert cell == "A2"
    assert message.endswith(": “C” from row 4 to row 2, “A” from row 2 to row 3, “B” from row 3 to row 4.")


def test_a_blank_row_put_in_moves_those_below():
    """Nobody wrote the blank row, and what stands below it stands one row lower."""
    read = {(1, 1): "tĐơn vị"} | {(row + (row > 2), column): value for (row, column), value in WRITTEN.items() if row > 1}
    ((cell, message),) = told(read, (2, 5))
    assert cell == "A4"
    assert message.endswith(": “B” from row 3 to row 4, “C” from row 4 to row 5.")


def test_rows_in_their_places_are_not_named():
    """Nothing moved, or a cell was edited and the row stayed: no word of rows."""
    assert told(WRITTEN) == []
    assert told({**WRITTEN, (3, 2): "n9"}) == []


def test_rows_that_nobody_may_sort_are_not_called_moved():
    """Outside the rows that may be sorted a moved row is an edit, told by its cells."""
    assert told(in_order([4, 3, 2]), (3, 3)) == []


@given(st.permutations([2, 3, 4]))
def test_each_row_that_moved_is_named_once(rows):
    """As many as are not in their places, and no other."""
    count = sum(at != row for at, row in enumerate(rows, 2))
    assert [message.count(" from row ") for _, message in told(in_order(rows))] == ([count] if count else [])
