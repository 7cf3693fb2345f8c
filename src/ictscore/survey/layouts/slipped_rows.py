"""Rows of our form that slipped away from their hidden ids: somebody put a row in, or took one out, without the column of the ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from ictscore.expr.values import unreadable
from ictscore.places import Place
from ictscore.survey.drafts import Draft
from ictscore.survey.layout import LABEL
from ictscore.survey.layouts.found import FoundSheet
from ictscore.survey.layouts.lines import text_of
from ictscore.survey.layouts.vocabulary import Meaning, Vocabulary
from ictscore.survey.noting import Notes
from ictscore.survey.submission import Answer
from ictscore.words import N_, phrase

Held = TypeVar("Held")
_FEWEST = 3
"""How many questions in a file no accident puts each as many rows away from its id."""
_FARTHEST = 5


class Slipped(NamedTuple):
    """The rows, from first to last, whose texts stand some rows away from their ids, and what their ids mean."""

    first: int
    last: int
    by: int
    meanings: tuple[Meaning, ...]
    place: Place

    def without(self, rows: Mapping[int, Held]) -> dict[int, Held]:
        """Return what is known of the other rows."""
        return {row: each for row, each in rows.items() if not self.first <= row <= self.last}

    def spoil(self, draft: Draft) -> None:
        """Say of every question in them that nobody knows its answer."""
        for meaning in self.meanings:
            key = meaning.id if meaning.kind == "answer" else f"points:{meaning.id}"
            draft.homes[key] = self.place
            if meaning.kind == "answer":
                draft.answers.setdefault("self", {})[meaning.id] = Answer(unreadable(meaning.id), self.place, "")


def slipped_rows(found: FoundSheet, marked: Mapping[int, Meaning], vocabulary: Vocabulary, notes: Notes) -> Slipped | None:
    """Return the rows that slipped, told once; None where every text stands beside its id, or is only worded otherwise."""
    label = found.layout.others.get(LABEL, 0)
    asked = {row: meaning for row, meaning in marked.items() if meaning.kind in ("answer", "points")}
    if not label or found.layout.printed is not None:
        return None
    said = {row: {each[:2] for each in vocabulary.printed(text_of(line.get(label)))} for row, line in found.lines.items()}
    astray = [row for row, meaning in asked.items() if meaning[:2] not in said.get(row, set())]
    for by in (each for step in range(1, _FARTHEST + 1) for each in (step, -step)):
        rows = [row for row in astray if asked[row][:2] in said.get(row + by, set())]
        if len(rows) >= _FEWEST:
            first, last = min(rows) + min(by, 0), max(rows) + max(by, 0)
            meanings = tuple(meaning for row, meaning in asked.items() if first <= row <= last)
            place = found.sheet.place_at(min(rows), label)
            slipped = Slipped(first, last, by, meanings, place)
            lower = phrase(N_("lower") if by > 0 else N_("higher"))
            notes.add("SV542", place, first=first, last=last, by=abs(by), where=lower, count=len(meanings))
            return slipped
    return None
