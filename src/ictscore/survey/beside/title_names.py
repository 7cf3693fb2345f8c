"""Lines that are nothing but a name with a year in it: of a session, of a numbered programme, of the office’s own building, of funds."""

from __future__ import annotations

import re

_OF_DATA = r"\b(?:số liệu|dữ liệu|kết quả|báo cáo|thống kê|phiếu|biểu|bảng|số|thực hiện)\b"
_WORDS = rf"(?:(?!{_OF_DATA}|\s[-–]\s)[^.;:()])*?"
"""Further words of a name, none of which speaks of data."""
_MARK = r"[\W_]*+(?:(?:\d{1,2}|[ivx]{1,5}|[a-hđ])[.)/:][\W_]*+)?"
"""What lines are listed by: “II.”, “-”, “a)”."""
_NTH = r"(?:\d{1,3}|[ivxl]{1,6}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
_SESSION = (
    rf"(?:(?:kỳ|phiên) họp(?: (?!{_OF_DATA})[^\W\d]+){{0,4}}? (?:\d{{1,3}}|[ivxl]{{1,6}})"
    rf"|(?:kỳ họp|phiên họp|hội nghị|đại hội)(?: (?!{_OF_DATA})[^\W\d]+){{0,4}}? (?:thứ|lần thứ|lần|số) {_NTH})"
    rf"(?![\w/.]| (?:tháng|quý)\b){_WORDS}"
)
_PROGRAMME = rf"(?:chương trình|đề án)(?: số)?:? (?:0\d|\d{{2,4}})[a-zđ]?(?: của{_WORDS})?"
"""“Chương trình 06”; “Chương trình 5 năm” is one of five years."""
_BUILDING = (
    rf"(?:trụ sở|nhà làm việc|tòa nhà|toà nhà)(?: (?!{_OF_DATA})[^\W\d]+){{0,6}}?"
    r",? \(?(?:xây dựng|xây|khởi công|khánh thành|đưa vào sử dụng)(?: (?:từ|trong|vào|xong|mới))?"
)
_A_NAME = re.compile(rf"{_MARK}(?:{_SESSION}|{_PROGRAMME}|{_BUILDING})[\s,(]*")
_FUNDS = re.compile(
    rf"{_MARK}(?:(?:từ|bằng|thuộc|sử dụng) )?nguồn (?:vốn |kinh phí )?ngân sách"
    r"(?: (?:nhà nước|trung ương|địa phương|thành phố|tỉnh|huyện|xã|cấp|được|giao))*[\s,(]*(?:năm|kỳ):? (?:19|20)\d\d[\s).,;:*]*"
)
_DATA_BEHIND = re.compile(_OF_DATA)


def is_of_a_name(before: str, behind: str) -> bool:
    """Return whether a year stands in a line that is only the name of a session, a programme or the office’s building.

    >>> [is_of_a_name(each, "") for each in ("kỳ họp 1 ", "ii. kỳ họp thứ tám, hđnd tỉnh ", "chương trình 06 ", "trụ sở xây dựng ")]
    [True, True, True, True]
    >>> [is_of_a_name(each, "") for each in ("kết quả kỳ họp 1 ", "kỳ 1 ", "chương trình ", "số trụ sở xây dựng ", "công trình xây dựng ")]
    [False, False, False, False, False]
    >>> is_of_a_name("chương trình 06 ", ": số liệu")
    False
    """
    return _A_NAME.fullmatch(before) is not None and _DATA_BEHIND.search(behind) is None


def names_funds(folded: str) -> bool:
    """Return whether a line only says from which budget something was paid.

    >>> names_funds("nguồn ngân sách năm 2018"), names_funds("số liệu nguồn ngân sách năm 2018"), names_funds("ngân sách năm 2018")
    (True, False, False)
    """
    return _FUNDS.fullmatch(folded) is not None
