"""Remarks that say an answer is no count of what was asked: taken back, made up, counted twice, cumulated, or at the wrong question."""

from __future__ import annotations

from ictscore.survey.questions import Question
from ictscore.survey.remarks.spoken import Spoken

_MADE_UP = (
    r"\b(?:ghi|lấy|điền|nhập|kê) (?:đại(?! (?:diện|học|biểu|hội|lý))|bừa|đỡ|tạm|cho có|cho đủ)\b|\bsố(?: liệu)? ảo\b"
    r"|^(?:hiện |đơn vị )?(?:không|chưa) (?:có số liệu|thống kê(?: được)?)\s*(?:$|[.,;(])"
)
_TWICE = r"(?<!không )(?<!tránh )(?<!trừ )(?<!loại )\b(?:tính|đếm|cộng|kê|trùng) trùng\b|(?<!không )\b(?:tính|đếm|cộng) (?:hai|2) lần\b"
_MULTIPLIED = r"^\(?(?:nhân|chia)(?: cho| với)? \d+\)?\.?$|^\(?[x×*] ?\d{1,2}\)?\.?$"
_SHARE = (
    r"^\(?(?:(?:chỉ|khoảng|chừng|mới|tính|lấy|ghi|là|bằng|được|thực tế|phải) )*"
    r"(?:một nửa|phân nửa|gấp (?:đôi|rưỡi|hai|ba|bốn|năm|\d+)(?: lần)?)"
    r"(?: (?:lên|số|số liệu|so với|thực tế|thực|thật|này|trên|đó|đúng))*\)?\.?$"
)
_CUMULATED = (
    r"^\(?(?:(?:đây|là|số liệu|số|trên|này|các|tính|lấy|ghi|tổng) )*(?:(?:lũy|luỹ) kế|cộng dồn)"
    r"(?: (?:các năm(?: trước)?|nhiều năm|qua các năm|(?:từ trước )?(?:đến|tới) nay|từ (?:các )?năm trước(?: (?:đến|tới) nay)?))?\)?\.?$"
    r"|^\(?(?:(?:đây|là|số liệu|số|tính|lấy|tổng|của) )+(?:từ trước (?:đến|tới) nay|các năm|nhiều năm|qua các năm)\)?\.?$"
)
_EXCHANGED = (
    r"\bđổi chỗ cho nhau\b|\b(?:hoán đổi|đổi chỗ|ghi ngược|ghi lộn|nhập ngược)(?: với| cho)? ?(?:câu|dòng|ô\b|§)"
    r"|\b(?:câu|§)[^.;]{0,20}\b(?:đổi chỗ|hoán đổi|ghi ngược)\b"
)
_WITHDRAWN = (
    r"^(?:xin |đề nghị )?(?:bỏ|xóa|xoá|không tính|không lấy|loại)(?: qua| giúp| hộ)?(?: (?:câu|số|dòng|ô)(?: liệu)?)?(?: này| trên)?"
    r"(?: giúp| ạ| nhé)*\.?$"
    r"|\b(?:câu|đơn vị)[^.;,]{0,15} không trả lời\b|\bsố(?: liệu)?[^.;,]{0,15} thuộc (?:câu|§)|\bchép (?:lại )?(?:từ )?phiếu\b"
    r"|^(?:đang )?chờ (?:xác nhận|số liệu|kiểm tra|đối chiếu)\b"
)
_SPOILT = Spoken(f"{_WITHDRAWN}|{_MADE_UP}|{_TWICE}|{_MULTIPLIED}|{_SHARE}|{_EXCHANGED}")
_IN_ALL = Spoken(_CUMULATED)


_SINCE = Spoken(
    r"\(?(?:(?:đây|là|số liệu|số|tính|lấy|ghi|tổng|kể|cộng dồn|lũy kế|luỹ kế)\s+)++từ (?:năm )?(?P<year>(?:19|20)\d\d)"
    r"(?: (?:đến|tới) (?:nay|(?:năm )?(?:19|20)\d\d))?\)?\.?"
)
_ASKED_IN_ALL = Spoken(r"\b(?:lũy|luỹ) kế|cộng dồn|từ trước|các năm")


def says_no_count(bare: str, question: Question | None = None, known: frozenset[int] = frozenset()) -> bool:
    """Return whether a text without citations says that an answer is no count of what was asked in a round of ``known`` years.

    >>> [says_no_count(each) for each in ("tính trùng", "nhân 10", "không có số liệu, ghi đại", "§ đổi chỗ cho nhau")]
    [True, True, True, True]
    >>> [says_no_count(each) for each in ("bỏ câu này", "xóa giúp", "đơn vị không trả lời", "số liệu câu này thuộc §", "chờ xác nhận")]
    [True, True, True, True, True]
    >>> [says_no_count(each) for each in ("một nửa", "gấp đôi", "số liệu lũy kế", "lũy kế từ trước đến nay")]
    [True, True, True, True]
    >>> [says_no_count(each) for each in ("đã loại trùng", "ghi đại diện 1 máy", "không có số liệu năm 2019", "2 x 150")]
    [False, False, False, False]
    """
    if _SPOILT.search(bare):
        return True
    if question is not None and _ASKED_IN_ALL.search(question.folded_label):
        return False
    since = _SINCE.fullmatch(bare)
    return _IN_ALL.search(bare) is not None or (since is not None and all(int(since["year"]) < each for each in known))
