"""Promises about the seal: it gives back every cell, and names exactly those that were edited."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ictscore.reports.recorded.seal import CHUNK, edits, pack, sealed_number, sealed_text, unpack

POSITIONS = st.tuples(st.integers(1, 30), st.integers(1, 8))
VALUES = st.text(max_size=8).map(sealed_text) | st.fractions().map(sealed_number)
SHEETS = st.dictionaries(POSITIONS, VALUES, min_size=1, max_size=40)


@given(st.dictionaries(st.text(min_size=1, max_size=10), SHEETS, max_size=3))
def test_what_is_packed_is_unpacked(sheets):
    """Every cell comes back, from texts that each fit into a cell."""
    digest, chunks = pack(sheets)
    assert unpack(digest, chunks) == sheets
    assert all(0 < len(each) <= CHUNK and each.isascii() for each in chunks)


@given(SHEETS, st.integers(0, 50), st.sampled_from("Aa0"))
def test_a_changed_seal_says_nothing_else(cells, at, letter):
    """One letter changed anywhere, and the seal gives nothing, or what was written where the letter meant nothing; never anything else."""
    digest, chunks = pack({"a": cells})
    text = chunks[0]
    place = at % len(text)
    changed = text[:place] + letter + text[place + 1 :]
    assert unpack(digest, (changed, *chunks[1:])) in ({"a": cells}, None)
    assert unpack("0" * 64, chunks) is None
    assert unpack(digest, ()) is None


@given(SHEETS)
def test_nothing_edited_nothing_found(cells):
    """A sheet as it was written has no edits."""
    assert list(edits("a", cells, dict(cells))) == []


@given(SHEETS, st.data())
def test_one_edit_is_found_where_it_is(cells, data):
    """A single cell changed is named with its place, what was written and what stands there."""
    key = data.draw(st.sampled_from(sorted(cells)))
    new = data.draw(VALUES.filter(lambda each: each != cells[key]))
    found = list(edits("a", cells, {**cells, key: new}))
    row = {column: value for (number, column), value in cells.items() if number == key[0]} | {key[1]: new}
    others = [{column: value for (number, column), value in cells.items() if number == each} for each in {number for number, _ in cells}]
    if row not in others:  # a row that became like another one cannot be told from that one moved
        assert [((each.row, each.column), each.was, each.reads) for each in found] == [(key, cells[key], new)]


@given(st.lists(st.tuples(st.text(min_size=1, max_size=3), st.integers(0, 9)), min_size=2, max_size=12, unique=True), st.randoms())
def test_sorted_rows_are_no_edits(rows, random):
    """Rows in another order are the same rows."""
    cells = {(number, column): sealed_text(str(value)) for number, row in enumerate(rows, 1) for column, value in enumerate(row, 1)}
    shuffled = list(rows)
    random.shuffle(shuffled)
    read = {(number, column): sealed_text(str(value)) for number, row in enumerate(shuffled, 1) for column, value in enumerate(row, 1)}
    assert list(edits("a", cells, read)) == []


def test_an_edit_in_a_sorted_sheet_is_the_only_one_found():
    """Sorting does not hide an edit: B's 7 became 9, and stands in the first row now."""
    written = {(1, 1): "tA", (1, 2): "n5", (2, 1): "tB", (2, 2): "n7", (3, 1): "tC", (3, 2): "n6"}
    read = {(1, 1): "tB", (1, 2): "n9", (2, 1): "tC", (2, 2): "n6", (3, 1): "tA", (3, 2): "n5"}
    (found,) = edits("a", written, read)
    assert (found.row, found.column, found.was, found.reads, found.is_inside) == (1, 2, "n7", "n9", True)


def test_a_remark_beside_is_told_from_a_change_inside():
    """What was added beyond the last column or row stands beside; what was added among the cells does not."""
    written = {(1, 1): "tA", (2, 2): "tB"}
    beside, below, among = ({**written, key: "tx"} for key in ((1, 3), (3, 1), (1, 2)))
    assert [each.is_inside for read in (beside, below, among) for each in edits("a", written, read)] == [False, False, True]


def test_numbers_are_sealed_as_a_spreadsheet_keeps_them():
    """Two thirds have no end: 15 digits are kept, and those are sealed."""
    assert sealed_number(Fraction(2, 3)) == sealed_number(0.666666666666667)
    assert sealed_number(Fraction(1, 10)) == "n1/10"
