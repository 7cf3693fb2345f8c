"""Promises of ictscore.survey.sheets.addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.places import cell_name
from ictscore.survey.sheets.addresses import Range, is_inside, parse_cell, parse_range, parse_row


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_addresses_come_back(row, column):
    """An address written is the address read, for every cell there is."""
    assert parse_cell(cell_name(row, column)) == (row, column)
    assert is_inside(row, column)


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "a1", "$A$1", " A1", "A1 ", "A-1", "Ａ1", "A१", "A1:B2"])
def test_what_is_no_address_is_none(text):
    """Only capitals followed by a number without leading zeros are an address."""
    assert parse_cell(text) is None


def test_addresses_beyond_the_sheet_are_told():
    """XFD1048576 is the last cell."""
    assert [is_inside(*parse_cell(text)) for text in ("XFD1048576", "XFE1", "A1048577", "ZZZZ1")] == [True, False, False, False]


@pytest.mark.parametrize("text", ["0", "01", "-1", "x", "", "1.0", "1_0"])
def test_what_is_no_row_is_none(text):
    """A row number is a plain whole number from 1."""
    assert parse_row(text) is None


def test_a_range_has_its_cells():
    """Both ends belong to a range; one address is a range of one cell."""
    assert (parse_range("B2:C4"), parse_range("B2:C4").size, parse_range("D14").size) == (Range(2, 2, 4, 3), 6, 1)
