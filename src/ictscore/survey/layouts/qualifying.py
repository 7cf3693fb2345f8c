"""Headings above a column that say more than what it holds: of which year, of which part, planned or done."""

from __future__ import annotations

import re

from ictscore.rulebook.model import Rulebook
from ictscore.survey.labels.loose_labels import loosened
from ictscore.survey.labels.unit_names import fold_label, fold_name
from ictscore.survey.layouts.printed_words import part_of
from ictscore.survey.typed.scaled import names_a_measure

_OTHER_TIMES = re.compile(
    r"\b(?:(?:năm|kỳ|quý|tháng) (?:trước|sau)|cùng kỳ|kế hoạch|dự kiến|mục tiêu|dự toán|nhu cầu|đề nghị|chưa thẩm định)\b"
)
_OTHER_PARTS = re.compile(r"\b(?:trong đó|trước đó|hỏng|chưa|không|còn lại|tăng|giảm|lũy kế|luỹ kế|ước|thanh lý)\b")
_LONGEST_ALONE = 40
_TURNS = frozenset(map(fold_label, ("không", "chưa", "chẳng", "ko")))


def section_names(rulebook: Rulebook) -> frozenset[str]:
    """Return what the rulebook calls its groups, its criteria, the parts they are in, and its measures, folded."""
    names = [name for group in rulebook.groups for name in (group.id, group.name)]
    names += [name for each in rulebook.sections for name in (each.name, f"{each.number} {each.name}")]
    names += [name for each in rulebook.all_criteria() for name in (each.name, f"{each.number} {each.name}")]
    names += ["%", *(each.measure for each in rulebook.answers.values() if each.measure)]
    return frozenset(fold_label(name) for name in names)


def says_more(text: str, label: str) -> bool:
    """Return whether a text has all words of a label, and more: a part, another time, the opposite.

    >>> says_more("Không có mạng nội bộ", "Có mạng nội bộ"), says_more("Số máy tinh", "Số máy tính")
    (True, False)
    """
    words, known = (_words(each) for each in (text, label))
    return known < words


def _words(text: str) -> frozenset[str]:
    return frozenset(word for each in fold_label(text).split() if (word := each.strip("()[]“”\"'.,;:*")))


def turns_round(text: str, label: str) -> bool:
    """Return whether a text is worded as a label, but for a no in one of them.

    >>> turns_round("Chưa có mạng nội bộ", "Có mạng nội bộ"), turns_round("Có mạng", "Có mạng nội bộ")
    (True, False)
    """
    words, known = (_words(each) for each in (text, label))
    return bool(words ^ known) and (words ^ known) <= _TURNS


def is_plain(text: str, sections: frozenset[str]) -> bool:
    """Return whether a heading above another only says in which part of the rulebook it is, or in what it is measured."""
    is_section = any(fold_label(bare) in sections for bare in loosened(text))
    return is_section or names_a_measure(text.rpartition(":")[2]) or part_of(text) in ("answer", "label")


def is_of_another_time(text: str) -> bool:
    """Return whether a heading says that what is below it is not what was done in the round.

    >>> is_of_another_time("Kế hoạch năm 2021"), is_of_another_time("Nhân lực")
    (True, False)
    """
    return _OTHER_TIMES.search(fold_name(text)) is not None


def qualifies(text: str) -> bool:
    """Return whether a heading that stands alone over one of several columns says that it holds only a part, or another time.

    >>> qualifies("Trong đó: hỏng"), qualifies("BẢNG SỐ LIỆU")
    (True, False)
    """
    return len(text) <= _LONGEST_ALONE and (is_of_another_time(text) or _OTHER_PARTS.search(fold_name(text)) is not None)
