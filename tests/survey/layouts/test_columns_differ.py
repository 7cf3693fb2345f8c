"""Promises about columns that could each hold the answers: by what they differ is told, and which is of the round, and all is asked."""

from __future__ import annotations

import pytest

ROWS = [["Tổng số cán bộ", 20, 21], ["Số máy tính", 10, 11], ["Kinh phí", 4, 5]]


@pytest.mark.parametrize(
    ("first", "second", "by", "keep"),
    [
        ("Năm 2019", "Năm 2020", "they differ by the year", "the column of the round (2020) is C “Năm 2020”"),
        ("Số liệu năm 2020", "Số liệu năm 2019", "they differ by the year", "the column of the round (2020) is B “Số liệu năm 2020”"),
        ("2018", "2019", "they differ by the year", "keep the figures of the round (2020)"),
        ("6 tháng", "Cả năm", "one is of a part of the year", "the column of the whole year is C “Cả năm”"),
        ("Số liệu 12 tháng", "Số liệu 6 tháng", "one is of a part of the year", "the column of the whole year is B “Số liệu 12 tháng”"),
        ("Kế hoạch", "Thực hiện", "one says what was planned", "the column of what was done is C “Thực hiện”"),
        ("Kết quả năm 2020", "Kế hoạch năm 2020", "one says what was planned", "the column of what was done is B “Kết quả năm 2020”"),
        ("Số liệu kỳ trước", "Số liệu", "one is of this time", "the column of this time is C “Số liệu”"),
    ],
)
def test_what_the_headings_say_is_told(read, found, first, second, by, keep):
    """Both columns are named with their headings, with the difference, and the one that fits; none is read."""
    survey = read([["Đơn vị: Sở A"], ["Nhóm: Nhóm một"], ["Nội dung", first, second], *ROWS])
    assert found(survey) == [("SV421", "B3"), ("SV413", "")]
    asked = survey.findings[0]
    assert f"B “{first}”, C “{second}” could each hold the answers ({by}" in asked.message
    assert keep in asked.advice


@pytest.mark.parametrize(("first", "second"), [("Số liệu", "Kết quả"), ("Số liệu", ""), ("Kế hoạch quý I", "Kế hoạch quý II")])
def test_where_they_say_nothing_nothing_is_made_up(read, first, second):
    """Two headings that do not differ in such a way are only named."""
    survey = read([["Đơn vị: Sở A"], ["Nhóm: Nhóm một"], ["Nội dung", first, second], *ROWS])
    asked = survey.findings[0]
    assert (asked.code in ("SV421", "SV592"), "; the column of" in asked.advice, "differ" in asked.message) == (True, False, False)


def test_periods_are_told_which_counts_too(read, found):
    """Headings that are periods by their words are named as that, with the one of this time."""
    survey = read([["Đơn vị: Sở A"], ["Nhóm: Nhóm một"], ["Nội dung", "Năm trước", "Năm nay"], *ROWS])
    assert found(survey) == [("SV592", "B3"), ("SV413", "")]
    assert survey.findings[0].advice.endswith("take the others away; the column of this time is C “Năm nay”.")
