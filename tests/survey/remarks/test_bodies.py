"""Promises about remarks that say of which bodies a figure is."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.bodies import is_of_others
from ictscore.survey.remarks.remark import read_remark

OWN = "Sở Tài chính"


@pytest.mark.parametrize(
    "text",
    [
        *("Số liệu trên là của Sở Nội vụ", "Số của cả ngành", "Số liệu của 2 năm", "số của toàn huyện", "Của tất cả các xã"),
        *("Tính cho toàn tỉnh", "số liệu này là của toàn ngành", "cua tat ca cac xa", "Của cả 10 xã", "số liệu trên là của chi cục Thuế"),
        *("Số liệu trên là của Sở Tài chính và Sở Nội vụ", "Số liệu toàn tỉnh", "Toàn ngành", "của đơn vị khác"),
    ],
)
def test_other_and_more_bodies_are_known(text):
    """Whatever is of the whole branch, district or province, or of another office, is no count of the unit."""
    assert is_of_others(read_remark(text).bare, OWN)


@pytest.mark.parametrize(
    "text",
    [
        *("Số liệu trên là của Sở Tài chính", "số liệu trên là của sở tài chính tỉnh Bình Thuận", "So lieu tren la cua So Tai chinh"),
        *("Số liệu của đơn vị", "Của toàn Sở", "Tính cả các đơn vị trực thuộc", "Của cả cơ quan", "số của năm 2020", "của các phòng"),
        *(
            "Số liệu trên là của đơn vị",
            "Số liệu của phòng TCKT",
            "theo chỉ đạo của tỉnh",
            "máy của ngành cấp",
            "số liệu toàn đơn vị",
            "toàn tỉnh cấp 5 máy",
        ),
    ],
)
def test_what_is_its_own_is_not(text):
    """The unit’s own name, its rooms and what is below it say nothing against the figure."""
    assert not is_of_others(read_remark(text).bare, OWN)


def test_a_district_may_count_all_of_itself():
    """“Toàn huyện” is a district’s own; of a department it is more."""
    assert not is_of_others("số của toàn huyện", "UBND huyện Tuy Phong")
    assert is_of_others("số của toàn tỉnh", "UBND huyện Tuy Phong")


def test_without_a_name_every_other_body_is_asked_about():
    """Where the form does not say whose it is, nothing is its own."""
    assert is_of_others("số liệu trên là của sở tài chính")
