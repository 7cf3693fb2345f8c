"""Cells read as answers: the rulebook says what type each has, and nothing is guessed."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ictscore.exact import round_fraction
from ictscore.expr.values import Value, missing, not_applicable, unreadable
from ictscore.places import Place
from ictscore.survey.layout import NOT_APPLICABLE_WORDS
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.text_numbers import KEPT_DIGITS, Reading, brief, odd_characters, read_number, stored_number
from ictscore.survey.typed_words import read_choice, read_date, read_text, read_yes_no
from ictscore.survey.unit_names import fold_name
from ictscore.words import N_, phrase

_HUGE = 10**KEPT_DIGITS
_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!")
)
_WHOLE = 100
_PERCENT = N_("{number} %")
_MOST_REMEMBERED = 100_000
_NOTES_BY_HOW = {"plain": "SV220", "comma": "SV221", "thousands": "SV222"}


class Asked(NamedTuple):
    """A cell with the question it answers, and where to report."""

    question: Question
    cell: Cell
    place: Place
    notes: Notes
    from_csv: bool

    def say(self, code: str, **values: object) -> None:
        """Report a finding at the cell."""
        self.notes.add(code, self.place, answer=self.question.id, label=self.question.label, **values)

    def refuse(self, code: str, **values: object) -> Value:
        """Report an error at the cell and return what an unreadable answer counts as."""
        self.say(code, **values)
        return unreadable(self.question.id)

    def misfit(self) -> Value:
        """Report that the cell is not what the question asks for."""
        text = self.cell.text
        return self.refuse("SV201", read=shown(text), expected=self.question.expected, odd=odd_characters(text))


class Typist:
    """Reads the cells of one sheet. Most cells hold what others hold: what was read without a word is remembered."""

    __slots__ = ("_from_csv", "_known", "_notes")

    def __init__(self, notes: Notes, *, from_csv: bool = False) -> None:
        """Report to ``notes``; the cells of a CSV file are texts only because there is nothing else in one."""
        self._notes = notes
        self._from_csv = from_csv
        self._known: dict[tuple[object, ...], Value] = {}

    def type(self, question: Question, cell: Cell, place: Place) -> Value:
        """Return the answer a cell gives to a question; what cannot be read in one way is reported and unreadable."""
        key = (question.id, *cell[2:])
        value = self._known.get(key)
        if value is None:
            before = self._notes.total
            value = _read(Asked(question, cell, place, self._notes, self._from_csv))
            if before == self._notes.total and len(self._known) < _MOST_REMEMBERED:
                self._known[key] = value
        return value


def _read(asked: Asked) -> Value:
    question = asked.question
    match asked.cell.kind:
        case "number" if question.is_number:
            return _number_cell(asked)
        case "unreadable":  # reported where the file was read
            return unreadable(question.id)
        case "error":
            return asked.refuse("SV203", read=asked.cell.text)
        case "formula_without_value":
            return asked.refuse("SV204")
        case "text":
            return _text_cell(asked)
    return _other_cell(asked)


def _other_cell(asked: Asked) -> Value:
    """Read a date, a truth value, or a number where none is wanted."""
    if asked.question.is_number:
        return asked.refuse("SV205" if asked.cell.kind == "yes_no" else "SV206", expected=asked.question.expected)
    return _in_words(asked)


def _text_cell(asked: Asked) -> Value:
    text, question = asked.cell.text, asked.question
    folded = fold_name(text)
    if not folded:
        return missing(question.id)
    if folded.upper() in _ERRORS:
        return asked.refuse("SV203", read=text.strip())
    if folded in NOT_APPLICABLE_WORDS and folded not in (question.words or {}):
        return not_applicable(question.id) if question.may_not_apply else asked.refuse("SV211", read=shown(text.strip()))
    return _number_text(asked, folded) if question.is_number else _in_words(asked)


def _in_words(asked: Asked) -> Value:
    """Read an answer that is no number."""
    match asked.question.type:
        case "yes_no":
            found = read_yes_no(asked.cell)
            if found is None:
                return asked.misfit()
            if found.noted:
                asked.say("SV225", read=asked.cell.text, value=found.word)
            return found.value
        case "choice":
            key = read_choice(asked.question, asked.cell)
            return asked.refuse("SV210", **key.values) if not isinstance(key, str) else key
        case "date":
            return read_date(asked.cell) or asked.misfit()
        case _:
            return read_text(asked.cell)


def _number_cell(asked: Asked) -> Value:
    question, cell = asked.question, asked.cell
    value = stored_number(cell.text)
    if cell.number_format == "percent":
        return _percent_cell(asked, value)
    if cell.shown_thousands or (value.denominator != 1 and question.type != "count"):
        _compare_with_shown(asked, value)
    return _doubtful_percent(asked, value) if question.type == "percent" and 0 < value <= 1 else _within(asked, value)


def _percent_cell(asked: Asked, value: Fraction) -> Value:
    """Read a number that the cell shows as a percentage."""
    question = asked.question
    hundredfold = value * _WHOLE
    if question.type != "percent":
        one_scale = question.type != "count" and question.high is not None and question.high <= 1
        if value and not one_scale:
            return asked.refuse("SV213", shown=brief(hundredfold), read=brief(value))
        return _within(asked, value)
    _compare_with_shown(asked, hundredfold, _PERCENT)
    if 1 < value <= _WHOLE:
        return asked.refuse("SV212", read=value, first=value, second=hundredfold)
    if 0 < value <= 1:
        asked.say("SV224", read=value, value=hundredfold)
    return _within(asked, hundredfold)


def _compare_with_shown(asked: Asked, value: Fraction, sign: str = "{number}") -> None:
    """Warn where the cell shows another number than ``value``: rounded, or divided by thousands."""
    places = asked.cell.shown_places
    scaled = value / 1000**asked.cell.shown_thousands
    shows = scaled if places is None else round_fraction(scaled, places)
    if shows != value:
        asked.say("SV231", shown=phrase(sign, number=brief(shows)), read=phrase(sign, number=brief(value)))


def _doubtful_percent(asked: Asked, value: Fraction) -> Value:
    return asked.refuse("SV212", read=value, first=value, second=value * _WHOLE)


def _number_text(asked: Asked, folded: str) -> Value:
    text, question = asked.cell.text.strip(), asked.question
    if question.type == "percent" and folded.endswith("%"):
        return _with_sign(asked, folded.removesuffix("%"), "SV224")
    if question.measure and folded.endswith(question.measure):
        return _with_sign(asked, folded.removesuffix(question.measure), "SV223")
    reading = read_number(text)
    if reading is None:
        return asked.misfit()
    value = _one_value(asked, reading)
    if value is None:
        return asked.refuse("SV202", read=shown(text), first=reading.value, second=reading.other)
    if question.type == "percent" and 0 < value <= 1:
        return _doubtful_percent(asked, value)
    if reading.how != "plain" or not asked.from_csv:
        asked.say(_NOTES_BY_HOW[reading.how], read=shown(text), value=value)
    return _within(asked, value, reading)


def _with_sign(asked: Asked, text: str, code: str) -> Value:
    """Read a number written with its measure or a percent sign."""
    reading = read_number(text)
    if reading is None:
        return asked.misfit()
    value = _one_value(asked, reading)
    if value is None:
        return asked.refuse("SV202", read=shown(asked.cell.text.strip()), first=reading.value, second=reading.other)
    asked.say(code, read=shown(asked.cell.text.strip()), value=value)
    return _within(asked, value, reading)


def _one_value(asked: Asked, reading: Reading) -> Fraction | None:
    """Return the only value a number can have: thousands are out of the question where nothing is above 1, or above 100 %."""
    question = asked.question
    small = question.type == "percent" or (question.type != "count" and question.high is not None and question.high <= 1)
    return reading.value if reading.other is None or small else None


def _within(asked: Asked, value: Fraction, reading: Reading | None = None) -> Value:
    """Return a value that is whole where it must be and lies within its bounds."""
    question = asked.question
    if question.type == "count" and value.denominator != 1:
        return asked.refuse("SV209", read=brief(value))
    if question.low is not None and value < question.low:
        return asked.refuse("SV207", read=brief(value), low=question.low)
    if question.high is not None and value > question.high:
        return asked.refuse("SV208", read=brief(value), high=question.high)
    if abs(value) >= _HUGE or (reading is not None and reading.digits > KEPT_DIGITS):
        asked.say("SV230", read=shown(asked.cell.text))
    return value
