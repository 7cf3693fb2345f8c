"""Answers that are no numbers: yes or no, choices, dates and texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ictscore.nearest import did_you_mean
from ictscore.survey.questions import Question
from ictscore.survey.sheets.cells import Cell
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.unit_names import fold_name
from ictscore.words import N_, Phrase, phrase

_PLAIN_WORDS = dict.fromkeys(("có", "yes", "true"), True) | dict.fromkeys(("không", "no", "false"), False)
_NOTED_WORDS = dict.fromkeys(("1", "co", "y", "x", "✓", "✔", "☑", "rồi", "có rồi", "đã có"), True)
_NOTED_WORDS |= dict.fromkeys(("0", "khong", "n", "chưa", "chưa có"), False)
_FIRST_DAY = date(1899, 12, 30)
_LAST_SERIAL = 2_958_465
_FIRST_SERIAL = 61
"""Before March 1900 spreadsheets count a day that never was; no answer lies there."""
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_SERIAL = re.compile(r"([0-9]{1,7})(?:\.[0-9]+)?")


class YesNo(NamedTuple):
    """A yes or no, and whether it was written in an unusual way."""

    value: bool
    noted: bool

    @property
    def word(self) -> Phrase:
        """Return the answer in words."""
        return phrase(N_("yes")) if self.value else phrase(N_("no"))


@dataclass(frozen=True, slots=True)
class NoChoice:
    """Why a text is none of the choices, as values of the finding."""

    values: Mapping[str, object]


def read_yes_no(cell: Cell) -> YesNo | None:
    """Return the yes or no in a cell, or None."""
    if cell.kind == "yes_no":
        return YesNo(cell.text == "1", noted=False)
    if cell.kind not in ("text", "number"):
        return None
    word = fold_name(cell.text).rstrip(".!")
    if word in _PLAIN_WORDS and cell.kind == "text":
        return YesNo(_PLAIN_WORDS[word], noted=False)
    return YesNo(_NOTED_WORDS[word], noted=True) if word in _NOTED_WORDS else None


def read_choice(question: Question, cell: Cell) -> str | NoChoice:
    """Return the key of the choice in a cell, or what a finding about it needs."""
    word = fold_name(cell.text)
    words = question.words or {}
    key = words.get(word) or words.get(word.rstrip("."))
    if key is not None and cell.kind in ("text", "number"):
        return key
    read = shown(cell.text.strip())
    return NoChoice({"read": read, "nearest": did_you_mean(read, question.labels), "known": question.labels})


def read_date(cell: Cell) -> str | None:
    """Return the date in a cell as ISO text, or None; texts are read day first."""
    text = cell.text.strip()
    if cell.kind == "date" and (serial := _SERIAL.fullmatch(text)):
        days = int(serial[1])
        return (_FIRST_DAY + timedelta(days=days)).isoformat() if _FIRST_SERIAL <= days <= _LAST_SERIAL else None
    if cell.kind not in ("date", "text"):
        return None
    try:
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        if found := _DAY_FIRST.fullmatch(text):
            return date(int(found[4]), int(found[3]), int(found[1])).isoformat()
    except ValueError:
        return None
    return None


def read_text(cell: Cell) -> str:
    """Return the text in a cell, as it is."""
    if cell.kind == "yes_no":
        return "TRUE" if cell.text == "1" else "FALSE"
    return (cell.kind == "date" and read_date(cell)) or cell.text
