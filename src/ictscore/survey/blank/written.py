"""Answers as our forms and tables write them, so that they read back as what they were."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ictscore.exact import from_stored
from ictscore.expr.values import Blank
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.blank.writing import TooMuch
from ictscore.survey.submission import Answer

# Fixed here and not in the catalogues: what is read back must not hang on a translator's choice.
_WORDS = {"vi": ("Có", "Không", "Không áp dụng"), "en": ("Yes", "No", "Not applicable")}
_DAY_ZERO = date(1899, 12, 30)
_DIGITS = 15
_SHARE = "0.00%"
_DAY = "dd/mm/yyyy"
"""Numbers have no format of their own: under one, programs keep 1 of a typed “100%” and show no sign of it."""


def yes_no_words(language: str) -> tuple[str, str]:
    """Return how yes and no are written."""
    return _WORDS[language][:2]


def not_applicable_word(language: str) -> str:
    """Return how an answer is written that does not apply."""
    return _WORDS[language][2]


def options_of(spec: AnswerSpec, language: str) -> tuple[str, ...]:
    """Return the words an answer is chosen from, or none where it is typed."""
    options = tuple(spec.choices.values()) if spec.choices else yes_no_words(language) if spec.type == "yes_no" else ()
    return (*options, not_applicable_word(language)) if options and spec.not_applicable else options


class Written(NamedTuple):
    """What is written into a cell: a text, a number, or None for a blank, and the number format it needs."""

    value: str | float | None
    number_format: str = ""


def cell_of(answer: Answer | None, spec: AnswerSpec, language: str) -> Written:
    """Return what is written into the cell of an answer."""
    usual = _DAY if spec.type == "date" else ""
    value = answer.value if answer is not None else None
    if isinstance(value, Fraction):
        return _percent_sign(value) if spec.type == "percent" and 0 < value <= 1 else Written(number_value(value), usual)
    return Written(None if answer is None else _text(answer, spec, language), usual)


def share_of(answer: Answer | None, spec: AnswerSpec, language: str) -> Written:
    """Return what is written into the cell of a percentage that formulas read: a share, shown with its sign, or the usual words."""
    value = answer.value if answer is not None else None
    if isinstance(value, Fraction):
        return _percent_sign(value)
    return Written(None if answer is None else _text(answer, spec, language), _SHARE)


def _percent_sign(value: Fraction) -> Written:
    """Return a percentage of at most 1 with its sign: as a bare number it could be a share as well."""
    places = next((places for places in range(_DIGITS) if (value * 10**places).denominator == 1), _DIGITS)
    return Written(number_value(value / 100), "0." + "0" * places + "%" if places else "0%")


def _text(answer: Answer, spec: AnswerSpec, language: str) -> str | float | None:
    value = answer.value
    if isinstance(value, Blank):
        shown = {"missing": None, "not_applicable": not_applicable_word(language)}
        return shown.get(value.kind, answer.raw)
    if isinstance(value, bool):
        return yes_no_words(language)[0 if value else 1]
    if spec.choices:
        return spec.choices[str(value)]
    return _day_number(str(value)) if spec.type == "date" else str(value)


def points_value(given: Answer) -> str | float | None:
    """Return what is written into a cell for points."""
    value = given.value
    if isinstance(value, Fraction):
        return number_value(value)
    return given.raw if isinstance(value, Blank) and value.kind == "unreadable" else None


def number_value(value: Fraction) -> float:
    """Return a number as a spreadsheet keeps it; TooMuch where its 15 digits would not give the same number back."""
    number = float(value)
    if from_stored(repr(number)) != value:
        raise TooMuch(str(value))
    return number


def _day_number(text: str) -> str | float:
    try:
        return float((date.fromisoformat(text) - _DAY_ZERO).days)
    except ValueError:
        return text
