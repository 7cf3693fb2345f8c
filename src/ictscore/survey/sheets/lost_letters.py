"""Letters that were lost when a text was saved in an encoding that does not have them: each became a question mark (“S? T? pháp”)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import finding
from ictscore.places import Place, cell_name
from ictscore.survey.sheets.collecting import shown
from ictscore.survey.sheets.inputs import InputFile

_WORD = re.compile(r"[^\s,;\"'()\[\]{}|“”]+")
_LETTER = r"[^\W\d_]"
_WITHIN = re.compile(rf"{_LETTER}\?+{_LETTER}|^\?+{_LETTER}")
_BEFORE = re.compile(r"(?:ngh?|[cknpt]h|gh|tr|[bcdghklmnpqrstvx])\?", re.IGNORECASE)
"""What begins a syllable, with nothing of its vowel: “T?”; a word that asks something has one."""
_ADDRESS = re.compile(r"[/\\=&@%#<>*+^$]|www\.")
_KEEPS_LETTERS = re.compile(r"[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]")
"""Letters of Vietnamese that those encodings do not have: where one is left, none was lost so."""
_REPLACED = "\ufffd"
"""What programs write where they could not tell a letter."""
_LEAST, _SHARE = 3, 20


class _Lost(NamedTuple):
    """A word that has lost letters, and where it stands."""

    row: int
    column: int
    text: str


def refuse_lost_letters(file: InputFile, sheet: str, rows: Iterable[tuple[int, list[str]]], *, is_unicode: bool) -> None:
    """Refuse a file in whose words question marks stand for letters; ``is_unicode`` says that it could have kept them."""
    lost: list[_Lost] = []
    replaced: list[_Lost] = []
    words, keeps, is_inside = 0, False, False
    for row, values in rows:
        for column, value in enumerate(values, start=1):
            if _REPLACED in value:
                replaced += [_Lost(row, column, value)] * value.count(_REPLACED)
            if keeps:
                continue
            keeps = is_unicode and _KEEPS_LETTERS.search(value) is not None
            found = _WORD.findall(value) if "?" in value else ()
            words += len(found) or len(value.split())
            lost += [_Lost(row, column, value) for each in found if has_lost(each)]
            is_inside = is_inside or any(has_lost(each) and not each.startswith("?") for each in found)
    are_lost = not keeps and is_inside and len(lost) >= _LEAST and len(lost) * _SHARE >= words
    if are_lost or len(replaced) >= _LEAST:
        told = lost if are_lost else replaced
        place = Place(file.name, sheet=sheet, cell=cell_name(told[0].row, told[0].column))
        raise FileRefused(finding("IO239", place, count=len(told), read=shown(" ".join(told[0].text.split()))))


def has_lost(word: str) -> bool:
    """Return whether a question mark in a word stands for a letter.

    >>> [has_lost(each) for each in ("Ngo?i", "S?", "??n", "m?ng", "tr?")]
    [True, True, True, True, True]
    >>> [has_lost(each) for each in ("chưa?", "???", "?", "5?", "http://a.vn/b?c=d", "CNTT?", "UBND?", "có?")]
    [False, False, False, False, False, False, False, False]
    """
    if "?" not in word or _ADDRESS.search(word):
        return False
    bare = unicodedata.normalize("NFC", word).strip(".:!-–")
    return _WITHIN.search(bare) is not None or _BEFORE.fullmatch(bare) is not None
