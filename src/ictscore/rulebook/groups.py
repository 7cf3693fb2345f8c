"""Who is judged by the same criteria and ranked together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ictscore.formulas.fields import DottedId, Number, Truth, Whole, Words
from ictscore.rulebook.sources import Sourced


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """A group in a message: people read its name; programs know it by its id."""

    id: str
    name: str

    def __str__(self) -> str:
        """Return how people know it."""
        return self.name


class Group(Sourced):
    """One group of units. ``members`` is a closed list; without it, who belongs is not known."""

    id: DottedId
    name: Words
    annex: Words | None = None
    scope: Words | None = None
    includes: tuple[Words, ...] = ()
    excludes: tuple[Words, ...] = ()
    members: tuple[Words, ...] = ()
    unit_count: Whole | None = None
    ranked: Truth = True
    unranked: tuple[Words, ...] = ()
    excluded: tuple[Words, ...] = ()
    ranked_within: Literal["parent"] | None = None
    max_points: Number | None = None
    note: Words | None = None

    @property
    def said(self) -> SaidGroup:
        """Return the group as messages say it."""
        return SaidGroup(self.id, self.name)
