"""What a change of rules does to people: every unit before and after, what moved it by how much, and where it would stand without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.diff.bundles import Bundle
from ictscore.diff.change import Comparison
from ictscore.diff.shapley import ORDERS
from ictscore.exact import ZERO
from ictscore.rulebook.procedure import StageId
from ictscore.scoring.records import UnitScore
from ictscore.survey.labels.unit_names import Who


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit stands under one rulebook; awards are ids, with ``?`` behind those that are open."""

    total: Fraction
    exact: Fraction
    rank: int | None
    tied: bool
    grade: str | None
    awards: tuple[str, ...]

    @property
    def outcome(self) -> tuple[int | None, str | None, tuple[str, ...]]:
        """Return what people are told beside the total: rank, grade and awards."""
        return self.rank, self.grade, self.awards


def standing_of(score: UnitScore) -> Standing:
    """Return how a scored unit stands."""
    awards = tuple(f"{each.award.id}{'?' if each.undecided else ''}" for each in score.awards)
    return Standing(score.total, score.exact_total, score.rank, score.tied, score.grade, awards)


@dataclass(frozen=True, slots=True)
class Orders:
    """The two ways from one year to the next: first the rules and then the answers, or the other way round.

    ``old_answers`` are the published totals of the older answers under the older and under the newer rules, ``new_answers`` those of the
    newer answers.
    """

    old_answers: tuple[Fraction, Fraction]
    new_answers: tuple[Fraction, Fraction]

    @property
    def rules(self) -> Fraction:
        """Return what the rules do, averaged over both orders."""
        return (self.old_answers[1] - self.old_answers[0] + self.new_answers[1] - self.new_answers[0]) / 2

    @property
    def answers(self) -> Fraction:
        """Return what the answers do, averaged over both orders."""
        return (self.new_answers[0] - self.old_answers[0] + self.new_answers[1] - self.old_answers[1]) / 2


@dataclass(frozen=True, slots=True)
class UnitImpact:
    """What happens to one unit.

    ``before`` or ``after`` is None where it is not assessed in this group on that side; then nothing is shared out. ``shares`` go by the
    position of the bundle; with ``maximum`` (another maximum applies), ``rounding`` (what rounding the totals adds), ``otherwise`` (other
    units to be measured by, answers read otherwise) and ``answers`` (other answers in a second survey, see ``orders``) they add up to the
    difference of the published totals. ``without`` says how it would stand under the newer rulebook without a bundle, where that is
    another rank, grade or award. ``open`` are the most points of criteria that cannot be scored on one side, because the survey holds no
    answer to what only that side asks.
    """

    unit: str
    parent: str | None
    group: str
    before: Standing | None
    after: Standing | None
    shares: Mapping[int, Fraction]
    maximum: Fraction = ZERO
    rounding: Fraction = ZERO
    otherwise: Fraction = ZERO
    answers: Fraction = ZERO
    orders: Orders | None = None
    sampled: bool = False
    without: Mapping[int, Standing] | None = None
    open: tuple[Fraction, Fraction] = (ZERO, ZERO)
    who: Who = ("", "")

    @property
    def movement(self) -> Fraction | None:
        """Return by how much the published total changes, or None where there is only one."""
        return None if self.before is None or self.after is None else self.after.total - self.before.total


@dataclass(frozen=True, slots=True)
class Passing:
    """One unit passes another: by how much it leads before and after (exact totals), and what each bundle did to the lead."""

    unit: str
    passed: str
    lead_before: Fraction
    lead_after: Fraction
    by: tuple[tuple[int, Fraction], ...]


@dataclass(frozen=True, slots=True)
class GroupImpact:
    """What happens to the units of one group, by their rank under the newer rulebook."""

    id: str
    name: str
    units: tuple[UnitImpact, ...]

    def passings(self) -> Iterator[Passing]:
        """Yield every pair whose order changes, the one that gains first, by the ranks after."""
        placed = [each for each in self.units if _rank(each.before) is not None and _rank(each.after) is not None]
        for first in placed:
            for second in placed:
                if _was_behind(first, second) and _is_ahead(first, second):
                    yield _passing(first, second)

    def passings_of(self, unit: UnitImpact) -> tuple[list[UnitImpact], list[UnitImpact]]:
        """Return whom a unit passes, and who passes it."""
        placed = [each for each in self.units if _rank(each.before) is not None and _rank(each.after) is not None]
        if unit not in placed:
            return [], []
        passes = [each for each in placed if _was_behind(unit, each) and _is_ahead(unit, each)]
        return passes, [each for each in placed if _was_behind(each, unit) and _is_ahead(each, unit)]


def _rank(standing: Standing | None) -> int | None:
    return None if standing is None else standing.rank


def _was_behind(first: UnitImpact, second: UnitImpact) -> bool:
    return (_rank(first.before) or 0) > (_rank(second.before) or 0)


def _is_ahead(first: UnitImpact, second: UnitImpact) -> bool:
    return (_rank(first.after) or 0) < (_rank(second.after) or 0)


def _passing(first: UnitImpact, second: UnitImpact) -> Passing:
    assert first.before is not None
    assert first.after is not None
    assert second.before is not None
    assert second.after is not None
    return Passing(
        first.unit,
        second.unit,
        first.before.exact - second.before.exact,
        first.after.exact - second.after.exact,
        gains_over(first, second),
    )


def gains_over(first: UnitImpact, second: UnitImpact) -> tuple[tuple[int, Fraction], ...]:
    """Return what each bundle gives the first unit more than the second, the largest gain first."""
    positions = sorted(first.shares.keys() | second.shares.keys())
    gains = [(position, first.shares.get(position, ZERO) - second.shares.get(position, ZERO)) for position in positions]
    return tuple(sorted((each for each in gains if each[1]), key=lambda each: (-each[1], each[0])))


@dataclass(frozen=True, slots=True)
class Unscored:
    """A criterion that cannot be scored on one side: the survey holds no answer to what only that side asks.

    ``survey`` says which survey where there are two: ``old`` or ``new``.
    """

    side: str
    criterion: str
    name: str
    max_points: Fraction
    answers: tuple[str, ...]
    groups: tuple[str, ...]
    survey: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """Two rulebooks and what the step from one to the other does to the units of a survey."""

    comparison: Comparison
    bundles: tuple[Bundle, ...]
    groups: tuple[GroupImpact, ...]
    stage: StageId
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    unscored: tuple[Unscored, ...] = ()
    drawn: int = ORDERS
    """How many orders are drawn where shares are sampled."""

    def units(self) -> Iterable[UnitImpact]:
        """Yield the units of all groups."""
        for group in self.groups:
            yield from group.units

    @property
    def is_sampled(self) -> bool:
        """Return whether some shares were sampled."""
        return any(each.sampled for each in self.units())
