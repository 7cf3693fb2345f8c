"""What is told of a result, decided once: published numbers, ranks, grades, awards, basis and origin. No clock, no files."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.findings import Finding
from ictscore.reports.published import published, published_value
from ictscore.rulebook.basis import BasisCount, basis_of_group, basis_of_rulebook
from ictscore.rulebook.criteria import Criterion, Section
from ictscore.rulebook.groups import Group
from ictscore.rulebook.load import LoadedRulebook
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.explain import Books
from ictscore.scoring.ranking import Key
from ictscore.scoring.records import GroupScore, UnitScore
from ictscore.survey.evidence.records import Listing
from ictscore.survey.submission import InputRecord

NO_RANK = "–"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a result comes from: enough to make it again.

    ``options`` are the flags it was asked for with, ``refused`` the files that could not be read, ``evidence`` the files among which
    evidence was looked for.
    """

    rulebook: str
    title: str
    hash: str
    rulebook_files: tuple[tuple[str, str], ...]
    inputs: tuple[InputRecord, ...]
    version: str
    command: str
    stage: StageId
    period: str = ""
    lists: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, bool], ...] = ()
    refused: tuple[InputRecord, ...] = ()
    mapping: tuple[str, str] | None = None
    evidence: Listing | None = None


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """One row of a ranking.

    ``total`` is the published decimal text; ``sections`` those of the sections. ``difference`` is what the shown section points
    (with bonus and deductions) lack to the shown total because of a cap or a floor; None where only the printing rounds them, and where
    the total is on another scale. ``key`` is what it
    was ranked by.
    """

    score: UnitScore
    rank: str
    total: str
    sections: tuple[str, ...]
    grade: str
    awards: tuple[str, ...]
    difference: Fraction | None
    key: Key


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """One group: what its columns are, and its units, best first."""

    group: Group
    sections: tuple[Section, ...]
    section_maxima: tuple[Fraction, ...]
    criteria: tuple[Criterion, ...]
    units: tuple[ToldUnit, ...]
    max_points: Fraction
    basis: BasisCount
    excluded: tuple[str, ...]
    has_bonus: bool
    has_deductions: bool

    @property
    def max_differs(self) -> bool:
        """Return whether a unit has another maximum than the group."""
        return any(each.score.max_points != self.max_points for each in self.units)

    @property
    def has_difference(self) -> bool:
        """Return whether some unit's points do not add up to its total."""
        return any(each.difference is not None for each in self.units)

    @property
    def has_awards(self) -> bool:
        """Return whether somebody is proposed for an award."""
        return any(each.awards for each in self.units)


@dataclass(frozen=True, slots=True)
class Told:
    """A whole result, ready to be drawn."""

    loaded: LoadedRulebook
    groups: tuple[ToldGroup, ...]
    basis: BasisCount
    findings: tuple[Finding, ...]
    origin: Origin
    provisional: bool = False

    @property
    def rulebook(self) -> Rulebook:
        """Return the rulebook everything was scored by."""
        return self.loaded.rulebook


def tell(loaded: LoadedRulebook, books: Books, origin: Origin, findings: tuple[Finding, ...], *, provisional: bool = False) -> Told:
    """Return what is told of an assessment; groups without any unit are left out."""
    groups = tuple(_group(loaded.rulebook, books, each) for each in books.assessment.groups if each.units or each.excluded)
    return Told(loaded, groups, basis_of_rulebook(loaded.rulebook), findings, origin, provisional)


def _group(rulebook: Rulebook, books: Books, group: GroupScore) -> ToldGroup:
    identifier = group.group.id
    extras = rulebook.extras_of(identifier)
    plan = books.plans[identifier]
    return ToldGroup(
        group=group.group,
        sections=tuple(section for section, _ in plan.sections),
        section_maxima=tuple(sum((each.max_points for each in criteria), ZERO) for _, criteria in plan.sections),
        criteria=plan.order,
        units=tuple(_unit(rulebook, each, books.key(each)) for each in group.units),
        max_points=group.max_points,
        basis=basis_of_group(rulebook, identifier),
        excluded=group.excluded,
        has_bonus=any(each is rulebook.bonus for each in extras),
        has_deductions=any(each is rulebook.deductions for each in extras),
    )


def _unit(rulebook: Rulebook, unit: UnitScore, key: Key) -> ToldUnit:
    return ToldUnit(
        score=unit,
        rank=rank_text(unit.rank, tied=unit.tied),
        total=published(unit.total, rulebook.rounding.total),
        sections=tuple(published(each.points, rulebook.rounding.section) for each in unit.sections),
        grade=unit.grade or "",
        awards=tuple(f"{each.award.name}{' ?' if each.undecided else ''}" for each in unit.awards),
        difference=_difference(rulebook, unit),
        key=key,
    )


def rank_text(rank: int | None, *, tied: bool) -> str:
    """Return a rank for reading: ``2``, ``2=`` when it is shared, a dash when there is none."""
    return NO_RANK if rank is None else f"{rank}{'=' if tied else ''}"


def _difference(rulebook: Rulebook, unit: UnitScore) -> Fraction | None:
    points = sum((each.points for each in unit.sections), unit.bonus - unit.deducted)
    if unit.exact_total == points or _is_converted(rulebook, unit):
        return None
    shown = sum((published_value(each.points, rulebook.rounding.section) for each in unit.sections), ZERO)
    shown += published_value(unit.bonus, None) - published_value(unit.deducted, None)
    difference = published_value(unit.total, rulebook.rounding.total) - shown
    return difference or None


def _is_converted(rulebook: Rulebook, unit: UnitScore) -> bool:
    """Return whether the total is on another scale than the points."""
    scale = rulebook.scale
    reported = scale.out_of if scale.out_of is not None else Fraction(100) if scale.result == "percent" else unit.max_points
    return reported != unit.max_points
