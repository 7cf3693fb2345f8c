"""Remarks that say an answer is no count of what was asked: taken back, made up, counted twice, of others, or at the wrong question."""

from __future__ import annotations

from ictscore.survey.remarks.spoken import Spoken

_MADE_UP = (
    r"\b(?:ghi|lấy|điền|nhập|kê) (?:đại(?! (?:diện|học|biểu|hội|lý))|bừa|đỡ|tạm|cho có|cho đủ)\b|\bsố(?: liệu)? ảo\b"
    r"|^(?:hiện |đơn vị )?(?:không|chưa) (?:có số liệu|thống kê(?: được)?)\s*(?:$|[.,;(])"
)
_TWICE = r"(?<!không )(?<!tránh )(?<!trừ )(?<!loại )\b(?:tính|đếm|cộng|kê|trùng) trùng\b|(?<!không )\b(?:tính|đếm|cộng) (?:hai|2) lần\b"
_MULTIPLIED = r"^\(?(?:nhân|chia)(?: cho| với)? \d+\)?\.?$|^\(?[x×*] ?\d{1,2}\)?\.?$"
_OF_OTHERS = (
    r"^(?:số liệu|con số|số)(?: (?:trên|này|đó|đây))*(?: là)?(?: số(?: liệu)?)? của (?:(?:cả|toàn|tất cả)(?: các)?"
    r" (?:ngành|tỉnh)\b|\d+ năm\b)"
    r"|^(?:số liệu|con số|số) (?:trên|này|đó)(?: đây)? là (?:số(?: liệu)? )?của (?!đơn vị|cơ quan|năm|kỳ)\w+ \w+"
)
_EXCHANGED = (
    r"\bđổi chỗ cho nhau\b|\b(?:hoán đổi|đổi chỗ|ghi ngược|ghi lộn|nhập ngược)(?: với| cho)? ?(?:câu|dòng|ô\b|§)"
    r"|\b(?:câu|§)[^.;]{0,20}\b(?:đổi chỗ|hoán đổi|ghi ngược)\b"
)
_WITHDRAWN = (
    r"^(?:xin |đề nghị )?(?:bỏ|xóa|xoá|không tính|không lấy|loại)(?: qua| giúp| hộ)?(?: (?:câu|số|dòng|ô)(?: liệu)?)?(?: này| trên)?"
    r"(?: giúp| ạ| nhé)*\.?$"
    r"|\b(?:câu|đơn vị)[^.;,]{0,15} không trả lời\b|\bsố(?: liệu)?[^.;,]{0,15} thuộc (?:câu|§)|\bchép (?:lại )?từ phiếu\b"
    r"|^(?:đang )?chờ (?:xác nhận|số liệu|kiểm tra|đối chiếu)\b"
)
_SPOILT = Spoken(f"{_WITHDRAWN}|{_MADE_UP}|{_TWICE}|{_MULTIPLIED}|{_OF_OTHERS}|{_EXCHANGED}")


def says_no_count(bare: str) -> bool:
    """Return whether a text without citations says that an answer is no count of what was asked.

    >>> [says_no_count(each) for each in ("tính trùng", "nhân 10", "không có số liệu, ghi đại", "§ đổi chỗ cho nhau")]
    [True, True, True, True]
    >>> [says_no_count(each) for each in ("bỏ câu này", "xóa giúp", "đơn vị không trả lời", "số liệu câu này thuộc §", "chờ xác nhận")]
    [True, True, True, True, True]
    >>> [says_no_count(each) for each in ("đã loại trùng", "ghi đại diện 1 máy", "không có số liệu năm 2019", "2 x 150")]
    [False, False, False, False]
    """
    return _SPOILT.search(bare) is not None
