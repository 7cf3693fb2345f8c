"""What a stored value means: its type and text as the file has them, turned into the kind and text of a cell."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.survey.sheets.cells import CellKind
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.limits import Limits
from ictscore.survey.sheets.strings import has_lone_surrogate, unescape

LONGEST_NUMBER = 64
SMALLEST_NUMBER = 2.2250738585072014e-308  # below it, a spreadsheet keeps nothing but zero

_BLANKS = " \t\r\n"

is_plain_number = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?").fullmatch

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_INDEX = re.compile(r"[0-9]{1,7}")
_YES_NO = {"1": "1", "0": "0", "true": "1", "false": "0"}
_CHANGING = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\(|(?<![\w\]])\[[0-9]+\]")
_QUOTED = re.compile(r'"[^"]*"')


class Meaning(NamedTuple):
    """The kind and text of a cell; ``code`` names the fault of an unreadable one, with what was ``read``."""

    kind: CellKind
    text: str = ""
    code: str = ""
    read: str = ""
    texts: int = 0


def meaning_of(stored_type: str, text: str, strings: list[str], limits: Limits) -> Meaning:
    """Return what ``text`` means in a cell of ``stored_type``; ``strings`` are the texts that cells share."""
    match stored_type:
        case "n":
            meaning = _number(text.strip(_BLANKS))
        case "s":
            meaning = _shared(text.strip(_BLANKS), strings, limits)
        case "str":
            meaning = _text(unescape(text), limits)
        case "inlineStr":
            meaning = _text(text, limits)
        case "b":
            truth = _YES_NO.get(text.strip(_BLANKS))
            meaning = Meaning("yes_no", truth) if truth else Meaning("unreadable", code="IO310", read=shown(text))
        case "e":
            meaning = Meaning("error", shown(text))
        case "d":
            meaning = Meaning("date", shown(text))
        case _:
            meaning = Meaning("unreadable", code="IO307", read=shown(stored_type))
    return meaning


def changes_by_itself(formula: str) -> bool:
    """Return whether a formula depends on the day, on chance or on another workbook.

    >>> changes_by_itself("SUM(A1:A3)"), changes_by_itself("[1]Sheet1!A1*2"), changes_by_itself("YEAR(TODAY())")
    (False, True, True)
    """
    return bool(_CHANGING.search(_QUOTED.sub("", formula)))


def _number(text: str) -> Meaning:
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return Meaning("unreadable", code="IO308", read=shown(text))
    size = abs(float(text))
    digits = text.upper().partition("E")[0].strip("+-0.")
    if size == float("inf") or (digits and size < SMALLEST_NUMBER):
        return Meaning("unreadable", code="IO309", read=shown(text))
    return Meaning("number", text)


def _shared(index: str, strings: list[str], limits: Limits) -> Meaning:
    if not _INDEX.fullmatch(index) or int(index) >= len(strings):
        return Meaning("unreadable", code="IO306", read=shown(index), texts=len(strings))
    return _text(strings[int(index)], limits)


def _text(text: str, limits: Limits) -> Meaning:
    if len(text) > limits.text:
        return Meaning("unreadable", code="IO312", read=shown(text))
    if has_lone_surrogate(text):
        return Meaning("unreadable", code="IO314")
    return Meaning("text", text)
