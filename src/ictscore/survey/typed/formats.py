"""Number cells whose format shows more or less than the number: words, signs or digits that nobody typed into the cell."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.values import Value
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.sheets.format_codes import Section, Shown, nought_as_dash, shown_by
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.measures import measured
from ictscore.survey.typed.text_numbers import Reading, brief
from ictscore.words import N_, Phrase, phrase

_AROUND = N_("{before}{number}{after}")
_PERCENT = N_("{number} %")
_PERCENT_WORDS = ("%", "phần trăm", "percent")


def refused_by_format(asked: Asked, value: Fraction) -> Value | None:
    """Ask about a number that its format shows as something else; return None where both say the same.

    A nought that is not shown counts, with a warning; accountants write one as a dash.
    """
    shown = shown_by(asked.cell.shown_by, value)
    section = shown.section
    if not section.digits:
        return _without_digits(asked, section, value)
    if shown.hides_sign or section.between or (section.before and section.after):
        return asked.refuse("SV216", read=brief(value), shown=_seen(asked, shown, value))
    words = fold_name(section.before + section.after).rstrip(".")
    if not words or _means_the_same(asked, section, words, value):
        return None
    measure = asked.question.printed_measure
    if not measure or not _has_words(words):
        return asked.refuse("SV216", read=brief(value), shown=_seen(asked, shown, value))
    return asked.refuse("SV215", read=brief(value), shown=_seen(asked, shown, value), measure=measure)


def _without_digits(asked: Asked, section: Section, value: Fraction) -> Value | None:
    if section.before:
        return None if not value and nought_as_dash(section) else asked.refuse("SV216", read=brief(value), shown=section.before)
    if value:
        return asked.refuse("SV218", read=brief(value))
    asked.say("SV217", read=brief(value))
    return None


def as_shown(asked: Asked, value: Fraction) -> Asked:
    """Return the question with a cell that says how the section of its format for ``value`` shows it."""
    section = shown_by(asked.cell.shown_by, value).section
    if not section.digits:
        return asked._replace(cell=asked.cell._replace(shown_places=None, shown_thousands=0))
    return asked._replace(cell=asked.cell._replace(shown_places=section.places, shown_thousands=section.thousands))


def _means_the_same(asked: Asked, section: Section, words: str, value: Fraction) -> bool:
    """Return whether the words of a format are the measure asked for, and the number shown before them the one that is held."""
    question = asked.question
    seen = value / 1000**section.thousands
    if words in _PERCENT_WORDS:
        return not section.thousands and (question.type == "percent" or question.measure in _PERCENT_WORDS)
    found = measured(question, Reading(seen, None, "plain", 0), words)
    meant = {"same": seen, "scaled": found.in_measure}.get(found.fit)
    return meant == value and "%" not in section.digits


def _has_words(text: str) -> bool:
    """Return whether a text names a measure: it has letters, or a sign of money, and no digits."""
    return any(each.isalpha() or unicodedata.category(each) == "Sc" for each in text) and not any(map(str.isdigit, text))


def _seen(asked: Asked, shown: Shown, value: Fraction) -> Phrase | str:
    """Return what people see in the cell."""
    section = shown.section
    if section.between:  # digits torn apart: the code says it best
        return asked.cell.shown_by
    scaled = value / 1000**section.thousands
    if shown.hides_sign:
        scaled = abs(scaled)
    if "%" in section.digits:
        scaled *= 100
    seen = scaled if section.places is None else round_fraction(scaled, section.places)
    number = phrase(_PERCENT, number=brief(seen)) if "%" in section.digits else brief(seen)
    after = section.after if not section.after or section.after[0].isdigit() else f" {section.after}"
    before = f"{section.before} " if section.before[-1:].isalpha() else section.before
    return phrase(_AROUND, before=before, number=number, after=after)
