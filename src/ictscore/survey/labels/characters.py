"""Characters that do not show, or that look like others: found, taken out, and told by their code points."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ictscore.words import N_, Phrase, phrase

_UNSEEN = "\u200b\u200c\u200d\u200e\u2060\ufeff"
"""Characters that take no room and move nothing: without them a text looks the same. (Marks that turn the direction are not among them.)"""
_WITHOUT_UNSEEN = dict.fromkeys(map(ord, _UNSEEN))
_LIKE_D = {ord("Ð"): "Đ", ord("Ɖ"): "Đ", ord("ð"): "đ", ord("ɖ"): "đ"}
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
AS_SEEN: dict[int, str | None] = {**_WITHOUT_UNSEEN, **_WIDE, **_LIKE_D}
"""What each character is seen as, for ``str.translate``; None where nothing is seen."""
_UNPRINTED = frozenset(("Cf", "Cs"))
_MOST_NAMED = 5


def without_unseen(text: str) -> str:
    """Return a text without the characters that take no room.

    >>> without_unseen("12\u200b"), without_unseen("\ufeff")
    ('12', '')
    """
    return text if text.isascii() else text.translate(_WITHOUT_UNSEEN)


def as_seen(text: str) -> str:
    """Return a text with the letters, digits and signs it shows: nothing unseen, nothing full-width, and Đ for what looks like it.

    >>> as_seen("１２\u200b"), as_seen("Ðã có") == "Đã có"
    ('12', True)
    """
    return text if text.isascii() else text.translate(AS_SEEN)


def without_controls(text: str) -> str:
    r"""Return a text that can be printed: blanks for what moves a cursor, nothing for what turns or hides.

    >>> without_controls("a\u202eb\x1b[2J")
    'ab [2J'
    """
    if text.isprintable():
        return text
    kinds = ((each, unicodedata.category(each)) for each in text)
    return "".join(" " if kind == "Cc" else each for each, kind in kinds if kind not in _UNPRINTED)


def changed_characters(text: str) -> tuple[str, ...]:
    """Return what ``as_seen`` changes in a text, by code points.

    >>> changed_characters("１2\u200b"), changed_characters("Đã có")
    (('U+FF11', 'U+200B'), ())
    """
    return () if text.isascii() else _named(each for each in dict.fromkeys(text) if as_seen(each) != each)


def odd_characters(text: str) -> Phrase | str:
    """Return a half-sentence with the code points in a text that do not show or look like others, or an empty text."""
    odd = code_points(text)
    return phrase(N_(" (it has the characters {odd})"), odd=odd) if odd else ""


def odd_looks(text: str) -> Phrase | str:
    """Return a half-sentence with the code points of everything in a text that is not what it seems, or an empty text."""
    odd = look_alikes(text)
    return phrase(N_(" (it has the characters {odd})"), odd=odd) if odd else ""


def code_points(text: str) -> tuple[str, ...]:
    """Return the characters of a text that do not show, or are digits and letters of other scripts, by their code points.

    >>> code_points("Sở Y tế"), code_points("１2")
    ((), ('U+FF11',))
    """
    return () if text.isascii() else _named(each for each in dict.fromkeys(text) if not each.isascii() and _is_odd(each))


def look_alikes(text: str) -> tuple[str, ...]:
    """Return the code points of everything in a text that is not what it seems, the doubles of Đ among them."""
    return tuple(dict.fromkeys((*code_points(text), *changed_characters(text))))[:_MOST_NAMED]


def _named(characters: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"U+{ord(each):04X}" for each in characters)[:_MOST_NAMED]


def _is_odd(character: str) -> bool:
    category = unicodedata.category(character)
    if category.startswith("L"):
        return "LATIN" not in unicodedata.name(character, "") or "FULLWIDTH" in unicodedata.name(character, "")
    return category.startswith("N") or category in {"Cc", "Cf", "Co", "Cn", "Cs"}
