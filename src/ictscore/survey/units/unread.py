"""Entries of which no answer is read: whose they are is known all the same, and something goes back to these units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ictscore.survey.drafts import Draft, Said
from ictscore.survey.layouts.vocabulary import Vocabulary
from ictscore.survey.matching.names import Names
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Submission
from ictscore.survey.units.who import settle

_BY_LETTERHEAD = "UN152"
"""Whose a form is by its letterhead: told also of a form of which nothing else can be read."""


def without_unread(drafts: Iterable[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return the entries to be settled, and those that are not: refused ones, and those made for another regulation.

    Of the latter nothing of a row is told, so nothing of a row may count.
    """
    read: list[Draft] = []
    unread: list[Draft] = []
    for each in drafts:
        (unread if each.is_refused or each.origin.stamp.is_foreign else read).append(each)
    return read, unread


def owners_of(unread: Sequence[Draft], vocabulary: Vocabulary, notes: Notes, names: Names | None) -> list[Submission]:
    """Return whose entries these are, as far as that is known: by their names, and the groups of the list."""
    aside = Notes()
    drafts = (replace(each, group=Said()) if each.origin.stamp.is_foreign else each for each in unread)
    settled = settle(drafts, vocabulary, aside, names)
    notes.take(each for each in aside.findings() if each.code == _BY_LETTERHEAD)
    return [Submission(each.unit, each.group, {}, parent=each.parent, place=each.draft.origin.place) for each in settled]
