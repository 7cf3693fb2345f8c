"""Which choice a text means that is not worded as the rulebook has it: Hàng ngày for Hằng ngày, or without any tone mark."""

from __future__ import annotations

import re

from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.questions import Question

_EVERY = re.compile(rf"\b{fold_answer('hàng')}(?= (?:{'|'.join(map(fold_answer, ('giờ', 'ngày', 'tuần', 'tháng', 'quý', 'năm')))})\b)")
"""Both spellings of “every” are common: hàng ngày and hằng ngày."""


def choice_meant(question: Question, text: str) -> str | None:
    """Return the key of the only choice that a text is, but for spelling and tone marks, or None."""
    loose = question.loose or {}
    folded = fold_answer(text)
    if folded in loose:
        return loose[folded]
    alike = {key for label, key in loose.items() if _one_spelling(label) == _one_spelling(folded)}
    if not alike and folded.isascii():
        alike = {key for label, key in loose.items() if toneless(label) == folded}
    return next(iter(alike)) if len(alike) == 1 else None


def _one_spelling(folded: str) -> str:
    return _EVERY.sub(fold_answer("hằng"), folded)
