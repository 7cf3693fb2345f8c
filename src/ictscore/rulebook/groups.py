"""Who is judged by the same criteria and ranked together."""

from __future__ import annotations

from typing import Literal

from ictscore.formulas.fields import DottedId, Number, Truth, Whole, Words
from ictscore.rulebook.sources import Sourced


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
