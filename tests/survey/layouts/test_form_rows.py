"""Promises about what each row of a form asks."""

from __future__ import annotations

import pytest

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Nội vụ"], ["#group", "", "Nhóm", "", "Nhóm một"]]
ANSWERS = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10], ["loi_ghi", 3, "Lời ghi", "", "đủ"]]
FORM = [MARKS, ["", "", "PHIẾU"], *WHO, ["", "TT", "Câu hỏi"], *ANSWERS]


@pytest.fixture
def stamp(loaded):
    """Return the stamp of a form for Sở Nội vụ."""
    return {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "version": "1", "group": "a", "unit": "Sở Nội vụ", "period": "2020"}


def test_a_lost_row_is_an_error(read, found, stamp):
    """A question whose row was deleted is told apart from one left blank."""
    assert found(read([*FORM[:5], ANSWERS[0], ANSWERS[2]], stamp=stamp)) == [("SV411", "")]


def test_a_row_that_stands_twice_is_an_error(read, found, stamp):
    """Two rows of one id leave open which answer holds."""
    survey = read([*FORM, ["can_bo", 1, "", "", 21]], stamp=stamp)
    assert found(survey) == [("SV406", "E9")]
    assert survey.findings[0].related[0].cell == "E6"


def test_an_unknown_row_is_named(read, found, stamp):
    """An id the rulebook does not know is a warning with the nearest one."""
    survey = read([*FORM, ["can_boo", 1, "", "", 21]], stamp=stamp)
    assert found(survey) == [("SV404", "A9")]
    assert "can_bo" in survey.findings[0].message


def test_a_row_without_an_id_is_read_by_its_label(read, found, stamp):
    """Where an id was wiped out the printed label says what the row asks, with a note; a blank copy of a row asks nothing."""
    wiped = [*FORM[:5], ["", *ANSWERS[0][1:]], *ANSWERS[1:]]
    survey = read(wiped, stamp=stamp)
    assert (found(survey), survey.submissions[0].answers["self"]["can_bo"].value) == ([("SV417", "C6")], 20)
    assert found(read([*FORM, ["", 1, "Tổng số cán bộ", "người", ""]], stamp=stamp)) == []
