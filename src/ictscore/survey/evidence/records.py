"""What is known of evidence: the files of a folder, what a cell names, and what became of each name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ictscore.places import NOWHERE, Place

NamedKind = Literal["found", "empty", "asked", "not_found", "link", "in_words"]
"""What became of one name: a file (or folder) fits, but is empty, several fit, none does; an address, or words, which nobody looks up."""
CellState = Literal["not_found", "empty", "asked", "found", "link", "in_words", "none"]
STATES: tuple[CellState, ...] = ("not_found", "empty", "asked", "found", "link", "in_words", "none")
"""What a cell of evidence comes to: of several names, the first of these that holds for one."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file: its path below the folder, with forward slashes, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, sorted, and the folders in it that were not looked into.

    Everything said of evidence follows from this: a result made again needs the listing, and not the files.
    """

    folder: str
    files: tuple[EvidenceFile, ...]
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a cell names, as it stands there, and the files it is taken for."""

    kind: NamedKind
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceCell:
    """The cell beside an answer where evidence is named; ``named`` stays empty until a folder was looked into."""

    place: Place = NOWHERE
    text: str = ""
    named: tuple[Named, ...] = ()

    @property
    def state(self) -> CellState:
        """Return what the cell comes to."""
        kinds = {each.kind for each in self.named}
        return next((state for state in STATES if state in kinds), "none")


@dataclass(frozen=True, slots=True)
class EvidenceRead:
    """What came of looking: the listing, and by whom each file is named."""

    listing: Listing
    named_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def unnamed(self) -> tuple[EvidenceFile, ...]:
        """Return the files that no cell names."""
        return tuple(each for each in self.listing.files if each.name not in self.named_by)
