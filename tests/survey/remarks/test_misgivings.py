"""Promises about remarks that say that an answer counts nothing that was asked for."""

from __future__ import annotations

import pytest

from ictscore.survey.remarks.misgivings import says_no_count
from ictscore.survey.remarks.remark import read_remark


@pytest.mark.parametrize(
    "text",
    [
        *("Tính trùng", "Có tính trùng với đơn vị khác", "Nhân 10", "x2", "Ghi đại", "ghi tạm cho đủ", "Số liệu ảo", "chưa thống kê"),
        *("Không có số liệu, ghi đại", "Số liệu trên là của Sở Nội vụ", "Số của cả ngành", "Số liệu của 2 năm", "tinh trung"),
        *("Câu 20 và 21 đổi chỗ cho nhau", "Đã ghi ngược với câu 21", "Hoán đổi với câu dưới"),
    ],
)
def test_made_up_doubled_and_exchanged_numbers_are_known(text):
    """Such an answer is no count, whatever its number."""
    assert says_no_count(read_remark(text).bare)


@pytest.mark.parametrize(
    "text",
    [
        *("Đã loại trùng", "không tính trùng", "ghi đại diện 1 máy", "lấy đại học làm chuẩn", "Không có số liệu năm 2019", "2 x 150"),
        *("Số liệu của đơn vị", "Số liệu trên là của đơn vị", "hoán đổi vị trí công tác 2 người", "số của năm 2020", "ghi tại sổ", ""),
        *("Số liệu của phòng TCKT", "chia 2 lớp", "nhân viên 10 người", "Cộng 2 đợt", "không thống kê hàng hỏng", "đổi máy mới"),
    ],
)
def test_other_remarks_are_not(text):
    """What was left out on purpose, whose data they are and what was exchanged besides says nothing against the answer."""
    assert not says_no_count(read_remark(text).bare)
