"""What a short line says of the kind of the data: planned or estimated, not final, of the year before; ``lead`` are the words before it."""

from __future__ import annotations

from ictscore.survey.remarks.spoken import Spoken

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_OF_KIND = Spoken(r"(?<!\w)(?:số liệu|dữ liệu|sl|loại|nguồn|tính chất|trạng thái|tình trạng|data|status)(?!\w)")
_OF_KIND_ITSELF = Spoken(r"(?<!\w)(?:số liệu|dữ liệu|sl)[\s:(–-]*$")
"""“Phiếu số liệu” kế hoạch: right behind such words the kind of the data follows, whatever is before them."""
DONE = Spoken(r"kết quả|thực hiện|báo cáo|tổng hợp|phiếu|đánh giá")
_OF_DATA = r"(?:kế hoạch|dự kiến|dự báo|mục tiêu|dự toán|ước(?: (?:thực hiện|tính|đạt|th))?|tạm tính|plan(?:ned)?|target|estimated?)"
_SHORT = r"(?:kh|ưth|uth)"
"""So short that they are read only where the words before say that the kind of the data follows."""
KINDS = rf"(?:{_OF_DATA}|{_SHORT})(?: (?:được )?giao)?"
"""What says that data are planned or estimated."""
_WHICH = r"(?:đến|tới|hết|cho|của|trong|cả|toàn|cuối|năm|niên độ|tài chính|kỳ|báo cáo)(?!\w)"
_FOR = rf"(?:[\s,:(–-]+{_WHICH})*(?:[\s,:(–-]+{_YEAR})?"
"""The year for which it is, or all of it: “… đến cuối năm”, “… cả năm 2019”."""
_PLANNED = Spoken(rf"{KINDS}{_FOR}")
_ESTIMATED = Spoken(r"^(?:ước (?:thực hiện|tính|đạt|th)(?!\w)|ưth(?<!uth)(?!\w))")
"""“UTH” without marks may be a name."""
_OF_A_YEAR = Spoken(rf"^(?!{_SHORT}\b).*{_YEAR}$|^(?:ước|dự kiến|dự báo|tạm tính)(?!\w).*(?<!\w)(?:cả|toàn|cuối|hết) năm$")
_UNFINISHED = (
    r"(?:chưa|không phải(?: là)?) (?:được )?(?:chốt|chính thức|hoàn thành|hoàn chỉnh|hoàn thiện|xong|gửi|nộp)"
    r"|đang (?:nhập(?: liệu)?|soạn(?: thảo)?|hoàn thiện|cập nhật|tổng hợp)"
)
OPENED = (
    rf"(?:(?:bản|bảng|phiếu|báo cáo|số liệu|dữ liệu|là|còn|lưu|dạng)\s+)*(?:nháp|dự thảo|draft|sơ bộ|tạm thời|tạm|{_UNFINISHED}"
    r"|preliminary|provisional)(?: lần (?:thứ )?\w+)?"
)
"""What says that they are not final."""
_OPEN = Spoken(rf"{OPENED}{_FOR}")
_BEFORE = Spoken(r"(?:(?:liền|kề|liền kề) )?(?:trước|ngoái)(?: liền kề| đó)?")
_LATELY = Spoken(r"(?:vừa )?(?:qua|(rồi))|cũ")
_DATA_AGO = Spoken(r"(?<!\w)(?:số liệu|dữ liệu|sl)(?: của)? (?:năm|kỳ|niên độ) $")
"""“Số liệu năm qua”: early in a year it is read both ways; what was done “trong năm qua” names the report."""
_AGO_ALONE = Spoken(r"(?:của )?(?:năm|kỳ) ")
_AGO = Spoken(r"(?<!\w)(?:năm|kỳ|niên độ)(?: báo cáo| đánh giá)?\W*$")
_SAME_PERIOD = Spoken(r"^(?:số liệu|dữ liệu|sl)(?: của)? cùng kỳ\W*$")


def planned_for(lead: str, rest: str) -> str | None:
    """Return the year for which data are said to be planned or estimated, nothing where none is named; None if they are not.

    >>> planned_for("loại số liệu: ", "kh"), planned_for("", "kế hoạch năm 2019"), planned_for("kết quả thực hiện ", "kế hoạch năm 2018")
    ('', '2019', None)
    """
    found = _PLANNED.fullmatch(rest)
    is_estimated = _ESTIMATED.search(rest) is not None
    is_done = DONE.search(lead) is not None and not is_estimated and not is_of_data_itself(lead)
    if found is None or is_done or not (says_kind(lead) or is_estimated or _OF_A_YEAR.search(rest)):
        return None
    return found[1] or ""


def names_a_paper(lead: str, rest: str) -> bool:
    """Return whether words that say planned may as well be the name of a paper: “Kế hoạch năm 2019”."""
    return not says_kind(lead) and _ESTIMATED.search(rest) is None


def is_open(lead: str, rest: str) -> bool:
    """Return whether data are said to be a draft, preliminary or unfinished.

    >>> [is_open(*each) for each in (("trạng thái: ", "bản nháp"), ("số liệu ", "sơ bộ"), ("", "dự thảo"), ("trạng thái: ", "đã duyệt"))]
    [True, True, False, False]
    """
    return open_for(lead, rest) is not None


def open_for(lead: str, rest: str) -> str | None:
    """Return the year of data that are said to be open, nothing where none is named; None if they are not.

    >>> open_for("số liệu ", "sơ bộ năm 2019"), open_for("số liệu ", "chưa chốt"), open_for("", "dự thảo")
    ('2019', '', None)
    """
    found = _OPEN.fullmatch(rest) if says_kind(lead) else None
    return None if found is None else found[1] or ""


def is_of_before(lead: str, rest: str) -> bool:
    """Return whether data are said to be of the year or round before.

    >>> [is_of_before(*each) for each in (("số liệu năm ", "liền trước"), ("số liệu cùng kỳ", ""), ("", "trước"))]
    [True, True, False]
    """
    if not rest:
        return _SAME_PERIOD.search(lead) is not None
    if lately := _LATELY.fullmatch(rest):
        return _DATA_AGO.search(lead) is not None or (lately[1] is not None and _AGO_ALONE.fullmatch(lead) is not None)
    return _BEFORE.fullmatch(rest) is not None and _AGO.search(lead) is not None


def says_kind(lead: str) -> bool:
    """Return whether words say that what follows is the kind of the data."""
    return _OF_KIND.search(lead) is not None


def is_of_data_itself(lead: str) -> bool:
    """Return whether a text ends with a word for data, right behind which their kind follows: “phiếu số liệu”."""
    return _OF_KIND_ITSELF.search(lead) is not None
