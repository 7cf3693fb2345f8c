"""Patterns of Vietnamese words that fit them with their marks, and in a text that somebody typed without any."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator


class Spoken:
    """A pattern written with the marks of Vietnamese; in a text without any, words fit it without theirs.

    >>> Spoken("số liệu").search("lấy số liệu cũ") is not None, Spoken("số liệu").search("lay so lieu cu") is not None
    (True, True)
    >>> Spoken("tỷ").search("công ty này") is None
    True
    """

    __slots__ = ("_bare", "_marked")

    def __init__(self, pattern: str) -> None:
        """Make both patterns."""
        self._marked, self._bare = re.compile(pattern), re.compile(_without_marks(pattern))

    def search(self, folded: str) -> re.Match[str] | None:
        """Return where a folded text has it."""
        return self._of(folded).search(folded)

    def fullmatch(self, folded: str) -> re.Match[str] | None:
        """Return whether a folded text is it."""
        return self._of(folded).fullmatch(folded)

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """Yield where a folded text has it."""
        return self._of(folded).finditer(folded)

    def sub(self, with_what: str, folded: str) -> str:
        """Return a folded text with something else in its place."""
        return self._of(folded).sub(with_what, folded)

    def _of(self, folded: str) -> re.Pattern[str]:
        return self._bare if folded.isascii() else self._marked


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as they are and without their marks.

    >>> sorted(words("số máy"))
    ['may', 'máy', 'so', 'số']
    """
    marked = text.split()
    return frozenset(marked) | frozenset(map(_without_marks, marked))


def _without_marks(pattern: str) -> str:
    apart = unicodedata.normalize("NFD", pattern).replace("đ", "d")
    return "".join(each for each in apart if not unicodedata.combining(each))
