"""Promises about remarks that say that an answer counts nothing that was asked for."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.misgivings import says_no_count
from ictscore.survey.remarks.remark import read_remark


@pytest.mark.parametrize(
    "text",
    [
        *("Tính trùng", "Có tính trùng với đơn vị khác", "Nhân 10", "x2", "Ghi đại", "ghi tạm cho đủ", "Số liệu ảo", "chưa thống kê"),
        *("Không có số liệu, ghi đại", "tinh trung", "một nửa", "Chỉ bằng một nửa", "gấp đôi", "gấp 3 lần thực tế", "gap doi"),
        *("Số liệu lũy kế", "luỹ kế các năm", "Lũy kế từ trước đến nay", "Tính cộng dồn", "Số liệu từ trước tới nay", "số của các năm"),
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
        *("một nửa là nữ", "gấp đôi năm trước", "gần một nửa đã cũ", "lũy kế đến 31/12/2020", "lũy kế từ đầu năm", "qua các năm đều tăng"),
        *("Số liệu của phòng TCKT", "chia 2 lớp", "nhân viên 10 người", "Cộng 2 đợt", "không thống kê hàng hỏng", "đổi máy mới"),
    ],
)
def test_other_remarks_are_not(text):
    """What was left out on purpose, whose data they are and what was exchanged besides says nothing against the answer."""
    assert not says_no_count(read_remark(text).bare)


def test_a_question_that_asks_for_all_years_is_answered_so():
    """“Số liệu lũy kế” is no misgiving where that is what was asked for."""
    in_all = Question("q", "Số hồ sơ lũy kế", "count", measure="hồ sơ")
    assert not says_no_count(read_remark("Số liệu lũy kế").bare, in_all)
    assert says_no_count(read_remark("Số liệu ảo").bare, in_all)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        *((each, True) for each in ("Lũy kế từ năm 2015", "tính từ 2015 đến nay", "số liệu từ năm 2018 đến 2020")),
        *((each, False) for each in ("Lũy kế từ năm 2020", "từ năm 2015", "mua từ 2015 đến nay", "tính từ 01/01/2020")),
    ],
)
def test_what_is_counted_from_earlier_years_on_is_no_count_of_the_round(text, is_told):
    """In the round of 2020; where no year is known, any year before may be meant."""
    assert says_no_count(read_remark(text).bare, known=frozenset((2020,))) is is_told
