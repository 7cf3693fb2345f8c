"""Promises about the headings of a table."""

from __future__ import annotations

HEAD = ["unit", "group", "can_bo", "may_tinh"]
ROW = ["Sở Nội vụ", "a", 20, 10]


def test_a_column_that_stands_twice_is_an_error(read, found):
    """Two columns of one answer are reported, with the first beside."""
    survey = read([[*HEAD, "can_bo"], [*ROW, 7]])
    assert found(survey) == [("SV406", "E1")]
    assert survey.findings[0].related[0].cell == "C1"


def test_a_heading_over_two_filled_columns_holds_neither(read, found):
    """A heading merged over two columns of numbers does not say which of them answers; a blank second column leaves no doubt."""

    def merge(book):
        book.worksheets()[0].merge_range("C1:D1", "can_bo")

    rows = [["unit", "group", "can_bo", "", "may_tinh"], ["Sở Nội vụ", "a", 20, 21, 10]]
    assert found(read(rows, change=merge), "SV405") == [("SV421", "C1")]
    blank = [rows[0], ["Sở Nội vụ", "a", 20, "", 10]]
    assert found(read(blank, change=merge)) == []
