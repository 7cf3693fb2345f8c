"""Lines of a letter around a form: state and motto, its number, to whom it goes, the paper it comes with, when it has to be sent."""

from __future__ import annotations

import re

from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.remarks.spoken import Spoken

_STATE = frozenset(map(fold_label, ("cộng hòa xã hội chủ nghĩa việt nam", "độc lập tự do hạnh phúc", "đảng cộng sản việt nam")))
_NUMBER = re.compile(
    r"(?:số|so)\s*:?\s*[\d.…_\s]{0,14}[a-zđ]?\s*(?:[/\-–]\s*[A-ZĐ\d][\w&.]*\s*)*?[/\-–]\s*[A-ZĐ][\w&.]*(?:\s*[/\-–]\s*[A-ZĐ\d][\w&.]*)*"
)
_DATE = r"(?:ngày)?\s*[\d.…_\s]{0,6}(?:/|-|\.|tháng)[\d.…_\s]{0,6}(?:/|-|\.|,?\s*năm)\s*(?:(?:19|20)\d\d|[.…_\s]{0,8}|20[.…_\s]{1,6})"
_SYMBOL = r"[\d.…_\s]{0,12}[a-zđ]?(?:\s*[/\-–]\s*[a-zđ\d&.]{1,12}){1,5}"
_PAPER = (
    r"(?:quyết định|công văn|kế hoạch|thông tư|nghị định|nghị quyết|văn bản|tờ trình|hướng dẫn|thông báo|quy định|báo cáo|công điện"
    r"|qđ|cv|kh|tt|tb|bc|nq|nđ)"
)
_COMES_WITH = Spoken(
    rf"\(?\s*(?:(?:ban hành |gửi )?kèm theo|(?:ban hành )?theo|căn cứ) {_PAPER}"
    rf"(?: số\s*:?\s*(?:{_SYMBOL}|\d{{1,5}}|[.…_\s/]+)|\s+{_SYMBOL})?"
    rf"(?: \d{{1,5}})?(?:\s*năm (?:19|20)\d\d)?(?:,?\s*{_DATE})?(?:,?\s*(?:của|do) (?P<body>[^\d():]+))?\s*\)?\.?"
)
_BARE_NUMBER = re.compile(r"\s\d{1,5}\s*\)?\.?$")
_GOES_TO = Spoken(r"(?:(?:đồng )?kính gửi|(?:đơn vị|cơ quan|nơi) nhận(?: báo cáo| phiếu| biểu)?(?=\s*:))\s*:?\s*(?P<body>[^\d():]+)")
_SENT_BY = Spoken(
    rf"\(?(?:thời hạn|hạn|thời gian) (?:gửi|nộp|trả lời|báo cáo|hoàn thành)(?: (?:phiếu|báo cáo|biểu))?\s*:?\s*"
    rf"(?:trước |chậm nhất )?(?:ngày )?{_DATE}\)?\.?"
)
_ASKS_TO_FILL = Spoken(
    r"\(?(?:đề nghị |vui lòng |đơn vị )*(?:điền|ghi|nhập) (?:đầy đủ )?(?:các )?(?:thông tin|số liệu|nội dung)(?: đầy đủ)? vào "
    r"(?:các |những )?(?:ô|cột|dòng|phần)(?: (?:trống|màu vàng|để trống|dưới đây|sau|bên dưới|tương ứng))?\)?\.?"
)
_MEASURES = Spoken(r"(?:đơn vị tính|đvt|đơn vị)\s*:\s*(?:theo (?:từng )?(?:chỉ tiêu|câu hỏi|cột|dòng|mục)|(?:xem|như) (?:ở )?cột \w{1,12})")
_IN_NO_BODY = Spoken(
    r"(?<!\w)(?:số liệu|ước|dự kiến|dự báo|tạm|tháng|quý|kỳ|năm|trước|sau|chỉ|tính|thay|bản|chưa|không|gộp|đề nghị|lần|câu)(?!\w)"
)
_MOST_WORDS = 14


def is_of_letter(text: str) -> bool:
    """Return whether a line belongs to the letter a form comes with, and says nothing more.

    >>> [is_of_letter(each) for each in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-STC", "Kính gửi: Sở Nội vụ; Sở Tài chính")]
    [True, True, True]
    >>> [is_of_letter(each) for each in ("Số 6/2019", "Kính gửi: Sở Nội vụ – số tạm", "Theo kế hoạch 66", "Theo quy định của Sở chỉ tính")]
    [False, False, False, False]
    """
    line = plain(text).strip(" *.")
    folded = fold_name(line)
    if re.sub(r"[\s\-–.]+", " ", fold_label(line)).strip() in _STATE or _NUMBER.fullmatch(re.sub(r"^(?i:số|so)", "số", line)):
        return True
    if any(each.fullmatch(folded) for each in (_SENT_BY, _ASKS_TO_FILL, _MEASURES)):
        return True
    found = _GOES_TO.fullmatch(folded) or _COMES_WITH.fullmatch(folded)
    if found is None or (not found["body"] and _BARE_NUMBER.search(folded) and "số" not in folded and "năm" not in folded):
        return False
    return not found["body"] or all(_is_body(each) for each in re.split(r"[;,]| [-–] ", found["body"]) if each.strip(" ."))


def _is_body(text: str) -> bool:
    name = text.strip(" .")
    is_long = len(name.split()) > _MOST_WORDS or ". " in name
    return not is_long and begins_like_a_body(name) and _IN_NO_BODY.search(name) is None
