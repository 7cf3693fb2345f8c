"""The order of Vietnamese words in a dictionary: letters first, tones where the letters are the same."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Huyền, hỏi, ngã, sắc, nặng; a syllable without a tone comes before all of them."""
_PLACES = {letter: place for place, letter in enumerate(_LETTERS, 1)}
Key = tuple[tuple[int, ...], tuple[int, ...], str]


def in_order(text: str) -> Key:
    """Return by what names are sorted: blanks and signs before letters, numbers before words.

    >>> sorted(["Sở Nông nghiệp", "Đài", "Ủy ban", "Sở Nội vụ", "Sở Kế hoạch", "Sở Khoa học", "Ban"], key=in_order)
    ['Ban', 'Đài', 'Sở Kế hoạch', 'Sở Khoa học', 'Sở Nội vụ', 'Sở Nông nghiệp', 'Ủy ban']
    >>> sorted(["má", "mạ", "ma", "mả", "mã", "mà"], key=in_order)
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    """
    letters: list[int] = []
    tones: list[int] = []
    for each in unicodedata.normalize("NFC", text.casefold()):
        marks = unicodedata.normalize("NFD", each)
        tone = next((place for place, mark in enumerate(_TONES, 1) if mark in marks), 0)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        letters.append(_PLACES.get(bare, ord(bare[0]) - 0x110000 if bare else 0))
        tones.append(tone)
    return tuple(letters), tuple(tones), text
