"""The list of units beside a rulebook: who is to be assessed, under which names, in which group and when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from ictscore.documents import Node, read_document
from ictscore.errors import FileRefused, RulebookRefused
from ictscore.findings import Finding, finding
from ictscore.formulas.fields import Date, DottedId, Part, RulebookId, Words
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.shipped import shown_name
from ictscore.rulebook.typed import read_model
from ictscore.words import N_, phrase

UNITS_FILE = "units.yaml"

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


class _UnitFile(Part):
    """A file of units."""

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

    def of(self, group: str) -> tuple[UnitSpec, ...]:
        """Return the units of a group."""
        return tuple(each for each in self.units if each.group == group)

    def unit(self, identifier: str) -> UnitSpec:
        """Return the unit of this id."""
        return next(each for each in self.units if each.id == identifier)

    def parent_name(self, unit: UnitSpec) -> str | None:
        """Return the name of the unit that ``unit`` belongs to."""
        return self.unit(unit.parent).name if unit.parent is not None else None


def load_units(loaded: LoadedRulebook, path: Path | None = None) -> UnitList | None:
    """Return the units in ``path``, else in the file beside the rulebook, or None where there is none.

    Raises RulebookRefused with everything that does not hold, FileRefused for a file that cannot be read.
    """
    beside = loaded.path.parent / UNITS_FILE
    chosen = path if path is not None else beside
    if path is None and not beside.is_file():
        return None
    name = shown_name(chosen)
    try:
        data = chosen.read_bytes()
    except FileNotFoundError:
        raise FileRefused(finding("IO101", Place(name))) from None
    except OSError as error:
        raise FileRefused(finding("IO103", Place(name), reason=error.strerror or str(error))) from None
    document = read_document(data, name)
    file, misfits = read_model(_UnitFile, document)
    if file is None:
        raise RulebookRefused(*misfits)

    found = [*_ids_used_twice(file, document), *_what_leads_nowhere(file, document, loaded)]
    if found:
        raise RulebookRefused(*found)
    return UnitList(name, hashlib.sha256(data).hexdigest(), file.units, file.note or "")


def _ids_used_twice(file: _UnitFile, document: Node) -> Iterator[Finding]:
    ids: dict[str, int] = {}
    for index, unit in enumerate(file.units):
        if unit.id in ids:
            first = place_at(document, ("units", ids[unit.id], "id"))
            yield finding("RB203", place_at(document, ("units", index, "id")), related=(first,), read=unit.id)
        ids.setdefault(unit.id, index)


def _what_leads_nowhere(file: _UnitFile, document: Node, loaded: LoadedRulebook) -> Iterator[Finding]:
    groups = tuple(each.id for each in loaded.rulebook.groups)
    ids = tuple(each.id for each in file.units)
    for index, unit in enumerate(file.units):
        for key, what, read, known in (("group", N_("group"), unit.group, groups), ("parent", N_("unit"), unit.parent, ids)):
            if read is not None and read not in known:
                near = did_you_mean(read, known)
                yield finding("RB202", place_at(document, ("units", index, key)), what=phrase(what), read=read, nearest=near, known=known)
