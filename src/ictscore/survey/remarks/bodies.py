"""Remarks that say that a figure is of other bodies than the unit: of another office, of all communes, of the whole branch."""

from __future__ import annotations

from ictscore.survey.labels.loose_labels import plain, toneless
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.remarks.spoken import Spoken

_FIGURES = (
    r"\(?(?:đây là |là )?(?:(?:số liệu|con số|dữ liệu|số|sl)(?: (?:trên|này|đó|đây))*(?: là)?(?: số(?: liệu)?)? )?"
    r"(?:tính |lấy |ghi )?"
)
_BODY = r"(?:ngành|tỉnh|huyện|thị xã|thành phố|quận|khối)"
_WHOLE = Spoken(
    rf"^{_FIGURES}(?:là |của )?toàn (?P<alone>{_BODY})\)?\.?$"
    rf"|^{_FIGURES}(?:của|cho) (?:(?:cả|toàn|toàn bộ)(?: các)? (?P<body>{_BODY})\b"
    r"|(?:tất cả|toàn bộ|cả)(?: \d+)?(?: các)? (?:xã|phường|thị trấn|huyện)\b|(?:tất )?cả(?: \d+)? các (?:sở|ngành|cơ quan)\b"
    r"|\d+ năm\b|(?:đơn vị|cơ quan|sở) khác\b)(?! (?:trực thuộc|thuộc) (?:sở|đơn vị|cơ quan))"
)
_ANOTHER = Spoken(r"^(?:số liệu|con số|số) (?:trên|này|đó)(?: đây)? là (?:số(?: liệu)? )?của (?P<body>(?!đơn vị|cơ quan|năm|kỳ)\w+ \w+.*)")
_AND = ("và", ",", "cùng", "+", "&")


def is_of_others(bare: str, unit: str = "") -> bool:
    """Return whether a text without citations says that a figure is of other bodies than ``unit``, or of more of them.

    >>> [is_of_others(each, "Sở Tài chính") for each in ("số của toàn huyện", "số liệu trên là của sở nội vụ", "của tất cả các xã")]
    [True, True, True]
    >>> is_of_others("số liệu trên là của sở tài chính", "Sở Tài chính"), is_of_others("số của toàn huyện", "UBND huyện Tuy Phong")
    (False, False)
    """
    own = fold_name(plain(unit))
    whole = _WHOLE.search(bare)
    if whole is not None:
        body = whole["body"] or whole["alone"]
        return not (own and body and f" {body} " in f" {own} ")
    another = _ANOTHER.search(bare)
    return another is not None and not _is_own(another["body"].strip(" .!()"), own)


def _is_own(said: str, own: str) -> bool:
    """Return whether a name is the unit’s own, all of it or its beginning; with another behind it, it is of both."""
    if not own:
        return False
    if said.isascii():
        own = toneless(own)
    return own.startswith(said) or (said.startswith(own) and not said.removeprefix(own).strip().startswith(_AND))
