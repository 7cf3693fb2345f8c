"""Promises of ictscore.survey.sheets.merges."""

from __future__ import annotations

import pytest

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


def merged(*ranges):
    """Return the markup of merged ranges."""
    return "<mergeCells>" + "".join(f'<mergeCell ref="{each}"/>' for each in ranges) + "</mergeCells>"


def test_merged_ranges_are_listed(books):
    """A merged title is no fault."""
    assert books.sheet(ROW, after=merged("A1:F1", "A2:A3")).merged == ("A1:F1", "A2:A3")


@pytest.mark.parametrize("text", ["", "A", "A1:", "B2:A1", "A1:XFE1", "A0:A1", "A1:B2:C3"])
def test_nonsense_is_found(books, text):
    """A range that is none is found."""
    assert books.found(ROW, after=merged(text)) == [("IO316", "")]


def test_overlaps_are_found(books):
    """Two ranges may not share a cell."""
    assert books.found(ROW, after=merged("A1:C3", "D4:E5", "C3:D3")) == [("IO317", "C3:D3")]


def test_huge_ranges_are_found(books):
    """Ranges of millions of cells are found without being walked through."""
    assert books.found(ROW, after=merged("A2:B2", "A3:XFD1048576")) == [("IO318", "A3:XFD1048576")]


def test_a_value_beneath_a_merged_range_is_found(books):
    """A value nobody sees is warned of at its cell."""
    assert books.found('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', after=merged("A1:C1")) == [("IO319", "B1")]
