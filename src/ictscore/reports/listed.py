"""Long lists of names, cut for reading."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.words import N_, Phrase, phrase

MOST_NAMES = 10
MORE = N_("{names} and {count} more")
UNIT_MISSING = "UN104"
"""What is said of a unit that was to be there and is not."""
MORE_UNITS = N_("{names} and {count} other units")


def listed(names: Iterable[str], more: str = MORE) -> tuple[str, ...] | Phrase:
    """Return the names for a message: all of them, or the first ten and how many more there are.

    >>> listed("ab"), str(listed("abcdefghijkl"))
    (('a', 'b'), 'a, b, c, d, e, f, g, h, i, j and 2 more')
    """
    every = tuple(dict.fromkeys(names))
    if len(every) <= MOST_NAMES:
        return every
    return phrase(more, names=every[:MOST_NAMES], count=str(len(every) - MOST_NAMES))
