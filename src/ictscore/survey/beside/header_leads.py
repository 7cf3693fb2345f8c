"""The words that lead to a time or kind in a short line, and labels that are nothing else: “Năm báo cáo:”, “Tính đến ngày”."""

from __future__ import annotations

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken

_LEAD = Spoken(
    r"^(?:(?:thời điểm|mốc|thời gian|thời kỳ|niên độ|giai đoạn|năm|kỳ|tính chất|tính|chốt|lấy|cập nhật|đến|tới|hết|cuối|ngày|loại|nguồn"
    r"|phiếu|bảng|biểu|báo cáo|số liệu|dữ liệu|kết quả|thống kê|tổng hợp|lũy kế|luỹ kế|sl|bc|thực hiện|đánh giá|khảo sát|xếp hạng"
    r"|thu thập|cộng dồn|chấm điểm|tài chính|ngân sách|học|cùng|của|cho|trong|theo|tại|vào|mới|chỉ|trạng thái|tình trạng|niên giám"
    r"|year|fy|period|reporting|fiscal|data|status)(?!\w)(?! tháng)[\s:.,(/)\-–]*)+"
)
"""Words that lead to a time and are none themselves; what is left behind them has to be one, all of it."""
_SAYS_TIME = Spoken(
    r"(?<!\w)(?:thời \w+|mốc|niên độ|giai đoạn|năm|kỳ|chốt|đến|tới|year|period"
    r"|(?:loại|nguồn|tính chất|trạng thái|tình trạng) (?:số liệu|dữ liệu|báo cáo))(?!\w)|^(?:trạng thái|status)\W*$"
)
_BEGINS = frozenset(("từ", "từ ngày", "quý", "quí", "tu", "tu ngay", "quy", "quarter"))
_JOINED = Spoken(r"(?<!\w)(năm|fy|year)(?=(?:19|20)\d\d(?!\d))")
_FIGURES = Spoken(r"^(số) (?=(?:ước|dự kiến|tạm tính|sơ bộ|chưa (?:chốt|chính thức)|năm (?:trước|ngoái|rồi|cũ))(?!\w))")
CLOSING = " ()[]*.,;:•-–"
LONGEST = 120
"""How much of a text is looked at."""


def is_label(text: str) -> bool:
    """Return whether a text only says that a time or the kind of the data stands beside or below it.

    >>> [is_label(each) for each in ("Năm báo cáo:", "Tính đến ngày", "Từ ngày", "Loại số liệu", "Năm thành lập", "Số liệu")]
    [True, True, True, True, False, False]
    """
    lead, rest = parted(folded_line(text[:LONGEST]))
    return rest in _BEGINS or (not rest and _SAYS_TIME.search(lead) is not None)


def begins_with_time(text: str) -> bool:
    """Return whether no words lead to the time that a text says: it may stand below its label.

    >>> [begins_with_time(each) for each in ("31/12/2018", "Quý III", "Ngày 15/9/2018")]
    [True, True, False]
    """
    return not parted(folded_line(text[:LONGEST]))[0]


def folded_line(text: str) -> str:
    """Return a line folded, without what closes it, and with its words for a year and for data as they are usually written.

    >>> folded_line("(FY2019)"), folded_line("Số ước thực hiện")
    ('fy 2019', 'số liệu ước thực hiện')
    """
    folded = _JOINED.sub(r"\1 ", fold_name(plain(text)).strip(CLOSING))
    return _FIGURES.sub(r"\1 lieu " if folded.isascii() else r"\1 liệu ", folded)


def parted(folded: str) -> tuple[str, str]:
    """Return the words that lead to a time, and the rest.

    >>> parted("tính đến ngày 30/6/2019"), parted("ngày nộp")
    (('tính đến ngày ', '30/6/2019'), ('ngày ', 'nộp'))
    """
    found = _LEAD.search(folded)
    end = found.end() if found is not None else 0
    return folded[:end], folded[end:].strip(CLOSING)
