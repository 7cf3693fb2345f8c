"""Ranks made anew from recorded results: one or several of the same rulebook, by the total or by any section or criterion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from ictscore.errors import FileRefused
from ictscore.exact import ZERO
from ictscore.findings import Finding, finding
from ictscore.nearest import did_you_mean
from ictscore.places import Place
from ictscore.reports.listed import listed
from ictscore.reports.recorded.read_results import ReadGroup, ReadResults, ReadUnit
from ictscore.rulebook.results import Ranking
from ictscore.scoring.doubts import STAGE_NAMES
from ictscore.scoring.ranking import Key, rank_units
from ictscore.scoring.records import UnitScore
from ictscore.survey.labels.unit_names import Who, who
from ictscore.words import N_, Phrase, phrase

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit with its new rank and the value it was ranked by."""

    unit: ReadUnit
    rank: int | None
    tied: bool
    value: Fraction


@dataclass(frozen=True, slots=True)
class RankedGroup:
    """A group, best first; ``merged`` where its units come from several results."""

    group: ReadGroup
    units: tuple[RankedUnit, ...]
    merged: bool


def rank_again(
    results: Sequence[ReadResults], by: str = TOTAL, group: str | None = None
) -> tuple[tuple[RankedGroup, ...], tuple[Finding, ...]]:
    """Return the groups of all results with ranks made anew, and what to think of when reading them.

    Raises FileRefused where the results are of different rulebooks, share a unit, or know no such group, section or criterion.
    """
    findings = _check_same(results)
    groups = {each.id: each for result in results for each in result.groups}
    if group is not None and group not in groups:
        raise _unknown(N_("group"), group, list(groups))
    wanted = list(groups) if group is None else [group]
    if by != TOTAL and not any(identifier_in(groups[each], by) for each in wanted):
        raise _unknown(N_("section or criterion"), by, _known_points([groups[each] for each in wanted]))
    ranked: list[RankedGroup] = []
    for identifier in wanted:
        sources = [(result.file, each) for result in results for each in result.groups if each.id == identifier and each.units]
        whole = _merged(sources) if sources else groups[identifier]
        if len(sources) > 1:
            findings.append(finding("SC205", group=whole.name, count=len(sources)))
        if by == TOTAL or identifier_in(whole, by):
            ranked.append(_rank(results[0], whole, by if by == TOTAL else identifier_in(whole, by), merged=len(sources) > 1))
    return tuple(each for each in ranked if each.units), tuple(findings)


def about_groups(findings: Sequence[Finding], results: Sequence[ReadResults], shown: Collection[str]) -> list[Finding]:
    """Return the findings that concern the groups shown (by id): errors always, others unless what they name is of other groups alone."""
    groups_of: dict[str, set[str]] = {}
    for group in (each for result in results for each in result.groups):
        for name in (group.id, group.name, *(unit.unit for unit in group.units)):
            groups_of.setdefault(name, set()).add(group.id)

    def concerns(found: Finding) -> bool:
        named = [groups_of[str(found.values[key])] for key in ("group", "other", "unit") if str(found.values.get(key)) in groups_of]
        return not named or any(not each.isdisjoint(shown) for each in named)

    return [each for each in findings if each.severity == "error" or concerns(each)]


def identifier_in(group: ReadGroup, by: str) -> str:
    """Return the id of the section or criterion that ``by`` names in a group: an id, or a number that only one criterion has."""
    if any(by in each.sections or by in each.criteria for each in group.units):
        return by
    numbered = [identifier for identifier, number in group.numbers.items() if number == by]
    if len(numbered) > 1:
        raise _unknown(N_("single criterion"), by, numbered)
    return numbered[0] if numbered else ""


def _check_same(results: Sequence[ReadResults]) -> list[Finding]:
    first = results[0]
    findings: list[Finding] = []
    for each in results:
        place = Place(each.file)
        if (each.rulebook, each.hash) != (first.rulebook, first.hash):
            read, expected = f"{each.rulebook} ({each.hash[:12]})", f"{first.rulebook} ({first.hash[:12]})"
            raise FileRefused(finding("SC202", place, file=each.file, read=read, expected=expected))
        if each.stage != first.stage:
            findings.append(finding("SC207", place, file=each.file, read=_stage(each), expected=_stage(first)))
        if each.provisional:
            findings.append(finding("SC208", place, file=each.file))
    return findings


def _merged(sources: Sequence[tuple[str, ReadGroup]]) -> ReadGroup:
    seen: dict[Who, str] = {}
    for file, group in sources:
        for unit in group.units:
            name = who(unit.unit, unit.parent)
            if name in seen:
                raise FileRefused(finding("SC206", Place(file), unit=unit.unit, group=group.name, first=seen[name], second=file))
            seen[name] = file
    return replace(sources[0][1], units=tuple(unit for _, group in sources for unit in group.units))


def _rank(result: ReadResults, group: ReadGroup, by: str, *, merged: bool) -> RankedGroup:
    how = {"on": result.on, "style": result.style, "unranked_units": result.unranked_units}
    ranking = Ranking.model_validate(how)
    counted = [each for each in group.units if by == TOTAL or _points(each, by) is not None]
    by_name = {who(each.unit, each.parent): each for each in counted}
    keys: dict[Who, Key] = {name: each.key if by == TOTAL else ((True, _points(each, by) or ZERO),) for name, each in by_name.items()}
    circles: dict[str | None, list[UnitScore]] = {}
    for each in counted:
        circles.setdefault(each.parent if group.within_parent else None, []).append(_bare(group.id, each))
    ranked = [unit for circle in sorted(circles, key=lambda each: each or "") for unit in rank_units(ranking, circles[circle], keys)]
    units = tuple(RankedUnit(by_name[each.who], each.rank, each.tied, _value(by_name[each.who], by)) for each in ranked)
    return RankedGroup(group, units, merged)


def _bare(group: str, unit: ReadUnit) -> UnitScore:
    """Return a unit as far as ranking looks at it."""
    return UnitScore(
        unit=unit.unit,
        group=group,
        criteria=(),
        sections=(),
        bonus=ZERO,
        deducted=ZERO,
        exact_total=unit.exact,
        total=unit.total,
        max_points=unit.max_points,
        percent=unit.percent,
        parent=unit.parent,
        ranked=unit.ranked,
    )


def _points(unit: ReadUnit, by: str) -> Fraction | None:
    found = unit.sections.get(by)
    return found if found is not None else unit.criteria.get(by)


def _value(unit: ReadUnit, by: str) -> Fraction:
    points = unit.total if by == TOTAL else _points(unit, by)
    assert points is not None
    return points


def _known_points(groups: Sequence[ReadGroup]) -> list[str]:
    units = [unit for group in groups for unit in group.units]
    sections = [name for unit in units for name in unit.sections]
    numbers = [number for group in groups for number in group.numbers.values()]
    return list(dict.fromkeys([TOTAL, *sections, *numbers, *(name for unit in units for name in unit.criteria)]))


def _stage(results: ReadResults) -> Phrase:
    return phrase(next(name for stage, name in STAGE_NAMES.items() if stage == results.stage))


def _unknown(what: str, read: str, known: Sequence[str]) -> FileRefused:
    return FileRefused(finding("SC203", what=phrase(what), read=read, nearest=did_you_mean(read, known), known=listed(known)))
