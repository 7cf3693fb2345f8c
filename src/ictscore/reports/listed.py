"""Long lists of names, cut for reading."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.words import Phrase, phrase

MOST_NAMES = 10


def listed(names: Iterable[str]) -> tuple[str, ...] | Phrase:
    """Return the names for a message: all of them, or the first ten and how many more there are.

    >>> listed("ab"), str(listed("abcdefghijkl"))
    (('a', 'b'), 'a, b, c, d, e, f, g, h, i, j and 2 more')
    """
    every = tuple(dict.fromkeys(names))
    if len(every) <= MOST_NAMES:
        return every
    return phrase("{names} and {count} more", names=every[:MOST_NAMES], count=str(len(every) - MOST_NAMES))
