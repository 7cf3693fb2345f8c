"""Changes that reach what is wanted, the cheapest first: combinations looked at closer and closer, then scored by the engine."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.whatif.combine import Combination, brings, combinations, fronts_of, merged, most_within
from ictscore.whatif.effort import USUAL, Doubt, Effort
from ictscore.whatif.options import TRIFLE, AnyOption, Count, Option, Price, offers_of
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.wanted import Wanted

MOST_VALUES = 64
"""Where no sum tells what a set of answers gives, up to so many values of it are scored one by one."""


class Candidates:
    """All that can be tried, and how far: ``tried`` combinations were scored, ``doubts`` say what was left open."""

    def __init__(self, rescorer: Rescorer, wanted: Wanted, price: Price, at_most: int | None, effort: Effort = USUAL) -> None:
        """Offer every set of at most ``at_most`` answers."""
        self._rescorer, self._wanted, self._price, self._at_most, self._effort = rescorer, wanted, price, at_most, effort
        offers = [offers_of(each, price, at_most, effort) for each in wanted.problem.clusters]
        self.doubts: list[Doubt] = [each.left for each in offers if each.left is not None]
        for each, cluster in zip(offers, wanted.problem.clusters, strict=True):
            if each.beaten is not None and not wanted.is_of_points(rescorer, frozenset(cluster.answers)):
                self.doubts.append(Doubt(each.beaten, "scoring"))
        if wanted.problem.unbounded is not None:
            self.doubts.append(Doubt(ZERO, wanted.problem.unbounded))
        self._options: list[Sequence[AnyOption]] = [each.options for each in offers]
        self.offered: list[Sequence[AnyOption]] = [(*each.options, *each.useless) for each in offers]
        self._domains = {name: each for cluster in wanted.problem.clusters for name, each in cluster.domains.items()}
        self._turning = None if wanted.turning is None else replace(wanted.turning, effort=effort)
        self._left = effort.tried // 4
        self.tried = 0

    @property
    def is_spent(self) -> bool:
        """Return whether as many combinations were scored as may be."""
        return self.tried >= self._effort.tried

    def reaching(self, limit: Fraction | None = None) -> Iterator[tuple[Fraction, Changes]]:
        """Yield changes that reach the target with their cost, the cheapest first, as long as they cost no more than ``limit``."""
        for weight, combination in self._cheapest(limit):
            if limit is not None and weight > limit:
                return
            if self.is_spent:
                self.doubts.append(Doubt(weight, "tried"))
                return
            changes = self._settle(weight, combination)
            if changes is not None:
                yield weight, changes

    def nearest(self) -> Changes:
        """Return the changes that bring the most, whether or not that is enough."""
        limit = self._at_most + 1 - Fraction(1, TRIFLE) if self._at_most is not None and isinstance(self._price, Count) else None
        for _ in range(self._effort.tried):
            wanted = most_within(fronts_of(self._options)[0], limit)
            _, combination = next(combinations(self._options, ZERO if wanted is None else wanted), (ZERO, ()))
            if wanted is None or not combination:
                break
            open_ = [each for each in combination if not each.is_exact]
            before = [each.most for each in open_]
            for each in open_:
                each.seek(None)
            if before == [each.most for each in open_]:
                return merged(combination, self._rescorer.values)
        return {}

    def _cheapest(self, limit: Fraction | None) -> Iterator[tuple[Fraction, Combination]]:
        """Yield combinations that bring enough, the cheapest first; those that cost more than ``limit`` are not looked at closely."""
        if self._at_most == 1:
            yield from ((each, combination) for each, combination in self._singles() if self._close_enough(each, combination))
        else:
            yield from self._together(limit)

    def _singles(self) -> list[tuple[Fraction, Combination]]:
        """Return every option of one answer, with nothing done elsewhere, where that is allowed."""
        nothing = [next((each for each in options if not each.answers), None) for options in self._options]
        found = []
        for index, options in enumerate(self._options):
            rest = (*nothing[:index], *nothing[index + 1 :])
            if None not in rest:
                kept = tuple(each for each in rest if each is not None)
                found += [(each.weight, (each, *kept)) for each in options if len(each.answers) == 1]
        return sorted(found, key=lambda each: each[0])

    def _together(self, limit: Fraction | None) -> Iterator[tuple[Fraction, Combination]]:
        """Yield combinations, the cheapest first; begin anew when several turned out to bring less than they seemed to."""
        done: set[tuple[int, ...]] = set()
        begun = True
        while begun:
            begun = False
            for weight, combination in combinations(self._options, self._wanted.problem.lacking):
                is_too_much = self._at_most is not None and sum(len(each.answers) for each in combination) > self._at_most
                if (is_too_much and isinstance(self._price, Count)) or (limit is not None and weight > limit):
                    return
                key = tuple(id(each) for each in combination)
                if key in done or is_too_much:
                    continue
                done.add(key)
                before = [each.most for each in combination]
                if self._close_enough(weight, combination):
                    yield weight, combination
                elif before != [each.most for each in combination]:
                    begun = True
                    break

    def _close_enough(self, weight: Fraction, combination: Combination) -> bool:
        """Look closer at a combination until it is known to bring enough, or not to."""
        found = brings(combination, self._wanted.problem.lacking)
        if found is None:
            self.doubts.append(Doubt(weight, "boxes"))
        return bool(found)

    def _settle(self, weight: Fraction, combination: Combination) -> Changes | None:
        """Return changes that really reach the target, or None."""
        self.tried += 1
        changes = merged(combination, self._rescorer.values)
        if self._wanted.holds(self._rescorer, changes):
            return changes
        for each in combination:
            each.seek(None)
        changes = merged(combination, self._rescorer.values)
        if self._wanted.holds(self._rescorer, changes):
            return changes
        answers = frozenset(name for each in combination for name in each.answers)
        is_known = self._wanted.is_plain(self._rescorer, answers) and all(each.is_exact for each in combination)
        if not answers or (is_known and self._rescorer.is_sound(changes, self._rescorer.alone(changes))):
            return None
        found = self._by_every_value(combination)
        if found is None:
            found = self._by_turning(combination)
        if found is None:
            self.doubts.append(Doubt(weight, "scoring"))
        return found or None

    def _by_every_value(self, combination: Combination) -> Changes | None:
        """Return values of the same answers that reach the target, nothing where none do; None where they are too many to be scored."""
        names = [name for each in combination if isinstance(each, Option) for name in each.answers]
        is_open = all(isinstance(each, Option) or not each.answers for each in combination)
        many = math.prod(self._domains[name].size for name in names)
        if not is_open or many > min(MOST_VALUES, self._left):
            return None
        self._left -= many
        before = self._rescorer.values
        values = [[each for each in self._domains[name].values() if each != before.get(name)] for name in names]
        tried = (dict(zip(names, each, strict=True)) for each in itertools.product(*values))
        return next((each for each in tried if self._wanted.holds(self._rescorer, each)), {})

    def _by_turning(self, combination: Combination) -> Changes | None:
        """Return the same where criteria may turn out otherwise, case by case."""
        turning, chosen = self._turning, [each for each in combination if each.answers]
        if turning is None or not all(isinstance(each, Option) for each in chosen):
            return None
        return turning.decided([each.answers for each in chosen], lambda changes: self._wanted.holds(self._rescorer, changes))
