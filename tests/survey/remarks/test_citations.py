"""Promises about numbers that only name something."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.citations import without_citations

CITATIONS = [
    "12/QĐ-UBND",
    "88/STC-VP",
    "12/2019/NĐ-CP",
    "45-KH/TU",
    "số 45-KH/TU",
    "QĐ số 12",
    "Quyết định phê duyệt số 12 ngày 05/02/2020",
    "Kế hoạch năm 2019",
    "ngày 05/02/2020",
    "ngày 5 tháng 2 năm 2020",
    "tháng 9/2020",
    "tháng 1, 3, 6 và 9",
    "Điều 5, khoản 2",
    "trang 5",
    "trang 5-7",
    "phụ lục 1",
    "Phụ lục IV",
    "mục 2.1",
    "Câu 3/mục 2",
    "mức độ 3, 4",
    "https://stc.binhthuan.gov.vn/?id=88",
    "binhthuan.gov.vn/88",
    "a88@binhthuan.gov.vn",
    "ĐT: 0252.3821234",
    "0913 456 789",
    "IPv6",
    "Windows 10",
    "lúc 14h30",
    "24/7",
    "Báo cáo 6 tháng đầu năm 2020",
    "giao ban quý II",
    "số 12 Nguyễn Huệ",
    "lần 2",
]
FIGURES = ["88", "số 88 mới đúng", "88 người", "= 88", "88/85", "40 nam, 45 nữ", "báo cáo có 88 máy", "4 cuộc/quý", "88 đ/c", "x1000"]


@pytest.mark.parametrize("text", CITATIONS)
def test_what_names_something_is_taken_away(text):
    """Nothing is left to be read as a figure."""
    assert not any(map(str.isdigit, without_citations(text)))


@pytest.mark.parametrize("text", CITATIONS)
def test_what_stands_behind_a_citation_is_left(text):
    """A figure after what was cited is still read."""
    assert without_citations(f"{text}: có 88 người").endswith("có 88 người")


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_left_as_they_are(text):
    """What may be a figure stays."""
    assert without_citations(text) == text
