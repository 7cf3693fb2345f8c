"""Which units of a scored survey a name on the command line means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.reports.listed import listed
from ictscore.reports.outcome import Outcome
from ictscore.reports.told import ToldUnit
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.labels.unit_names import who
from ictscore.survey.matching.matcher import STEPS, Match, Matcher
from ictscore.survey.matching.questions import option_of
from ictscore.words import phrase


@dataclass(frozen=True, slots=True)
class Meant:
    """The units a name means, in whichever groups, and the note on how it was understood where it is spelt otherwise."""

    units: tuple[ToldUnit, ...]
    notes: tuple[Finding, ...] = ()


def units_spelt(outcome: Outcome, name: str) -> Meant:
    """Return the units that are spelt like that; capitals and blanks do not count. Raises FileRefused where there is none."""
    found = tuple(each for each in _units(outcome) if who(each.score.unit, None) == who(name, None))
    if not found:
        raise _no_unit(name, (each.score.unit for each in _units(outcome)))
    return Meant(found)


def units_meant(outcome: Outcome, name: str, listed_units: UnitList | None) -> Meant:
    """Return the units of this name, as surveys understand names: by spelling, else by the list of units, where there is one.

    Raises FileRefused with what may be meant where several units of the list may be, and where none of the survey is.
    """
    try:
        return units_spelt(outcome, name)
    except FileRefused:
        if listed_units is None:
            raise
    match = Matcher(listed_units, outcome.told.rulebook.jurisdiction or "").match(name)
    if match.unit is None and match.candidates:
        raise _no_unit(name, (option_of(each, listed_units) for each in match.candidates))
    found = tuple(each for each in _units(outcome) if match.unit is not None and _is(each, match.unit, listed_units))
    if not found:
        raise _no_unit(name, (each.score.unit for each in _units(outcome)))
    return Meant(found, tuple(_how(match, each) for each in found[:1] if match.kind == "understood"))


def _is(unit: ToldUnit, meant: UnitSpec, units: UnitList) -> bool:
    score = unit.score
    parent = units.parent_name(meant) if score.parent is not None else None
    return score.group == meant.group and who(score.unit, score.parent) == who(meant.name, parent)


def _how(match: Match, unit: ToldUnit) -> Finding:
    assert match.step is not None
    return finding("UN120", read=match.read, unit=unit.score.unit, how=phrase(STEPS[match.step]))


def _units(outcome: Outcome) -> list[ToldUnit]:
    return [unit for group in outcome.told.groups for unit in group.units]


def _no_unit(name: str, known: Iterable[str]) -> FileRefused:
    names = tuple(known)
    return FileRefused(finding("UN109", read=name, nearest=did_you_mean(name, names), known=listed(names)))
