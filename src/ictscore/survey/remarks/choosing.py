"""Remarks that say another choice than was chosen, in words of their own: “nộp trễ hạn”, “chậm 5 ngày”, “ban hành đúng hạn”."""

from __future__ import annotations

import re

from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.questions import Question
from ictscore.survey.remarks.kin import own_words
from ictscore.survey.remarks.remark import Remark
from ictscore.survey.remarks.spoken import Spoken, words

_LATE = Spoken(r"\b(?:quá (?:thời )?hạn|(?:trễ|chậm|muộn)(?: (?:thời )?hạn| tiến độ)?)\b(?! nhất)")
_IN_TIME = Spoken(r"\b(?:đúng (?:thời hạn|tiến độ|hạn)|kịp thời|kịp hạn|trước (?:thời )?hạn)\b")
_BY_HOW_MUCH = Spoken(r"\b\d+ (?:ngày|tuần|tháng|giờ)(?: làm việc)?\b")
_NOT = Spoken(r"\b(?:không|chưa|chẳng|ko|tránh|khỏi)(?: bị| hề)?\s*$")
_NEGATIVE = ("không", "chưa")
_SAYS_LITTLE = frozenset(("có", "khác"))
_LIGHT = words(
    "đã bị là và được ban hành nộp gửi trình ký duyệt phê báo cáo kế hoạch văn bản theo quy định đơn vị sở này hơn so với nhưng do "
    "kh qđ bc cv đầy đủ có thực hiện hoàn thành triển khai công bố"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST = 10


def says_choice(remark: Remark, question: Question, known: frozenset[int] = frozenset()) -> str:
    """Return the key of the only choice that a remark says of a round of ``known`` years, and says nothing else; else nothing.

    >>> from ictscore.survey.remarks.remark import read_remark
    >>> plan = Question("k", "Kế hoạch của năm", "choice", labels=("Đúng hạn", "Trễ", "Không có"), keys=("dung", "tre", "khong"))
    >>> [says_choice(read_remark(each), plan) for each in ("nộp trễ hạn", "chậm 5 ngày", "Ban hành đúng hạn", "không trễ", "trễ tàu")]
    ['tre', 'tre', 'dung', '', '']
    """
    if question.type != "choice" or not {*map(int, _YEAR.findall(remark.folded))} <= known:
        return ""
    text = _in_one_word(_BY_HOW_MUCH.sub(" ", remark.bare))
    spelt = {key: _in_one_word(fold_name(label)) for key, label in zip(question.keys, question.labels, strict=True)}
    told = {key: label for key, label in spelt.items() if not label.startswith(_NEGATIVE) and label not in _SAYS_LITTLE}
    found = {key: at for key, label in told.items() if (at := _at(label, text)) is not None}
    longest = max(found, key=lambda each: len(told[each]), default="")
    if not longest or any(told[each] not in told[longest] for each in found):
        return ""
    at = found[longest]
    rest = _LETTERS.findall(f"{text[: at.start()]} {text[at.end() :]}")
    is_denied = _NOT.search(text[: at.start()]) is not None
    return longest if not is_denied and len(rest) <= _MOST and {*rest} <= own_words(question) | _LIGHT else ""


def _in_one_word(folded: str) -> str:
    """Return a text in which all that is late, and all that is in time, is said in the same words."""
    late, in_time = ("tre", "dung han") if folded.isascii() else ("trễ", "đúng hạn")
    return _LATE.sub(late, _IN_TIME.sub(in_time, folded))


def _at(label: str, text: str) -> re.Match[str] | None:
    said = toneless(label) if text.isascii() else label
    return re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) if said else None
