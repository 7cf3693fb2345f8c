"""Remarks that deny what a yes says: “chưa ban hành”, “đang trình ký”, “dự thảo”; and those that say so of a no."""

from __future__ import annotations

import re
from typing import Literal

from ictscore.survey.loose_labels import toneless
from ictscore.survey.questions import Question
from ictscore.survey.remarks.remark import Remark
from ictscore.survey.remarks.spoken import Spoken, words

Says = Literal["", "yes", "no"]

_NOT_YET = Spoken(
    r"(?:(?:vẫn|hiện|hiện nay|hiện tại|nay|đến nay|đơn vị|sở|mới|còn|thì)\s+)*(?:chưa|(?P<no>không|ko)|đang|mới (?=dự thảo"
    r"|xây dựng|trình)|dự thảo|bản dự thảo)(?:\s+(?P<rest>.*))?"
)
_ALREADY = Spoken(r"(?:(?:hiện|đơn vị|sở)\s+)*đã(?:\s+(?P<rest>.+))?")
_DONE = words(
    "có ban hành xong được duyệt phê ký triển khai thực hiện hoàn thành thiện xây dựng lắp đặt kết nối sử dụng áp dụng đầy "
    "đủ làm trang bị công bố đưa vào trình dự thảo soạn chờ văn bản quy chế này cả còn đã đang hết chính thức ra"
)
_WORD = re.compile(r"[^\W\d_]+")
_ASKING = Spoken(r"\blấy ý kiến\b(?: góp ý| các phòng| các đơn vị)?")
_STOP = re.compile(r"[,;:.(–-]")
_MOST = 8


def says(remark: Remark, question: Question, *, is_evidence: bool = False) -> Says:
    """Return whether a remark says yes or no to a question by itself: nothing in it but a denial, and words of the question.

    “Không có” may say that there is nothing to note, or no evidence, and says nothing here.

    >>> from ictscore.survey.remarks.remark import read_remark
    >>> rules = Question("q", "Đã có quy chế quản lý và sử dụng mạng", "yes_no")
    >>> [says(read_remark(each), rules) for each in ("chưa ban hành", "Đang trình ký", "đã ban hành", "không thay đổi")]
    ['no', 'no', 'yes', '']
    """
    text = remark.bare.strip(" .!()*")
    found = _NOT_YET.fullmatch(text)
    if found is not None and not (is_evidence and found["no"] is not None):
        rest = found["rest"] or ""
        is_no_remark = found["no"] is not None and rest in ("", "có", "co")
        return "no" if _says_no_more(rest, question) and not is_no_remark else ""
    done = _ALREADY.fullmatch(text)
    return "yes" if done is not None and done["rest"] and _says_no_more(done["rest"], question) else ""


def _says_no_more(rest: str, question: Question) -> bool:
    said = _WORD.findall(_ASKING.sub(" ", rest))
    own = {*_WORD.findall(question.folded_label)}
    known = _DONE | own | {toneless(each) for each in own}
    return len(said) <= _MOST and not _STOP.search(rest) and {*said} <= known
