"""Promises about remarks that say yes or no."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.denials import says
from ictscore.survey.remarks.remark import read_remark

RULES = Question("q", "Đã có quy chế quản lý và sử dụng mạng", "yes_no")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("chưa ban hành", "no"),
        ("Hiện chưa có quy chế", "no"),
        ("đang lấy ý kiến các phòng", "no"),
        ("dự thảo", "no"),
        ("không ban hành", "no"),
        ("đã ban hành", "yes"),
        ("Hỏng", "no"),
        ("đã hỏng", "no"),
        ("Hết hợp đồng", "no"),
        ("hư hỏng, chưa sửa", "no"),
        ("hết hiệu lực", "no"),
        ("het hop dong", "no"),
        ("Hợp đồng đã hết hạn", "no"),
        ("ngừng sử dụng", "no"),
        ("không dùng nữa", "no"),
        ("đang đấu thầu", "no"),
        ("ngừng cấp mới", ""),
        ("đang mua sắm thêm", ""),
        ("Mới ký hợp đồng, chưa sử dụng", "no"),
        ("đã mua nhưng chưa lắp đặt", "no"),
        ("Có máy, chưa đưa vào sử dụng", "no"),
        ("hỏng 2 ổ cứng", ""),
        ("Hết hiệu lực quy chế cũ năm 2015", ""),
        ("Hết hợp đồng với FPT, chuyển sang VNPT", ""),
        ("mới mua thêm 1 máy, chưa sử dụng", ""),
        ("đã có, chưa triển khai hết các phòng", ""),
        ("đã sửa chữa", ""),
        ("không có", ""),
        ("không", ""),
        ("chưa có kinh phí", ""),
        ("không có ý kiến", ""),
        ("chưa sửa đổi", ""),
        ("chưa ban hành, thực hiện theo quy chế của tỉnh", ""),
    ],
)
def test_what_only_denies_is_a_no(text, said):
    """Nothing in it but the denial and words of the question; about other things it says nothing."""
    assert says(read_remark(text), RULES) == said


def test_no_evidence_is_no_denial():
    """“Không …” among evidence may be about the evidence."""
    assert says(read_remark("không ban hành"), RULES, is_evidence=True) == ""
    assert says(read_remark("chưa ban hành"), RULES, is_evidence=True) == "no"
