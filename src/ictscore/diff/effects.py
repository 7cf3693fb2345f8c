"""The impact worked out: both rulebooks scored, every movement shared out, and the newer rulebook scored again without each bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from ictscore.diff.attribution import Attributor, Shares
from ictscore.diff.between import Between
from ictscore.diff.bundles import Bundle, bundles_of
from ictscore.diff.change import Comparison
from ictscore.diff.faults import links_by_faults
from ictscore.diff.impact import GroupImpact, Impact, Standing, UnitImpact, Unscored, standing_of
from ictscore.diff.links import Link
from ictscore.diff.one_sided import one_sided_answers, unscored_criteria
from ictscore.diff.readings import Key, Readings
from ictscore.diff.shapley import ORDERS
from ictscore.diff.switches import Switch
from ictscore.diff.tally import Tally
from ictscore.diff.two_surveys import joined
from ictscore.diff.whole import ORDERS_OF_THE_WHOLE, WholeAttributor, asks_for_totals, has_members
from ictscore.errors import SelfCheckFailed
from ictscore.exact import ZERO
from ictscore.findings import finding
from ictscore.garbage import collector_resting
from ictscore.rulebook.groups import Group
from ictscore.rulebook.model import Rulebook, applies
from ictscore.scoring.assess import assess
from ictscore.scoring.plan import plan_group
from ictscore.scoring.records import Assessment, UnitScore
from ictscore.survey.labels.unit_names import Who

Progress = Callable[[int], None]
Scores = Mapping[Key, UnitScore]


def impact_of(comparison: Comparison, readings: Readings, progress: Progress = lambda _: None) -> Impact:
    """Return what the step from the older to the newer rulebook does to the units of a survey. Pure; no order matters."""
    with collector_resting():
        return _Effects(comparison, readings, progress).impact()


def impact_of_two(comparison: Comparison, older: Readings, newer: Readings, progress: Progress = lambda _: None) -> Impact:
    """Return what moves units from an older survey under the older rulebook to a newer survey under the newer one.

    What the rules do is averaged over the older and the newer answers, what the answers do over the older and the newer rules.
    """
    with collector_resting():
        first = _Effects(comparison, older, progress)
        second = _Effects(comparison, newer, progress, first.links)
        if second.links != first.links:
            first = _Effects(comparison, older, progress, second.links)
        return joined(first.impact(), second.impact())


class _Effects:
    """Works out the impact of one comparison on one survey."""

    def __init__(self, comparison: Comparison, readings: Readings, progress: Progress, links: tuple[Link, ...] = ()) -> None:
        self.comparison, self.readings, self.progress = comparison, readings, progress
        self.old, self.new = comparison.old.rulebook, comparison.new.rulebook
        self.between = Between(self.old, self.new)
        self.before = _by_key(assess(self.old, readings.old, readings.stage))
        self.after = _by_key(assess(self.new, readings.new, readings.stage))
        self._by_totals = asks_for_totals(self.old) or asks_for_totals(self.new)
        self._has_members = has_members(self.old) or has_members(self.new)
        self.bundles: tuple[Bundle, ...] = ()
        self.attributors: dict[str, Attributor | WholeAttributor] = {}
        self.links = links
        self._settle()

    def _settle(self) -> None:
        """Find bundles whose changes can be made one by one: where that leaves somebody without points, they are joined."""
        while True:
            self.bundles = bundles_of(self.comparison.changes, self.old, self.new, self.links)
            tallies = {group: Tally(self.between, self.bundles, self.readings, group) for group in self._groups()}
            more = tuple(link for tally in tallies.values() for link in links_by_faults(tally, self._units(tally.group)))
            if not more:
                break
            self.links += more
        self.attributors = {group: WholeAttributor(tally) if self._by_totals else Attributor(tally) for group, tally in tallies.items()}

    def _groups(self) -> list[str]:
        new = {each.id for each in self.new.groups}
        return [each.id for each in self.old.groups if each.id in new]

    def _units(self, group: str) -> list[Who]:
        """Return the units that are assessed in a group on both sides."""
        both = self.before.keys() & self.after.keys() & self.readings.common
        return sorted(who for identifier, who in both if identifier == group)

    def impact(self) -> Impact:
        """Return it."""
        unscored = unscored_criteria(self.old, self.new, self.readings)
        only_old, only_new = one_sided_answers(self.old, self.new)
        units = {group.id: self._group(group, unscored) for group in self._all_groups()}
        without = self._without()
        groups = tuple(
            GroupImpact(
                group.id, group.name, tuple(replace(each, without=without.get((group.id, each.who), {})) for each in units[group.id])
            )
            for group in self._all_groups()
            if units[group.id]
        )
        drawn = ORDERS_OF_THE_WHOLE if self._by_totals else ORDERS
        return Impact(self.comparison, self.bundles, groups, self.readings.stage, only_old, only_new, unscored, drawn)

    def _all_groups(self) -> Iterable[Group]:
        return {group.id: group for group in (*self.old.groups, *self.new.groups)}.values()

    def _group(self, group: Group, unscored: Sequence[Unscored]) -> list[UnitImpact]:
        keys = sorted(key for key in self.before.keys() | self.after.keys() if key[0] == group.id)
        shared = set(self._units(group.id))
        units = [self._unit(key, unscored, is_shared=key[1] in shared) for key in keys]
        return sorted(units, key=_place)

    def _unit(self, key: Key, unscored: Sequence[Unscored], *, is_shared: bool) -> UnitImpact:
        before, after = self.before.get(key), self.after.get(key)
        known = after or before
        assert known is not None
        impact = UnitImpact(
            unit=known.unit,
            parent=known.parent,
            group=key[0],
            before=None if before is None else standing_of(before),
            after=None if after is None else standing_of(after),
            shares={},
            open=_open(key[0], unscored),
            who=key[1],
        )
        self.progress(1)
        return self._shared(impact) if is_shared else impact

    def _shared(self, impact: UnitImpact) -> UnitImpact:
        before, after = impact.before, impact.after
        assert before is not None
        assert after is not None
        attributor = self.attributors[impact.group]
        shares = attributor.shares(impact.who)
        _check(attributor, impact, shares)
        rounding = (after.total - after.exact) - (before.total - before.exact)
        own = dict(shares.of)
        position = self._rounding_bundle()
        if position is not None and rounding:
            own[position] = own.get(position, ZERO) + rounding
            rounding = ZERO
        otherwise = after.exact - before.exact - shares.total
        return replace(impact, shares=own, rounding=rounding, otherwise=otherwise, maximum=shares.maximum, sampled=shares.sampled)

    def _rounding_bundle(self) -> int | None:
        """Return the bundle that changes how totals are rounded, if there is one."""
        for position, bundle in enumerate(self.bundles):
            if any(each.subject == "rounding" and each.attribute in {"total", "mode"} for each in bundle.changes):
                return position
        return None

    def _without(self) -> dict[Key, dict[int, Standing]]:
        """Return how units would stand under the newer rulebook without each bundle, where that is another rank, grade or award."""
        found: dict[Key, dict[int, Standing]] = {}
        for position in range(len(self.bundles)):
            for key, score in self._scored_without(position).items():
                if key in self.readings.common and key in self.after:
                    standing = standing_of(score)
                    if standing.outcome != standing_of(self.after[key]).outcome:
                        found.setdefault(key, {})[position] = standing
            self.progress(1)
        return found

    def _scored_without(self, position: int) -> Scores:
        groups = [group for group in self._groups() if self._concerns(position, group)]
        if not groups:
            return {}
        applied = frozenset(switch for other, bundle in enumerate(self.bundles) if other != position for switch in bundle.switches)
        book = self.between.rulebook(applied)
        kept = book if self._by_totals else book.model_copy(update={"groups": tuple(self._with_members(book, groups))})
        return _by_key(assess(kept, self.readings.between(applied), self.readings.stage))

    def _with_members(self, book: Rulebook, groups: Sequence[str]) -> Iterable[Group]:
        """Yield these groups, and those whose units are their units' members."""
        members = {name for group in groups for name in plan_group(book, book.group(group)).member_groups} if self._has_members else set()
        return (group for group in book.groups if group.id in members or group.id in groups)

    def _concerns(self, position: int, group: str) -> bool:
        """Return whether a bundle can change a total, a rank, a grade or an award in a group."""
        attributor = self.attributors[group]
        if isinstance(attributor, WholeAttributor) or position in attributor.tally.plan.touched():
            return True
        return any(self._judges(switch, group) for switch in self.bundles[position].switches)

    def _judges(self, switch: Switch, group: str) -> bool:
        if switch.subject in {"grades", "ranking", "rounding", "scale"}:
            return True
        if switch.subject == "group":
            return switch.id == group
        books = (self.old, self.new)
        limits = {
            "award": [each.groups for book in books for each in book.awards if each.id == switch.id],
            "knockout": [each.applies_to for book in books for each in book.knockouts if each.id == switch.id],
        }
        return any(applies(each, group) for each in limits.get(switch.subject, ()))


def _check(attributor: Attributor | WholeAttributor, impact: UnitImpact, shares: Shares) -> None:
    """Raise SelfCheckFailed where shares do not add up to the movement they share out."""
    moved = attributor.exact_total(impact.who, attributor.all) - attributor.exact_total(impact.who, frozenset())
    if shares.total != moved:
        raise SelfCheckFailed(finding("SC204", reason=f"{impact.unit}: {shares.total} ≠ {moved}"))


def _by_key(assessment: Assessment) -> dict[Key, UnitScore]:
    return {(unit.group, unit.who): unit for unit in assessment.units()}


def _place(unit: UnitImpact) -> tuple[bool, int, str, Who]:
    rank = None if unit.after is None else unit.after.rank
    return rank is None, rank or 0, unit.unit, unit.who


def _open(group: str, unscored: Sequence[Unscored]) -> tuple[Fraction, Fraction]:
    sides = [[each.max_points for each in unscored if each.side == side and group in each.groups] for side in ("old", "new")]
    return sum(sides[0], ZERO), sum(sides[1], ZERO)
