"""How things are said: texts looked up in the gettext catalogue of the chosen language."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "vi")
LOCALE_FOLDER = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="en")


def preferred_language() -> str:
    """Return the language the surroundings ask for: ``ICTSCORE_LANG``, else the locale, else English."""
    for name in ("ICTSCORE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    return "en"


def speak(language: str) -> None:
    """Say everything from here on in ``language`` (``en`` or ``vi``)."""
    _language.set(language)


def spoken() -> str:
    """Return the language things are said in."""
    return _language.get()


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("ictscore", LOCALE_FOLDER, languages=[language], fallback=language == "en")


def tr(text: str, /, **values: object) -> str:
    """Return ``text`` in the spoken language with ``values`` put in.

    ``text`` is the English wording and the key of the catalogue; names in braces are replaced by the values, which are worded too
    when they are phrases or exact numbers.
    """
    worded = _catalogue(spoken()).gettext(text) if text else ""
    return worded.format_map({name: word(value) for name, value in values.items()}) if values else worded


def N_(text: str) -> str:  # noqa: N802 - the name every gettext tool looks for
    """Mark ``text`` for the catalogue and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the values to put in, worded only when it is printed."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the phrase in the spoken language."""
        return tr(self.text, **self.values)


def phrase(text: str, /, **values: object) -> Phrase:
    """Return a phrase: ``text`` (the English wording) with ``values`` to put in later."""
    return Phrase(text, values)


def word(value: object) -> str:
    """Return ``value`` as it is said: exact numbers as decimals with the language's decimal sign, lists with commas."""
    if isinstance(value, Fraction):
        return say_number(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(word(each) for each in value)
    return str(value)


def say_number(value: Fraction) -> str:
    """Return a number for reading: its decimals if they end, else the fraction; a decimal comma in Vietnamese.

    >>> say_number(Fraction(171, 2)), say_number(Fraction(1, 3))
    ('85.5', '1/3')
    """
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return say_decimal(fixed(value, places))


def fixed(value: Fraction, places: int) -> str:
    """Return a number that has at most ``places`` decimals with just so many, and a decimal point."""
    scaled = value * 10**places
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def say_decimal(text: str) -> str:
    """Return a decimal text with the spoken language's decimal sign."""
    return text.replace(".", ",") if spoken() == "vi" else text
