"""The smallest set of changes that reaches a target, found among bounds that hold, and the proof that no smaller one does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.candidates import MOST_TRIED
from ictscore.whatif.options import Count, Price
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import Target
from ictscore.whatif.tighten import wholes_of
from ictscore.whatif.untried import limits_of
from ictscore.whatif.wanted import Wanted, to_reach

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


def smallest(rescorer: Rescorer, target: Target, domains: Domains, price: Price | None = None, at_most: int | None = None) -> Smallest:
    """Return the changes that reach ``target`` and cost least (without a ``price``: the fewest), with at most ``at_most`` of them."""
    wanted = to_reach(rescorer, target, domains)
    if wanted[0].holds(rescorer, {}):
        return Smallest(reached=True, changes={}, weight=ZERO, is_proved=True)
    return _Search(rescorer, wanted, domains, price or Count(wholes_of(rescorer)), at_most).run()


class _Search:
    def __init__(self, rescorer: Rescorer, wanted: Iterable[Wanted], domains: Domains, price: Price, at_most: int | None) -> None:
        self._rescorer, self._price, self._at_most, self._domains = rescorer, price, at_most, domains
        self._attempts = [Attempt(rescorer, each, domains, price, at_most) for each in wanted]

    def run(self) -> Smallest:
        least: Fraction | None = None
        for attempt in self._attempts:
            weight = next((each for each, _ in attempt.candidates.reaching(least)), None)
            least = weight if least is None or (weight is not None and weight < least) else least
        return self._not_reached() if least is None else self._chosen(self._equal(least), least)

    @property
    def _tried(self) -> int:
        return sum(each.candidates.tried for each in self._attempts)

    def _not_reached(self) -> Smallest:
        """Return what comes nearest, and whether it is sure that nothing reaches the target; of single answers only that."""
        nearest = min(self._attempts, key=lambda each: each.lacking)
        changes = {} if self._at_most == 1 else nearest.candidates.nearest()
        cost, is_sure = self._price.of_changes(self._rescorer.values, changes), all(each.is_sure_of_none for each in self._attempts)
        below = None if self._at_most is None or not isinstance(self._price, Count) else Fraction(self._at_most + 1)
        limits = limits_of(self._attempts, self._domains, below) if is_sure else {}
        return Smallest(reached=False, changes=changes, weight=cost, is_proved=is_sure, tried=self._tried, limits=limits)

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
        is_sure = is_least or all(self._is_sure(each, weight) for each in self._attempts)
        cost, tried = self._price.of_changes(self._rescorer.values, chosen), self._tried
        is_all = len(found) < MOST_EQUAL and all(each.candidates.tried < MOST_TRIED for each in self._attempts)
        limits = limits_of(self._attempts, self._domains, self._rounded(weight)) if is_sure and not is_least else {}
        return Smallest(True, chosen, cost, is_sure, len(found), is_all, tried, limits)  # noqa: FBT003 - reached

    def _is_sure(self, attempt: Attempt, weight: Fraction) -> bool:
        """Return whether nothing cheaper was left open."""
        found = attempt.candidates
        return found.is_whole and all(self._rounded(each) >= self._rounded(weight) for each in found.doubts)

    def _rounded(self, weight: Fraction) -> Fraction:
        """Return a cost without the trifles."""
        return Fraction(int(weight)) if isinstance(self._price, Count) else weight
