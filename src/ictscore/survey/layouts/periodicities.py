"""How often each number is reported, as departments print it beside the questions: “Định kỳ” │ 6 tháng, “Kỳ báo cáo” │ Hằng quý."""

from __future__ import annotations

import re
from collections.abc import Collection

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name

_OF = r"(?: (?:báo cáo|thu thập|cập nhật|cung cấp|công bố|tổng hợp|số liệu))*"
_HOW_OFTEN = re.compile(rf"(?:định kỳ|tần suất|chu kỳ|kỳ hạn|chế độ báo cáo){_OF}")
"""Headings that say nothing else; “Kỳ báo cáo” may say as well of which time the data are."""
_EITHER = re.compile(rf"kỳ{_OF}")
_EACH = r"(?:hằng|hàng|mỗi|theo|từng|định kỳ)"
_PERIOD = r"(?:0?[136] tháng|sáu tháng|ba tháng|(?:0?1 |một )?(?:ngày|tuần|tháng|quý|năm)|nửa năm)"
_ONE = rf"(?:báo cáo )?(?:{_EACH} )*{_PERIOD}"
_TIMES = r"(?:(?:0?\d|một|hai|bốn) lần)"
_PERIODICITY = re.compile(
    rf"{_ONE}(?:\s*(?:[,;/+&–-]|và|hoặc)\s*(?:và |hoặc )?{_ONE})*(?:\s*(?:/|,)?\s*{_TIMES}|\s*/\s*lần)?"
    rf"|{_TIMES}\s*(?:/|trong|một|mỗi)\s*{_PERIOD}"
)
_SAYS_SO = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|từng|định kỳ|lần)(?!\w)")
_BARE = re.compile(r"(?<!\w)0(?=\d)")


def is_periodicity(text: str) -> bool:
    """Return whether a text only says how often something is reported.

    >>> [is_periodicity(each) for each in ("6 tháng", "Hằng quý", "Quý, 6 tháng, năm", "Năm", "6 tháng/lần", "2 lần/năm")]
    [True, True, True, True, True, True]
    >>> [is_periodicity(each) for each in ("Quý III", "9 tháng", "6 tháng đầu năm", "Năm 2018", "Cả năm", "20")]
    [False, False, False, False, False, False]
    """
    return _PERIODICITY.fullmatch(_folded(text)) is not None


def say_how_often(heading: str, texts: Collection[str]) -> bool:
    """Return whether a column says how often each number is reported, and not of which time the data are.

    Below “Kỳ báo cáo” that has to be said (“hằng quý”), or several periods stand there; nothing but “6 tháng” may be the time of the data.

    >>> say_how_often("Định kỳ", ["6 tháng"]), say_how_often("Kỳ báo cáo", ["6 tháng", "Năm"]), say_how_often("Kỳ báo cáo", ["Hằng quý"])
    (True, True, True)
    >>> [say_how_often("Kỳ báo cáo", each) for each in (["6 tháng"], ["Quý III", "Năm"])], say_how_often("Kết quả", ["6 tháng", "Năm"])
    ([False, False], False)
    """
    folded, said = _folded(heading), {_BARE.sub("", _folded(each)) for each in texts}
    if not said or not all(map(is_periodicity, said)):
        return False
    if _HOW_OFTEN.fullmatch(folded):
        return True
    return _EITHER.fullmatch(folded) is not None and (len(said) > 1 or any(_SAYS_SO.search(each) for each in said))


def _folded(text: str) -> str:
    return fold_name(plain(text)).strip(" .:*()")
