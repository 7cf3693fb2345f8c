"""The figures of a remark, in digits or spelt out, each with the words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from ictscore.survey.typed.spelt_numbers import are_digits, spelt_number
from ictscore.survey.typed.text_numbers import read_number

Sign = Literal["", "=", "/", "+", "-"]

_DIGITS = re.compile(r"(?<![\w.,/])(?:[1-9]\d{0,2}(?: \d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)*)|(?<=[\d\s]/)\s*\d+(?:[.,]\d+)*")
_STOP = re.compile(r"[;\n()\[\]“”\"§]|[,.:](?!\d)")
_ARROW = re.compile(r"(?:=|->|=>|→|⇒|➔|➜|>>|–>|—>)\s*>?\s*$")
_SIGNS = " ~≈=<>→⇒➔➜+-–—:*•'/"
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENS = re.compile(r"\((?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_TENS = ("mười", "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ")
_PERCENT = "phần"
_RATIO = "lệ"
"""Behind “tỷ” it makes a ratio of the milliard: “một tỷ lệ nhỏ”."""


class Figure(NamedTuple):
    """A number in a remark: its readings, the words right before and behind it, all ``before`` and ``after`` it, and the sign at it.

    The sign is “=” for an arrow too, and “/” behind one (3/4); a number that may be a year has ``may_be_year``.
    """

    values: tuple[Fraction, ...]
    lead: str
    noun: str
    before: str
    after: str
    sign: Sign = ""
    may_be_year: bool = False

    @property
    def value(self) -> Fraction:
        """Return the number as it is read first."""
        return self.values[0]


def figures_in(text: str) -> tuple[Figure, ...]:
    """Return the figures of a folded text.

    >>> [(int(each.value), each.sign, each.noun) for each in figures_in("85 → 88 người, trong đó 3/4 nữ")]
    [(85, '', ''), (88, '=', 'người'), (3, '', ''), (4, '/', 'nữ')]
    >>> [int(each.value) for each in figures_in("tám mươi tám")]
    [88]
    """
    return tuple(_figures(in_digits(text)))


def in_digits(folded: str) -> str:
    """Return a text with the numbers that are spelt out in digits: those of several words, or all of the text.

    >>> in_digits("thực có tám mươi tám người"), in_digits("ba phòng"), in_digits("một trăm phần trăm")
    ('thực có 88 người', 'ba phòng', '100 phần trăm')
    """
    found: list[str] = []
    run: list[str] = []
    for each in [*_OPENS.sub("( ", folded).split(" "), ""]:
        bare = each.rstrip(".,;:)")
        if bare and _WORD.fullmatch(bare) and are_digits(bare) and not (found and found[-1] == _PERCENT):
            run.append(each)
            if bare == each:
                continue
            found += _spelt(run, is_all=not found)
            run = []
            continue
        found += run if bare == _RATIO else _spelt(run, is_all=not found and not each)
        run = []
        found.append(each)
    return " ".join(found).strip().replace("( ", "(")


def _spelt(run: list[str], *, is_all: bool) -> list[str]:
    """Return words as the number they spell out, if they do."""
    words = " ".join(run)
    bare = words.rstrip(".,;:)")
    is_number = len(run) > 1 and any(each in bare.split() for each in _TENS)
    number = spelt_number(bare) if is_number or (is_all and len(run) == 1 and bare not in ("không", "năm", "tư")) else None
    return run if number is None else [f"{number}{words[len(bare) :]}"]


def _figures(text: str) -> Iterator[Figure]:
    found = [each for each in _DIGITS.finditer(text) if read_number(each[0].strip()) is not None]
    for at, each in enumerate(found):
        begin = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        between, behind = text[begin : each.start()], text[each.end() : end]
        reading = read_number(each[0].strip())
        assert reading is not None
        values = (reading.value,) if reading.other is None else (reading.value, reading.other)
        lead = _STOP.split(between)[-1].strip(_SIGNS)
        noun = _STOP.split(behind)[0].strip(_SIGNS + "?!")
        may_be_year = _YEAR.fullmatch(each[0]) is not None
        yield Figure(
            values, lead, noun, text[: each.start()].strip(), text[each.end() :].strip(), _sign(between, is_second=bool(at)), may_be_year
        )


def _sign(between: str, *, is_second: bool) -> Sign:
    if is_second and (between.strip() in ("/", "trên") or (between.rstrip().endswith("/") and not between.strip(" /"))):
        return "/"
    if _ARROW.search(between):
        return "="
    bare = between.rstrip(" ")
    if bare.endswith("+"):
        return "+"
    return "-" if bare.endswith(("-", "–")) and not bare[:-1].strip() and not is_second else ""
