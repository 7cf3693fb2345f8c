"""Promises about columns of a table that say the time or kind of each unit's data."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.header_times import Times
from ictscore.survey.beside.unit_times import heads_times, joined, times_of_unit
from ictscore.survey.sheets.cells import Cell


@pytest.mark.parametrize(
    "heading", ["Năm", "Kỳ báo cáo", "Năm/kỳ", "Tháng", "Tháng báo cáo:", "Month", "Nguồn", "Tình trạng", "Trạng thái"]
)
def test_these_columns_say_it(heading):
    """Some of them only as columns: above a form they may head anything."""
    assert heads_times(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Tháng gửi",
        "Nguồn vốn",
        "Nguồn thu",
        "Tình trạng máy",
        "Năm sinh",
        "Số tháng",
        "Kết quả trong năm",
        "Số liệu cùng kỳ",
        "Ghi chú",
        "Ngày gửi",
        "",
    ],
)
def test_other_columns_do_not(heading):
    """They say something else of the unit."""
    assert not heads_times(heading)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Tháng: 6", Times(is_part=True)),
        ("Tháng: 06", Times(is_part=True)),
        ("Tháng: T6", Times(is_part=True)),
        ("Tháng: Tháng 6/2019", Times(frozenset((2019,)), is_part=True)),
        ("Tháng báo cáo: 01/06/2019", Times(frozenset((2019,)), is_part=True)),
        ("Thang: 6", Times(is_part=True)),
        ("Tháng: 6 tháng", Times(is_part=True)),
        ("Tháng: 12", Times(is_part=True, is_last=True)),
        ("Năm: 2018", Times(frozenset((2018,)))),
    ],
)
def test_a_month_below_its_heading_is_a_part_of_the_year(text, times):
    """December may be all the year up to it; what is no month is read as lines above a form are."""
    assert times_of_unit(text) == times


@pytest.mark.parametrize("text", ["Tháng: 13", "Tháng: 0", "Tháng: 12 tháng", "Tháng: cả năm", "Tháng: 1-12", "Số tháng: 6"])
def test_what_is_no_month_says_none(text):
    """Twelve months are the year."""
    assert times_of_unit(text) is None


def test_label_and_value_are_one_line():
    """With one colon, and a day as people see it."""
    assert [joined(each, Cell(1, 2, "date", "43465")) for each in ("Năm", "Năm :", " Năm:")] == ["Năm: 31/12/2018"] * 3
