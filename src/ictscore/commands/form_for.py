"""For whom and for which period a single form is made: what was typed is held against the list of units and the years of the rulebook."""

from __future__ import annotations

import re
from typing import NamedTuple

from ictscore.errors import FileRefused
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.reports.console import talk
from ictscore.reports.findings import print_findings
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.units import UnitList, UnitSpec, load_units
from ictscore.spelling import fold
from ictscore.survey.labels.unit_names import fold_name
from ictscore.survey.matching.matcher import STEPS, Match, Matcher, Step
from ictscore.survey.matching.period import years_in
from ictscore.survey.matching.questions import option_of
from ictscore.words import N_, phrase

_SURE: tuple[Step, ...] = ("exact", "former", "kind", "letters")
"""How a name may be recognised so that a form is made without asking; slips and guesses are asked about."""
_BROKEN = re.compile(r"(?<![\d.,])(?:19|20)\d\d[.,]\d{1,2}(?![.,]?\d)")
"""“2020.5” is no year; “1.12.2019” and “2019.12.1” are days."""
_SHORT = N_("a short name")


def refuse_period(rulebook: Rulebook, period: str) -> None:
    """Raise FileRefused for a period that names no year, or none that the rulebook governs where it governs some in particular."""
    governed = rulebook.rounds.years if rulebook.rounds else ()
    named, known = years_in(period), tuple(map(str, governed))
    if period and (not named or _BROKEN.search(period)):
        such = phrase(N_("; this rulebook governs {known}"), known=known) if known else phrase(N_(", such as 2020"))
        raise FileRefused(finding("IO417", read=period, such=such))
    if named and governed and not set(named) & set(governed):
        raise FileRefused(finding("IO418", read=period, known=known))


class MadeFor(NamedTuple):
    """Whose form is made: as the list of units has it, else as it was typed."""

    unit: str
    group: str
    parent: str | None = None
    unit_id: str = ""


def unit_for(loaded: LoadedRulebook, group: str, typed: str) -> MadeFor:
    """Return whose form is made for ``typed``: a unit of the rulebook's list, of its group, where it has one; else as it was typed.

    How a name was understood is printed, and so is one that the list does not have. Raises FileRefused with what may be meant where that
    is not clear, for a unit of another group than the one asked for, and for a stranger to a group that is known in full.
    """
    units = load_units(loaded)
    if units is None:
        return MadeFor(_member(loaded.rulebook, group, typed), group)
    match = Matcher(units, loaded.rulebook.jurisdiction or "").match(typed, lambda each: each.group == group)
    if match.kind == "unknown":
        return MadeFor(_stranger(loaded.rulebook, units, group, typed), group)
    unit = match.unit
    if unit is None or match.step not in _SURE:
        known = tuple(option_of(each, units) for each in match.candidates)
        raise FileRefused(finding("UN160", read=typed, known=known, list=units.name))
    if group and unit.group != group:
        named = loaded.rulebook.group(unit.group).name
        asked = loaded.rulebook.group(group).name
        raise FileRefused(finding("UN161", units.place(unit), unit=unit.name, expected=named, group=unit.group, read=asked))
    print_findings(talk(), _how(match, unit))
    return MadeFor(unit.name, unit.group, units.parent_name(unit), unit.id)


def _how(match: Match, unit: UnitSpec) -> list[Finding]:
    """Return the note on how a name was understood; none for one that is written as the list has it."""
    if match.read == unit.name or match.step is None:
        return []
    is_short = match.step == "exact" and fold(match.read) != fold(unit.name)
    how = _SHORT if is_short else STEPS["kind" if match.step == "exact" else match.step]
    return [finding("UN120", read=match.read, unit=unit.name, how=phrase(how))]


def _stranger(rulebook: Rulebook, units: UnitList, group: str, typed: str) -> str:
    """Return a name the list does not have, with a warning; raise FileRefused where the group's list is closed."""
    if group and (rulebook.group(group).members or units.is_closed(group)):
        raise _not_of(rulebook, group, typed, rulebook.group(group).members or tuple(each.name for each in units.of(group)))
    if group:
        print_findings(talk(), [finding("UN123", unit=typed, list=units.name, group=rulebook.group(group).said)])
    return typed


def _member(rulebook: Rulebook, group: str, typed: str) -> str:
    """Return a name as the group's closed list has it, where there is one; raise FileRefused for one it does not have."""
    names = rulebook.group(group).members if group else ()
    if not names:
        return typed
    for each in names:
        if fold_name(each) == fold_name(typed):
            return each
    raise _not_of(rulebook, group, typed, names)


def _not_of(rulebook: Rulebook, group: str, typed: str, names: tuple[str, ...]) -> FileRefused:
    near = did_you_mean(typed, names)
    return FileRefused(finding("UN103", unit=typed, group=rulebook.group(group).said, nearest=near, known=names))
