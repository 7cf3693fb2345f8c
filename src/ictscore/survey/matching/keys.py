"""Keys that were never turned into letters: texts typed for Telex or VNI while the keyboard program was off."""

from __future__ import annotations

import re

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = frozenset("aeiouyâêôăơư")
_WORD = re.compile(r"(?<!\w)\w{1,30}(?!\w)")
"""No word of Vietnamese is longer, in whatever keys."""


def as_telex(text: str) -> str:
    """Return a text as Telex would have made it; the tone is put behind the last letter, where folding moves it too.

    >>> import unicodedata
    >>> unicodedata.normalize("NFC", as_telex("vuj, dduwcs"))
    'vụ, đưć'
    """
    return _WORD.sub(lambda found: _telex(found[0].lower()) if found[0].isascii() else found[0], text)


def as_vni(text: str) -> str:
    """Return a text as VNI would have made it.

    >>> import unicodedata
    >>> unicodedata.normalize("NFC", as_vni("Xa4 vu5"))
    'xã vụ'
    """
    return _WORD.sub(lambda found: _vni(found[0].lower()) if found[0].isascii() else found[0], text)


def _telex(word: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in word:
        has_vowel = any(each in _VOWELS for each in letters)
        if key in _TELEX_TONES and has_vowel:
            tone = _TELEX_TONES[key]
        elif key == "w":
            _horn(letters)
        elif key in _HATS and key in letters:
            letters[_last(letters, key)] = _HATS[key]
        elif key == "d" and letters[:1] == ["d"]:
            letters[0] = "đ"
        else:
            letters.append(key)
    return "".join(letters) + tone


def _horn(letters: list[str]) -> None:
    """Put a horn or a breve on the vowels that can bear one: both of “uo”, else the last."""
    joined = "".join(letters)
    if "uo" in joined:
        at = joined.index("uo")
        letters[at : at + 2] = ["ư", "ơ"]
        return
    able = [index for index, each in enumerate(letters) if each in _HORNS]
    if able:
        letters[able[-1]] = _HORNS[letters[able[-1]]]
    else:
        letters.append("ư")


def _vni(word: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _VNI_TONES and letters:
            tone = _VNI_TONES[key]
        elif key == "6" and any(each in _HATS for each in letters):
            at = max(index for index, each in enumerate(letters) if each in _HATS)
            letters[at] = _HATS[letters[at]]
        elif key in "78" and any(each in _HORNS for each in letters):
            _horn(letters)
        elif key == "9" and "d" in letters:
            letters[letters.index("d")] = "đ"
        else:
            letters.append(key)
    return "".join(letters) + tone


def _last(letters: list[str], key: str) -> int:
    return max(index for index, each in enumerate(letters) if each == key)
