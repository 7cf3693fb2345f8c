"""What a stored value means: its type and text as the file has them, turned into the kind and text of a cell."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.survey.cells import CellKind
from ictscore.survey.collecting import shown
from ictscore.survey.limits import Limits
from ictscore.survey.strings import has_lone_surrogate, unescape

LONGEST_NUMBER = 64

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
            return _number(text.strip(" \t\r\n"))
        case "s":
            index = text.strip(" \t\r\n")
            if not _INDEX.fullmatch(index) or int(index) >= len(strings):
                return Meaning("unreadable", code="IO306", read=shown(text), texts=len(strings))
            return _text(strings[int(index)], limits)
        case "str":
            return _text(unescape(text), limits)
        case "inlineStr":
            return _text(text, limits)
        case "b" if text.strip() in _YES_NO:
            return Meaning("yes_no", _YES_NO[text.strip()])
        case "b":
            return Meaning("unreadable", code="IO310", read=shown(text))
        case "e":
            return Meaning("error", shown(text))
        case "d":
            return Meaning("date", shown(text))
    return Meaning("unreadable", code="IO307", read=shown(stored_type))


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
    if size == float("inf") or (size < 1e-300 and text.strip("+-0.").partition("e")[0].partition("E")[0].strip("0.")):
        return Meaning("unreadable", code="IO309", read=shown(text))
    return Meaning("number", text)


def _text(text: str, limits: Limits) -> Meaning:
    if len(text) > limits.text:
        return Meaning("unreadable", code="IO312", read=shown(text))
    if has_lone_surrogate(text):
        return Meaning("unreadable", code="IO314")
    return Meaning("text", text)
