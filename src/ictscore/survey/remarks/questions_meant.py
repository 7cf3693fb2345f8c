"""Which question a line below a form speaks of, where it names one by its words and not by its number: “số máy tính là 66”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ictscore.survey.questions import Question
from ictscore.survey.remarks.kin import own_words
from ictscore.survey.remarks.remark import Remark
from ictscore.survey.remarks.spoken import words
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.text_numbers import read_number

_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.,:;()\n](?!\d)")
_SAY_NOTHING = words(
    "tổng số cộng liệu lượng là có hiện nay tại thực tế đúng chính xác phải không chứ mà chỉ còn được đã xin đề nghị sửa lại điều chỉnh "
    "đính thành từ xuống lên ghi nhầm mới của đơn vị sở cơ quan tất cả trong kỳ năm này ạ nhé"
)


def question_meant(remark: Remark, rows: Mapping[int, Question], answers: Mapping[int, Cell]) -> int | None:
    """Return the row of the question whose words stand right before the first figure of a remark, else right behind it.

    All of its words are the question's; where several questions have them, it is the one that has no others, or the one whose
    answer is among the figures (“66, không phải 75”). None where that is not one question.
    """
    if not remark.figures:
        return None
    first = remark.figures[0]
    before = _CLAUSE.split(first.before.rstrip(" :"))[-1]
    said = _telling(before) or _telling(first.noun)
    own = {row: own_words(each) for row, each in rows.items() if each.is_number}
    about = [row for row in own if said and said <= own[row]]
    whole = [row for row in about if _telling(rows[row].folded_label) <= said]
    if len(whole) == 1:
        return whole[0]
    if len(said) < 2:  # noqa: PLR2004 - one word alone is in many questions
        return None
    given = [row for row in about if row in answers and _is_among(answers[row], remark)]
    left = about if len(about) == 1 else given
    return left[0] if len(left) == 1 else None


def _telling(text: str) -> frozenset[str]:
    """Return the words of a text that say what is counted."""
    return frozenset(_LETTERS.findall(text)) - _SAY_NOTHING


def _is_among(answer: Cell, remark: Remark) -> bool:
    given = read_number(answer.text)
    return given is not None and any(given.value in each.values for each in remark.figures)
