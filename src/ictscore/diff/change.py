"""One difference between two rulebooks: values and two places, no sentence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook

Verb = Literal["added", "removed", "changed"]
Subject = Literal[
    "rulebook",
    "date",
    "lineage",
    "link",
    "fact",
    "source",
    "answer",
    "group",
    "section",
    "criterion",
    "bonus",
    "deductions",
    "scale",
    "rounding",
    "grades",
    "grade",
    "knockout",
    "ranking",
    "award",
    "step",
    "stage",
    "robustness",
]
Shown = str | Fraction | bool | int | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Side:
    """How it is in one of the two rulebooks: the value, its place, and the path of keys and ids that leads there.

    ``shown`` is None where there is nothing. ``canonical`` is the value in a form that no spelling changes.
    """

    shown: Shown = None
    place: Place = Place()
    path: str = ""
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    ``subject`` and ``id`` say which thing it is about, ``name`` how people call it; ``attribute`` which of its keys, and is empty where the
    whole thing came or went. ``delta`` is by how much points changed.
    """

    verb: Verb
    subject: Subject
    id: str
    name: str
    attribute: str
    old: Side
    new: Side
    delta: Fraction | None = None

    @property
    def code(self) -> str:
        """Return the stable code: ``criterion.max_points.changed``, ``award.added``."""
        return ".".join(part for part in (self.subject, self.attribute.partition("/")[0], self.verb) if part)

    @property
    def stable_id(self) -> str:
        """Return an id of twelve characters that stays while this change stays: made of what changed and how, not of where it stands."""
        said = (self.code, self.subject, self.id, self.attribute, self.old.canonical, self.new.canonical)
        text = "\0".join(said)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def path(self) -> str:
        """Return where it stands in the newer rulebook, or stood in the older one."""
        return self.new.path or self.old.path


@dataclass(frozen=True, slots=True)
class GroupBalance:
    """What happened to the points of one group's criteria; ``old_points + added − removed + raised − lowered`` is ``new_points``."""

    group: str
    name: str
    old_count: int
    new_count: int
    old_points: Fraction
    new_points: Fraction
    added: Fraction
    removed: Fraction
    raised: Fraction
    lowered: Fraction


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rulebooks and everything that differs between them."""

    old: LoadedRulebook
    new: LoadedRulebook
    changes: tuple[Change, ...]
    balances: tuple[GroupBalance, ...]
