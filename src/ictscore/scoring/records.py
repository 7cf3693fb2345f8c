"""What scoring gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple

from ictscore.findings import Finding
from ictscore.places import Place
from ictscore.rulebook.criteria import Consequence, Criterion, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.procedure import StageId
from ictscore.rulebook.results import Award
from ictscore.survey.labels.unit_names import Who, who
from ictscore.words import Phrase

Status = Literal["scored", "missing", "not_applicable", "error"]


class CriterionScore(NamedTuple):
    """One criterion of one unit.

    ``exact`` is before rounding; ``points`` is what enters the section. ``max_points`` is the maximum that applied to the unit:
    raised where points were redistributed to it, 0 where it dropped out. Where a
    stage gave the points (``given_by``), ``computed`` is what the formula would have given.
    """

    criterion: Criterion
    status: Status
    points: Fraction
    exact: Fraction
    max_points: Fraction
    given_by: StageId | None = None
    consequence: Consequence | None = None
    reason: Phrase | None = None
    about: tuple[str, ...] = ()
    computed: Fraction | None = None


class SectionScore(NamedTuple):
    """The subtotal of a section; ``exact`` is before rounding."""

    section: Section
    points: Fraction
    exact: Fraction
    max_points: Fraction


@dataclass(frozen=True, slots=True)
class AwardResult:
    """An award a unit is proposed for, or (``undecided``) could be if a tie were decided in its favour."""

    award: Award
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class UnitScore:
    """All points of one unit and how it stands in its group.

    ``total`` is the published total (rounded), ``exact_total`` the one before rounding, both on the scale the rulebook reports;
    ``max_points`` is the maximum that applied, in points; ``percent`` is the share of it that was reached, rounded like the total.
    ``rank`` is None for units that are not ranked; ``unjudged`` are knockouts whose answers are missing.
    """

    unit: str
    group: str
    criteria: tuple[CriterionScore, ...]
    sections: tuple[SectionScore, ...]
    bonus: Fraction
    deducted: Fraction
    exact_total: Fraction
    total: Fraction
    max_points: Fraction
    percent: Fraction
    parent: str | None = None
    place: Place = Place()
    ranked: bool = True
    knocked_out: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    grade: str | None = None
    rank: int | None = None
    tied: bool = False
    awards: tuple[AwardResult, ...] = ()

    @property
    def who(self) -> Who:
        """Return what tells the unit from the others of its group."""
        return who(self.unit, self.parent)

    def criterion(self, identifier: str) -> CriterionScore | None:
        """Return the score of a criterion, or None where it does not apply to the unit's group."""
        return next((each for each in self.criteria if each.criterion.id == identifier), None)

    def section(self, identifier: str) -> SectionScore | None:
        """Return the score of a section, or None where the group has no such section."""
        return next((each for each in self.sections if each.section.id == identifier), None)


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The units of one group, best first; units that are not ranked stand at the end."""

    group: Group
    units: tuple[UnitScore, ...]
    max_points: Fraction
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of a round under one rulebook."""

    groups: tuple[GroupScore, ...]
    stage: StageId
    findings: tuple[Finding, ...] = field(default=())

    def units(self) -> tuple[UnitScore, ...]:
        """Return the units of all groups, group by group."""
        return tuple(unit for group in self.groups for unit in group.units)
