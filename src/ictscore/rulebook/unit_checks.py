"""What a list of units is held against: itself, and the groups of its rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ictscore.documents import Node
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import place_at
from ictscore.rulebook.unit_list import UnitFile, UnitSpec
from ictscore.spelling import fold
from ictscore.words import N_, phrase


def check_units(file: UnitFile, document: Node, rulebook: Rulebook) -> list[Finding]:
    """Return everything that does not hold in a list of units for ``rulebook``."""
    checks = _Checks(file, document, rulebook)
    return [
        *checks.of_another_rulebook(),
        *checks.ids_used_twice(),
        *checks.what_leads_nowhere(),
        *checks.circles(),
        *checks.names_alike(),
        *checks.names_shared(),
        *checks.days_exchanged(),
        *checks.groups_apart(),
    ]


class _Checks:
    """The checks of one list, each yielding what it finds."""

    def __init__(self, file: UnitFile, document: Node, rulebook: Rulebook) -> None:
        self._file, self._units, self._document, self._rulebook = file, file.units, document, rulebook

    def of_another_rulebook(self) -> Iterator[Finding]:
        if self._file.rulebook is not None and self._file.rulebook != self._rulebook.id:
            place = place_at(self._document, ("rulebook",))
            yield finding("UN143", place, read=self._file.rulebook, expected=self._rulebook.id)

    def ids_used_twice(self) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for index, unit in enumerate(self._units):
            if unit.id in first:
                yield finding("RB203", self._at(index, "id"), related=(self._at(first[unit.id], "id"),), read=unit.id)
            first.setdefault(unit.id, index)

    def what_leads_nowhere(self) -> Iterator[Finding]:
        groups = tuple(each.id for each in self._rulebook.groups)
        ids = tuple(each.id for each in self._units)
        for index, unit in enumerate(self._units):
            for key, what, read, known in (("group", N_("group"), unit.group, groups), ("parent", N_("unit"), unit.parent, ids)):
                if read is not None and read not in known:
                    near = did_you_mean(read, known)
                    yield finding("RB202", self._at(index, key), what=phrase(what), read=read, nearest=near, known=known[:20])

    def circles(self) -> Iterator[Finding]:
        above = {each.id: each.parent for each in self._units}
        for index, unit in enumerate(self._units):
            chain: list[str] = [unit.id]
            while (parent := above.get(chain[-1])) is not None and parent not in chain:
                chain.append(parent)
            if parent == unit.id:
                yield finding("UN144", self._at(index, "parent"), unit=unit.name)

    def names_alike(self) -> Iterator[Finding]:
        first: dict[tuple[str, str | None, str], int] = {}
        for index, unit in enumerate(self._units):
            key = (unit.group, unit.parent, fold(unit.name))
            if key in first:
                other = first[key]
                related = (self._at(other, "name"),)
                yield finding("UN140", self._at(index, "name"), related=related, unit=unit.name, other=self._units[other].name)
            first.setdefault(key, index)

    def names_shared(self) -> Iterator[Finding]:
        """Yield short and former names by which another unit is known too: they will always be asked about."""
        known: dict[str, list[int]] = {}
        for index, unit in enumerate(self._units):
            for name in unit.names:
                known.setdefault(fold(name), []).append(index)
        for index, unit in enumerate(self._units):
            for key, names in (("short_names", unit.short_names), ("former_names", unit.former_names)):
                for at, name in enumerate(names):
                    others = [each for each in known[fold(name)] if each != index]
                    if others:
                        place = place_at(self._document, ("units", index, key, at))
                        related = tuple(self._at(each, "name") for each in others)
                        yield finding("UN141", place, related=related, name=name, unit=unit.name, other=self._units[others[0]].name)

    def days_exchanged(self) -> Iterator[Finding]:
        for index, unit in enumerate(self._units):
            if unit.valid_from is not None and unit.valid_to is not None and unit.valid_to < unit.valid_from:
                yield finding("UN142", self._at(index, "valid_to"), unit=unit.name, start=unit.valid_from, end=unit.valid_to)

    def groups_apart(self) -> Iterator[Finding]:
        """Yield where the list and a group of the rulebook differ: its closed list, or the stated number of its units."""
        for group in self._rulebook.groups:
            listed = [(index, each) for index, each in enumerate(self._units) if each.group == group.id]
            if listed and group.members:
                yield from self._members(group, listed)
            elif listed and group.unit_count is not None and len(listed) != group.unit_count:
                yield finding("UN147", self._start, group=group.id, found=len(listed), expected=group.unit_count)

    def _members(self, group: Group, listed: Sequence[tuple[int, UnitSpec]]) -> Iterator[Finding]:
        known = {fold(name) for name in (*group.members, *group.unranked, *group.excluded)}
        names = {fold(each.name) for _, each in listed}
        for index, unit in listed:
            if fold(unit.name) not in known:
                near = did_you_mean(unit.name, group.members)
                yield finding("UN146", self._at(index, "name"), unit=unit.name, group=group.id, nearest=near, known=group.members)
        for name in (*group.members, *group.unranked):
            if fold(name) not in names:
                yield finding("UN145", self._start, unit=name, group=group.id)

    @property
    def _start(self) -> Place:
        return place_at(self._document, ("units",))

    def _at(self, index: int, key: str) -> Place:
        return place_at(self._document, ("units", index, key))
