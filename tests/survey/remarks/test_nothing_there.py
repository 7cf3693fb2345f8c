"""Promises about remarks that say that there is none of what was asked for."""

from __future__ import annotations

import pytest

from ictscore.survey.questions import Question
from ictscore.survey.remarks.nothing_there import says_none, says_not_applicable
from ictscore.survey.remarks.remark import read_remark

MEETINGS = Question("c", "Số cuộc họp chuyên đề công nghệ thông tin trong kỳ", "count", measure="cuộc")
MACHINES = Question("m", "Tổng số máy tính", "count", measure="máy")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        *(
            (MEETINGS, each)
            for each in ("Không phát sinh", "Không họp", "không có cuộc họp nào", "Chưa tổ chức", "khong hop", "không họp lần nào")
        ),
        *((MEETINGS, each) for each in ("chưa có", "không còn cuộc nào", "Chưa họp")),
        *((MACHINES, each) for each in ("Tất cả đã hỏng", "Toàn bộ máy tính đã thanh lý", "không còn máy nào", "không có cái nào")),
        *((MEETINGS, each) for each in ("Trong kỳ không tổ chức cuộc họp nào", "đơn vị không có cuộc họp chuyên đề", "Không xảy ra")),
        *(
            (MACHINES, each)
            for each in ("đã thanh lý hết", "Hỏng hết", "không có máy tính nào", "Máy tính đã hư hỏng hết", "da thanh ly het")
        ),
    ],
)
def test_a_remark_that_says_none_is_known(question, text):
    """Nothing in it but that there is none, and words of the question."""
    assert says_none(read_remark(text).bare, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        *((MEETINGS, each) for each in ("không", "Không có", "không có biên bản", "Không có cuộc họp đột xuất", "Không tính họp giao ban")),
        *(
            (MACHINES, each)
            for each in ("máy cũ đã thanh lý hết", "không có máy hỏng", "thanh lý 5 máy", "chưa thanh lý", "hỏng hết pin", "tất cả còn tốt")
        ),
        *((MACHINES, each) for each in ("Không thay đổi", "không có ý kiến", "")),
        (Question("s", "Số sự cố không báo cáo", "count", measure="sự cố"), "không báo cáo"),
        (Question("t", "Số máy đã thanh lý", "count", measure="máy"), "thanh lý hết"),
    ],
)
def test_none_of_something_else_is_not(question, text):
    """“Không có” alone may mean that there is nothing to note; none of another thing, and what the question itself asks, are no none."""
    assert not says_none(read_remark(text).bare, question)


@pytest.mark.parametrize(
    ("text", "is_said"), [("Không áp dụng", True), ("đơn vị không thuộc đối tượng", True), ("không áp dụng mẫu cũ", False)]
)
def test_not_applicable_is_known(text, is_said):
    """With nothing else in it."""
    assert says_not_applicable(read_remark(text).bare) is is_said
