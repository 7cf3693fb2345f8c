"""Promises about the errors of older forms, row by row; what carrying over makes of them is promised there."""

from __future__ import annotations

from ictscore.places import Place
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.old_form_errors import errors_by_row, row_of
from ictscore.survey.sheets.inputs import read_input
from ictscore.survey.sheets.opening import open_survey_file
from ictscore.survey.stamp_read import read_stamp

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#council"]
ROWS = [
    MARKS,
    ["#unit", "", "Đơn vị", "", "Sở A"],
    ["can_bo", 1, "Tổng số cán bộ", "nghìn người", 20],
    ["may_tinh", 2, "Số máy tính", "máy", "khoảng 10"],
    ["kinh_phi", 3, "Kinh phí", "", 5, "khoảng 5"],
    ["co_mang", 4, "Có mạng", "", "Có"],
]


def test_each_row_has_its_error(write, loaded):
    """An error at an answer, its label or its measure is the row's; one in the column of a later stage is nobody's here."""
    book = open_survey_file(read_input(write(ROWS)))
    found = errors_by_row(book, read_stamp(book), Vocabulary(loaded.rulebook))
    assert {row: each.code for (_, row), each in found.items()} == {3: "SV452", 4: "SV240"}


def test_a_row_is_that_of_a_cell():
    """What is no cell has no row."""
    assert (row_of(Place("a", sheet="b", cell="E12")), row_of(Place("a", sheet="b"))) == (("b", 12), ("b", 0))
