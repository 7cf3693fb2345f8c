"""Near misses: the known word somebody probably meant, and never one that says the opposite."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ictscore.opposites import denies_otherwise, opposed, same_sense
from ictscore.spelling import bare, fold, words_of
from ictscore.words import N_, Phrase, phrase

_CLOSE = 0.6


def nearest(read: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that looks most like ``read``, or None when none does.

    Where that one says the opposite, or denies more or less, only one that says the same in other words is offered instead.
    """
    folded = {word.casefold(): word for word in known}
    unmarked = [word for each, word in folded.items() if bare(fold(each)) == bare(fold(read))]
    if len(unmarked) == 1:  # typed on a keyboard without tones
        return unmarked[0]
    found = difflib.get_close_matches(read.casefold(), folded, n=1, cutoff=_CLOSE)
    if found and not (opposed(read, found[0]) or denies_otherwise(read, found[0]) or _says_less(read, found[0], folded)):
        return folded[found[0]]
    same = [word for each, word in folded.items() if same_sense(read, each)] if found else []
    return same[0] if len(same) == 1 else None


def _says_less(read: str, near: str, known: Iterable[str]) -> bool:
    """Return whether a text lacks just the word that tells a near one from its opposite: “Ban hành”, on time or late."""
    words = {*words_of(read)}
    return words < {*words_of(near)} and any(words < {*words_of(each)} and opposed(each, near) for each in known)


def did_you_mean(read: str, known: Iterable[str]) -> Phrase | str:
    """Return a half-sentence that offers the nearest known word, or an empty text."""
    word = nearest(read, known)
    return phrase(N_(" (did you mean “{word}”?)"), word=word) if word else ""
