"""What people write below a form to end it: thanks, whom to ask, where, and the day; it says nothing of the answers."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.citations import CITED, without_citations
from ictscore.survey.remarks.spoken import Spoken

_THANKS = Spoken(
    r"(?:(?:xin|rất|chân thành|trân trọng|kính|và|đơn vị|sở)\s+)*(?:cảm ơn|cám ơn|trân trọng|kính chào|chào trân trọng|kính báo)"
    r"(?:\s+[^\W\d_]+){0,10}"
)
_CONTACT = Spoken(
    r"(?:điện thoại|số điện thoại|đt|sđt|đtdđ|di động|email|e-mail|thư điện tử|hộp thư|fax|zalo|website|trang web|địa chỉ|trụ sở"
    r"|(?:thông tin |người |cán bộ |đầu mối |chi tiết |mọi thắc mắc |vui lòng |xin )*(?:liên hệ|liên lạc|đầu mối)"
    r"|họ (?:và )?tên|chức vụ|chức danh|người (?:điền|khai|nhập)(?: phiếu| liệu| số liệu)?|phòng ban)(?!\w)(?P<rest>.*)"
)
_ADDRESS = Spoken(r"(?:địa chỉ|trụ sở)\b")
_SIGNS = " .!/-–*()"
_SAYS_MORE = Spoken(r"\b(?:số liệu|câu|sửa|nhầm|sai|đúng|thực tế|bổ sung|điều chỉnh|thay|chưa|không)\b")
_DAY = re.compile(
    r"(?:(?:[^\W\d_a-z][^\W\d_]*\.?\s*){1,4},\s*)?"
    r"(?:[Nn]gày(?:\s+(?:lập|gửi|nộp|ký|hoàn thành|điền|khai|báo cáo)(?:\s+(?:phiếu|biểu))?)?\s*:?\s*)?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d\s*\.?"
)


def is_closing(text: str) -> bool:
    """Return whether a text only ends a form.

    >>> [is_closing(each) for each in ("Xin cảm ơn!", "Liên hệ: Nguyễn Văn A, 0913 456 789", "Phan Thiết, 31/12/2020", "Email: a@b.vn")]
    [True, True, True, True]
    >>> [is_closing(each) for each in ("Xin cảm ơn, câu 5 là 66", "Liên hệ phòng TCCB để lấy số liệu", "Số máy 66")]
    [False, False, False]
    """
    line = " ".join(plain(text).split())
    if _DAY.fullmatch(line):
        return True
    folded = fold_name(line).strip(_SIGNS)
    if _THANKS.fullmatch(folded):
        return _SAYS_MORE.search(folded) is None
    bare = without_citations(line).strip(_SIGNS)
    found = _CONTACT.fullmatch(folded)
    if found is None:
        return bool(bare) and not bare.strip(f"{CITED}-–,;./| ") and _is_reached(line)
    is_bare = not any(map(str.isdigit, bare)) or (_ADDRESS.search(bare) is not None and not any(map(str.isdigit, bare.partition(",")[2])))
    return is_bare and _SAYS_MORE.search(found["rest"]) is None


def _is_reached(line: str) -> bool:
    """Return whether a line of nothing but what is cited is a mailbox, a site or a telephone."""
    return any(each in line for each in ("@", "://", "www.")) or not any(map(str.isalpha, line))
