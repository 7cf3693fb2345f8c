"""Rows that number the columns are left out; units with names as short are not."""

from __future__ import annotations

import pytest

HEAD = ["Tên đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính"]
PLAIN = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính"]
ONE_GROUP = """
id: thu
answers: {x: {label: Tổng số cán bộ, type: count}, y: {label: Số máy tính, type: count}}
groups: [{id: g, max_points: 10}]
criteria: [{id: c, max_points: 10, formula: {kind: formula, expr: "min(10, x + y)"}}]
"""
LISTED = ONE_GROUP.replace("{id: g, max_points: 10}", "{id: g, max_points: 10, members: [A, Sở Y tế]}")
ROW = ["Sở Nội vụ", "a", 20, 10]


def left_out(survey):
    """Return the rows left out."""
    return [each.place.cell for each in survey.findings if each.code == "SV407"]


def units(survey):
    """Return the names of the units read."""
    return [each.unit for each in survey.submissions]


@pytest.mark.parametrize(
    "row", [["(1)", "(2)", "(3)", "(4)"], [1, 2, 3, 4], ["6", "7", "8", "9=8/7"], ["(4)", "(5)", "(6) = (4)/(5)", "(7)"]]
)
def test_a_row_that_numbers_every_column_below_the_header_is_left_out(read, found, row):
    """Numbers that run on over all columns are no unit, and it is said."""
    assert found(read([HEAD, row, ROW])) == [("SV407", "2:2")]


def test_letters_before_the_numbers_are_left_out_where_no_group_is_called_so(read, rules):
    """A for the running number and B for the unit number the columns; a unit of group B does not."""
    survey = read([["TT", *PLAIN], ["A", "B", 1, 2], [1, "Sở Nội vụ", 20, 10]], rules(ONE_GROUP))
    assert left_out(survey) == ["2:2"]
    assert units(survey) == ["Sở Nội vụ"]
    assert units(read([HEAD, ["A", "B", 1, 2], ROW])) == ["A", "Sở Nội vụ"]


def test_the_columns_are_numbered_again_below_a_repeated_header(read, rules):
    """Every page may have its own numbers."""
    survey = read([PLAIN, ["(1)", "(2)", "(3)"], ["Sở A", 20, 10], PLAIN, ["(1)", "(2)", "(3)"], ["Sở B", 30, 15]], rules(ONE_GROUP))
    assert left_out(survey) == ["2:2", "4:4", "5:5"]
    assert units(survey) == ["Sở A", "Sở B"]


@pytest.mark.parametrize("name", ["A", "B", "I", "V", "Đ"])
def test_a_unit_of_a_known_group_is_read_however_short_its_name_is(read, name):
    """A row with a group is a unit, though its answers follow each other."""
    survey = read([HEAD, ROW, [name, "a", 2, 3]])
    assert left_out(survey) == []
    assert units(survey) == ["Sở Nội vụ", name]
    assert units(read([HEAD, [name, "Nhóm một", 1, 2], ROW])) == [name, "Sở Nội vụ"]


def test_units_called_a_and_b_are_read(read, rules):
    """Where several units have a single letter for a name, the first is one too, though it looks as if it numbered the columns."""
    assert units(read([PLAIN, ["A", 1, 2], ["B", 2, 3], ["C", 30, 4]], rules(ONE_GROUP))) == ["A", "B", "C"]


def test_numbers_below_the_first_unit_are_no_numbers_of_columns(read, found):
    """What looks like one further down is asked about, not left out."""
    survey = read([PLAIN, ["Sở A", 20, 10], [1, 2, 3]])
    assert left_out(survey) == []
    assert ("UN112", "A3") in found(survey)


def test_a_listed_unit_is_never_taken_for_numbers(read, rules):
    """A unit that the rulebook names is one."""
    survey = read([PLAIN, ["A", 1, 2], ["Sở Y tế", 1, 2]], rules(LISTED))
    assert units(survey) == ["A", "Sở Y tế"]


def test_a_row_that_leaves_a_column_out_numbers_none(read):
    """Numbers of columns stand in every column; a row without a group is a unit that forgot it."""
    assert left_out(read([HEAD, ["A", "", 1, 2], ROW])) == []
    assert left_out(read([PLAIN, ["A", 2, 3], ["Sở Y tế", 1, 2]])) == []
