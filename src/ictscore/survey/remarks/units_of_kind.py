"""Measures of one kind that differ by a factor only: rates and sizes of data, lengths of time, powers of ten and money."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ictscore.survey.questions import Question
from ictscore.survey.remarks.spoken import Spoken
from ictscore.survey.typed.scaled import MONEY, scaled

_LETTERS = {"k": 3, "m": 6, "g": 9, "t": 12}
_RATES = {f"{sign}{end}": Fraction(10**power) for sign, power in _LETTERS.items() for end in ("bps", "bit/s", "b/s", "bits/s")}
_SIZES = {f"{sign}b": Fraction(10**power) for sign, power in _LETTERS.items()}
_TIMES = {
    "giây": Fraction(1, 60),
    "phút": Fraction(1),
    "giờ": Fraction(60),
    "tiếng": Fraction(60),
    "ngày": Fraction(1440),
    "tuần": Fraction(7 * 1440),
    "tháng": Fraction(30 * 1440),
}
_KINDS = (_RATES, _SIZES, _TIMES)
_PERCENT = ("%", "phần trăm")
_TENS = ("chục", "trăm", "vạn")
_SHORTENED = _RATES | {sign: Fraction(10**power) for sign, power in _LETTERS.items()} | _SIZES
"""How rates of data are written in haste: “300 Mb”, “1G”."""
_POWER = Spoken(
    r"(?:nghìn|ngàn|triệu|tr(?=\s*(?:đ|đồng|vnđ)?\b)|tỷ(?! lệ)|tỉ(?! lệ))\b(?:\s*(?:đồng|vnđ|vnd|đ)(?!\w))?"
    r"|(?:đồng|vnđ|vnd|đ)(?![\w/]| chí\b)"
)
_TELLS = r"(?:(?:đvt|đơn vị tính|đơn vị đo|đơn vị|tính bằng|tính theo|quy đổi(?: ra| sang)?|làm tròn đến|làm tròn|theo)\s*:?\s*(?:là\s*)?)"
_SCALE = r"(?:1[.,\s]?000(?:[.,\s]?000)*|10\^[369]|nghìn|ngàn|triệu|tỷ|tỉ)"
_ONLY_POWER = Spoken(rf"\(?\s*({_TELLS})?(?:[x×*]|nhân(?: với)?)?\s*({_SCALE})\s*([^\d()]*?)\s*\)?[.\s]*")
_ONLY_UNIT = Spoken(rf"\(?\s*({_TELLS})?\s*([^\s\d()]+(?: trăm)?)\s*\)?[.\s]*")
_TENTHS = re.compile(r"10\^([369])")
_MULTIPLIES = re.compile(r"\s*[x×*]|nhân")


class InMeasure(NamedTuple):
    """By what a number is multiplied to be one in the measure asked for, and the words left behind its own."""

    factor: Fraction
    rest: str


def in_measure(noun: str, question: Question) -> InMeasure | None:
    """Return how the measure that begins some folded words leads to that of a question; None where it is none of the same kind.

    >>> mbps = Question("b", "Băng thông", "number", measure="mbps")
    >>> in_measure("gbps", mbps), in_measure("máy", mbps)
    (InMeasure(factor=Fraction(1000, 1), rest=''), None)
    """
    kind = _kind_of(question.measure)
    first, _, rest = noun.partition(" ")
    if kind is not None:
        known = _SHORTENED if kind is _RATES else kind
        return InMeasure(known[first] / kind[question.measure], rest.strip()) if first in known else None
    found = _POWER.search(noun)
    if found is None or found.start():
        return None
    said, asked = scaled(" ".join(found[0].split())), scaled(question.measure)
    if asked.is_money:
        return InMeasure(Fraction(10) ** (said.power - asked.power), noun[found.end() :].strip())
    return InMeasure(Fraction(10) ** said.power, noun[found.end() :].strip()) if said.power and not said.what else None


def names_other_measure(bare: str, question: Question) -> bool:
    """Return whether a remark is nothing but a measure, and not the one asked for: “nghìn”, “x1000”, “tính bằng Gbps”.

    >>> staff = Question("c", "Số cán bộ", "count", measure="người")
    >>> [names_other_measure(each, staff) for each in ("nghìn", "x1000", "tính theo %", "chục", "đvt: chục", "%", "người", "đvt: người")]
    [True, True, True, True, True, True, False, False]
    """
    if not question.measure:
        return False
    found = _ONLY_POWER.fullmatch(bare)
    if found is not None:
        power, what = scaled(_in_words(found[2])).power, found[3].strip()
        asked = scaled(question.measure)
        is_ours = not what or what in (question.measure, asked.what) or (what in MONEY and asked.is_money)
        is_said = bool(found[1]) or not found[2][0].isdigit() or bool(_MULTIPLIES.match(bare.lstrip("( ")))
        return is_ours and is_said and power != asked.power
    unit = _ONLY_UNIT.fullmatch(bare)
    if unit is None:
        return False
    if unit[2] in _TENS:
        return True
    kind = _kind_of(question.measure)
    if kind is not None and unit[2] in kind:
        return kind[unit[2]] != kind[question.measure]
    is_known = unit[2] in _PERCENT or unit[2] in _RATES or unit[2] in _SIZES
    is_asked = question.measure == unit[2] or (unit[2] in _PERCENT and question.measure in _PERCENT)
    return (bool(unit[1]) or unit[2] == "%") and is_known and not is_asked


def is_of_nothing_counted(noun: str) -> bool:
    """Return whether the words behind a figure begin with percent, money, or a measure of data, time, length or weight.

    >>> is_of_nothing_counted("% kế hoạch"), is_of_nothing_counted("tỷ đồng"), is_of_nothing_counted("máy")
    (True, True, False)
    """
    first = noun.partition(" ")[0]
    power = _POWER.search(noun)
    is_money = power is not None and not power.start() and scaled(" ".join(power[0].split())).is_money
    return noun.startswith(_PERCENT) or is_money or first in _RATES or first in _SIZES or first in _TIMES or first in _OTHERS


_OTHERS = frozenset(
    ("năm", "quý", "tuổi", "m", "m2", "m²", "km", "kg", "inch", "w", "kw", "kva", "ghz", "mhz", "va", "v", "a", "h", "điểm", "độ")
)


def _kind_of(measure: str) -> dict[str, Fraction] | None:
    return next((kind for kind in _KINDS if measure in kind), None)


def _in_words(scale: str) -> str:
    tenth = _TENTHS.fullmatch(scale)
    return "1" + "0" * int(tenth[1]) if tenth else "".join(scale.split())
