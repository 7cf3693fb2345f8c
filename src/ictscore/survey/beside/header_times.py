"""What short lines above the answers say of the time and kind of all data: “Năm báo cáo: 2018”, “Quý III”, “Tính đến ngày 30/6/2019”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ictscore.survey.beside.header_days import DAY, first_day, last_day, with_usual_days
from ictscore.survey.beside.header_kinds import is_of_before, names_a_paper, open_for, planned_for
from ictscore.survey.beside.header_leads import CLOSING, LONGEST, folded_line, parted
from ictscore.survey.beside.kinds_timed import Timed, kind_before, kinds_behind
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.remarks.times import NO_YEAR

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_OF_A_DAY = Spoken(
    r"(?<!\w)(?:thời điểm|mốc|niên độ|giai đoạn|kỳ|chốt|lấy|đến|tới|tính)(?!\w)|^(?:ngày (?:của )?)?(?:số liệu|dữ liệu|sl)(?: ngày)?\W*$"
)
_OF_A_YEAR = Spoken(r"(?<!\w)(?:năm|niên độ|year|fy)(?!\w)")
_YEAR_ALONE = Spoken(
    r"(?:kỳ |của |cho |reporting |fiscal )*(?:năm|niên độ|year)(?:\W+(?:báo cáo|số liệu|dữ liệu|đánh giá|tài chính|ngân sách|kỳ))*\W*"
)
"""“Năm: 18” is a year, “Kết quả trong năm: 18” is a number of something."""
_YEAR_OF_DATA = Spoken(r"(?:(?:phiếu|bảng|biểu|báo cáo|tổng hợp|số liệu|dữ liệu|sl|kỳ|của) )+năm ")
"""“Số liệu năm 18” is a year, “Số liệu năm: 20” a number."""
_OF_FUNDS = Spoken(r"nguồn\W+(?:ngân sách|tài chính)")
_UP_TO = Spoken(r"(?<!\w)(?:đến|tới)(?!\w)")
_MADE_LATER = Spoken(r"khảo sát|thu thập|xếp hạng|chấm điểm|thời điểm báo cáo")
_OF_PERIOD = Spoken(r"thời gian")

_YEARS = Spoken(rf"(?:từ )?(?:năm )?{_YEAR}(?:\s*(?:[-–/]|đến|tới)\s*(?:hết )?(?:năm )?{_YEAR})?")
_OVER_YEARS = Spoken(r"(?<!\w)(?:số liệu|dữ liệu|sl|lũy kế|luỹ kế|cộng dồn)(?!\w)(?!.*(?<!\w)(?:học|niên độ|tài chính)(?!\w))")
_SINCE = ("từ ", "tu ")
_ONE_DAY = Spoken(DAY)
_BETWEEN = Spoken(rf"(?:từ |tính từ )?(?:ngày\s*)?:?\s*{DAY}\s*(?:[-–,]|đến|tới)[\s:]*(?:hết )?(?:ngày\s*)?:?\s*{DAY}")
_THOUSANDS = re.compile(r"(?<![\d.,])(1[., ](?=9)|2[., ](?=0))(\d{3})(?![\d.,])")
_TWO_DIGITS = re.compile(r"['’‘`]?(\d\d)")
_THIS_CENTURY = 70
"""“70” and above are years of the last century."""
_COUNT = r"(?:0?[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_MONTHS = (
    rf"(?:bán niên|{_COUNT} ?tháng|0?[1-9] ?th(?:g)?\.?(?= (?:đầu|cuối))|0?[1-9] ?t(?![^\W\d]|\d(?!\d{{3}}))"
    r"|(?:0?[1-3]|một|hai|ba) quý|nửa)(?: (?:đầu|cuối)(?: của)?(?: năm)?| năm)?"
)
_QUARTER = r"(?:(?:qu[ýí]|quarter)[\s:]*(?:0?[1-4]|i{1,3}|iv|một|hai|ba|bốn|tư)|q ?0?[1-4])(?!\w)"
_PART = Spoken(rf"(?:{_MONTHS}|{_QUARTER})(?:\s*[/.,\-]?\s*(?:(?:của |trong )?năm )?{_YEAR})?")
_NTH_PART = Spoken(rf"(?:i{{1,3}}|iv)\s*(?:/|-|–|,| )\s*(?:năm )?{_YEAR}")
"""“III/2019”: a quarter, or a half of a year; behind the name of a paper it is the paper’s number."""
_NTH_OF_YEAR = Spoken(rf"0?[1-4] (?:của )?năm {_YEAR}")
_A_PERIOD = Spoken(r"(?<!\w)kỳ $")
"""“Kỳ 1 năm 2019”; “Kỳ 1” alone may be that of a meeting."""
_A_PAPER = Spoken(r"(?:phiếu|bảng|biểu)\W*$")
_LAST_QUARTER = Spoken(r"^(?:(?:qu[ýí]|q|quarter)[\s:]*)?(?:0?4|iv|bốn|tư)(?!\w)")
_LAST_BESIDE = Spoken(r"(?:qu[ýí]|quarter): (?:0?4|iv|bốn|tư)")
_LATE = 3
"""How many months into a year data of the year before may still be counted."""
_LINES = re.compile(r"[\n;|]|\s{3,}")


@dataclass(frozen=True, slots=True)
class Times:
    """What a line says of the data: the years they are of, the days from and up to which they were counted, and what else they may be.

    ``is_part`` of some months, ``is_last`` of the last ones of a year or of all up to them, ``is_of_before`` of the year before,
    ``is_planned`` planned or estimated, ``is_open`` not final; ``is_made_later`` is said of a year in which a paper is made, which may be
    the one after, ``is_over_years`` of data of all the years together, ``is_a_name`` of words that may be the name of a paper:
    “Kế hoạch năm 2019”.
    """

    years: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    is_part: bool = False
    is_last: bool = False
    is_of_before: bool = False
    is_planned: bool = False
    is_open: bool = False
    is_made_later: bool = False
    is_over_years: bool = False
    is_a_name: bool = False


def times_said(text: str) -> Times | None:
    """Return what a text says of the time or kind of all data in a line that says nothing else.

    >>> [sorted(times_said(each).years) for each in ("Năm đánh giá: 2018", "Giai đoạn 2016 - 2018", "Từ ngày 1/1/2018 đến 31/12/2018")]
    [[2018], [2016, 2017, 2018], [2018]]
    >>> [times_said(each).is_part for each in ("Kỳ báo cáo: Quý III", "9T/2019", "Đến hết quý 3/2019", "Nua dau nam")]
    [True, True, True, True]
    >>> [times_said(each) for each in ("Ngày báo cáo: 30/6/2019", "Tháng 9/2019", "Quyết định 12 năm 2018", "So với cùng kỳ năm trước")]
    [None, None, None, None]
    """
    pieces = [each.strip(CLOSING) for each in _LINES.split(text[:LONGEST]) if each.strip()]
    together = (", ".join(pieces),) if len(pieces) > 1 else ()
    told = [times for each in (*pieces, *together) if (times := _times(folded_line(each))) is not None]
    if not told:
        return None
    is_planned, is_open = (any(getattr(each, flag) for each in told) for flag in ("is_planned", "is_open"))
    return replace(told[0], is_planned=is_planned, is_open=is_open, is_part=any(each.is_part for each in told))


def _times(folded: str) -> Times | None:
    lead, rest = parted(with_usual_days(folded))
    return None if _OF_FUNDS.search(lead) else _alone(lead, rest) or _beside_kind(lead, rest)


def _beside_kind(lead: str, rest: str) -> Times | None:
    """Return what a time says with the kind of data before or behind it."""
    first = kind_before(lead, rest)
    if first is not None and (times := _when(first)) is not None:
        return times
    for kind, said in kinds_behind(lead, rest):
        times = _alone(lead, kind.time) or _whole_quarter(kind.time)
        if times is not None and (kind.is_planned or kind.is_open):
            return replace(times, is_planned=kind.is_planned, is_open=kind.is_open)
        if times is not None and (then := _beside_kind("", said)) is not None:
            return replace(times, is_planned=then.is_planned, is_open=then.is_open)
        if times is not None and kind.is_done and (times.is_part or times.last):
            return times
    return None


def _when(kind: Timed) -> Times | None:
    """Return what the time behind a kind says; what may name a paper needs one that says up to when, or a part of a year."""
    lead, rest = parted(kind.time)
    times = _alone(lead, rest) or _whole_quarter(rest)
    if times is None and kind.is_sure and (found := _ONE_DAY.fullmatch(rest)):
        times = _up_to(found.groups(), is_later=False)
    if times is None or not (times.is_part or times.last or (kind.is_sure and not kind.is_done)):
        return None
    if not kind.is_sure and _NTH_PART.fullmatch(rest):  # the number of a paper
        return None
    return replace(times, is_planned=kind.is_planned, is_open=kind.is_open, is_a_name=not kind.is_sure)


def _whole_quarter(rest: str) -> Times | None:
    """Return the year of the last quarter, up to which all of it is counted."""
    found = _PART.fullmatch(rest)
    return Times(_year(found[1])) if found is not None and _LAST_QUARTER.search(rest) else None


def _alone(lead: str, rest: str) -> Times | None:
    rest = _with_whole_year(lead, rest)
    is_later = _MADE_LATER.search(lead) is not None
    if (found := _YEARS.fullmatch(rest)) and (found[2] or not rest.startswith(_SINCE)):
        first, last = (int(each) for each in (found[1], found[2] or found[1]))
        is_over = last > first and _OVER_YEARS.search(lead) is not None
        return Times(frozenset(range(first, last + 1)), is_made_later=is_later, is_over_years=is_over)
    if found := _BETWEEN.fullmatch(rest):
        return _between(found.groups())
    if found := _ONE_DAY.fullmatch(rest):
        return _of_a_day(lead, found.groups(), is_later=is_later)
    return _of_kind(lead, rest) or _part(lead, rest)


def _with_whole_year(lead: str, rest: str) -> str:
    """Return a year as it is usually written: of “2.018” behind a word for a year, and of “’18” and “18” where nothing else is before."""
    if not _OF_A_YEAR.search(lead):
        return rest
    if (short := _TWO_DIGITS.fullmatch(rest)) and (_YEAR_ALONE.fullmatch(lead) or _YEAR_OF_DATA.fullmatch(lead)):
        return f"{'20' if int(short[1]) < _THIS_CENTURY else '19'}{short[1]}"
    return _THOUSANDS.sub(lambda found: f"{found[1][0]}{found[2]}", rest)


def _of_a_day(lead: str, found: tuple[str | None, ...], *, is_later: bool) -> Times | None:
    """Return what a day says; behind a word for a year the first of January, and any day behind no other word, is its year."""
    names_year = _OF_A_YEAR.search(lead) is not None and last_day(found) is not None and bool(found[2])
    if names_year and (not _OF_A_DAY.search(lead) or [int(each or 0) for each in found[:2]] == [1, 1]):
        return Times(_year(found[2]), is_made_later=is_later)
    return _up_to(found, is_later=is_later) if _OF_A_DAY.search(lead) else None


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


def _of_kind(lead: str, rest: str) -> Times | None:
    if is_of_before(lead, rest):
        return Times(is_of_before=True)
    planned = planned_for(lead, rest)
    if planned is not None:
        return Times(_year(planned), is_planned=True, is_a_name=names_a_paper(lead, rest))
    opened = open_for(lead, rest)
    return Times(_year(opened), is_open=True) if opened is not None else None


def _part(lead: str, rest: str) -> Times | None:
    found = _PART.fullmatch(rest) or (None if _A_PAPER.search(lead) else _NTH_PART.fullmatch(rest))
    if found is None and _A_PERIOD.search(lead):
        found = _NTH_OF_YEAR.fullmatch(rest)
    if found is None or _OF_PERIOD.search(lead) or (_UP_TO.search(lead) and _LAST_QUARTER.search(rest)):
        return None
    return Times(_year(found[1]), is_part=True, is_last=_LAST_BESIDE.fullmatch(rest) is not None)


def _year(named: str | None) -> frozenset[int]:
    return frozenset((int(named),) if named else ())
