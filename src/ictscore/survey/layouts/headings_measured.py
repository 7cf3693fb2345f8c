"""Headings that name a question with another measure than the rulebook's: correcting the heading alone would spoil the numbers."""

from __future__ import annotations

import re

from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.questions import Question
from ictscore.survey.typed.scaled import bare_measure, scaled

_IN_BRACKETS = re.compile(r"(.*\S)\s*[(\[]\s*(?:(?:đvt|đơn vị(?: tính)?)\s*:?)?\s*([^()\[\]]+?)\s*[)\]][\s*:]*", re.IGNORECASE)


def measured_otherwise(text: str, vocabulary: Vocabulary) -> Question | None:
    """Return the question for a number that an unknown heading names with a measure that is not its own, or None."""
    found = _IN_BRACKETS.fullmatch(" ".join(text.split()))
    heading = vocabulary.heading(found[1]) if found is not None else None
    if found is None or heading is None or heading.meaning.kind != "answer":
        return None
    question, said = vocabulary.question(heading.meaning), scaled(bare_measure(found[2]))
    if not (question.is_number and question.measure):
        return None
    own, known = scaled(question.measure), {each.measure for each in vocabulary.questions.values()} | {"%"}
    is_measure = bool(said.power) or said.is_money or said.what in known
    differs = said.power != own.power or (said.what != own.what and not (said.is_money and own.is_money))
    return question if is_measure and differs else None
