"""The units of a list as typed records: names, group, parent, and when they exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from ictscore.formulas.fields import Date, DottedId, Part, RulebookId, Words
from ictscore.places import Place

UnitBasis = Literal["stated", "inferred", "sample"]
UNIT_BASES: tuple[UnitBasis, ...] = get_args(UnitBasis)


class UnitSpec(Part):
    """One unit of the list.

    ``parent`` is the id of the unit it belongs to. ``basis`` says how we know that it is assessed in this group: a source
    says so, it follows from one, or it is made up for the samples. A unit counts from ``valid_from`` to ``valid_to``, both days included.
    """

    id: RulebookId
    name: Words
    group: DottedId
    short_names: tuple[Words, ...] = ()
    former_names: tuple[Words, ...] = ()
    parent: RulebookId | None = None
    valid_from: Date | None = None
    valid_to: Date | None = None
    basis: UnitBasis = "sample"
    source: Words | None = None
    note: Words | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names by which the unit is known, its own first."""
        return (self.name, *self.short_names, *self.former_names)

    def is_valid_on(self, day: date) -> bool:
        """Return whether the unit exists on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class UnitFile(Part):
    """A list of units: who is to be assessed."""

    rulebook: RulebookId | None = None
    note: Words | None = None
    units: Annotated[tuple[UnitSpec, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units of a rulebook in the order of their file; ``name`` is what places call the file, ``sha256`` that of its bytes."""

    name: str
    sha256: str
    units: tuple[UnitSpec, ...]
    note: str = ""
    places: tuple[Place, ...] = ()
    """Where each unit stands in the file."""

    def of(self, group: str) -> tuple[UnitSpec, ...]:
        """Return the units of a group."""
        return tuple(each for each in self.units if each.group == group)

    def unit(self, identifier: str) -> UnitSpec:
        """Return the unit of this id."""
        return next(each for each in self.units if each.id == identifier)

    def place(self, unit: UnitSpec) -> Place:
        """Return where the list names a unit."""
        return next((place for each, place in zip(self.units, self.places, strict=False) if each.id == unit.id), Place(self.name))

    def is_closed(self, group: str) -> bool:
        """Return whether a group is known in full: every unit of it is one that a source names."""
        return bool(self.of(group)) and all(each.basis == "stated" for each in self.of(group))

    def parent_name(self, unit: UnitSpec) -> str | None:
        """Return the name of the unit that ``unit`` belongs to."""
        return self.unit(unit.parent).name if unit.parent is not None else None
