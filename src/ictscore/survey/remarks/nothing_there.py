"""Remarks that say that there is none of what was asked for: “không phát sinh”, “không có máy nào”, “đã thanh lý hết”, “không áp dụng”."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.questions import Question
from ictscore.survey.remarks.kin import family_of, own_words
from ictscore.survey.remarks.spoken import Spoken, words

_NOW = (
    r"(?:(?:hiện tại|hiện|nay|đơn vị|sở|cơ quan|câu này|nội dung này|tiêu chí này|trong kỳ|trong năm|năm nay|kỳ này"
    r"|thì|này)\s+)*+"
)
_NOT_APPLICABLE = Spoken(
    rf"{_NOW}(?:(?:không|ko) (?:áp dụng|thuộc (?:đối tượng|phạm vi)(?: áp dụng| đánh giá)?)|n/a)"
    r"(?: (?:với|cho|đối với|tại|ở) (?:đơn vị|sở|cơ quan)(?: này| mình)?)?"
)
_NONE = Spoken(
    rf"{_NOW}(?:(?:không|ko) (?:phát sinh|xảy ra|ghi nhận|tổ chức)|chưa (?:có|phát sinh|xảy ra|tổ chức)"
    r"|(?:không|ko) còn|(?:không|ko|chưa)(?: có)?)"
    r"(?P<things>(?: [^\W\d_]+)*?)(?P<any> nào)?(?: cả| hết)?"
)
_ALL_GONE = Spoken(
    r"(?P<things>(?:[^\W\d_]+ )*?)(?:(?:đã|bị|đều|hiện)\s+)*(?P<gone>thanh lý|hư hỏng|hỏng|hư|hủy|huỷ|mất|nghỉ việc|giải thể)"
    r"(?P<all> (?:hết|toàn bộ|cả)(?: rồi)?)?"
)
_OF_ALL = Spoken(r"^(?:tất cả|toàn bộ)\b")
_ALONE = Spoken(rf"{_NOW}(?:không|ko)(?: có)?")
"""It may say that there is nothing to note."""
_ANY = words("trường hợp vụ việc có phát sinh xảy ra tổ chức thực hiện tất cả toàn bộ các ai gì số trong kỳ năm nay đã")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEGATIVE = Spoken(r"\b(?:không|chưa)\b")
_MOST = 8


def says_not_applicable(bare: str) -> bool:
    """Return whether a text says nothing but that a question does not apply.

    >>> [says_not_applicable(each) for each in ("không áp dụng", "n/a", "không thuộc phạm vi", "không áp dụng mẫu cũ")]
    [True, True, True, False]
    """
    return _NOT_APPLICABLE.fullmatch(bare.strip(" .!()*")) is not None


def says_none(bare: str, question: Question) -> bool:
    """Return whether a text says nothing but that there is none of what a question counts; “không có” alone says nothing.

    >>> held = Question("h", "Số máy tính của đơn vị", "count", measure="máy")
    >>> [says_none(each, held) for each in ("không phát sinh", "không có máy nào", "đã thanh lý hết", "không có máy nào hỏng", "không có")]
    [True, True, True, False, False]
    """
    text = bare.strip(" .!()*")
    if _ALONE.fullmatch(text) or _NEGATIVE.search(question.folded_label):
        return False
    own = own_words(question) | family_of(question)
    gone = _ALL_GONE.fullmatch(text)
    if gone is not None:
        is_all = gone["all"] is not None or _OF_ALL.search(gone["things"]) is not None
        return is_all and _are_only(gone["things"], own) and not {*gone["gone"].split()} <= own
    none = _NONE.fullmatch(text)
    return none is not None and _are_only(none["things"], own) and _names_what_is_asked(none["things"], question)


def _are_only(things: str, own: frozenset[str]) -> bool:
    said = _LETTERS.findall(things)
    return len(said) <= _MOST and {*said} <= own | _ANY


def _names_what_is_asked(things: str, question: Question) -> bool:
    """Return whether words name the thing that is counted, or what is done, or nothing at all."""
    said = {*_LETTERS.findall(things)} - _ANY
    measure = {*question.measure.split()}
    label = {*question.folded_label.removeprefix("tổng ").removeprefix("số ").split()[:4]}
    known = measure | label | family_of(question) | {"ai", "gì"}
    return not said or bool(said & (known | {toneless(each) for each in known}))
