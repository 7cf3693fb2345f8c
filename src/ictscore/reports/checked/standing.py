"""Where a survey stands: which units have sent in what is in order, whose entries need mending, and who is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.reports.checked.belonging import Belonging
from ictscore.rulebook.groups import Group
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.labels.unit_names import fold_name, who
from ictscore.survey.submission import Submission, Survey
from ictscore.words import N_

Status = Literal["received", "needs_mending", "missing"]
STATUSES: tuple[Status, ...] = ("received", "needs_mending", "missing")
STATUS_WORDS: dict[Status, str] = {"received": N_("in order"), "needs_mending": N_("to be mended"), "missing": N_("not received")}

MADE_FOR_ANOTHER = "SV505"
"""A form made for one unit that names another: told at both, where nothing else came from the first."""
ABOUT_EVIDENCE = frozenset({"SV461", "SV462", "SV463"})
"""What is said of evidence: it does not stand in the way of the answers, but only the unit can mend it."""
SEVERAL_FILES = "UN125"
"""One unit sent several files, of which one is read."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class _Owned(NamedTuple):
    """What belongs to one unit: what was found, and the files of which nothing could be read."""

    findings: tuple[Finding, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """One unit: where it stands, in which files its answers came, and what was found in them."""

    unit: str
    group: str
    status: Status
    parent: str | None = None
    files: tuple[str, ...] = ()
    place: Place = Place()
    submission: Submission | None = None
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()
    """The files of which nothing could be read, as far as it is known that they are the unit's."""

    @property
    def beside(self) -> tuple[str, ...]:
        """Return the files that came besides those from which the answers were taken: others of the unit, and those nobody could read."""
        others = (place.file for each in self.findings if each.code == SEVERAL_FILES for place in (each.place, *each.related))
        return tuple(dict.fromkeys(file for file in (*others, *self.unread) if file not in self.files))

    @property
    def came_as(self) -> tuple[tuple[str, str], ...]:
        """Return, of a missing unit, the files made for it that name another unit, each with that name."""
        return tuple((each.place.file, str(each.values["unit"])) for each in self.findings) if self.status == "missing" else ()

    @property
    def errors(self) -> int:
        """Return how many errors belong to the unit."""
        return _count(self.findings, "error")

    @property
    def warnings(self) -> int:
        """Return how many warnings belong to the unit."""
        return _count(self.findings, "warning")

    @property
    def goes_back(self) -> bool:
        """Return whether the unit gets its form back: to mend answers, or the evidence for them."""
        return self.status == "needs_mending" or any(each.code in ABOUT_EVIDENCE for each in self.findings)

    def record(self) -> dict[str, Any]:
        """Return the unit's standing for JSON."""
        counts = {"errors": self.errors, "warnings": self.warnings}
        return {"unit": self.unit, "parent": self.parent, "status": self.status, "files": list(self.files), **counts}


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """The units of one group, those that came first, in the order read, then those that are missing."""

    group: Group
    units: tuple[UnitStanding, ...]

    def count(self, status: Status) -> int:
        """Return how many units stand so."""
        return sum(1 for each in self.units if each.status == status)

    def with_status(self, status: Status) -> tuple[UnitStanding, ...]:
        """Return the units that stand so."""
        return tuple(each for each in self.units if each.status == status)

    def record(self) -> dict[str, Any]:
        """Return the group's standing for JSON."""
        counts: dict[str, Any] = {status: self.count(status) for status in STATUSES}
        return {"id": self.group.id, "name": self.group.name, **counts, "units": [each.record() for each in self.units]}


@dataclass(frozen=True, slots=True)
class Standing:
    """All groups that were asked, and the findings that belong to no unit."""

    groups: tuple[GroupStanding, ...]
    unclaimed: tuple[Finding, ...] = ()

    @property
    def units(self) -> Iterator[UnitStanding]:
        """Yield all units."""
        return (unit for group in self.groups for unit in group.units)

    def count(self, status: Status) -> int:
        """Return how many units stand so."""
        return sum(group.count(status) for group in self.groups)

    def record(self) -> dict[str, Any]:
        """Return where the survey stands, for JSON."""
        return {**{status: self.count(status) for status in STATUSES}, "groups": [each.record() for each in self.groups]}


def standing_of(
    loaded: LoadedRulebook, survey: Survey, findings: Sequence[Finding], units: UnitList | None, asked: Collection[str] = ()
) -> Standing:
    """Return where a survey stands.

    Groups of which a unit came were asked; besides them those in ``asked``, or, where nobody names any, all that have units of the round in
    the list. ``findings`` are those of the survey, as they are counted.
    """
    belonging, unclaimed = Belonging(survey), []
    of_units: dict[int, list[Finding]] = {id(each): [] for each in survey.submissions}
    for found in findings:
        owners = belonging.units_of(found)
        for each in owners:
            of_units[id(each)].append(found)
        if not owners:
            unclaimed.append(found)
    wrong = {each.place.file for each in unclaimed if each.severity == "error"}
    unread = [each for each in _unread(loaded, survey, units) if each.place.file in wrong]
    entries = [*survey.submissions, *unread]
    # Of a unit whose other file is read, nobody knows what the one that is not says: it may be the newer one.
    files_of = {id(each): tuple(other.place.file for other in survey.unreadable if other.who == each.who) for each in entries}
    owned = {
        owner: _Owned((*of_units.get(owner, ()), *(found for found in unclaimed if found.place.file in files)), files)
        for owner, files in files_of.items()
    }
    claimed = {file for files in files_of.values() for file in files}
    unclaimed = [found for found in unclaimed if found.place.file not in claimed]
    present = {each.group for each in (*survey.submissions, *unread)}
    expected = {group.id: expected_names(group, units, survey.period) for group in loaded.rulebook.groups}
    besides = asked or {group for group in expected if _listed(group, units, survey.period)}
    groups = [group for group in loaded.rulebook.groups if group.id in present or group.id in besides]
    astray = [each for each in findings if each.code == MADE_FOR_ANOTHER]
    made = tuple(_group(group, entries, owned, expected[group.id], astray) for group in groups)
    return Standing(made, tuple(unclaimed))


def _unread(loaded: LoadedRulebook, survey: Survey, units: UnitList | None) -> list[Submission]:
    """Return the units that are expected and of which nothing came but a file that could not be read."""
    came = {each.who for each in survey.submissions}
    expected = {group.id: {fold_name(name) for name, _ in expected_names(group, units, survey.period)} for group in loaded.rulebook.groups}
    first = {each.who: each for each in reversed(survey.unreadable) if each.who not in came}
    return [each for each in first.values() if fold_name(each.unit) in expected[each.group]]


def expected_names(group: Group, units: UnitList | None, period: str) -> tuple[tuple[str, str | None], ...]:
    """Return the names, each with its parent's, of the units a group expects in a period: those of the unit list, else its members."""
    listed = _listed(group.id, units, period)
    if units is None or not listed:
        return tuple((name, None) for name in group.members)
    excluded = {fold_name(name) for name in group.excluded}
    return tuple((each.name, units.parent_name(each)) for each in listed if fold_name(each.name) not in excluded)


def _listed(group: str, units: UnitList | None, period: str) -> tuple[UnitSpec, ...]:
    """Return the units of a group that the list has and that exist in a period."""
    return tuple(each for each in units.of(group) if _exists_in(period, each.valid_from, each.valid_to)) if units is not None else ()


def _exists_in(period: str, begins: date | None, ends: date | None) -> bool:
    """Return whether a unit exists on some day of the period's years; where the period names none, on whatever day."""
    years = [int(each) for each in _YEAR.findall(period)]
    if not years:
        return True
    return (begins is None or begins.year <= max(years)) and (ends is None or ends.year >= min(years))


def _group(
    group: Group,
    entries: Sequence[Submission],
    owned: Mapping[int, _Owned],
    expected: Iterable[tuple[str, str | None]],
    astray: Sequence[Finding],
) -> GroupStanding:
    came = [each for each in entries if each.group == group.id]
    units = [_came(each, owned[id(each)]) for each in came]
    names = Counter(fold_name(each.unit) for each in came)
    known = {each.who for each in came}
    for name, parent in expected:
        here = who(name, parent) in known or (names[fold_name(name)] > 0 and not _is_of_another(name, parent, came))
        if not here:
            told = tuple(each for each in astray if fold_name(str(each.values["stamped"])) == fold_name(name))
            units.append(UnitStanding(name, group.id, "missing", parent, findings=told))
    return GroupStanding(group, tuple(units))


def _is_of_another(name: str, parent: str | None, came: Sequence[Submission]) -> bool:
    """Return whether every entry of this name says that it belongs to another parent than ``parent``."""
    parents = [each.parent for each in came if fold_name(each.unit) == fold_name(name)]
    return parent is not None and all(each is not None and fold_name(each) != fold_name(parent) for each in parents)


def _came(submission: Submission, owned: _Owned) -> UnitStanding:
    findings, unread = owned
    status: Status = "needs_mending" if _count(findings, "error") else "received"
    places = [submission.place, *(answer.place for by_id in submission.answers.values() for answer in by_id.values())]
    files = tuple(dict.fromkeys(place.file for place in places if place.file))
    return UnitStanding(submission.unit, submission.group, status, submission.parent, files, submission.place, submission, findings, unread)


def _count(findings: Iterable[Finding], severity: str) -> int:
    return sum(1 for each in findings if each.severity == severity)
