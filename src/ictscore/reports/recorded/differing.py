"""Where two texts differ: the words around it, and the characters themselves where the eye sees no difference."""

from __future__ import annotations

import unicodedata

from ictscore.survey.sheets.collecting import shown

_BEFORE, _AFTER = 30, 50
_MOST_CHARACTERS = 3


def parted(was: str, read: str) -> int:
    """Return where the first characters stand that differ, those below marks put on them.

    >>> parted("Tuy Phong", "Tuy Phonh"), parted("hết", unicodedata.normalize("NFD", "hết"))
    (8, 1)
    """
    at = next((index for index, (one, other) in enumerate(zip(was, read, strict=False)) if one != other), min(len(was), len(read)))
    while at and any(unicodedata.combining(text[at]) for text in (was, read) if at < len(text)):
        at -= 1
    return at


def windows(was: str, read: str) -> tuple[str, str]:
    """Return two different texts for a message: cut as long ones are, and around what differs where that cuts it off.

    >>> windows("a" * 100 + "b", "a" * 100 + "c") == ("…" + "a" * 30 + "b", "…" + "a" * 30 + "c")
    True
    """
    if shown(was) != shown(read):
        return shown(was), shown(read)
    at = parted(was, read)
    return _window(was, at), _window(read, at)


def _window(text: str, at: int) -> str:
    start = max(0, at - _BEFORE)
    return f"{'…' if start else ''}{text[start : at + _AFTER]}{'…' if len(text) > at + _AFTER else ''}"


def look_alike(was: str, read: str) -> bool:
    """Return whether two different texts look the same: composed otherwise, other blanks, what is not seen, or letters of another script.

    >>> look_alike("Thuận", unicodedata.normalize("NFD", "Thuận")), look_alike("Tuy", "Tu\u0443"), look_alike("Tuy", "Tui")
    (True, True, False)
    """
    if _seen(was) == _seen(read):
        return True
    at = parted(was, read)
    pair = was[at : at + 1], read[at : at + 1]
    return all(each.isalpha() for each in pair) and any(not unicodedata.name(each, "").startswith("LATIN") for each in pair)


def _seen(text: str) -> str:
    kept = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    return " ".join("".join(kept).split())


def characters_at(text: str, at: int) -> str:
    """Return the character at a place with the marks that follow it, by number; nothing at the end.

    >>> characters_at("Tuy", 2), characters_at(unicodedata.normalize("NFD", "ậ"), 0), characters_at("Tuy", 3)
    ('U+0079', 'U+0061 U+0323 U+0302', '')
    """
    end = at + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return " ".join(f"U+{ord(each):04X}" for each in text[at : min(end, at + _MOST_CHARACTERS)])
