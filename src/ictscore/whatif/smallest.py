"""The smallest set of changes that reaches a target, found among bounds that hold, and the proof that no smaller one does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from ictscore.exact import ZERO
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.domains import staying
from ictscore.whatif.effort import USUAL, Doubt, Effort, Why
from ictscore.whatif.every import Every, every_combination
from ictscore.whatif.options import Count, Price
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import Target
from ictscore.whatif.tighten import wholes_of
from ictscore.whatif.untried import limits_of
from ictscore.whatif.wanted import to_reach

MOST_EQUAL = 40
"""Of how many equally small sets the one with the least change is taken."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """What was found. ``is_proved``: no smaller set reaches the target, or, without ``reached``, none (of ``at_most``) does.

    Without ``reached``, ``changes`` are those that come nearest. ``equal`` is how many equally small sets were weighed against each
    other, ``is_all_equal`` whether these were all. ``tried`` counts the combinations that were scored.
    """

    reached: bool
    changes: Changes
    weight: Fraction
    is_proved: bool
    equal: int = 0
    is_all_equal: bool = True
    tried: int = 0
    limits: Domains = field(default_factory=dict)
    """The answers within whose values that were tried what is proved holds; values of them beyond those might do it after all."""
    doubts: tuple[Doubt, ...] = ()
    """What was left open, where the whole is not proved; of each reason the cheapest."""

    @property
    def below(self) -> Fraction:
        """Return below which cost everything is decided, where the whole is not proved."""
        return min((each.cost for each in self.doubts), default=ZERO)


def smallest(  # noqa: PLR0913, PLR0917 - all that a search is given
    rescorer: Rescorer, target: Target, domains: Domains, price: Price | None = None, at_most: int | None = None, effort: Effort = USUAL
) -> Smallest:
    """Return the changes that reach ``target`` and cost least (without a ``price``: the fewest), with at most ``at_most`` of them."""
    wanted = to_reach(rescorer, target, domains, effort)
    if wanted[0].holds(rescorer, {}):
        return Smallest(reached=True, changes={}, weight=ZERO, is_proved=True)
    used = price or Count(wholes_of(rescorer))
    attempts = [Attempt(rescorer, each, domains, used, at_most, effort) for each in wanted]
    search = _Search(rescorer, attempts, domains, used, at_most)
    found = search.run()
    if price is None or found.is_proved:
        return found
    holds = partial(replace(wanted[0], place=None).holds, rescorer)
    within = found.weight if found.reached else None
    every = every_combination(rescorer, price, domains, holds, within=within, at_most=at_most, most=effort.priced)
    return found if every is None else search.settled(found, every)


class _Search:
    def __init__(self, rescorer: Rescorer, attempts: Sequence[Attempt], domains: Domains, price: Price, at_most: int | None) -> None:
        self._rescorer, self._price, self._at_most, self._domains = rescorer, price, at_most, domains
        self._attempts = attempts

    def run(self) -> Smallest:
        least: tuple[Fraction, Attempt, Changes] | None = None
        for attempt in sorted(self._attempts, key=lambda each: each.lacking):  # what is found soon limits what follows
            found = next(attempt.candidates.reaching(None if least is None else least[0]), None)
            if found is not None and (least is None or found[0] < least[0]):
                least = (found[0], attempt, found[1])
        if least is None:
            return self._not_reached()
        weight, attempt, changes = least
        return self._chosen(self._equal(weight) or [(attempt, changes)], weight)

    def settled(self, found: Smallest, every: Every) -> Smallest:
        """Return what was found, proved or bettered by what scoring every combination found."""
        open_ = {name: each for name, each in self._domains.items() if each.untried}
        proved = replace(found, is_proved=True, doubts=(), limits={**open_, **staying(self._rescorer)}, tried=found.tried + every.tried)
        if every.weight is None:
            return found if found.reached else proved
        if found.reached and every.weight == found.weight:
            return proved
        attempt = self._attempts[0]
        chosen = min(every.changes, key=attempt.tightener.preference)
        attempt.check(chosen)
        equal = len({frozenset(each) for each in every.changes})
        return replace(proved, reached=True, changes=chosen, weight=every.weight, equal=equal, is_all_equal=True)

    @property
    def _tried(self) -> int:
        return sum(each.candidates.tried for each in self._attempts)

    def _not_reached(self) -> Smallest:
        """Return what comes nearest, and whether it is sure that nothing reaches the target; of single answers only that."""
        nearest = min(self._attempts, key=lambda each: each.lacking)
        changes = {} if self._at_most == 1 else nearest.candidates.nearest()
        cost, doubts = self._price.of_changes(self._rescorer.values, changes), self._doubts(None)
        below = None if self._at_most is None or not isinstance(self._price, Count) else Fraction(self._at_most + 1)
        limits = self._limits(below, doubts)
        return Smallest(reached=False, changes=changes, weight=cost, is_proved=not doubts, tried=self._tried, limits=limits, doubts=doubts)

    def _equal(self, weight: Fraction) -> list[tuple[Attempt, Changes]]:
        """Return changes of the least cost, each set of answers once."""
        found: dict[tuple[str, ...], tuple[Attempt, Changes]] = {}
        for attempt in self._attempts:
            for _, changes in attempt.candidates.reaching(weight):
                found.setdefault(tuple(sorted(changes)), (attempt, changes))
                if len(found) >= MOST_EQUAL:
                    return list(found.values())
        return list(found.values())

    def _chosen(self, found: list[tuple[Attempt, Changes]], weight: Fraction) -> Smallest:
        attempt, rough = min(found, key=lambda each: each[0].tightener.preference(each[0].tightener.tightened(each[1])))
        chosen = attempt.tightener.freely(attempt.made_small(rough))
        attempt.check(chosen)
        is_least = isinstance(self._price, Count) and len(chosen) == 1  # without any change it was tried
        doubts = () if is_least else self._doubts(self._rounded(weight))
        cost, tried = self._price.of_changes(self._rescorer.values, chosen), self._tried
        is_all = len(found) < MOST_EQUAL and not any(each.candidates.is_spent for each in self._attempts)
        limits = {} if is_least else self._limits(self._rounded(weight), doubts)
        return Smallest(True, chosen, cost, not doubts, len(found), is_all, tried, limits, doubts)  # noqa: FBT003 - reached

    def _doubts(self, below: Fraction | None) -> tuple[Doubt, ...]:
        """Return what was left open that costs less than ``below`` (None: whatever it costs), of each reason the cheapest."""
        found: dict[Why, Fraction] = {}
        for each in (doubt for attempt in self._attempts for doubt in attempt.candidates.doubts):
            cost = self._rounded(each.cost)
            if below is None or cost < below:
                found[each.why] = min(cost, found.get(each.why, cost))
        return tuple(Doubt(cost, why) for why, cost in sorted(found.items(), key=lambda each: each[1]))

    def _limits(self, below: Fraction | None, doubts: Sequence[Doubt]) -> Domains:
        """Return within which values that were tried everything is decided that costs less than ``below``, or than what is in doubt."""
        least = min((each.cost for each in doubts), default=below)
        return {} if least == 0 else {**limits_of(self._attempts, self._domains, least), **staying(self._rescorer)}

    def _rounded(self, weight: Fraction) -> Fraction:
        """Return a cost without the trifles."""
        return Fraction(int(weight)) if isinstance(self._price, Count) else weight
