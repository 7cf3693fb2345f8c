"""Remarks that deny what a yes says: “chưa ban hành”, “đang trình ký”, “sẽ kết nối”, “đã cắt”; and those that say so of a no."""

from __future__ import annotations

import re
from typing import Literal

from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.questions import Question
from ictscore.survey.remarks.citations import CITED, DOCUMENT
from ictscore.survey.remarks.remark import Remark
from ictscore.survey.remarks.spoken import Spoken, words

Says = Literal["", "yes", "no"]

_NOW = r"(?:(?:vẫn|hiện|hiện tại|nay|đến nay|đơn vị|sở|mới|còn|thì)\s+)*"
_NOT_YET = Spoken(
    rf"{_NOW}(?:chưa|(?P<no>không|ko)|đang(?! (?:sử dụng|áp dụng|hoạt động|dùng|chạy|có|thực hiện|triển khai))|mới (?=dự thảo"
    r"|xây dựng|trình)|dự thảo|bản dự thảo)(?:\s+(?P<rest>.*))?"
)
_WILL = Spoken(rf"{_NOW}(?:(?:dự kiến|sẽ|phấn đấu)\s+)+(?P<rest>.+)")
_ENDED = Spoken(
    rf"{_NOW}(?:đã|bị) (?:bị )?(?:cắt(?! giảm)|ngưng|ngừng|dừng|tháo dỡ|thanh lý"
    r"|hết hạn|hết hiệu lực|thôi)(?: hẳn| luôn)?(?:\s+(?P<rest>.+))?"
)
_OUT = Spoken(
    rf"{_NOW}(?:(?:đã|bị|đang|đều)\s+)*(?:hư hỏng|hỏng|hư|hết (?:hợp đồng|hạn(?: hợp đồng| sử dụng)?|hiệu lực)|chấm dứt hợp đồng"
    r"|hợp đồng (?:đã )?(?:hết hạn|chấm dứt)|(?:ngừng|ngưng|dừng) (?:sử dụng|hoạt động|dùng|áp dụng|thuê))"
    r"(?:,? (?:hẳn|hết|rồi|nặng|hoàn toàn|chưa sửa(?: được)?|chờ sửa(?: chữa)?|không (?:sử dụng|dùng|hoạt động)(?: được)?(?: nữa)?))*"
    r"(?:\s+(?P<rest>.+))?"
)
_UNUSED = Spoken(
    rf"{_NOW}(?:(?:mới|vừa|đang|đã|chỉ)\s+|(?=có\b))+(?:ký|mua|lắp|nhận|trang bị|cấp|đầu tư|thuê|đấu thầu|đặt|có)\b"
    r"(?![^,;(–]*\b(?:thêm|bổ sung)\b)"
    r"[^,;.(–]{0,40}(?:[,;(–-]\s*|\s)(?:(?:nhưng|hiện|mà|còn|vẫn)\s+)*chưa (?:đưa vào |được )?(?:sử dụng|hoạt động"
    r"|vận hành|dùng|lắp(?: đặt)?|kết nối|triển khai)(?: được)?\)?"
)
"""Bought or signed for, and nothing more yet."""
_ALREADY = Spoken(r"(?:(?:hiện|đơn vị|sở)\s+)*đã(?:\s+(?P<rest>.+))?")
_NOT_DONE = Spoken(r"\b(?:dự thảo|soạn|trình|chờ|lấy ý kiến)\b")
"""What is drafted or handed in already is no yes yet, and no contradiction of a no."""
_DONE = words(
    "có ban hành xong được duyệt phê ký triển khai thực hiện hoàn thành thiện xây dựng lắp đặt kết nối sử dụng áp dụng đầy dùng nữa "
    "đủ làm trang bị công bố đưa vào trình dự thảo soạn chờ đấu thầu mua sắm văn bản quy chế này cả còn đã đang hết chính thức ra"
)
_WORD = re.compile(r"[^\W\d_]+")
_ASKING = Spoken(r"\blấy ý kiến\b(?: góp ý| các phòng| các đơn vị)?")
_STOP = re.compile(r"[,;:.(–-]")
_WHY = Spoken(r"\s*[,;(–-]\s*(?:dự kiến|sẽ|do|vì|chờ|đang|kế hoạch|phấn đấu)\b.*$")
"""Behind a denial: why, or when it is planned."""
_WHEN = Spoken(
    r"(?:\s*\b(?:trong|vào|từ|kể từ|đầu|cuối|khoảng|trước|sau)?\s*(?:(?:năm|qu[ýí]|tháng)(?: sau| tới| [\divx]+)?"
    r"(?:\s*[/.]\s*\d{4}| \d{4})?|(?:19|20)\d\d|§))+\s*$"
)
_BY_WHAT = Spoken(
    rf"\s*\b(?:tại|theo|kèm theo|bằng|ở|(?<=ban hành ))\s*(?:{DOCUMENT}\b|§)(?:[\s,§]|{DOCUMENT}\b|số|ngày|của|năm \d{{4}})*$"
)
_MOST = 8


def says(remark: Remark, question: Question, *, is_evidence: bool = False) -> Says:
    """Return whether a remark says yes or no to a question by itself: nothing in it but a denial, and words of the question.

    “Không có” may say that there is nothing to note, or no evidence, and says nothing here.

    >>> from ictscore.survey.remarks.remark import read_remark
    >>> rules = Question("q", "Đã có quy chế quản lý và sử dụng mạng", "yes_no")
    >>> [says(read_remark(each), rules) for each in ("chưa ban hành", "Đang trình ký", "đã ban hành", "không thay đổi")]
    ['no', 'no', 'yes', '']
    >>> [says(read_remark(each), rules) for each in ("sẽ ban hành năm 2021", "Đã ban hành tại QĐ 12/QĐ-STC", "đã có dự thảo")]
    ['no', 'yes', '']
    >>> [says(read_remark(each), rules) for each in ("Hỏng", "hết hợp đồng", "Mới ký hợp đồng, chưa sử dụng", "hỏng 2 ổ cứng")]
    ['no', 'no', 'no', '']
    """
    text = remark.bare.strip(" .!()*")
    found = _NOT_YET.fullmatch(_WHY.sub("", text))
    if found is not None and not (is_evidence and found["no"] is not None):
        rest = found["rest"] or ""
        is_no_remark = found["no"] is not None and rest in ("", "có", "co")
        return "no" if _says_no_more(rest, question) and not is_no_remark else ""
    if _UNUSED.fullmatch(text):
        return "no"
    later = _WILL.fullmatch(text) or _ENDED.fullmatch(text) or _is_out(text)
    if later is not None:
        return "no" if _says_no_more(_WHEN.sub("", later["rest"] or ""), question) else ""
    done = _ALREADY.fullmatch(_WHEN.sub("", _BY_WHAT.sub("", text)))
    if done is None or not done["rest"] or _NOT_DONE.search(done["rest"]):
        return ""
    return "yes" if _says_no_more(done["rest"], question) else ""


def _is_out(text: str) -> re.Match[str] | None:
    """Return what says that the thing asked for is out of order or of time; a document that is named was another."""
    found = _OUT.fullmatch(text)
    return found if found is not None and not (found["rest"] or "").startswith(CITED) else None


def _says_no_more(rest: str, question: Question) -> bool:
    said = _WORD.findall(_ASKING.sub(" ", rest))
    own = {*_WORD.findall(question.folded_label)}
    known = _DONE | own | {toneless(each) for each in own}
    return len(said) <= _MOST and not _STOP.search(rest) and {*said} <= known
