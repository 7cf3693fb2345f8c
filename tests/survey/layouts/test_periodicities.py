"""Promises about how often numbers are reported: printed beside the questions, it is neither an answer nor the time of the data."""

from __future__ import annotations

import pytest

from ictscore.survey.layouts.periodicities import is_periodicity, say_how_often

CODES = ("SV421", "SV441", "SV481", "SV490", "SV580", "SV604")
ROWS = [["Tổng số cán bộ", 20], ["Số máy tính", 10], ["Chỉ số", 1], ["Có mạng", "Có"]]


def typed(heading, said, *, before):
    """Return a form typed again with a column of its own before or after the answers."""
    body = [["Nội dung", heading, "Kết quả"], *([row[0], each, row[1]] for row, each in zip(ROWS, said, strict=True))]
    rows = body if before else [[label, answer, each] for label, each, answer in body]
    return [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"], *rows]


def told(survey):
    """Return what was found about columns and times, with its cells."""
    return [(each.code, each.place.cell) for each in survey.findings if each.code in CODES]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Kỳ báo cáo", ["6 tháng", "Hằng quý", "Năm", "Năm"]), ("Kỳ báo cáo", ["hằng quý"] * 4), ("Kỳ", ["6 tháng", "Năm", "Năm", "Năm"]),
        ("Kỳ báo cáo", ["6 tháng/lần"] * 4), ("Định kỳ", ["6 tháng"] * 4), ("Định kỳ báo cáo", ["6 tháng", "Năm", "Năm", "Quý"]),
        ("Tần suất", ["6 tháng"] * 4), ("Tần suất", ["2 lần/năm", "Hằng tháng", "Năm", "Hằng năm"]),
    ],
)  # fmt: skip
def test_how_often_is_neither_an_answer_nor_a_time(read, before, heading, said):
    """Every answer is read, and nothing is asked."""
    survey = read(typed(heading, said, before=before))
    assert told(survey) == []
    assert {name: each.value for name, each in survey.submissions[0].answers["self"].items() if each.raw} == {
        "can_bo": 20, "may_tinh": 10, "chi_so": 1, "co_mang": True,
    }  # fmt: skip


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("said", [["6 tháng"] * 4, ["Quý III"] * 4, ["6 tháng đầu năm"] * 4])
def test_the_same_time_beside_every_number_may_be_that_of_the_data(read, before, said):
    """Below “Kỳ báo cáo” nothing else says which is meant."""
    assert told(read(typed("Kỳ báo cáo", said, before=before))) == [("SV490", "B4" if before else "C4")]


def test_beside_a_blank_answer_it_is_no_answer_either(read):
    """The one answer that is missing is missed, and the others are read."""
    rows = typed("Định kỳ", ["6 tháng", "Năm", "Năm", "Năm"], before=True)
    rows[4][2] = ""
    survey = read(rows)
    assert told(survey) == []
    given = {name: each.value for name, each in survey.submissions[0].answers["self"].items() if each.raw}
    assert given == {"can_bo": 20, "chi_so": 1, "co_mang": True}


def test_each_unit_of_a_table_says_its_own_time(read):
    """There “6 tháng” is no periodicity of a question."""
    rows = [
        ["Đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính", "Kỳ báo cáo"],
        ["Sở A", "a", 20, 10, "6 tháng"],
        ["Sở B", "a", 20, 10, "Năm"],
    ]
    assert told(read(rows)) == [("SV490", "E2")]


@pytest.mark.parametrize("text", ["06 tháng", "báo cáo quý", "Hàng tháng", "01 lần/quý", "Quý, 6 tháng và năm", "Hằng năm"])
def test_periodicities_are_known(text):
    """However they are written."""
    assert is_periodicity(text)


@pytest.mark.parametrize("text", ["6 tháng 2020", "Tháng 6", "Năm 2020", "5", "12 tháng", "cả năm", "theo yêu cầu", ""])
def test_other_times_are_none(text):
    """A certain month, a year and a number say something of the data."""
    assert not is_periodicity(text)


def test_the_same_period_written_in_two_ways_is_one():
    """Two ways of writing do not make a list of periods."""
    assert not say_how_often("Kỳ báo cáo", ["6 tháng", "06 tháng"])
    assert not say_how_often("Kỳ báo cáo", [])
