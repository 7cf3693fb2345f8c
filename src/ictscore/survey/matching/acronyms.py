"""Names in which words are written by their first letters: ``STTTT``, ``Sở TT&TT``, ``Sở NN và PTNT``."""

from __future__ import annotations

from functools import lru_cache

from ictscore.spelling import bare, may_lack_marks
from ictscore.survey.matching.shortened import Words

_ONSETS = frozenset({"ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"})
_LEAST_LETTERS = 2
_LEAST_ALONE = 3


def stands_for(typed: Words, meant: Words) -> bool:
    """Return whether every word of ``meant`` is written by a typed one, or by its first letter in a typed one.

    >>> stands_for(("sở", "tt", "tt"), ("sở", "thông", "tin", "truyền", "thông")), stands_for(("snv",), ("sở", "nội", "vụ"))
    (True, True)
    >>> stands_for(("hàm", "tb"), ("hàm", "thuận", "nam")), stands_for(("sở", "vhtt"), ("sở", "văn", "hóa", "thể", "thao", "du", "lịch"))
    (False, False)
    """
    return len(typed) < len(meant) and _begin_alike(typed, meant) and _covers(typed, meant)


def _begin_alike(typed: Words, meant: Words) -> bool:
    """Return whether the first letters are one letter, as they must be; nearly all that is compared ends here."""
    return bare(typed[0][:1]) == bare(meant[0][:1]) if typed else False


def is_too_short(typed: Words) -> bool:
    """Return whether a name is nothing but two letters, which could stand for too much."""
    return len(typed) == 1 and len(typed[0]) < _LEAST_ALONE


@lru_cache(maxsize=65536)
def _covers(typed: Words, meant: Words) -> bool:
    if not typed or not meant:
        return not typed and not meant
    first, rest = typed[0], typed[1:]
    if may_lack_marks(first, meant[0]) and _covers(rest, meant[1:]):
        return True
    if len(first) < _LEAST_LETTERS or not first.isalpha():
        return False
    return any(_covers(rest, meant[count:]) for count in range(2, len(meant) + 1) if _initials(first, meant[:count]))


def _initials(letters: str, words: Words) -> bool:
    """Return whether letters are the beginnings of words: their first letters, or the consonants before the vowel."""
    if not words:
        return not letters
    if not letters:
        return False
    return any(_is_start(letters[:size], words[0]) and _initials(letters[size:], words[1:]) for size in range(1, min(3, len(letters)) + 1))


def _is_start(letters: str, word: str) -> bool:
    if len(letters) == 1:
        return word.startswith("đ") if letters == "đ" else bare(word).startswith(bare(letters))
    return letters in _ONSETS and word.startswith(letters)
