"""Cells read as numbers: what is stored, what is shown, and what people type in words."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from ictscore.exact import round_fraction
from ictscore.expr.values import Value
from ictscore.survey.labels.characters import as_seen, changed_characters
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.formats import as_shown, refused_by_format
from ictscore.survey.typed.measures import Measured, read_measured
from ictscore.survey.typed.money_amounts import incredible_amount
from ictscore.survey.typed.number_words import both_signs, inexact, likely_number, means_nothing
from ictscore.survey.typed.text_numbers import KEPT_DIGITS, Reading, brief, one_line, read_number, stored_number
from ictscore.words import N_, phrase

_HUGE = 10**KEPT_DIGITS
_WHOLE = 100
_PERCENT = N_("{number} %")
_PERCENT_WORDS = ("%", "phần trăm", "percent")
_NOTES_BY_HOW = {"plain": "SV220", "comma": "SV221", "thousands": "SV222", "nought": "SV238"}
_APOSTROPHES = "'\u2018\u2019\u00b4`"
_LONGEST_LOOKED_AT = 200
_PADDED = re.compile(r"0[1-9][0-9]")
"""A count of two digits with a nought before it, 085; a decimal sign may be lost from it only where decimals are asked for."""
_NO_DECIMALS = re.compile(r"([0-9](?:[0-9., ]*[0-9])?)[.,] ?[-\u2013\u2014]+")
"""A dash for the decimals there are none of: 85.- and 1.200,–."""
_BLANKS_BETWEEN = re.compile(r"(?<![0-9.,])(?<![0-9] )[1-9][0-9]{2}(?: [1-9][0-9]{2})+(?![0-9])")
"""Numbers of three digits each, parted by plain blanks: one number, or several. Programs part thousands by blanks that do not break."""

_MAY_BE_BLANK = phrase(N_("leave the cell blank if the number is not known"))
_MUST_BE_KNOWN = phrase(N_("the question must be answered, so find the number out if it is not known"))


def number_cell(asked: Asked) -> Value:
    """Return the number a number cell gives."""
    question, cell = asked.question, asked.cell
    value = stored_number(cell.text)
    if cell.shown_by:
        refused = refused_by_format(asked, value)
        if refused is not None:
            return refused
        asked = as_shown(asked, value)
        cell = asked.cell
    if cell.number_format == "percent":
        return _percent_cell(asked, value)
    if cell.shown_thousands and value and not cell.shown_by:
        return asked.refuse("SV216", shown=brief(_as_shown(asked.cell, value)), read=brief(value))
    if cell.shown_thousands or (value.denominator != 1 and question.type != "count"):
        _compare_with_shown(asked, value)
    return _doubtful_percent(asked, value) if question.type == "percent" and 0 < value <= 1 else _within(asked, value)


def number_text(asked: Asked) -> Value:
    """Return the number a text gives, where it can be one number only."""
    line = unicodedata.normalize("NFC", one_line(asked.cell.text))
    folded = line.casefold()
    if len(line) > _LONGEST_LOOKED_AT:
        return asked.misfit()
    if means_nothing(folded):
        return asked.refuse("SV239", read=asked.read, unknown=_MUST_BE_KNOWN if asked.question.required else _MAY_BE_BLANK)
    bare = line.lstrip(_APOSTROPHES) if line[:1] in _APOSTROPHES else line
    reading = read_number(bare) or _padded(asked, bare)
    if reading is not None:
        return _plain_number(asked, reading, has_apostrophe=bare != line)
    for sign in _PERCENT_WORDS:
        if folded.endswith(sign) and (reading := read_number(folded.removesuffix(sign))):
            return _percentage(asked, reading)
    closed = _NO_DECIMALS.fullmatch(line)
    if closed is not None and (reading := read_number(closed[1])):
        return _taken(asked, reading, "SV225", odd="")
    return _with_words(asked, line, folded)


def _padded(asked: Asked, line: str) -> Reading | None:
    """Read a count of two digits with a nought before it."""
    is_padded = asked.question.type == "count" and _PADDED.fullmatch(line) is not None
    return Reading(Fraction(int(line)), None, "nought", 2) if is_padded else None


def _with_words(asked: Asked, line: str, folded: str) -> Value:
    """Return the number of a text that says besides what it counts, or ask about it."""
    measured = read_measured(asked.question, folded)
    if measured is not None and measured.fit == "same":
        return _taken(asked, measured.reading, *_words_left_out(asked, measured))
    return _asked_again(asked, line, folded, measured)


def _plain_number(asked: Asked, reading: Reading, *, has_apostrophe: bool) -> Value:
    if has_apostrophe:
        return _taken(asked, reading, "SV234")
    if odd := changed_characters(asked.cell.text):
        return _taken(asked, reading, "SV235", odd=odd)
    if asked.shows_counts and asked.question.type == "count" and reading.other is not None:
        return _taken(asked, Reading(reading.other, None, "thousands", reading.digits), "SV222")
    silent = asked.from_csv and reading.how == "plain"
    return _taken(asked, reading, "" if silent else _NOTES_BY_HOW[reading.how])


def _taken(asked: Asked, reading: Reading, code: str, **values: object) -> Value:
    """Return the value of a number, with a note how it was read, unless it has two values, or more digits than any spreadsheet keeps."""
    if reading.digits > KEPT_DIGITS and reading.value.denominator == 1:
        return asked.refuse("SV249", read=asked.read)
    if reading.how == "thousands" and _BLANKS_BETWEEN.search(as_seen(asked.cell.text)):
        return asked.refuse("SV229", read=asked.read, value=reading.value)
    value = _one_value(asked, reading)
    if value is None:
        return asked.refuse("SV202", read=asked.read, first=reading.value, second=reading.other)
    if asked.question.type == "percent" and 0 < value <= 1 and code != "SV224":
        return _doubtful_percent(asked, value)
    if code:
        asked.say(code, read=asked.read, value=value, **values)
    return _within(asked, value, reading)


def _one_value(asked: Asked, reading: Reading) -> Fraction | None:
    """Return the only value a number can have: thousands are out of the question where nothing is above 1, or above 100 %."""
    small = asked.question.type == "percent" or asked.question.is_share
    return reading.value if reading.other is None or small else None


def _words_left_out(asked: Asked, measured: Measured) -> tuple[str, ...]:
    return ("SV223",) if measured.words == asked.question.measure else ("SV242",)


def _percentage(asked: Asked, reading: Reading) -> Value:
    """Take a number that has a percent sign."""
    question = asked.question
    if question.type == "percent":
        return _taken(asked, reading, "SV224")
    if question.measure in _PERCENT_WORDS:
        return _taken(asked, reading, "SV223")
    if not question.is_share:
        return asked.refuse("SV233", read=asked.read, expected=question.expected)
    share = reading.value / _WHOLE
    if question.high is not None and share > question.high:
        return asked.refuse("SV208", read=phrase(_PERCENT, number=reading.value), high=phrase(_PERCENT, number=question.high * _WHOLE))
    asked.say("SV232", read=asked.read, value=share)
    return _within(asked, share, reading)


def _asked_again(asked: Asked, line: str, folded: str, measured: Measured | None) -> Value:
    """Say why a text is no number, and what it probably means."""
    question = asked.question
    head = line[: -len(question.measure)].strip() if question.measure and folded.endswith(question.measure) else line
    likely = likely_number(head)
    if likely is not None:
        return asked.refuse(likely.code, read=asked.read, value=brief(likely.value))
    value = both_signs(head)
    if value is not None:
        return asked.refuse("SV241", read=asked.read, first=value, second=-value)
    what = inexact(folded)
    if what is not None:
        return asked.refuse("SV240", read=asked.read, what=what)
    return _other_measure(asked, measured) if measured is not None else asked.misfit()


def _other_measure(asked: Asked, measured: Measured) -> Value:
    """Ask about a number that is given in another measure."""
    measure, value = asked.question.printed_measure, measured.reading.value
    if measured.fit == "scaled":
        return asked.refuse("SV244", read=asked.read, value=measured.in_measure, measure=measure)
    words = _as_typed(asked.read, measured.words)
    if not measure:
        return asked.refuse("SV246", read=asked.read, words=words, value=value)
    if measured.fit == "pieces":
        return asked.refuse("SV243", read=asked.read, words=words, measure=measure, value=value)
    return asked.refuse("SV245", read=asked.read, words=words, measure=measure)


def _as_typed(read: str, folded: str) -> str:
    """Return folded words as they stand in what was read: Gbps, not gbps."""
    line = " ".join(unicodedata.normalize("NFC", read).split())
    at = line.casefold().rfind(folded)
    return line[at : at + len(folded)] if folded and at >= 0 and len(line.casefold()) == len(line) else folded


def _percent_cell(asked: Asked, value: Fraction) -> Value:
    """Read a number that the cell shows as a percentage."""
    question = asked.question
    hundredfold = value * _WHOLE
    if question.type != "percent":
        if value and not question.is_share:
            return asked.refuse("SV213", shown=brief(hundredfold), read=brief(value))
        return _within(asked, value)
    _compare_with_shown(asked, hundredfold, _PERCENT)
    if 1 < value <= _WHOLE:
        return asked.refuse("SV212", read=value, first=value, second=hundredfold)
    if 0 < value <= 1:
        asked.say("SV224", read=phrase(_PERCENT, number=brief(_as_shown(asked.cell, hundredfold))), value=hundredfold)
    return _within(asked, hundredfold)


def _compare_with_shown(asked: Asked, value: Fraction, sign: str = "{number}") -> None:
    """Warn where the cell shows another number than ``value``: rounded, or divided by thousands."""
    shows = _as_shown(asked.cell, value)
    if shows != value:
        asked.say("SV231", shown=phrase(sign, number=brief(shows)), read=phrase(sign, number=brief(value)))


def _as_shown(cell: Cell, value: Fraction) -> Fraction:
    """Return the number that the format of a cell shows: rounded, or divided by thousands."""
    scaled = value / 1000**cell.shown_thousands
    return scaled if cell.shown_places is None else round_fraction(scaled, cell.shown_places)


def _doubtful_percent(asked: Asked, value: Fraction) -> Value:
    return asked.refuse("SV212", read=value, first=value, second=value * _WHOLE)


def _within(asked: Asked, value: Fraction, reading: Reading | None = None) -> Value:
    """Return a value that is whole where it must be and lies within its bounds."""
    question = asked.question
    if question.type == "count" and value.denominator != 1:
        return asked.refuse("SV209", read=brief(value))
    if question.low is not None and value < question.low:
        return asked.refuse("SV207", read=brief(value), low=question.low)
    if question.high is not None and value > question.high:
        if question.is_share and 1 < value <= _WHOLE:
            return asked.refuse("SV247", read=brief(value), high=question.high, value=value / _WHOLE)
        return asked.refuse("SV208", read=brief(value), high=question.high)
    if abs(value) >= _HUGE or (reading is not None and reading.digits > KEPT_DIGITS):
        asked.say("SV230", read=asked.read)
    elif (billions := incredible_amount(question.measure, value)) is not None:
        asked.say("SV497", read=brief(value), measure=question.printed_measure, billions=brief(billions))
    if not value and question.nought_is_doubtful:
        asked.say("SV248")
    return value
