"""Answers as our forms and tables write them, so that they read back as what they were."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ictscore.exact import from_stored
from ictscore.expr.values import Blank
from ictscore.rulebook.answers import AnswerSpec
from ictscore.survey.submission import Answer
from ictscore.survey.writing import TooMuch

# Fixed here and not in the catalogues: what is read back must not hang on a translator's choice.
_WORDS = {"vi": ("Có", "Không", "Không áp dụng"), "en": ("Yes", "No", "Not applicable")}
_DAY_ZERO = date(1899, 12, 30)


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


def cell_value(answer: Answer, spec: AnswerSpec, language: str) -> str | float | None:
    """Return what is written into the cell of an answer; None leaves it blank."""
    value = answer.value
    if isinstance(value, Blank):
        shown = {"missing": None, "not_applicable": not_applicable_word(language)}
        return shown.get(value.kind, answer.raw)
    if isinstance(value, bool):
        return yes_no_words(language)[0 if value else 1]
    if isinstance(value, Fraction):
        return number_value(value)
    if spec.choices:
        return spec.choices[value]
    return _day_number(value) if spec.type == "date" else value


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
