"""A checked survey: its findings in the order of their places, where each unit stands, how many answers came."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from ictscore.expr.values import Blank
from ictscore.findings import Finding, errors_among
from ictscore.reports.checked.belonging import Belonging
from ictscore.reports.checked.claims import UnitClaims, about_claims, claims_in
from ictscore.reports.checked.doubts_at_cells import doubts_in
from ictscore.reports.checked.evidence_told import Unshown, about_unshown, evidence_counts, unshown_in
from ictscore.reports.checked.missing_units import named_missing, names_of, without_those_that_came
from ictscore.reports.checked.standing import Standing, UnitStanding, standing_of
from ictscore.reports.reported import Case, Reported, Suite
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.units import UnitList
from ictscore.scoring.assess import assess
from ictscore.survey.submission import Survey
from ictscore.words import tr

KINDS = ("given", "missing", "not_applicable", "unreadable")
OF_ANOTHER_RULEBOOK = "SV501"
UNANSWERED = "SV101"
"""A required question without an answer: scoring says what counts then, but a check sends it back."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything a check tells; formats only draw it."""

    loaded: LoadedRulebook
    survey: Survey
    findings: tuple[Finding, ...]
    standing: Standing
    belonging: Belonging
    units: UnitList | None = None
    claims: tuple[UnitClaims, ...] = ()
    unshown: tuple[Unshown, ...] = ()

    @property
    def answers(self) -> dict[str, int]:
        """Return how many answers are given, missing, not applicable and unreadable."""
        values = (answer.value for each in self.survey.submissions for by_id in each.answers.values() for answer in by_id.values())
        kinds = Counter(value.kind if isinstance(value, Blank) else "given" for value in values)
        return {kind: kinds[kind] for kind in KINDS}

    @property
    def is_in_order(self) -> bool:
        """Return whether there is no error and every unit came and is in order."""
        return not errors_among(self.findings) and not self.standing.count("needs_mending") and not self.standing.count("missing")

    @property
    def cells(self) -> int:
        """Return how many cells of answers and points were looked at."""
        points = sum(len(by_id) for each in self.survey.submissions for by_id in each.points.values())
        return sum(self.answers.values()) + points


def checked(  # noqa: PLR0913 - all but three are named and have a default
    loaded: LoadedRulebook,
    survey: Survey,
    units: UnitList | None,
    *,
    asked: Collection[str] = (),
    stage: StageId | None = None,
    strict: bool = False,
) -> Checked:
    """Return what a survey's check tells: what reading found, and what scoring at ``stage`` would refuse.

    A required question without an answer is an error here, ``strict`` makes errors of all notes and warnings, ``asked`` are groups
    expected in any case.
    """
    rulebook, assessment = loaded.rulebook, assess(loaded.rulebook, survey, stage)
    unshown, claims = unshown_in(rulebook, survey, assessment), claims_in(rulebook, survey, assessment)
    told = [*survey.findings, *doubts_in(assessment, survey.findings), *about_unshown(rulebook, unshown), *about_claims(claims)]
    findings = tuple(replace(each, raised=True) if strict or each.code == UNANSWERED else each for each in in_order(told))
    standing = standing_of(loaded, survey, findings, units, asked)
    findings = without_those_that_came(findings, standing.units)
    standing = replace(standing, unclaimed=without_those_that_came(standing.unclaimed, standing.units))
    return Checked(loaded, survey, findings, standing, Belonging(survey), units, claims, unshown)


def in_order(findings: Collection[Finding]) -> list[Finding]:
    """Return findings by place: files and sheets by name, cells from top to bottom; what explains all others of a file comes first."""

    def key(each: Finding) -> tuple[str, bool, str, int, int, str, str]:
        place = each.place
        return place.file, each.code != OF_ANOTHER_RULEBOOK, place.sheet, *_row_and_column(place.cell), each.code

    return sorted(findings, key=key)


def _row_and_column(cell: str) -> tuple[int, int, str]:
    first = cell.partition(":")[0]
    letters = first.rstrip("0123456789")
    digits = first[len(letters) :]
    return int(digits) if digits else 0, len(letters), letters


def reported(check: Checked) -> Reported:
    """Return a check as the formats for machines need it."""
    survey, rulebook = check.survey, check.loaded.rulebook
    in_groups = Counter(each.group for each in survey.submissions)
    record = {
        "rulebook": rulebook.id,
        "rulebook_hash": check.loaded.hash,
        "period": survey.period,
        "files": [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in survey.files],
        "units": {group.id: in_groups[group.id] for group in rulebook.groups},
        "answers": check.answers,
        "standing": check.standing.record(),
        **_evidence(survey),
    }
    files = tuple(each.name for each in survey.files)
    hashes = {each.name: each.sha256 for each in survey.files}
    return Reported("check", check.findings, files, tuple(_suites(check, files)), record, hashes, _subject(check.belonging))


def _evidence(survey: Survey) -> dict[str, object]:
    """Return what became of the evidence, where it was looked for."""
    if survey.evidence is None:
        return {}
    unnamed = [each.name for each in survey.evidence.unnamed]
    told = {"folder": survey.evidence.listing.folder, "files": len(survey.evidence.listing.files)}
    return {"evidence": {**told, "cells": evidence_counts(survey), "unnamed": unnamed}}


def _subject(belonging: Belonging) -> Callable[[Finding], str]:
    """Return what says of a finding which unit and which question it is about: that stays when rows are moved."""

    def subject(found: Finding) -> str:
        question = belonging.question_of(found)
        units = belonging.units_of(found)
        if not question or len(units) != 1:
            return ""
        return json.dumps([*units[0].who, units[0].group, question])

    return subject


def _suites(check: Checked, files: tuple[str, ...]) -> Iterator[Suite]:
    """Yield a suite for each file, with a case for each unit in it and one for the file itself; then one for the units that are missing."""
    in_files: dict[str, list[UnitStanding]] = {}
    for unit in check.standing.units:
        if unit.files:
            in_files.setdefault(unit.files[0], []).append(unit)
    rest = list(check.standing.unclaimed)
    for file in dict.fromkeys([*files, *(each.place.file for each in rest if each.place.file)]):
        cases = [Case(unit.unit, unit.findings) for unit in in_files.get(file, ())]
        own = tuple(each for each in rest if each.place.file == file)
        yield Suite(file, (*cases, Case(file, own)) if own or not cases else tuple(cases))
    missing = tuple(_missing(unit, rest) for unit in check.standing.units if unit.status == "missing")
    named = {id(each) for case in missing for each in case.findings}
    others = tuple(each for each in rest if not each.place.file and id(each) not in named)
    cases = [*missing, *([Case(tr("The survey as a whole"), others)] if others else [])]
    if cases:
        yield Suite(tr("units not received, survey as a whole"), tuple(cases))


def _missing(unit: UnitStanding, rest: list[Finding]) -> Case:
    found = tuple(each for each in rest if named_missing(each) in names_of(unit))
    return Case(unit.unit, found, skipped=tr("Nothing was received from the unit."))
