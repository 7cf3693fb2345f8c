"""The figures of a remark held against the answer beside it: the same, a part of it, a comparison, or another number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from ictscore.survey.questions import Question
from ictscore.survey.remarks.between import is_between
from ictscore.survey.remarks.explaining import (
    counts_both_levels,
    is_explained_by_words,
    is_of_the_opposite,
    is_part_by_words,
    names_the_answer,
    speaks_of_the_count,
)
from ictscore.survey.remarks.kin import Held, held, may_be_all, own_words
from ictscore.survey.remarks.remark import Remark, is_approximate
from ictscore.survey.remarks.spoken import Spoken, words

Weight = Literal["", "doubtful", "other", "said"]
"""Nothing, a figure somebody should look at, one that may be the answer, and one that is said to be it: by a word or sign."""

_CLAUSE = re.compile(r"[.;,\n()](?!\d)")
_COMPARED = Spoken(
    r"\b(?:so với|tăng|giảm|hơn|kém|trước|ngoái|cùng kỳ|đầu (?:năm|kỳ)|kế hoạch|chỉ tiêu|mục tiêu|dự toán|giao|tỷ lệ|tỉ lệ|đạt"
    r"|bình quân|trung bình"
    r"|mỗi|tối đa|tối thiểu|định mức|ngưỡng|chuẩn|yêu cầu|quy định|từ|trên tổng(?: số)?)\b[^\d]*$"
)
_OF_A_YEAR = Spoken(r"\b(?:năm|kỳ) ((?:19|20)\d\d)\b[^\d]*$")
_ASSERTED = Spoken(
    r"(?:kỳ này|năm nay|hiện có|hiện nay(?: có| là)?|hiện tại(?: có| là)?|thực có|thực (?:tế|ra)(?: là| có)?|tức là|tức|nghĩa là|mà là"
    r"|(?:đúng|lẽ) ra(?: là| phải là)?|(?:số|số liệu) (?:mới nhất|mới|chính thức|cuối cùng|cập nhật)(?: là)?"
    r"|^cập nhật(?: lại)?(?: là| thành)?"
    r"|(?:điều chỉnh|sửa|giảm|rút)(?: lại| xuống)? còn"
    r"|chính xác(?: là)?|đúng là|phải là"
    r"|nay là|sửa(?: lại)?(?: thành| là)?|(?:đổi|điều chỉnh) (?:thành|là)|thành|số đúng(?: là)?|đính chính|should be"
    r"|corrected to)\s*:?\s*$"
)
_ASSERTED_BEHIND = Spoken(r"^[^\d,;.]{0,20}?\b(?:mới đúng|mới là đúng|là đúng|mới chính xác|mới là số đúng)")
_DENIED_BEHIND = Spoken(r"^[^\d,;.]{0,20}?\blà (?:sai|nhầm|không đúng)")
_DENIED_BEFORE = Spoken(r"\b(?:không|ko|chứ không|chẳng) phải(?: là)?$")
_FROM = Spoken(r"\b(?:từ|sửa|sửa lại|điều chỉnh|đính chính|đổi)$")
_TO = Spoken(r"^(?:[^\W\d_]+ ){0,2}(?:xuống|lên|thành|sang|còn|ra)(?: còn| là)?$")
_YEAR_BEHIND = Spoken(r"^[^\d]{0,16}\b((?:19|20)\d\d)\b")
_OF_WHICH = Spoken(r"\btrong (?:đó|số)(?: đó)?(?: có)?$")
_DOWN_TO = Spoken(r"\b(?:giảm|rút)(?: xuống)? còn\s*$")
_OR = Spoken(r"\b(?:hay|hoặc)(?: là)?$")
_IS_NOT = Spoken(r"(?:\bkhông (?:phải|đúng)(?: là)?|\u2260|!=|<>)\s*$")
_LEFT_OUT = Spoken(r"\bchưa (?:cộng|trừ|tính)\b[^\d;.]*$")
_FOUND = Spoken(
    r"\b(?:thẩm định|chấm|báo|kê|rà soát|theo|thống kê|xác nhận|kiểm tra|tổng hợp|đối chiếu|đếm|ghi|nêu|chốt|trừ|cộng|bớt|thêm)\b[^\d]*$"
)
"""Who or what found another number; or what is still to be added or taken away."""
_LIGHT = words(
    "là tức nghĩa kỳ này năm nay hiện tại có thực tế tổng số cộng liệu lượng đúng chính xác phải mới còn được đến sl cả "
    "toàn của đơn vị sở cơ quan chỉ đã sửa thành lại tất khai báo xảy ra"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_DAYS, _MONTHS = 31, 12
_WHOLE = 100


def weigh(remark: Remark, question: Question, given: Fraction, known: frozenset[int] = frozenset()) -> Weight:
    """Return what the figures of a remark make of an answer that is a number; ``known`` are the years of the round.

    >>> from ictscore.survey.remarks.remark import read_remark
    >>> staff = Question("c", "Tổng số cán bộ", "count", measure="người")
    >>> [weigh(read_remark(each), staff, Fraction(85)) for each in ("= 88", "40 nam, 45 nữ", "thẩm định: 80", "tăng 5 so với 2019")]
    ['said', '', 'doubtful', '']
    """
    figures = _counted(remark, question)
    left = _without_pairs(figures, question, given)
    target = next((each for each in reversed(figures) if each.fit in ("bare", "own") and _is_target(each, known)), None)
    if left is None or _is_replaced(figures, given, known) or (target is not None and given not in target.values):
        return "said"
    if _is_doubted(figures, given) or is_between(remark.bare, figures, question, given):
        return "doubtful"
    is_named = any(given in each.values and not _is_compared(each, known) for each in figures)
    is_alone = len(figures) > 1 and not _LETTERS.search(remark.bare) and any(given not in each.values for each in left)
    if target is not None or _is_explained(figures, given) or (is_named and not is_alone):
        return ""
    if remark.corrects and figures:
        return "said"
    return "other" if is_alone else _weigh_plain(remark, left, question, given, known)


def _is_doubted(figures: Sequence[Held], given: Fraction) -> bool:
    """Return whether a remark says that the answer is not the number, or one of two, or that something is not counted yet."""
    if any(each.fit != "foreign" and _LEFT_OUT.search(each.figure.before) for each in figures):
        return True
    if any(given in each.values and _IS_NOT.search(each.figure.before) for each in figures):
        return True
    pairs = pairwise(figures)
    return any(
        _OR.search(other.figure.lead) is not None and (given in one.values) != (given in other.values)
        for one, other in pairs
        if {one.fit, other.fit} <= {"bare", "own"}
    )


def _counted(remark: Remark, question: Question) -> list[Held]:
    """Return the figures of a remark that may count something, but for years."""
    figures = [held(each, question) for each in remark.figures if not (each.may_be_year and _names_a_year(each.noun))]
    return [each for each in figures if each.fit != "nothing"]


def _weigh_plain(remark: Remark, left: Sequence[Held], question: Question, given: Fraction, known: frozenset[int]) -> Weight:
    """Return what figures make of an answer that no word or sign calls right, but for those that words explain."""
    folded = remark.folded
    if is_of_the_opposite(folded, question) or counts_both_levels(folded, question) or names_the_answer(folded, question, given):
        return ""
    left = [each for each in left if not is_explained_by_words(each.figure, question)]
    alone = len(left) == 1
    if alone and not remark.cites and _is_whole(left[0], question, known):
        figure = left[0].figure
        return "doubtful" if is_approximate(figure.before) or figure.sign in ("+", "-") else "other"
    if alone and not remark.cites and _is_light(left[0], question) and may_be_all(left[0], given):
        return "doubtful"
    return "doubtful" if any(_is_odd(each, given, known, alone=alone) for each in left) or _is_other_sum(left, given) else ""


def _names_a_year(noun: str) -> bool:
    return not noun or not _LETTERS.match(noun) or noun.startswith(("và", "là", "so", "của", "đến", "mới", "lên", "xuống", "thành", "sang"))


def _is_target(each: Held, known: frozenset[int]) -> bool:
    """Return whether a figure is said to be the right one: behind an arrow or an equals sign, or by words."""
    figure = each.figure
    if figure.sign == "=":
        return True
    if _DENIED_BEHIND.search(figure.after):
        return False
    if _ASSERTED_BEHIND.search(figure.after):
        return True
    return _ASSERTED.search(figure.before) is not None and not _is_compared(each, known)


def _is_replaced(figures: Sequence[Held], given: Fraction, known: frozenset[int]) -> bool:
    """Return whether the answer is named as what does not hold any more: “66, không phải 75”, “từ 75 xuống 66” beside 75."""
    counts = [each for each in figures if each.fit in ("bare", "own")]
    old = [each for each in counts if given in each.values]
    if not old or len(old) == len(counts):
        return False
    if any(_DENIED_BEFORE.search(each.figure.before) for each in old):
        return True
    return any(_is_from_to(one, to, known) for one, to in pairwise(figures) if one in old and to not in old)


def _is_from_to(one: Held, to: Held, known: frozenset[int]) -> bool:
    """Return whether two figures are the old and the new one of the round; what is planned for another year is not."""
    year = _YEAR_BEHIND.search(to.figure.after)
    is_planned = year is not None and int(year[1]) not in known
    return not is_planned and _FROM.search(one.figure.before) is not None and _TO.search(to.figure.lead) is not None


def _is_compared(each: Held, known: frozenset[int]) -> bool:
    """Return whether a figure is one of another time, a target, a difference or a share of the answer."""
    clause = _CLAUSE.split(each.figure.before)[-1]
    if _DOWN_TO.search(clause):
        return False
    year = _OF_A_YEAR.search(clause)
    return _COMPARED.search(clause) is not None or (year is not None and int(year[1]) not in known) or each.figure.noun.startswith("so với")


def _is_explained(figures: Sequence[Held], given: Fraction) -> bool:
    """Return whether the answer is the sum of figures that follow each other, or what two of them leave or make together."""
    return _makes([each.value for each in figures], given) or _makes([each.values[-1] for each in figures], given)


def _makes(values: Sequence[Fraction], given: Fraction) -> bool:
    """Return whether numbers in a row add up to another, or two of them leave or make it."""
    for first in range(len(values)):
        total = values[first]
        for at in range(first + 1, len(values)):
            total += values[at]
            if total == given:
                return True
    pairs = [(one, other) for at, one in enumerate(values) for other in values[at + 1 :]]
    return any(given in (abs(one - other), one * other) for one, other in pairs)


def _without_pairs(figures: Sequence[Held], question: Question, given: Fraction) -> list[Held] | None:
    """Return the figures without those of “3/4”; None where one says that the answer was written over: “88/85” beside 85."""
    left: list[Held] = []
    for each in figures:
        if each.figure.sign != "/" or not left:
            left.append(each)
            continue
        part, whole = left.pop(), each
        is_day = part.value <= _DAYS and whole.value <= _MONTHS and whole.fit == "bare"
        is_share = question.type == "percent" and whole.value and part.value / whole.value * _WHOLE == given
        if given in part.values or is_day or is_share:
            continue
        if given in whole.values:
            if part.value > given:
                return None
            continue
        left += [part, whole]
    return left


def _is_whole(each: Held, question: Question, known: frozenset[int]) -> bool:
    """Return whether a remark is nothing but a figure of what was asked for, with words around it that say no more."""
    return each.fit in ("bare", "own") and not _is_compared(each, known) and _is_light(each, question)


def _is_light(each: Held, question: Question) -> bool:
    """Return whether the words around a figure say no more than what it counts, and that it is the number."""
    figure = each.figure
    before, behind, noun = ({*_LETTERS.findall(each)} for each in (figure.before, figure.after, figure.noun))
    is_light = before <= _LIGHT | own_words(question) or is_approximate(figure.before)
    return is_light and behind <= noun | _LIGHT


def _is_odd(each: Held, given: Fraction, known: frozenset[int], *, alone: bool) -> bool:
    """Return whether nobody can tell what a figure has to do with the answer: more of the same than there are, or a number alone."""
    if (each.fit == "foreign" and not _OF_WHICH.search(each.figure.lead)) or _is_compared(each, known):
        return False
    if each.value > given:
        return True
    if not alone or each.fit not in ("bare", "own"):
        return False
    is_found = each.figure.sign in ("+", "-") or _FOUND.search(each.figure.before) is not None
    return (each.fit == "bare" and is_found) or (speaks_of_the_count(each.figure) and not is_part_by_words(each.figure))


def _is_other_sum(figures: Sequence[Held], given: Fraction) -> bool:
    """Return whether parts of the kind that was asked for are more together than there are."""
    return len(figures) > 1 and all(each.fit == "kin" for each in figures) and sum(each.value for each in figures) > given
