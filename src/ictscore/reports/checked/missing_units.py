"""Which units findings name as not received, and whether that is all there is to say of them."""

from __future__ import annotations

from collections.abc import Iterable

from ictscore.findings import Finding
from ictscore.reports.checked.standing import UnitStanding
from ictscore.rulebook.groups import SaidGroup
from ictscore.survey.labels.unit_names import fold_name

MISSING_UNIT = "UN104"
Named = tuple[str, object]
"""A unit’s name, folded, and its group’s id."""


def named_missing(found: Finding) -> Named | None:
    """Return the unit and group of which a finding says that nothing came from them; None for other findings."""
    if found.code != MISSING_UNIT:
        return None
    group = found.values["group"]
    return fold_name(str(found.values["unit"])), group.id if isinstance(group, SaidGroup) else group


def names_of(unit: UnitStanding) -> tuple[Named, ...]:
    """Return how such a finding may name a unit: where others are called the same, with its parent or group behind it."""
    return tuple((fold_name(name), unit.group) for name in (unit.unit, f"{unit.unit} – {unit.parent or unit.group}"))


def without_those_that_came(findings: Iterable[Finding], units: Iterable[UnitStanding]) -> tuple[Finding, ...]:
    """Return findings without those that name units as not received of which a file came that holds no answers: these are to be mended."""
    came: set[Named] = set()
    missing: set[Named] = set()
    for each in units:
        (missing if each.status == "missing" else came).update(names_of(each))
    return tuple(each for each in findings if named_missing(each) not in came - missing)
