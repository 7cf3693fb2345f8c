"""Promises about names that no list has."""

from __future__ import annotations

import pytest

from ictscore.survey.labels.body_names import begins_like_a_body, names_bodies
from ictscore.survey.labels.totals import reads_like_no_unit


@pytest.mark.parametrize("name", ["UBND huyện X", "H.Bắc Bình", "Huyện ủy Tuy Phong", "TTYT Phan Thiết", "VNPT X", "- Sở Y tế", "so y te"])
def test_names_of_offices_begin_like_them(name):
    """What begins with the word of an office, shortened or without tones, may be one."""
    assert begins_like_a_body(name)


@pytest.mark.parametrize("name", ["Kết quả", "Trung vị", "Tỉnh", "TT", "Báo cáo quý I", "Ban hành", "Đoàn kiểm tra", "Số máy", "", "2020"])
def test_other_words_do_not(name):
    """Results, headings and measures begin with no such word, or with one that goes on otherwise."""
    assert not begins_like_a_body(name)


def test_the_first_words_of_the_list_count_too():
    """What begins like a unit of the list is none of the usual kinds, and may be a unit all the same."""
    assert not begins_like_a_body("Vụ Pháp chế")
    assert begins_like_a_body("Vụ Pháp chế", ["Vụ Kế hoạch"])


def test_a_list_of_places_says_nothing_of_offices():
    """Where most names of the list have no such word, as provinces, nobody's must."""
    assert names_bodies(["Sở Nội vụ", "Ban Dân tộc", "Phan Thiết"])
    assert not names_bodies(["An Giang", "Hà Nội", "Sở Y tế"])
    assert not names_bodies([])


@pytest.mark.parametrize(
    "name",
    ["Trong đó: Phòng 1", "Số liệu năm trước", "So với 2019", "Trung vị", "Định mức", "Chỉ tiêu giao", "Tỷ lệ", "Dự kiến", "Ước thực hiện",
     "Tỉnh",
     "Các sở, ngành", "Grand Total", "Subtotal", "Người lập biểu", "Nơi nhận:", "Ghi chú", "Điểm tối đa", "Kế hoạch năm"],
)  # fmt: skip
def test_rows_of_other_things_are_no_units(name):
    """Parts, periods, targets, maxima, notes and signatures are no units, with and without a list."""
    assert reads_like_no_unit(name)


@pytest.mark.parametrize("name", ["Kế hoạch và Đầu tư", "Tỉnh đoàn", "Huyện ủy Bắc Bình", "Điểm Bưu điện Văn hóa xã", "Chi cục Thuế"])
def test_units_that_begin_alike_are_units(name):
    """A unit whose name begins with such a word and goes on otherwise stays one."""
    assert not reads_like_no_unit(name)
