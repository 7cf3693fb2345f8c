"""Cells read as answers: the rulebook says what type each has, and nothing is guessed."""

from __future__ import annotations

import re

from ictscore.expr.values import Value, missing, not_applicable, unreadable
from ictscore.places import Place
from ictscore.survey.labels.characters import as_seen, without_unseen
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.layout import MEND_SIGN, NOT_APPLICABLE_SHORT, NOT_APPLICABLE_WORDS
from ictscore.survey.noting import Notes
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.format_codes import text_shown_by
from ictscore.survey.sheets.signfonts import signs_of
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.dates import date_answer
from ictscore.survey.typed.numbers import number_cell, number_text
from ictscore.survey.typed.stands_there import as_seen_in
from ictscore.survey.typed.words import choice_answer, text_answer, yes_no_answer

_ERRORS = re.compile(r"#(?:DIV/0!|N/A|[A-Z_ÁÀÂĂÄÉÈÊÍÎÓÔÖÚÜÑÇ¡¿]{3,16}[!?])|#GETTING_DATA|Err:[0-9]{3}", re.IGNORECASE)
"""Errors of Excel in any language it speaks, and those of LibreOffice."""
_NOT_APPLICABLE = frozenset(map(fold_answer, (*NOT_APPLICABLE_WORDS, *NOT_APPLICABLE_SHORT)))
_NO_DATA, _SHORT = (fold_answer("n/a"),), frozenset(map(fold_answer, NOT_APPLICABLE_SHORT))
_NOT_APPLICABLE_AND_MORE = re.compile(r"(?:không|ko|khong) (?:áp dụng|ap dung)\b.+|not applicable\b.+", re.DOTALL)
_MOST_REMEMBERED = 100_000


class Typist:
    """Reads the cells of one sheet. Most cells hold what others hold: what was read without a word is remembered."""

    __slots__ = ("_from_csv", "_known", "_notes", "_shows_counts")

    def __init__(self, notes: Notes, *, from_csv: bool = False, shows_counts: bool = False) -> None:
        """Report to ``notes``; the cells of a CSV file are texts only because there is nothing else in one.

        ``shows_counts`` says that it is our own form saved as CSV, with its counts as they were shown.
        """
        self._notes = notes
        self._from_csv, self._shows_counts = from_csv, shows_counts
        self._known: dict[tuple[object, ...], Value] = {}

    def type(self, question: Question, cell: Cell, place: Place) -> Value:
        """Return the answer a cell gives to a question; what cannot be read in one way is reported and unreadable."""
        key = (question.id, *cell[2:])
        value = self._known.get(key)
        if value is None:
            before = self._notes.total
            value = _read(Asked(question, cell, place, self._notes, self._from_csv, self._shows_counts))
            if before == self._notes.total and len(self._known) < _MOST_REMEMBERED:
                self._known[key] = value
        return value


def _read(asked: Asked) -> Value:
    if asked.cell.struck and without_unseen(asked.cell.text).strip():
        return asked.refuse("SV270", read=shown(as_seen_in(asked.cell)))
    return _by_kind(asked) if not asked.cell.seen_as else _in_signs(asked)


def _in_signs(asked: Asked) -> Value:
    """Read what is repeated over the cell, or stands in a font of signs: a tick of such a font is one, anything else is asked about."""
    cell, text = asked.cell._replace(seen_as=""), as_seen_in(asked.cell).strip()
    if not without_unseen(text):
        return _by_kind(asked._replace(cell=cell))
    if asked.cell.seen_as == "*":
        return asked.refuse("SV274", read=shown(text), shown=shown(f"{text}{text}{text}"))
    seen = signs_of(text, asked.cell.seen_as)
    if seen is None:
        return asked.refuse("SV275", read=shown(text), font=asked.cell.seen_as)
    return _by_kind(asked._replace(cell=cell if seen == text else cell._replace(text=seen)))


def _by_kind(asked: Asked) -> Value:
    question = asked.question
    match asked.cell.kind:
        case "number" if question.is_number:
            return number_cell(asked)
        case "unreadable":  # reported where the file was read
            return unreadable(question.id)
        case "error":
            return asked.refuse("SV203", read=asked.cell.text)
        case "formula_without_value":
            return asked.refuse("SV204")
        case "text":
            return _text_cell(asked) if (seen := _otherwise_seen(asked)) is None else _not_as_seen(asked, seen)
    return _other_cell(asked)


def _other_cell(asked: Asked) -> Value:
    """Read a date, a truth value, or a number where none is wanted."""
    if asked.question.is_number:
        return asked.refuse("SV205" if asked.cell.kind == "yes_no" else "SV206", expected=asked.question.expected)
    return _in_words(asked)


def _otherwise_seen(asked: Asked) -> str | None:
    """Return what a number format makes people see of a text, where that is another text, or nothing."""
    text = asked.cell.text.strip()
    seen = text_shown_by(asked.cell.shown_by, text).strip() if asked.cell.shown_by and text else text
    return None if seen == text else seen


def _not_as_seen(asked: Asked, seen: str) -> Value:
    return asked.refuse("SV219" if seen else "SV218", shown=seen, read=asked.read)


def _text_cell(asked: Asked) -> Value:
    text, question = asked.cell.text, asked.question
    if not without_unseen(text).strip():
        return missing(question.id)
    if question.is_number and text[0].isdigit():  # the quick way for what is most often there
        return number_text(asked)
    if text.lstrip().startswith(MEND_SIGN):
        return asked.refuse("SV602", read=asked.read)
    if _ERRORS.fullmatch(text.strip()):
        return asked.refuse("SV203", read=asked.read)
    if (fold_answer(text) in _NOT_APPLICABLE and fold_name(text) not in (question.words or {})) or _goes_on(question, text):
        return _not_applicable(asked)
    return number_text(asked) if question.is_number else _in_words(asked)


def _goes_on(question: Question, text: str) -> bool:
    """Return whether a text says “Không áp dụng” and then more, such as why; texts, choices and a plain “no” may well begin so."""
    if question.type == "text" or not (question.may_not_apply or question.is_number) or fold_answer(text) in (question.loose or {}):
        return False
    return _NOT_APPLICABLE_AND_MORE.fullmatch(fold_name(as_seen(text))) is not None


def _not_applicable(asked: Asked) -> Value:
    """Take words that say that a question does not apply; “N/A” may say so, or that there are no data."""
    folded = fold_answer(asked.cell.text)
    if not asked.question.may_not_apply:
        return asked.refuse("SV211", read=asked.read)
    if folded not in _NOT_APPLICABLE:
        return asked.refuse("SV273", read=asked.read)
    if folded in _NO_DATA:
        return asked.refuse("SV267", read=asked.read)
    if folded in _SHORT:
        asked.say("SV268", read=asked.read)
    return not_applicable(asked.question.id)


def _in_words(asked: Asked) -> Value:
    """Read an answer that is no number."""
    match asked.question.type:
        case "yes_no":
            return yes_no_answer(asked)
        case "choice":
            return choice_answer(asked)
        case "date":
            return date_answer(asked)
        case _:
            return text_answer(asked)
