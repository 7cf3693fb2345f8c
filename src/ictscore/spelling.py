"""How Vietnamese names are spelt: the form in which two spellings are the same, and what is left of it without marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKES = str.maketrans({"ð": "đ", "ɖ": "đ", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "ѕ": "s", "і": "i"})
"""Letters of other alphabets that a Vietnamese text takes for its own: Ð and Ɖ for Đ, and the Cyrillic ones no eye can tell."""
_DOTTED = re.compile(r"(?<![^\W_])(?:(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![^\W_]))?|[^\W\d_]\.[^\W\d_](?![^\W_]))")
_Y_FOR_I = re.compile(r"^([hklmrst]|qu)y([\u0300\u0301\u0303\u0309\u0323]?)$")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared.

    What does not count: composition, capitals, blanks and what does not show, punctuation and dashes, Đ's look-alikes, on which vowel a
    tone stands, and i or y where both are written (Mĩ, Mỹ; Quí, Quý).

    >>> words_of("Uỷ ban  huyện Phú Quí.") == words_of("ỦY BAN - HUYỆN PHÚ QUÝ"), words_of("U.B.N.D"), words_of("lý") == words_of("lúy")
    (True, ('ubnd',), False)
    """
    shown = "".join(each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    folded = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", shown.casefold().translate(_LOOK_ALIKES))
    parted = "".join(each if each.isalnum() or unicodedata.combining(each) else " " for each in folded)
    return tuple(_syllable(word) for word in parted.split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the form in which names are compared, as one text.

    >>> fold("Sở Nội vụ") == fold("SỞ  NỘI-VỤ"), fold("Sở Nội vụ") == fold("Sở Ngoại vụ")
    (True, False)
    """
    return " ".join(words_of(text))


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return a folded text without any mark: ``so noi vu``.

    >>> bare(fold("Sở Nội vụ, Đức Linh"))
    'so noi vu duc linh'
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(each for each in plain if not unicodedata.combining(each))


@lru_cache(maxsize=65536)
def may_lack_marks(typed: str, meant: str) -> bool:
    """Return whether a folded word is another one, or that one with marks left out.

    >>> [may_lack_marks(fold(typed), fold("thuận")) for typed in ("thuan", "thuân", "thuận", "thuần", "thận")]
    [True, True, True, False, False]
    """
    return typed == meant or (bare(typed) == bare(meant) and _subset(typed, meant))


def _subset(typed: str, meant: str) -> bool:
    pairs = zip(_letters(typed), _letters(meant), strict=True)
    tones = {mark for word in (typed,) for mark in _marks(word)} <= set(_marks(meant))
    return tones and all(own <= other for (_, own), (_, other) in pairs)


def _marks(word: str) -> list[str]:
    return [each for each in unicodedata.normalize("NFD", word) if each in TONES]


def _letters(word: str) -> list[tuple[str, frozenset[str]]]:
    """Return the letters of a word, each with what it bears besides a tone: hat, horn, breve, stroke."""
    found: list[tuple[str, frozenset[str]]] = []
    for each in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(each):
            found.append(("d", frozenset("đ")) if each == "đ" else (each, frozenset()))
        elif each not in TONES and found:
            found[-1] = found[-1][0], found[-1][1] | {each}
    return found


def _syllable(word: str) -> str:
    """Return a syllable with its tone behind the last letter, and i for y where both are written."""
    decomposed = unicodedata.normalize("NFD", word)
    sorted_marks = "".join(sorted(decomposed, key=TONES.__contains__))
    return unicodedata.normalize("NFC", _Y_FOR_I.sub(r"\1i\2", sorted_marks))
