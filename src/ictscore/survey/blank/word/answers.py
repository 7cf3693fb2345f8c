"""Answers as a Word form writes them: as people type them, and so that they read back as what they were."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from ictscore.expr.values import Blank
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.blank.writing import TooMuch
from ictscore.survey.blank.written import not_applicable_word, number_value, yes_no_words
from ictscore.survey.submission import Answer

_SIGNS = {"vi": ",", "en": "."}
_LIKE_THOUSANDS = 3
_DIGITS = 15


def text_of_answer(answer: Answer | None, spec: AnswerSpec, language: str) -> str:
    """Return what stands in the cell of an answer; nothing where it is blank."""
    value = answer.value if answer is not None else None
    if answer is None or value is None:
        return ""
    if isinstance(value, Blank):
        return {"missing": "", "not_applicable": not_applicable_word(language)}.get(value.kind, answer.raw)
    if isinstance(value, bool):
        return yes_no_words(language)[0 if value else 1]
    if isinstance(value, Fraction):
        sign = "%" if spec.type == "percent" and 0 < value <= 1 else ""
        return number_text(value, language) + sign
    if spec.choices:
        return spec.choices[str(value)]
    return _day(str(value)) if spec.type == "date" else str(value)


def points_text(given: Answer | None, language: str) -> str:
    """Return what stands in the cell of the points a unit claims; nothing where it is blank."""
    if given is None:
        return ""
    if isinstance(given.value, Fraction):
        return number_text(given.value, language)
    return given.raw if isinstance(given.value, Blank) and given.value.kind == "unreadable" else ""


def number_text(value: Fraction, language: str) -> str:
    """Return a number in plain digits. Three decimals get a nought, for “1,125” could be read as a number of thousands.

    >>> number_text(Fraction(1250), "vi"), number_text(Fraction(25, 2), "vi"), number_text(Fraction(9, 8), "vi")
    ('1250', '12,5', '1,1250')
    """
    number_value(value)
    places = next((places for places in range(_DIGITS + 1) if (value * 10**places).denominator == 1), None)
    if places is None:
        raise TooMuch(str(value))
    if places == _LIKE_THOUSANDS:
        places += 1
    digits = str(abs(value * 10**places).numerator).rjust(places + 1, "0")
    minus = "-" if value < 0 else ""
    return f"{minus}{digits}" if not places else f"{minus}{digits[:-places]}{_SIGNS.get(language, '.')}{digits[-places:]}"


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    day = date.fromisoformat(text)
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
