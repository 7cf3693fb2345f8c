"""Answers that are words: yes or no, choices and texts."""

from __future__ import annotations

import re

from ictscore.expr.values import Value, missing
from ictscore.nearest import did_you_mean
from ictscore.survey.labels.characters import as_seen, look_alikes, odd_looks
from ictscore.survey.labels.folding import fold_answer
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.typed.cell_asked import Asked
from ictscore.survey.typed.choices_meant import choice_meant
from ictscore.survey.typed.dates import day_in
from ictscore.survey.typed.shown import agreed, seen_in
from ictscore.survey.typed.text_numbers import brief, plain_digits, stored_number
from ictscore.words import N_, Phrase, phrase

_PLAIN = dict.fromkeys(("có", "yes", "true"), True) | dict.fromkeys(("không", "no", "false"), False)
_YES = ("1", "co", "y", "x", "×", "v", "√", "✓", "✔", "☑", "đúng", "rồi", "có rồi", "đã có", "có ạ", "dạ có", "vâng", "đã có rồi")
_NO = ("0", "khong", "n", "ko", "k", "kô", "sai", "chưa", "chưa có", "ko có", "không có", "không ạ", "dạ không", "chưa ạ")
_LOOSE = {fold_answer(word): value for words, value in ((_YES, True), (_NO, False)) for word in words}
_LOOSE |= {fold_answer(word): value for word, value in _PLAIN.items()}
_WRAPPED = re.compile(r"\(\s*(có|không|yes|no)\s*\)|[\"“”]\s*(có|không|yes|no)\s*[\"“”]")
_YES_OR_NO = {True: phrase(N_("yes")), False: phrase(N_("no"))}
_EMOJI = "\ufe0f\ufe0e"
"""Marks that ask for a picture or a letter; a tick is a tick either way."""
_BEGUN = re.compile(r"(?:có|yes|không|ko|no|chưa)\b.+", re.DOTALL)
_UNDER_WAY = re.compile(r"(?:đang|sắp|sẽ|dự kiến|chuẩn bị|một phần|1 phần|gần xong|bước đầu|có kế hoạch)\b.*", re.DOTALL)
_UNTICKED = phrase(N_("it can be no, or a box that nobody has ticked yet"))
_MEANINGS: tuple[tuple[re.Pattern[str], Phrase], ...] = (
    (_UNDER_WAY, phrase(N_("it can be yes, for what has begun, or no, for what is not finished"))),
    (_BEGUN, phrase(N_("it begins with yes or no and goes on, and what follows can take it back"))),
    (re.compile("[o0〇○◯]+"), phrase(N_("it can be the number 0, a short “không”, or a ring around a yes"))),
    (re.compile("(?:hông|hổng|hem|hok|kg|kh)[ .?!]*"), phrase(N_("it can be a short or spoken “không”"))),
    (re.compile("[✗✘❌☒]"), phrase(N_("a cross can tick a yes or strike it out"))),
    (re.compile("[-‐–—−_./…]+"), phrase(N_("it can be no, or no answer"))),
    (re.compile("☐|□"), _UNTICKED),
    (re.compile("(?:ok|oke|okay|được)[ .!]*"), phrase(N_("it can be yes, or only that somebody has seen the question"))),
)
_NUMBERED = re.compile(r"(?:\(?([^\W_]{1,2})[.)/:]|[-–—+*•])\s*(\S.*)", re.DOTALL)
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy")


def yes_no_answer(asked: Asked) -> Value:
    """Return the yes or no in a cell."""
    cell = asked.cell
    if cell.kind == "yes_no":
        return _ticked(asked) if cell.boxed else cell.text == "1"
    if cell.kind == "date":
        return asked.misfit()
    shown = _shown(asked) if cell.kind == "number" else None
    if shown is not None:
        return shown
    plain = fold_name(cell.text).rstrip(".!")
    if cell.kind == "text" and plain in _PLAIN:
        return _PLAIN[plain]
    found = yes_or_no_in(cell.text)
    if found is None:
        return _neither(asked)
    asked.say("SV225", read=asked.read, value=_YES_OR_NO[found], odd=odd_looks(cell.text))
    return found


def _ticked(asked: Asked) -> Value:
    """Return yes for a box in the cell that is ticked; one that is not can be a no, or never have been looked at."""
    if asked.cell.text != "1":
        return asked.refuse("SV260", read="☐", meaning=_UNTICKED)
    asked.say("SV225", read="☑", value=_YES_OR_NO[True], odd="")
    return True


def _shown(asked: Asked) -> Value | None:
    """Return the yes or no of a number whose format shows something else, None where it shows the number."""
    cell = asked.cell
    if cell.number_format == "percent":
        hundredfold = phrase(N_("{number} %"), number=brief(stored_number(cell.text) * 100))
        return asked.refuse("SV201", read=hundredfold, expected=asked.question.expected, odd="")
    seen = seen_in(cell)
    return None if seen is None else agreed(asked, seen, yes_or_no_in, lambda value: _YES_OR_NO[value is True])


def yes_or_no_in(text: str) -> bool | None:
    """Return the yes or no that a text says, however it is spelt, or None for any other.

    >>> yes_or_no_in("✓"), yes_or_no_in("Chưa ạ."), yes_or_no_in("OK")
    (True, False, None)
    """
    wrapped = _WRAPPED.fullmatch(fold_name(text))
    return _PLAIN[wrapped[1] or wrapped[2]] if wrapped else _LOOSE.get(fold_answer(text).strip(_EMOJI))


def _neither(asked: Asked) -> Value:
    """Say what a word that is neither yes nor no can mean."""
    word = fold_name(as_seen(asked.cell.text)).strip(_EMOJI)
    meaning = next((meaning for pattern, meaning in _MEANINGS if pattern.fullmatch(word)), None)
    if meaning is None or asked.cell.kind != "text":
        return asked.misfit()
    return asked.refuse("SV260", read=asked.read, meaning=meaning)


def choice_answer(asked: Asked) -> Value:
    """Return the key of the choice in a cell."""
    question, text = asked.question, asked.cell.text
    words = question.words or {}
    seen = seen_in(asked.cell) if asked.cell.kind == "number" else None
    if seen is not None:
        return agreed(asked, seen, lambda shown: words.get(fold_name(shown)), lambda key: question.labels[question.keys.index(str(key))])
    key = words.get(fold_name(text))
    if key is not None and asked.cell.kind in ("text", "number"):
        return key
    key = choice_meant(question, text) if asked.cell.kind == "text" else None
    if key is not None:
        return _taken_for(asked, key)
    numbered = _NUMBERED.fullmatch(text.strip())
    key = choice_meant(question, numbered[2]) if numbered and asked.cell.kind == "text" else None
    if numbered is None or key is None:
        return asked.refuse("SV210", read=asked.read, nearest=did_you_mean(asked.read, question.labels), known=question.labels)
    position = question.keys.index(key)
    if numbered[1] is not None and position not in _positions(numbered[1]):
        return asked.refuse("SV263", read=asked.read, known=question.labels)
    return _taken_for(asked, key)


def _taken_for(asked: Asked, key: str) -> str:
    question = asked.question
    asked.say("SV262", read=asked.read, choice=question.labels[question.keys.index(key)], odd=odd_looks(asked.cell.text))
    return key


def _positions(sign: str) -> tuple[int, ...]:
    """Return which places in a list a number or letter before an item can name, counted from 0."""
    if sign.isdigit() and sign.isascii():
        return (int(sign) - 1,)
    return tuple(letters.find(sign.casefold()) for letters in _LETTERS)


def text_answer(asked: Asked) -> Value:
    """Return the text in a cell, as it is; what does not show in it, or was no text, is noted."""
    cell = asked.cell
    if cell.kind == "text":
        if not any(map(str.isalnum, cell.text)):
            asked.say("SV272", read=asked.read)
            return missing(asked.question.id)
        if odd := look_alikes(cell.text):
            asked.say("SV264", read=asked.read, odd=odd)
        return cell.text
    if cell.kind == "number":
        text = plain_digits(cell.text)
        seen = seen_in(cell)
        if seen is not None:
            return agreed(asked, seen, lambda shown: shown, lambda shown: shown)
        asked.say("SV265", value=text)
    elif cell.kind == "yes_no":
        text = "TRUE" if cell.text == "1" else "FALSE"
        asked.say("SV266", kind=phrase(N_("TRUE or FALSE")), value=text)
    else:
        day = day_in(cell)
        text = day.isoformat() if day is not None else cell.text
        if cell.shown_by:
            return asked.refuse("SV219", shown=cell.shown_by, read=text)
        asked.say("SV266", kind=phrase(N_("a date")), value=text)
    return text
