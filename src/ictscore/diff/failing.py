"""When a comparison is to fail: kinds of change that nobody approved, and units whose outcome changes because of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from ictscore.diff.approvals import Approved
from ictscore.diff.impact import Impact, UnitImpact
from ictscore.diff.severities import Severity
from ictscore.diff.severity import Judged

FailOn = Literal["award-changed", "grade-changed", "rank-changed", "stricter", "reorder"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
ABOUT_UNITS: frozenset[FailOn] = frozenset({"award-changed", "grade-changed", "rank-changed"})

_SEVERITIES: dict[FailOn, frozenset[Severity]] = {
    "stricter": frozenset({"stricter", "mixed", "open"}),
    "reorder": frozenset({"reorder"}),
}
"""Which severities count; what is not shown to be harmless counts as stricter."""


def failing_changes(judged: Sequence[Judged], asked: Sequence[FailOn], approved: Approved) -> tuple[Judged, ...]:
    """Return the changes that fail for their own sake: of a kind that was asked for, and approved by nobody."""
    wanted = frozenset().union(*(_SEVERITIES.get(each, frozenset()) for each in asked))
    return tuple(each for each in judged if each.severity in wanted and approved.of(each.change) is None)


def failing_units(impact: Impact, asked: Sequence[FailOn], approved: Approved) -> tuple[UnitImpact, ...]:
    """Return the units that have another award, grade or rank (as asked for) for which not every change behind it is approved.

    Behind it are the changes that move any unit of its group, for ranks hang on all of them, and those without which it would stand
    otherwise. Where nothing of that kind is behind it (a unit that comes or goes), nobody can have approved it.
    """
    allowed = {index for index, bundle in enumerate(impact.bundles) if all(approved.of(each) is not None for each in bundle.changes)}
    found: list[UnitImpact] = []
    for group in impact.groups:
        moving = set().union(*(unit.shares for unit in group.units))
        for unit in group.units:
            behind = moving | set(unit.without or {})
            if set(outcome_changes(unit)) & set(asked) and (not behind or not behind <= allowed):
                found.append(unit)
    return tuple(found)


def outcome_changes(unit: UnitImpact) -> Iterator[FailOn]:
    """Yield what is another for a unit after the change: its award, its grade, its rank; coming and going counts as all three."""
    before, after = unit.before, unit.after
    if before is None or after is None or before.awards != after.awards:
        yield "award-changed"
    if before is None or after is None or before.grade != after.grade:
        yield "grade-changed"
    if before is None or after is None or before.rank != after.rank:
        yield "rank-changed"


@dataclass(frozen=True, slots=True)
class Failing:
    """What a comparison fails for: changes for their own sake, and units for their outcome."""

    changes: tuple[Judged, ...] = ()
    units: tuple[UnitImpact, ...] = ()

    def __bool__(self) -> bool:
        """Return whether it fails."""
        return bool(self.changes or self.units)

    def record(self) -> dict[str, list[str]]:
        """Return it as plain values: the ids of changes, the names of units."""
        return {"changes": [each.change.stable_id for each in self.changes], "units": [each.unit for each in self.units]}


def failing(judged: Sequence[Judged], impact: Impact | None, asked: Sequence[FailOn], approved: Approved) -> Failing:
    """Return what a comparison fails for, of what was asked for."""
    units = () if impact is None else failing_units(impact, asked, approved)
    return Failing(failing_changes(judged, asked, approved), units)
