"""Promises about remarks that say a choice in words of their own."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.choosing import says_choice
from ictscore.survey.remarks.remark import read_remark

PLAN = Question("k", "Kế hoạch CNTT của năm", "choice", labels=("Đúng hạn", "Trễ", "Không có"), keys=("dung", "tre", "khong"))
LEVELS = Question("m", "Mức độ", "choice", labels=("Một phần", "Một phần lớn", "Toàn bộ", "Khác"), keys=("it", "nhieu", "het", "khac"))


@pytest.mark.parametrize(
    ("question", "text", "key"),
    [
        *(
            (PLAN, each, "tre")
            for each in ("trễ hạn", "Nộp trễ", "chậm 5 ngày", "ban hành quá hạn", "bị muộn so với quy định", "nop tre han")
        ),
        *(
            (PLAN, each, "dung")
            for each in ("Ban hành đúng hạn", "đã gửi kịp thời", "KH 15/KH-STC ban hành đúng tiến độ", "trước hạn 5 ngày")
        ),
        *(
            (PLAN, each, "")
            for each in ("Không trễ", "không bị trễ hạn", "chậm nhất 15/01", "Trễ do tỉnh giao vốn chậm", "Kế hoạch năm 2019 trễ")
        ),
        *((PLAN, each, "") for each in ("không có ý kiến", "", "đúng hạn 10 kế hoạch, trễ 2 kế hoạch", "theo đúng quy định")),
        *(
            (LEVELS, each, key)
            for each, key in (("mới thực hiện một phần", ""), ("đã triển khai một phần lớn", "nhieu"), ("Toàn bộ", "het"))
        ),
        *((LEVELS, each, "") for each in ("khác", "một phần của toàn bộ")),
        (Question("c", "Số cán bộ", "count"), "trễ hạn", ""),
    ],
)
def test_the_only_choice_that_is_said_is_known(question, text, key):
    """In other words for late and in time, and with words of the question; denied, with reasons or of another year it says nothing."""
    assert says_choice(read_remark(text), question, frozenset((2020,))) == key
