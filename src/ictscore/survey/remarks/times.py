"""Years, parts of a year and days that a remark says its figures are of; what was decided, bought or compared then is not."""

from __future__ import annotations

import re
from datetime import date

from ictscore.survey.remarks.spoken import Spoken

_YEAR = r"(?<!\d)(?:19|20)\d\d(?![\d/])"
DATA = (
    r"(?:số liệu|s\.\s?liệu|sl|dữ liệu|con số|số|kết quả|thống kê|tổng hợp"
    r"|(?<!máy )tính|lấy|chốt|cập nhật|lũy kế|luỹ kế|ghi theo|theo số liệu)"
)
_ONLY_JOINS = (
    r"(?:của|cho|kỳ|năm|trong|ở|tại|là|theo|tài chính|học|ngân sách|cả|toàn|cuối|hết|đến|tới|thống kê|số liệu|số|tính|niên độ"
    r"|báo cáo kỳ|:)"
)
_SAID = rf"\b{DATA}(?:\s*\b{_ONLY_JOINS}|\s*:)*\s*"
_OF_YEARS = Spoken(rf"{_SAID}\(?({_YEAR})(?:\s*[-–]\s*({_YEAR}))?")
_ONLY_YEARS = Spoken(rf"\(?(?:giữ nguyên|giữ|vẫn|như|số liệu|số|của|cho|kỳ báo cáo|năm|kỳ|\s)*:?\s*\(?({_YEAR})\)?[.\s]*")
_SOURCE = (
    r"\b(?:phiếu(?! (?:mẫu|khảo sát))|báo cáo|bc|bảng lương|sổ|biên bản kiểm kê)\b"
    r"(?![^\d]*\b(?:kế hoạch|phương hướng|nhiệm vụ|dự toán|mẫu)\b)[^\d.,;:()§/]{0,40}?"
)
_OF_A_SOURCE = Spoken(
    rf"\(?(?:(?:số liệu|số|được|ghi|giữ|y)\s+)*(?:số liệu|sao chép|chép|lấy|theo|từ|trích|dùng|sử dụng|như|copy)"
    r"(?:\s+(?:lại|từ|theo|của|ở|trong|số liệu|số|y))*"
    rf"\s+{_SOURCE}(?:của )?(?:năm |kỳ )?({_YEAR})(?: của [^\d.,;:()]{{2,40}})?\)?[.\s]*"
)
"""Whose year is that of the figures taken from it; what was decided in a year says nothing of that."""
_BEFORE = r"(?:(?:năm|kỳ|niên độ) (?:ngoái|trước|cũ|vừa qua|(?:vừa )?rồi)|cùng kỳ)"
_KEPT = r"^(?:(?:giữ nguyên|giữ|vẫn|để|ghi|lấy|chép|số liệu|số|y)\s+)*như\s+"
_OF_THE_YEAR_BEFORE = Spoken(rf"(?:{_SAID}|{_KEPT}|^){_BEFORE}\s*(?=$|[.,;)])")
_SOME = r"(?<![\w/.,])(?<!ngày )(?:(?:0?[1-9]|1[01]) ?|ba |sáu |chín )tháng(?! \d{1,2}(?!\d))"
_QUARTER = r"\bqu[ýí] ?(?:0?[1-4]|i{1,3}|iv)(?!\w)"
_GUESSED = r"(?:ước(?: (?:thực hiện|tính|đạt|th))?|tạm tính|sơ bộ)"
"""An estimate of some months is of some months; what is only expected or planned by a day is something else."""
_MONTHS_ALONE = Spoken(
    rf"\(?(?:mới |chỉ )?(?:{_GUESSED} )?(?:(?:{DATA}|của|cho|trong|hết|theo)\s*)*+:?\s*(?:(?:{_SOME}|0?[369]t"
    rf"|(?:0?[1-3]|hai|ba) quý)(?: (?:đầu|cuối)(?: của)? năm)?"
    rf"|{_QUARTER})(?:[\s/.\-]*(?:năm )?{_YEAR})?\)?[.\s]*"
)
_MONTHS_OF_DATA = Spoken(rf"{_SOME} (?:đầu|cuối)(?: của)? năm\b|\b{DATA}[^.;:,]{{0,20}}(?:{_SOME}\b(?! (?:trước|qua))|{_QUARTER})")
_PARTS = Spoken(rf"{_QUARTER}|{_SOME} (?:đầu|cuối)")
_COMPARED = Spoken(r"\b(?:so với|so cùng kỳ|tăng|giảm|hơn|kém|bằng|như|khác|chênh)\b[^.;]*$")
_EACH = r"(?:một |mỗi |1 |hàng |hằng |theo |trên |/ ?)?"
_AVERAGE = Spoken(rf"\b(?:bình quân|trung bình|bq|tb)\s*{_EACH}(?:tháng|quý|tuần|ngày)\b")
_PER_MONTH = Spoken(r"\(?(?:(?:số liệu|số|tính|của)\s*)*(?:một|mỗi|1|theo|hàng|hằng) (?:tháng|quý|tuần|ngày)\)?")
_A_MONTH = Spoken(r"[^\d/,;.]{0,12}(?:/|mỗi|một|1) ?(?:tháng|quý|tuần)\b.*")
_DAY = (
    r"(?P<day>\d{1,2})\s*(?:[/.\-]| tháng )\s*(?P<month>\d{1,2})(?!\d)(?:(?:\s*[/.\-]\s*|,? năm | )(?P<year>(?:19|20)\d\d|\d\d(?!\d)))?"
    r"|tháng (?P<only>\d{1,2})(?!\d)(?:(?:\s*[/.\-]\s*|,? năm | )(?P<of>(?:19|20)\d\d))?"
)
_COUNTED = (
    rf"(?:tính|cập nhật|chốt|số liệu|thống kê|lấy|số)(?: số liệu)?(?: {_GUESSED}| dự kiến| kế hoạch)? (?:đến|tới)"
    rf"|(?:tại |đến |tới |tính đến )?thời điểm|^\(?(?:{_GUESSED} )?(?:từ [\w/.\- ]{{3,25}} )?(?:đến|tới)"
)
_UNTIL = Spoken(rf"(?:{_COUNTED})\s*:?(?: hết| cuối)?(?: ngày)? (?:{_DAY})")
_ENDS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LATE = 3
"""How many months into a year data of the year before may still be counted."""
NO_YEAR = 4
"""Stands for a year where a day has none."""
LEFT_UNCOUNTED = 60
"""How many days before the end of the round data may end and still be taken for those of all of it."""


def years_said(text: str, until: date | None = None) -> frozenset[int]:
    """Return the years that a text without citations says its figures are of.

    >>> sorted(years_said("lấy số năm 2019")), sorted(years_said("tính cho năm tài chính 2019")), years_said("tăng so với năm 2019")
    ([2019], [2019], frozenset())
    """
    only = _ONLY_YEARS.fullmatch(text)
    if only is not None:
        return frozenset((int(only[1]),))
    found = {int(year) for each in _OF_YEARS.finditer(text) if not _is_compared(text, each) for year in each.groups() if year}
    if found or until is None or until.year == NO_YEAR:
        return frozenset(found)
    return frozenset((until.year, until.year - 1) if until.month <= _LATE else (until.year,))


def years_of_source(folded: str) -> frozenset[int]:
    """Return the year of the report, form or list that a text says its figures were taken from, if it says nothing else.

    >>> sorted(years_of_source("chép từ phiếu năm 2019")), sorted(years_of_source("theo báo cáo năm 2019"))
    ([2019], [2019])
    >>> years_of_source("theo quyết định năm 2019"), years_of_source("theo báo cáo kế hoạch năm 2021")
    (frozenset(), frozenset())
    """
    found = _OF_A_SOURCE.fullmatch(folded)
    return frozenset() if found is None else frozenset((int(found[1]),))


def without_day_until(text: str) -> str:
    """Return a text without the day up to which its figures were counted.

    >>> without_day_until("tính đến 30/6: 88")
    ': 88'
    """
    return _UNTIL.sub("", text)


def says_year_before(text: str) -> bool:
    """Return whether a text says that its figures are of the year or round before.

    >>> says_year_before("lấy số năm ngoái"), says_year_before("tăng so với năm trước"), says_year_before("giữ nguyên như năm trước")
    (True, False, True)
    """
    found = _OF_THE_YEAR_BEFORE.search(text)
    return found is not None and not _is_compared(text, found)


def says_part_of_year(text: str) -> bool:
    """Return whether a text without citations says that its figures are of some months, or of each month.

    >>> [says_part_of_year(each) for each in ("6 tháng", "quý iii", "bình quân tháng", "xong trong 6 tháng", "quý i: 1; quý ii: 2")]
    [True, True, True, False, False]
    """
    if len([*_PARTS.finditer(text)]) > 1:
        return False
    if _MONTHS_ALONE.fullmatch(text) or _PER_MONTH.fullmatch(text):
        return True
    found = _MONTHS_OF_DATA.search(text) or _AVERAGE.search(text)
    return found is not None and not _is_compared(text, found)


def is_of_each_month(behind: str) -> bool:
    """Return whether what follows a figure says that it is one of each month.

    >>> is_of_each_month("/ tháng"), is_of_each_month("cuộc/quý, xem sổ"), is_of_each_month("tháng 5")
    (True, True, False)
    """
    return _A_MONTH.fullmatch(behind) is not None


def day_until(folded: str) -> date | None:
    """Return the day up to which a text says that its figures were counted; in year 4 where it names none.

    >>> day_until("tính đến 30/6/2020"), day_until("đến hết tháng 9"), day_until("nộp trước 30/9")
    (datetime.date(2020, 6, 30), datetime.date(4, 9, 30), None)
    """
    found = _UNTIL.search(folded)
    if found is None:
        return None
    month = int(found["month"] or found["only"])
    named = found["year"] or found["of"] or ""
    year = int(named) + (2000 if len(named) == len("19") else 0) if named else NO_YEAR
    if not 1 <= month <= len(_ENDS_OF_MONTHS):
        return None
    last = _ENDS_OF_MONTHS[month - 1]
    return date(year, month, min(int(found["day"] or last) or last, last))


def ends_early(until: date, end: date) -> bool:
    """Return whether data counted up to a day leave more of a round uncounted than they may; a day without year is in its last year.

    >>> ends_early(date(4, 6, 30), date(2020, 12, 31)), ends_early(date(2020, 12, 15), date(2020, 12, 31))
    (True, False)
    """
    day = until.replace(year=end.year) if until.year == NO_YEAR else until
    return (end - day).days > LEFT_UNCOUNTED


def _is_compared(text: str, found: re.Match[str]) -> bool:
    return _COMPARED.search(text[: found.start()]) is not None
