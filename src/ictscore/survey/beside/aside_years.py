"""Years said beside the answers: data of a year that the rulebook does not govern, or of several years, are asked about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ictscore.rulebook.model import Rulebook
from ictscore.survey.beside.title_names import is_of_a_name
from ictscore.survey.beside.title_years import is_of_a_document, is_of_a_life, is_planned_for
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.matching.period import years_in

_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
_ANY = re.compile(_YEAR)
_ONLY = re.compile(
    r"(?:kỳ(?: báo cáo)?|(?:phiếu|bảng|biểu|báo cáo|số liệu|dữ liệu|kết quả)(?: khảo sát| số liệu| thu thập| tổng hợp| thực hiện)*)?"
    r"\s*[:,–-]?\s*\(?((?:19|20)\d\d)\)?"
)
_NAMED = re.compile(rf"(?:năm|(?<!nhiệm )(?<!thời )kỳ)\s*:?\s*{_YEAR}")
_COMPARED = re.compile(r"\b(?:so|so sánh)(?: với)?(?: cùng kỳ)?(?: của)?\s*$")
_A_DAY = re.compile(r"tháng\s*\d{1,2}\s*(?:,\s*)?$|ngày[\s\d.…/]*$")
_DAY = r"\d{1,2}\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*|\d{1,2} tháng (\d{1,2})(?:,? năm|,|/)? ?|(?:hết )?tháng (\d{1,2}) ?(?:,? năm |,|/|-)? ?"
_COUNTED_TO = r"(?:tính|cập nhật|chốt|số liệu|thống kê|lấy) (?:đến|tới)|(?:tại )?thời điểm"
_UNTIL = re.compile(rf"\b(?:{_COUNTED_TO})\s*:?(?: hết)?(?: ngày)? (?:{_DAY}){_YEAR}")
_ENDS = re.compile(rf"\b(?:đến|tới)(?: hết)?(?: ngày)? (?:{_DAY}){_YEAR}")
_MISSING_MONTHS = 5
"""How many months of a year data may not lack; reports are closed a month or two before its end."""
_LATE = 3
"""How many months into a year data of the year before may still be counted."""
_DATA = r"\b(?:số liệu|báo cáo|kết quả|thống kê|lũy kế|luỹ kế|(?<!máy )tính|lấy)\b[^.;:]{0,20}"
_A_MONTH = r"tháng(?! \d{1,2}(?!\d))(?!\w)"
_SOME = rf"(?<![\w/.,])(?<!ngày )(?:0?[369] ?|ba |sáu |chín ){_A_MONTH}"
_QUARTERS = r"(?<![\w/.,])(?:0?[1-3]|một|hai|ba) quý"
_FROM_ITS_ENDS = r"(?:đầu|cuối) (?:năm|của năm)(?!\w)"
_SOME_MONTHS = re.compile(
    rf"(?:(?<![\w/.,])(?:0?[1-9] ?{_A_MONTH}|0?[1-9] ?t(?:h|hg)?\.?|(?:ba|sáu|chín) tháng)|{_QUARTERS}) {_FROM_ITS_ENDS}"
    rf"|{_DATA}(?:{_SOME}|\bqu[ýí] (?:0?[1-4]|i{{1,3}}|iv)\b|(?<![\w/.,])0?[369] ?t(?:(?=(?:19|20)\d\d)|(?!\w)))"
)
_KINDS_OF_REPORTS = re.compile(
    r"(?<![\w/.,])(?:0?[369] ?|ba |sáu |chín )tháng(?:(?:\s*[,;/&–-]\s*(?:và |hoặc )?| và | hoặc )(?:0?[369] |ba |sáu |chín )tháng)*"
    r"(?:\s*[,;/&–-]\s*(?:và |hoặc )?| và | hoặc )(?:báo cáo )?(?:cả |hằng |hàng |một |0?1 )?năm(?! (?:học|tháng|\d)|\w)"
)
"""“Báo cáo quý, 6 tháng, năm” is the name of a kind of report, not of one."""
_MONTHS_ALONE = re.compile(
    rf"(?:(?:phiếu|bảng|biểu|báo cáo|số liệu|kết quả|thực hiện|th)[ _.\-]+)*\(?(?:{_SOME}(?: .*)?|0?[369]t(?:[\s/.\-]*(?:19|20)\d\d)?"
    r"|qu[ýíy][ _.]?(?:0?[1-4]|i{1,3}|iv)(?:\W.*)?)"
)
_OF_DATA = re.compile(r"[(*\s]*(?:phiếu|bảng(?! lương)|biểu|báo cáo|số liệu|dữ liệu|kết quả|thống kê|năm|kỳ|sl)(?!\w)")
_BEHIND_A_NAME = re.compile(
    rf".*\w\s*(?:[(\[,;:–]|\s-)\s*(?:(?:số liệu|sl|kết quả|báo cáo|của|cho|kỳ|năm)\s*)*{_YEAR}\s*[)\]]?"
    rf"|.*\w\s*(?<!thành lập )(?<!sáp nhập )(?<!đổi tên )(?<!giải thể )(?<!trước )(?<!sau )(?<!từ )(?<!đến )(?:năm|kỳ) {_YEAR}"
)


_MOST_REMEMBERED = 4
_HEARD = 400
"""How many letters before a year may say what it is of."""


def known_years(rulebook: Rulebook, period: str = "") -> frozenset[int]:
    """Return the years of a period, else those a rulebook governs; with those its data are from."""
    named = frozenset(years_in(period))
    years = named or frozenset(rulebook.rounds.years if rulebook.rounds is not None else ())
    window = rulebook.data_window
    if window is not None and (not named or window.to.year in named):
        years |= {*range(window.from_.year, window.to.year + 1)}
    return years


def window_of(rulebook: Rulebook, period: str = "") -> tuple[date, date] | None:
    """Return the first and last day of the data of a round, where the rulebook says them."""
    named, window = years_in(period), rulebook.data_window
    return (window.from_, window.to) if window is not None and (not named or window.to.year in named) else None


def end_of_round(rulebook: Rulebook, period: str = "") -> date | None:
    """Return the last day of a round's data, or None where nothing says which year they are of.

    Where the procedure wants them earlier in that year, none can be of a later day.
    """
    window = window_of(rulebook, period)
    if window is not None:
        return window[1]
    years = known_years(rulebook, period)
    return min((date(max(years), 12, 31), *_wanted_in(rulebook, max(years)))) if years else None


def _wanted_in(rulebook: Rulebook, year: int) -> Iterator[date]:
    """Yield the days of a year by which a step of the procedure has to be done."""
    days = (step.deadline for step in rulebook.procedure if step.deadline is not None and step.deadline.rule != "after")
    for day in days:
        if day.date is not None and day.date.year == year:
            yield day.date
        elif day.day is not None and day.month is not None:
            yield date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def without_own(text: str, rulebook: Rulebook) -> str:
    """Return a text without what the rulebook itself says with a year in it: names of groups and criteria, questions, decisions."""
    folded = fold_name(text)
    for own in _own_of(rulebook).with_years:
        folded = folded.replace(own, "")
    return folded


def is_own(text: str, rulebook: Rulebook) -> bool:
    """Return whether a text is one of the rulebook itself: a name of a criterion, say."""
    return fold_name(text) in _own_of(rulebook).texts


class _Own(NamedTuple):
    """What a rulebook says, folded, and of that what has a year in it, the longest first."""

    rulebook: Rulebook
    texts: frozenset[str]
    with_years: tuple[str, ...]


_remembered: list[_Own] = []


def _own_of(rulebook: Rulebook) -> _Own:
    """Return what a rulebook says; collected once, for a round has many files."""
    found = next((each for each in _remembered if each.rulebook is rulebook), None)
    if found is None:
        texts = frozenset(_texts(rulebook.model_dump(mode="json")))
        with_years = (each for each in texts if _ANY.search(each) and not _ONLY.fullmatch(each))
        found = _Own(rulebook, texts, tuple(sorted(with_years, key=lambda each: (-len(each), each))))
        _remembered[:] = [*_remembered[1 - _MOST_REMEMBERED :], found]
    return found


def _texts(part: object) -> Iterator[str]:
    """Yield all texts in a part of a rulebook, folded."""
    if isinstance(part, str):
        yield fold_name(part)
    elif isinstance(part, dict):
        for each in part.values():
            yield from _texts(each)
    elif isinstance(part, list):
        for each in part:
            yield from _texts(each)


def years_of_heading(text: str) -> frozenset[int]:
    """Return the years in a heading or the name of a sheet.

    >>> sorted(years_of_heading("Số liệu đến 31/12/2019"))
    [2019]
    """
    return frozenset(map(int, _ANY.findall(text)))


def years_of_title(text: str, rulebook: Rulebook) -> frozenset[int]:
    """Return the years that a title says its data are of: not those of days of signing, of documents, compared, or in the own title.

    Data for the plan of a year are of that year or of the one before.

    >>> from types import SimpleNamespace
    >>> sorted(years_of_title("Số liệu năm 2019 (Quyết định 5 năm 2018)", SimpleNamespace(title="Bộ tiêu chí")))
    [2019]
    """
    folded = fold_name(plain(text)).replace(fold_name(plain(rulebook.title)), "")
    only = _ONLY.fullmatch(folded)
    if only is not None:
        return frozenset((int(only[1]),))
    found = set()
    for each in _NAMED.finditer(folded):
        before = folded[max(each.start() - _HEARD, 0) : each.start()]
        if _A_DAY.search(before) or _COMPARED.search(before) or is_of_a_document(before) or is_of_a_life(before):
            continue
        if is_of_a_name(before, folded[each.end() :]):
            continue
        found |= {int(each[1]), int(each[1]) - 1} if is_planned_for(before) else {int(each[1])}
    return frozenset(found) or _years_until(folded)


def begins_with_data(text: str) -> bool:
    """Return whether a text speaks of a paper, data or a year from its first word on.

    >>> [begins_with_data(each) for each in ("Số liệu năm 2019", "Năm 2019", "Kế hoạch năm 2019", "Sở A năm 2019")]
    [True, True, False, False]
    """
    return _OF_DATA.match(fold_name(text)) is not None


def years_behind_a_name(text: str) -> frozenset[int]:
    """Return the year that is written behind the name of a unit, and is not one in which something became of the unit itself.

    >>> [sorted(years_behind_a_name(each)) for each in ("Sở A (năm 2019)", "Sở A - 2019", "Sở A năm 2019")]
    [[2019], [2019], [2019]]
    >>> [sorted(years_behind_a_name(each)) for each in ("Sở A (thành lập năm 2019)", "Hội Chiến sĩ 1972", "Sở A")]
    [[], [], []]
    """
    found = _BEHIND_A_NAME.fullmatch(fold_name(text))
    return frozenset(int(each) for each in found.groups() if each) if found is not None else frozenset()


def says_some_months(text: str, title: str = "") -> bool:
    """Return whether a text says that its data are of some months; the rulebook’s own ``title`` says nothing of the data.

    >>> [says_some_months(each) for each in ("SỐ LIỆU 6 THÁNG ĐẦU NĂM 2020", "Số liệu quý III", "Xong trong 6 tháng", "Số liệu năm 2020")]
    [True, True, False, False]
    """
    folded = fold_name(text).replace(fold_name(title), "") if title else fold_name(text)
    return _SOME_MONTHS.search(_KINDS_OF_REPORTS.sub("", folded)) is not None


def heads_data_ending_early(text: str, rulebook: Rulebook) -> bool:
    """Return whether a heading says that its data end five months or more before those of the round do.

    >>> from types import SimpleNamespace
    >>> rulebook = SimpleNamespace(data_window=None, rounds=SimpleNamespace(years=[2020]))
    >>> [heads_data_ending_early(each, rulebook) for each in ("Đến 30/6/2020", "Số liệu đến hết ngày 15/11/2020", "Đến 30/6/2019")]
    [True, False, False]
    """
    window, governed = rulebook.data_window, rulebook.rounds
    for each in _ENDS.finditer(fold_name(text)):
        *months, year = each.groups()
        ends = 12 * int(year) + int(next(filter(None, months)))
        if window is not None:
            first, last = 12 * window.from_.year + window.from_.month, 12 * window.to.year + window.to.month
        else:
            first, last = 12 * int(year) + 1, 12 * int(year) + 12
            if governed is None or int(year) not in governed.years:
                continue
        if first <= ends <= last - _MISSING_MONTHS:
            return True
    return False


def names_months(text: str) -> bool:
    """Return whether a short text is nothing but some months of a year, or a paper of some months.

    >>> [names_months(each) for each in ("6 tháng", "Phiếu quý II", "6 tháng đầu năm 2020", "Quy 1", "Quỹ 1", "Sở A")]
    [True, True, True, True, False, False]
    """
    return _MONTHS_ALONE.fullmatch(_KINDS_OF_REPORTS.sub("", fold_name(text))) is not None


def _years_until(folded: str) -> frozenset[int]:
    """Return the years of days up to which data are said to be counted: early in a year they may be those of the year before."""
    found = set()
    for each in _UNTIL.finditer(folded):
        *months, year = each.groups()
        month = int(next(filter(None, months)))
        found |= {int(year), int(year) - 1} if month <= _LATE else {int(year)}
    return frozenset(found)
