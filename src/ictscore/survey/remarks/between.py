"""Remarks that give two limits in place of a number: “từ 66 đến 75”, “khoảng 66 - 75 người”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ictscore.survey.questions import Question
from ictscore.survey.remarks.kin import Held, own_words
from ictscore.survey.remarks.spoken import Spoken

_LEAD = r"(?:(?:trong khoảng|khoảng|dao động|nằm|có|là|tầm|chừng|ước|đâu đó)\s+)*"
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = r"\d+(?:[.,]\d+)*"
_FROM_TO = Spoken(
    rf"\(?{_LEAD}(?P<from>từ )?{_FIGURE}(?: [^\W\d_]+){{0,3}}\s*(?P<to>đến|tới|-|–|~)\s*{_FIGURE}(?:\s*%|(?: [^\W\d_]+){{0,4}})\)?[.?]*"
)


def is_between(bare: str, figures: Sequence[Held], question: Question, given: Fraction) -> bool:
    """Return whether a text says nothing but that a number lies between two others, and these do not count it off themselves.

    >>> from ictscore.survey.remarks.figures import figures_in
    >>> from ictscore.survey.remarks.kin import held
    >>> staff = Question("c", "Số cán bộ", "count", measure="người")
    >>> texts = ("từ 66 đến 75", "khoảng 66 - 75 người", "từ 1 đến 85", "tăng từ 66 đến 75", "từ 8 đến 17 giờ")
    >>> [is_between(each, [held(figure, staff) for figure in figures_in(each)], staff, Fraction(85)) for each in texts]
    [True, True, False, False, False]
    """
    found = _FROM_TO.fullmatch(bare.strip())
    if found is None or len(figures) != 2 or not all(map(_may_answer, figures)):  # noqa: PLR2004
        return False
    if not {*_LETTERS.findall(figures[1].figure.after)} <= own_words(question):
        return False
    low, high = (each.value for each in figures)
    counted_off = (high - low + 1,) if found["from"] else (high - low + 1, high - low)
    return low < high and given not in counted_off


def _may_answer(each: Held) -> bool:
    return each.fit in ("bare", "own", "kin") or each.figure.noun in ("đến", "tới", "den", "toi")
