"""What short lines above the answers say of the time and kind of all data: “Năm báo cáo: 2018”, “Quý III”, “Tính đến ngày 30/6/2019”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ictscore.survey.beside.header_days import DAY, first_day, last_day, with_usual_days
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.remarks.times import NO_YEAR

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_LEAD = Spoken(
    r"^(?:(?:thời điểm|thời gian|thời kỳ|niên độ|giai đoạn|năm|kỳ|tính chất|tính|chốt|lấy|cập nhật|đến|tới|hết|cuối|ngày|loại|nguồn"
    r"|phiếu|bảng|biểu|báo cáo|số liệu|dữ liệu|kết quả|thống kê|tổng hợp|lũy kế|luỹ kế|sl|bc|thực hiện|đánh giá|khảo sát|xếp hạng"
    r"|chấm điểm|tài chính|ngân sách|học|cùng|của|cho|trong|theo|tại|vào|mới|chỉ)(?!\w)(?! tháng)[\s:.,(\-–]*)+"
)
"""Words that lead to a time and are none themselves; what is left behind them has to be one, all of it."""
_SAYS_TIME = Spoken(r"(?<!\w)(?:thời \w+|niên độ|giai đoạn|năm|kỳ|chốt|đến|tới|(?:loại|nguồn|tính chất) (?:số liệu|dữ liệu|báo cáo))(?!\w)")
_BEGINS = frozenset(("từ", "từ ngày", "quý", "quí", "tu", "tu ngay", "quy"))
_OF_A_DAY = Spoken(r"(?<!\w)(?:thời điểm|niên độ|giai đoạn|kỳ|chốt|lấy|đến|tới|tính)(?!\w)|^(?:số liệu|dữ liệu|sl)(?: ngày)?\W*$")
_UP_TO = Spoken(r"(?<!\w)(?:đến|tới)(?!\w)")
_MADE_LATER = Spoken(r"khảo sát|xếp hạng|chấm điểm|thời điểm báo cáo")
_DONE = Spoken(r"kết quả|thực hiện|báo cáo|tổng hợp|phiếu|đánh giá")
_OF_KIND = Spoken(r"(?<!\w)(?:số liệu|dữ liệu|sl|loại|nguồn)(?!\w)")
_OF_PERIOD = Spoken(r"thời gian")
_AGO = Spoken(r"(?<!\w)(?:năm|kỳ)(?: báo cáo| đánh giá)?\W*$")

_YEARS = Spoken(rf"(?:từ )?(?:năm )?{_YEAR}(?:\s*(?:[-–/]|đến|tới)\s*(?:hết )?(?:năm )?{_YEAR})?")
_SINCE = ("từ ", "tu ")
_ONE_DAY = Spoken(DAY)
_BETWEEN = Spoken(rf"(?:từ |tính từ )?(?:ngày\s*)?:?\s*{DAY}\s*(?:[-–,]|đến|tới)[\s:]*(?:hết )?(?:ngày\s*)?:?\s*{DAY}")
_MONTHS = r"(?:(?:[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín) tháng|[1-9] ?t(?!\w)|nửa)(?: (?:đầu|cuối)(?: của)?(?: năm)?| năm)?"
_QUARTER = r"(?:qu[ýí][\s:]*(?:[1-4]|i{1,3}|iv|một|hai|ba|bốn|tư)|q ?[1-4])(?!\w)"
_PART = Spoken(rf"(?:{_MONTHS}|{_QUARTER})(?:\s*[/.,\-]?\s*(?:(?:của |trong )?năm )?{_YEAR})?")
_LAST_QUARTER = Spoken(r"(?:qu[ýí]|q)[\s:]*(?:4|iv|bốn|tư)(?!\w)")
_PLAN = r"(?:kế hoạch|dự kiến|mục tiêu|dự toán|ước(?: (?:thực hiện|tính|đạt))?|tạm tính|plan(?:ned)?|target|estimated?)"
_PLANNED = Spoken(rf"{_PLAN}(?: (?:được )?giao)?(?:(?: cả)? năm)?(?: {_YEAR})?")
_PLAN_ALONE = Spoken(rf"^ước (?:thực hiện|tính|đạt)|{_YEAR}$")
_BEFORE = Spoken(r"(?:trước|ngoái)(?: liền kề| đó)?")
_LATE = 3
"""How many months into a year data of the year before may still be counted."""
_CLOSING = " ()[]*.,;:•-–"
_LONGEST = 120
_LINES = re.compile(r"[\n;|]|\s{3,}")


@dataclass(frozen=True, slots=True)
class Times:
    """What a line says of the data: the years they are of, the days from and up to which they were counted, and what else they may be.

    ``is_part`` of some months, ``is_of_before`` of the year before, ``is_planned`` planned or estimated; ``is_made_later`` is said of a
    year in which a paper is made, which may be the one after.
    """

    years: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    is_part: bool = False
    is_of_before: bool = False
    is_planned: bool = False
    is_made_later: bool = False


def times_said(text: str) -> Times | None:
    """Return what a text says of the time or kind of all data in a line that says nothing else.

    >>> [sorted(times_said(each).years) for each in ("Năm đánh giá: 2018", "Giai đoạn 2016 - 2018", "Từ ngày 1/1/2018 đến 31/12/2018")]
    [[2018], [2016, 2017, 2018], [2018]]
    >>> [times_said(each).is_part for each in ("Kỳ báo cáo: Quý III", "9T/2019", "Đến hết quý 3/2019", "Nua dau nam")]
    [True, True, True, True]
    >>> [times_said(each) for each in ("Ngày báo cáo: 30/6/2019", "Tháng 9/2019", "Quyết định 12 năm 2018", "So với cùng kỳ năm trước")]
    [None, None, None, None]
    """
    told = (_times(_folded(each)) for each in _LINES.split(text[:_LONGEST]) if each.strip())
    return next((each for each in told if each is not None), None)


def is_label(text: str) -> bool:
    """Return whether a text only says that a time or the kind of the data stands beside or below it.

    >>> [is_label(each) for each in ("Năm báo cáo:", "Tính đến ngày", "Từ ngày", "Loại số liệu", "Năm thành lập", "Số liệu")]
    [True, True, True, True, False, False]
    """
    lead, rest = _parted(_folded(text[:_LONGEST]))
    return rest in _BEGINS or (not rest and _SAYS_TIME.search(lead) is not None)


def _folded(text: str) -> str:
    return fold_name(plain(text)).strip(_CLOSING)


def _parted(folded: str) -> tuple[str, str]:
    """Return the words that lead to a time, and the rest."""
    found = _LEAD.search(folded)
    end = found.end() if found is not None else 0
    return folded[:end], folded[end:].strip(_CLOSING)


def _times(folded: str) -> Times | None:
    lead, rest = _parted(with_usual_days(folded))
    is_later = _MADE_LATER.search(lead) is not None
    if (found := _YEARS.fullmatch(rest)) and (found[2] or not rest.startswith(_SINCE)):
        first, last = (int(each) for each in (found[1], found[2] or found[1]))
        return Times(frozenset(range(first, last + 1)), is_made_later=is_later)
    if found := _BETWEEN.fullmatch(rest):
        return _between(found.groups())
    if found := _ONE_DAY.fullmatch(rest):
        return _up_to(found.groups(), is_later=is_later) if _OF_A_DAY.search(lead) else None
    if _BEFORE.fullmatch(rest) and _AGO.search(lead):
        return Times(is_of_before=True)
    return _planned(lead, rest) or _part(lead, rest)


def _between(found: tuple[str | None, ...]) -> Times | None:
    last = last_day(found[3:])
    first = first_day(found[:3], last) if last is not None else None
    if last is None or first is None or first > last:
        return None
    return Times(frozenset(() if last.year == NO_YEAR else range(first.year, last.year + 1)), first, last)


def _up_to(found: tuple[str | None, ...], *, is_later: bool) -> Times | None:
    last = last_day(found)
    if last is None:
        return None
    years = {last.year, last.year - 1} if last.month <= _LATE else {last.year}
    return Times(frozenset(() if last.year == NO_YEAR else years), None, last, is_made_later=is_later)


def _planned(lead: str, rest: str) -> Times | None:
    found = _PLANNED.fullmatch(rest)
    if found is None or _DONE.search(lead) or not (_OF_KIND.search(lead) or _PLAN_ALONE.search(rest)):
        return None
    return Times(_year(found[1]), is_planned=True)


def _part(lead: str, rest: str) -> Times | None:
    found = _PART.fullmatch(rest)
    if found is None or _OF_PERIOD.search(lead) or (_UP_TO.search(lead) and _LAST_QUARTER.search(rest)):
        return None
    return Times(_year(found[1]), is_part=True)


def _year(named: str | None) -> frozenset[int]:
    return frozenset((int(named),) if named else ())
