"""Questions that a form answers twice: told one by one, and a whole second block of them in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ictscore.places import Place
from ictscore.survey.noting import Notes

_A_FEW = 5
"""Up to so many questions are told each by itself; more are a second table."""


class Twice(NamedTuple):
    """A question or criterion that stands in two places."""

    key: str
    second: Place
    first: Place


def tell_twice(found: Sequence[Twice], notes: Notes) -> None:
    """Report what stands twice: the first answer is kept, and which holds is asked; a whole table concerns the form, no one answer."""
    if len(found) > _A_FEW:
        second, first = found[0].second, found[0].first
        notes.add("SV594", second, first=first.beside(second), second=second.beside(first), count=len(found))
        return
    for each in found:
        notes.add_twice("SV406", each.second, each.first, read=each.key)
