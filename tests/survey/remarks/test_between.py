"""Promises about remarks that give two limits in place of a number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.between import is_between
from ictscore.survey.remarks.kin import held
from ictscore.survey.remarks.remark import read_remark

STAFF = Question("c", "Tổng số cán bộ", "count", measure="người")


@pytest.mark.parametrize(
    ("text", "given", "is_said"),
    [
        *(
            (each, 85, True)
            for each in ("từ 66 đến 75", "khoảng 80 - 90 người", "66 đến 75 người", "80-90 cán bộ", "dao động từ 80 tới 90")
        ),
        ("tu 66 den 75", 85, True),
        ("từ 66 đến 85", 85, True),
        *((each, 85, False) for each in ("từ 1 đến 85", "92 - 7", "tăng từ 66 đến 75", "từ 8 đến 17 giờ", "từ 5 đến 10 người mỗi phòng")),
        *((each, 85, False) for each in ("từ 25 đến 59 tuổi", "từ 01/01 đến 31/12", "từ năm 2019 đến 2020", "66 và 75")),
        ("7 - 92", 85, False),
    ],
)
def test_two_limits_are_no_number(text, given, is_said):
    """Unless they count the answer off, or are limits of something else."""
    remark = read_remark(text)
    assert is_between(remark.bare, [held(each, STAFF) for each in remark.figures], STAFF, Fraction(given)) is is_said
