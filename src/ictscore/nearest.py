"""Near misses: the known word somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ictscore.spelling import bare, fold
from ictscore.words import N_, Phrase, phrase

_CLOSE = 0.6


def nearest(read: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that looks most like ``read``, or None when none does."""
    folded = {word.casefold(): word for word in known}
    unmarked = [word for each, word in folded.items() if bare(fold(each)) == bare(fold(read))]
    if len(unmarked) == 1:  # typed on a keyboard without tones
        return unmarked[0]
    found = difflib.get_close_matches(read.casefold(), folded, n=1, cutoff=_CLOSE)
    return folded[found[0]] if found else None


def did_you_mean(read: str, known: Iterable[str]) -> Phrase | str:
    """Return a half-sentence that offers the nearest known word, or an empty text."""
    word = nearest(read, known)
    return phrase(N_(" (did you mean “{word}”?)"), word=word) if word else ""
