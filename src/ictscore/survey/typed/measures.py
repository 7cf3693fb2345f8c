"""Numbers with words behind them: the measure asked for, another way to say it, or another measure."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import Literal, NamedTuple

from ictscore.survey.labels.loose_labels import toneless
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.questions import Question
from ictscore.survey.typed.scaled import MONEY, scaled
from ictscore.survey.typed.text_numbers import Reading, read_number
from ictscore.survey.typed.words_around import without_words_around

Fit = Literal["same", "pieces", "scaled", "other"]

_WITH_WORDS = re.compile(r"([^0-9]{0,2}[0-9](?:[0-9., ]*[0-9])?)\s*([^\W0-9][^0-9]*)")
_PIECES = frozenset(("cái", "chiếc"))
"""Words that count single things: with a measure that is a thing of that kind they say nothing new."""
_THINGS = frozenset(("máy", "cái", "chiếc", "thiết"))
_SHORT = {"k": 3, "tr": 6}
"""Powers of ten that people put right behind a number, whatever is counted."""
_OTHERWISE = frozenset(("tb", "gb", "mb", "kb"))
"""Initials that mean something else beside a number: “TB” an average or a terabyte, not “thiết bị”."""
_COUNTING = ("tổng số ", "số lượng ", "số ")
"""How labels of what is counted begin: “Số hồ sơ” asks for so many “hồ sơ”."""
_PERCENT = ("%", "phần trăm", "percent")


class Measured(NamedTuple):
    """A number with what stands behind it; ``in_measure`` is the number in the measure asked for, where it is another."""

    reading: Reading
    words: str
    fit: Fit
    in_measure: Fraction = Fraction(0)


def read_measured(question: Question, folded: str) -> Measured | None:
    """Return the number and the words of a text such as ``171 máy``, or None when it is not one number with words behind it.

    ``folded`` keeps its blanks and lines: “1 / 234 máy” on two lines is not 1234.
    """
    is_scaled = _scale(question.measure)[0] > 0
    bare = without_words_around(folded, partial(says_the_same, question), question.folded_label, is_scaled=is_scaled)
    if bare != folded and (reading := read_number(bare)):
        return Measured(reading, "", "same")
    return _with_words(question, bare)


def _with_words(question: Question, folded: str) -> Measured | None:
    if question.measure and folded.endswith(question.measure) and (reading := read_number(folded.removesuffix(question.measure))):
        return Measured(reading, question.measure, "same")
    found = _WITH_WORDS.fullmatch(folded)
    reading = read_number(found[1]) if found else None
    if found is None or reading is None or any(map(str.isnumeric, found[2])):  # superscripts and digits of other scripts
        return None
    return measured(question, reading, " ".join(found[2].rstrip(" .").split()))


def measured(question: Question, reading: Reading, words: str) -> Measured:
    """Return what folded words beside a number make of it."""
    factor = _factor(words, question.measure)
    if says_the_same(question, words):
        return Measured(reading, words, "same")
    if factor is not None and not reading.value:
        return Measured(reading, words, "same")
    if factor is not None and reading.other is None:
        return Measured(reading, words, "scaled", reading.value * factor)
    return Measured(reading, words, "pieces" if words in _PIECES else "other")


def says_the_same(question: Question, words: str) -> bool:
    """Return whether words behind a number can only be the measure asked for."""
    measure, label = question.measure, question.folded_label
    things = [label.removeprefix(counting) for counting in _COUNTING]
    if any(_with_tones(words, each) == each for each in things):
        return True
    if not measure:
        return False
    words = _with_tones(words, measure)
    first, _, rest = words.partition(" ")
    thing = measure.partition(" ")[0]
    if first in _PIECES and thing in _THINGS:
        words = rest or measure
    if words == _initials(measure) or words == measure or (f" {words} " in f" {label} " and words.startswith(f"{measure} ")):
        return True
    (power, what), (asked_power, asked) = _scale(words), _scale(measure)
    return power == asked_power and ((bool(power) and not what) or (what in MONEY and asked in MONEY))


def _initials(measure: str) -> str:
    """Return the first letters of a measure of several words, as offices shorten it: vb for văn bản; nothing where money or powers count.

    >>> _initials("văn bản"), _initials("máy"), _initials("triệu đồng")
    ('vb', '', '')
    """
    power, what = _scale(measure)
    words = measure.split()
    short = "".join(word[0] for word in words) if len(words) > 1 and not power and what not in MONEY else ""
    return "" if short in _OTHERWISE or _scale(short)[0] else short


def _with_tones(words: str, measure: str) -> str:
    """Return the measure where words are the same, but that some of them were typed without any tone mark; else the words."""
    typed, asked = words.split(), measure.split()
    same = len(typed) == len(asked) and all(a == b or (a.isascii() and a == toneless(b)) for a, b in zip(typed, asked, strict=True))
    return measure if same else words


def is_other_measure(question: Question, printed: str) -> bool:
    """Return whether a measure printed beside a question is another one than the rulebook’s, not only spelt otherwise.

    Where the rulebook names none, only thousands, money in them, and percent make another question of it.
    """
    words = fold_name(printed).rstrip(" .*:")
    if question.type == "percent":
        return not any(each in words for each in _PERCENT)
    if not question.measure:
        return question.is_number and (says_how_many(words) or words in _PERCENT)
    if _letters(words) == _letters(question.measure):
        return False
    return measured(question, Reading(Fraction(1), None, "plain", 1), words).fit != "same"


def says_how_many(words: str) -> bool:
    """Return whether a measure begins with a thousand, a million or a billion.

    >>> says_how_many("Tỷ đồng"), says_how_many("máy")
    (True, False)
    """
    return _scale(fold_name(words))[0] > 0


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, toneless(text)))


def _factor(words: str, measure: str) -> Fraction | None:
    """Return by what a number in ``words`` is multiplied to be one in ``measure``: both money, or the words only a thousand."""
    (power, what), (asked_power, asked) = _scale(words), _scale(measure)
    if what in MONEY and asked not in MONEY:
        return None
    if what and what not in MONEY and what != asked:
        return None
    return None if power == asked_power else Fraction(10) ** (power - asked_power)


def _scale(words: str) -> tuple[int, str]:
    first, _, rest = words.partition(" ")
    if first in _SHORT:
        return _SHORT[first], rest
    found = scaled(words)
    return found.power, found.what
