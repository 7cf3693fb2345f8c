"""Lines that say whom to ask and where: a label for somebody's name, office, telephone, mailbox or address, and just that behind it."""

from __future__ import annotations

import re

from ictscore.survey.labels.body_names import begins_like_a_body
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.person_names import is_person
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-hA-Hđ][.)]|[-+*•])\s*")
_ASKED = (
    r"(?:(?:thông tin |chi tiết |mọi thắc mắc |vui lòng |xin )*(?:liên hệ|liên lạc)(?: với)?|đầu mối(?: liên hệ)?|họ (?:và )?tên"
    r"|(?:người|cán bộ|lãnh đạo|thủ trưởng|chuyên viên)(?: (?:lập|báo cáo|tổng hợp|kiểm tra|cung cấp|phụ trách|điền|khai|nhập|duyệt"
    r"|soát xét|đầu mối|đơn vị|liên hệ|thực hiện))?(?: (?:biểu|phiếu|số liệu|thông tin|liệu))?)"
)
_LABELS = (
    ("phone", Spoken(r"(?:số )?(?:điện thoại|đt|đtdđ|di động|tel|fax|zalo|hotline)(?: (?:liên hệ|di động|cơ quan|cố định|bàn))?|sđt")),
    (
        "mail",
        Spoken(r"(?:địa chỉ )?(?:email|e-mail|thư điện tử|hộp thư)(?: (?:công vụ|liên hệ))?|website|trang web|cổng thông tin điện tử"),
    ),
    ("person", Spoken(rf"{_ASKED}(?: (?:người|cán bộ) (?:lập|điền|khai|nhập|báo cáo|phụ trách)(?: (?:biểu|phiếu|số liệu|liệu))?)?")),
    ("office", Spoken(r"chức vụ|chức danh|chức vụ công tác|phòng ban|phòng|bộ phận")),
    ("place", Spoken(r"địa chỉ(?: (?:cơ quan|liên hệ|trụ sở))?|trụ sở(?: chính)?")),
)
_FEWEST_DIGITS, _SHORTEST_NUMBER = 9, 6
"""Digits of a telephone by itself, and behind a label."""
_LONGEST = 400
"""Longer lines say more than whom to ask."""
_ASK_FOR = re.compile(r"\s*\((?:gặp|hỏi)(?: (?:anh|chị|ông|bà|đ/c|cô))? [^\W\d_]+(?: [^\W\d_]+){0,4}\)$", re.IGNORECASE)
_PHONES = re.compile(r"[\d\s.+()\-/…_]*")
_MAIL = re.compile(r"(?:\S+@\S+\.\S+|(?:https?://|www\.)\S+|\S+\.(?:vn|com|net|org)\S*)(?:[\s;,/]+\S+@\S+\.\S+)*|[.…_\s]*")
_SAYS_MORE = Spoken(
    r"(?<!\w)(?:số liệu|dữ liệu|ước|dự|tạm|kế hoạch|nghìn|ngàn|triệu|gộp|tính|kịch bản|tháng|quý|kỳ|lần|bản|chưa|không|câu|sửa|nhầm|sai"
    r"|đúng|thay|gấp|chỉ|cả|bổ sung|điều chỉnh|để|lấy|gửi|dùng|số ước|hết)(?!\w)"
)
_OFFICE = Spoken(
    r"^(?:(?:phó |quyền |q\. ?)?(?:giám đốc|trưởng phòng|chánh văn phòng|chủ tịch|bí thư|trưởng ban|chi cục trưởng|hiệu trưởng"
    r"|đội trưởng|trạm trưởng)|chuyên viên(?: chính)?|cán bộ|nhân viên|văn thư|kế toán(?: trưởng)?|kỹ sư"
    r"|lập trình viên|quản trị mạng|công chức|viên chức)"
)


def is_contact(text: str) -> bool:
    """Return whether a line only says whom to ask and where.

    >>> [is_contact(each) for each in ("Điện thoại: 0252 3822 123; Email: stc@tinh.gov.vn", "Liên hệ: Nguyễn Văn A, 0913 456 789")]
    [True, True]
    >>> [is_contact(each) for each in ("4. Người cung cấp số liệu: Trần Thị Hoa, chuyên viên", "Địa chỉ: 04 Hải Thượng Lãn Ông", "a@b.vn")]
    [True, True, True]
    >>> [is_contact(each) for each in ("Email: kịch bản cao", "Điện thoại: 0912345678, ước", "Người lập: Ước Sáu Tháng", "Họ tên: số ước")]
    [False, False, False, False]
    """
    line = _NUMBER.sub("", plain(text)).strip(" .*") if len(text) <= _LONGEST else ""
    if _is_reached(line):
        return True
    parts = [each for part in line.split(";") if (each := part.strip())]
    return bool(parts) and all(_is_said(each) for each in parts)


def _is_reached(line: str) -> bool:
    if _PHONES.fullmatch(line) and sum(map(str.isdigit, line)) >= _FEWEST_DIGITS:
        return True
    return bool(line) and (("@" in line or "www." in line or "://" in line) and _MAIL.fullmatch(line) is not None)


def _is_said(part: str) -> bool:
    """Return whether a part is a label with what it asks for; of several values behind commas each is somebody, an office or a number."""
    kind, value = _labelled(part)
    if not kind:
        return False
    if kind == "phone":
        return _is_number(_ASK_FOR.sub("", value))
    if kind == "mail":
        return _MAIL.fullmatch(value) is not None
    if kind == "place":
        return _SAYS_MORE.search(fold_name(value)) is None and not any(map(str.isdigit, value.partition(",")[2]))
    return all(_is_somebody(each.strip()) for each in re.split(r",| [-–] |/", value) if each.strip())


def _is_number(value: str) -> bool:
    """Return whether a value is a telephone number, or the dots for one."""
    digits = sum(map(str.isdigit, value))
    return _PHONES.fullmatch(value) is not None and (not digits or digits >= _SHORTEST_NUMBER)


def _labelled(part: str) -> tuple[str, str]:
    """Return what a part is labelled as, and the value behind its label: a colon parts them, or nothing but a blank."""
    label, colon, value = part.partition(":")
    words = part.split()
    splits = [(label, value)] if colon else [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words), 0, -1)]
    for before, behind in splits:
        folded = fold_name(before).strip(" .")
        kind = next((kind for kind, pattern in _LABELS if pattern.fullmatch(folded)), "")
        if kind and (colon or kind not in ("office", "place")):
            return kind, behind.strip(" ._…")
    return "", ""


def _is_somebody(value: str) -> bool:
    folded = fold_name(value)
    if is_person(value) or _is_number(value) or _is_reached(value):
        return True
    kind, said = _labelled(value)
    if kind in ("phone", "mail"):  # “Nguyễn Văn A - ĐT: 0913 456 789”
        return _is_said(value)
    if kind and (is_person(said) or not said):
        return True
    if any(map(str.isdigit, value)):
        return False
    return _SAYS_MORE.search(folded) is None and (_OFFICE.search(folded) is not None or begins_like_a_body(value))
