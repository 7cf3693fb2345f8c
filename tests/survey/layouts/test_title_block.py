"""Promises about the lines above a form: those that people can see, one by one, down to the one that says to whom it goes."""

from __future__ import annotations

from ictscore.survey.layouts.lines import lines_of
from ictscore.survey.layouts.title_block import title_lines
from ictscore.survey.sheets.cells import Cell, Sheet


def said(*cells, first=5, **more):
    """Return the lines above row ``first`` of a sheet, with their cells."""
    sheet = Sheet(
        "a.xlsx", "Phiếu", {each[:2]: Cell(each[0], each[1], each[3] if len(each) > 3 else "text", each[2]) for each in cells}, **more
    )
    return [(each.place.cell, each.text) for each in title_lines(sheet, lines_of(sheet), first)]


def test_each_line_of_a_cell_is_one():
    """What is drawn around a line is not part of it, and a line without letters is none."""
    assert said((1, 1, "UBND TỈNH\nSỞ  TÀI CHÍNH\n-------\n*"), (2, 3, "Năm 2020")) == [
        ("A1", "UBND TỈNH"),
        ("A1", "SỞ TÀI CHÍNH"),
        ("C2", "Năm 2020"),
    ]


def test_only_what_stands_above_counts():
    """The table itself is no title."""
    assert said((1, 1, "A B"), (5, 1, "Sở Nội vụ")) == [("A1", "A B")]


def test_the_address_ends_the_letterhead():
    """From the line that names who receives the form, nothing says who sends it."""
    assert said((1, 1, "Sở A"), (2, 1, "Kính gửi: Sở B"), (3, 1, "Sở C")) == [("A1", "Sở A")]
    assert said((1, 1, "Sở A"), (2, 1, "Nơi nhận"), (2, 2, "Sở B")) == [("A1", "Sở A")]


def test_what_stands_beside_a_label_is_no_line():
    """A label says what the cell behind it is."""
    assert said((1, 1, "Cơ quan tổng hợp:"), (1, 2, "Sở Nội vụ"), (1, 4, "Mẫu số một")) == [
        ("A1", "Cơ quan tổng hợp"),
        ("D1", "Mẫu số một"),
    ]


def test_what_nobody_sees_and_what_is_no_text_is_left_out():
    """Hidden rows and columns, numbers, and texts too long to be a name say nothing of the sender."""
    cells = [(1, 1, "Sở A"), (2, 1, "Sở B"), (2, 3, "Sở C"), (3, 1, "2020", "number"), (4, 1, "dài " * 50)]
    assert said(*cells, hidden_rows=frozenset({1}), hidden_columns=frozenset({3})) == [("A2", "Sở B")]
