"""Words that people put around a number and that change nothing: what it counts once more, a polite word, the number spelt out."""

from __future__ import annotations

import re
from collections.abc import Callable

from ictscore.survey.typed.spelt_numbers import are_digits, has_scale, spells
from ictscore.survey.typed.text_numbers import read_number

_NUMBER = r"[0-9](?:[0-9., ]*[0-9])?"
_POLITE = re.compile(r"\s+(?:ạ|chẵn)[ .!]*$")
_SPELT_OUT = re.compile(rf"({_NUMBER})\s*([^0-9()]*?)\s*\(\s*([^\W0-9][^0-9()]*?)\s*\)\s*([^0-9()]*)")
_IN_BRACKETS = re.compile(rf"({_NUMBER})\s*[(\[]\s*([^\W0-9][^0-9()\[\]]*?)\s*[)\]]")
_HAVING = re.compile(r"có\s*:?\s+(?=[0-9])")
_NAMED = re.compile(rf"([^0-9:]+?)\s*:\s*({_NUMBER}.*)")
_TOTAL = re.compile(r"tổng(?: số| cộng)?\s*:?\s*(?=[0-9])")
_FIVE_OR_YEARS = "năm"
_HOW_MANY = ("sl", "số lượng")


def without_words_around(folded: str, is_measure: Callable[[str], bool], label: str, *, is_scaled: bool = False) -> str:
    """Return a text with its number first, and with nothing around it that says the same again.

    ``is_measure`` says of words whether they can only be the measure asked for; ``label`` is the folded label of the question.
    ``is_scaled`` says that thousands or millions are asked for: then “triệu” in the spelling may be the measure, and stays.

    >>> same = "máy".__eq__
    >>> [without_words_around(each, same, "số máy tính") for each in ("có 12 máy ạ", "máy: 12", "12 (máy)", "25 (hai mươi lăm) máy")]
    ['12 máy', '12 máy', '12 máy', '25 máy']
    >>> without_words_around("tổng số: 12", same, "tổng số máy tính")
    '12'
    >>> without_words_around("12 (mười ba)", same, ""), without_words_around("tổng: 12", same, "")
    ('12 (mười ba)', 'tổng: 12')
    """
    text = _HAVING.sub("", _POLITE.sub("", folded), count=1) if folded.startswith("có") else _POLITE.sub("", folded)
    if label.startswith("tổng"):
        text = _TOTAL.sub("", text, count=1) if text.startswith("tổng") else text
    if found := _NAMED.fullmatch(text):
        if found[1] in _HOW_MANY or found[1] == label:
            text = found[2]
        elif is_measure(found[1]):
            text = f"{found[2]} {found[1]}" if found[2][-1:].isdigit() else found[2]
    if found := _SPELT_OUT.fullmatch(text):
        text = _without_spelling(text, found, is_scaled=is_scaled)
    found = _IN_BRACKETS.fullmatch(text)
    return f"{found[1]} {found[2]}" if found and not are_digits(found[2]) else text


def _without_spelling(text: str, found: re.Match[str], *, is_scaled: bool) -> str:
    """Return a text without the number spelt out in brackets, if it is that number: of two readings it may say which."""
    number, measure, spelling, behind = found.groups()
    reading = read_number(number)
    if reading is None or (measure and behind):
        return text
    words = spelling.removesuffix(measure).rstrip() if measure else spelling
    if not (measure or behind) and (words == _FIVE_OR_YEARS or (is_scaled and has_scale(words))):
        return text
    for value in (reading.value, reading.other):
        if value is not None and value.denominator == 1 and spells(words, int(value)):
            return f"{int(value)} {measure or behind}".rstrip()
    return text
