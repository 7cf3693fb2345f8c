"""What people write below a form to end it: thanks, whom to ask, where, and the day; it says nothing of the answers."""

from __future__ import annotations

from ictscore.survey.beside.contact_lines import is_contact
from ictscore.survey.labels.loose_labels import plain
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layouts.signatures import is_place_and_day
from ictscore.survey.remarks.spoken import Spoken

_THANKS = Spoken(
    r"(?:(?:xin|rất|chân thành|trân trọng|kính|và|đơn vị|sở|rất mong|mong)\s+)*(?:cảm ơn|cám ơn|trân trọng|kính chào|kính báo"
    r"|chào trân trọng"
    r"|(?:nhận được )?sự (?:quan tâm|phối hợp|hợp tác|giúp đỡ))(?P<rest>.*)"
)
_WHOM = frozenset(map(fold_label, (
    "sự", "đã", "hỗ", "trợ", "quan", "tâm", "hợp", "tác", "phối", "giúp", "đỡ", "của", "quý", "cơ", "đơn", "vị", "sở", "ban", "ngành",
    "các", "ông", "bà", "đồng", "chí", "anh", "chị", "và", "xin", "chân", "thành", "trân", "trọng", "cảm", "ơn", "cám", "kính", "chào",
    "rất", "nhiều", "thông", "tin", "truyền", "kịp", "thời",
)))  # fmt: skip
_SIGNS = " .!/-–*(),;"
_DAY_OF = Spoken(
    r"ngày (?:lập|gửi|nộp|ký|hoàn thành|điền|khai)(?: (?:phiếu|biểu|báo cáo))?\s*:?\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d\d"
)


def is_closing(text: str) -> bool:
    """Return whether a text only ends a form.

    >>> [is_closing(each) for each in ("Xin cảm ơn!", "Liên hệ: Nguyễn Văn A, 0913 456 789", "Phan Thiết, 31/12/2020", "Email: a@b.vn")]
    [True, True, True, True]
    >>> [is_closing(each) for each in ("Xin cảm ơn, câu 5 là 66", "Liên hệ phòng TCCB để lấy số liệu", "Số máy 66")]
    [False, False, False]
    """
    return is_thanks(text) or is_contact(text) or is_place_and_day(text) or is_day_of(text)


def is_thanks(text: str) -> bool:
    """Return whether a text only thanks.

    >>> [is_thanks(each) for each in ("Trân trọng cảm ơn sự phối hợp của quý cơ quan./.", "Trân trọng đề nghị dùng bản sau")]
    [True, False]
    """
    found = _THANKS.fullmatch(fold_name(plain(text)).strip(_SIGNS))
    return found is not None and all(fold_label(each.strip(_SIGNS)) in _WHOM for each in found["rest"].split() if each.strip(_SIGNS))


def is_day_of(text: str) -> bool:
    """Return whether a text says on which day a form was filled in, sent or signed.

    >>> is_day_of("Ngày lập phiếu: 10/9/2020"), is_day_of("Ngày số liệu: 10/9/2020")
    (True, False)
    """
    return _DAY_OF.fullmatch(fold_name(plain(text)).strip(_SIGNS)) is not None
