"""The smallest set of changes that reaches a target, found among bounds that hold, and the proof that no smaller one does."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ictscore.errors import SelfCheckFailed
from ictscore.exact import ZERO
from ictscore.findings import finding
from ictscore.whatif.candidates import MOST_TRIED, Candidates
from ictscore.whatif.options import Count, Price
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import Target, reached
from ictscore.whatif.tighten import Tightener, wholes_of
from ictscore.whatif.wanted import Domains, Wanted, to_lose, to_reach

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


def smallest(
    rescorer: Rescorer, target: Target, domains: Domains, price: Price | None = None, at_most: int | None = None
) -> Smallest:
    """Return the changes that reach ``target`` and cost least (without a ``price``: the fewest), with at most ``at_most`` of them."""
    wanted = to_reach(rescorer, target, domains)
    return _Search(rescorer, wanted, domains, price or Count(wholes_of(rescorer)), at_most).run()


def smallest_loss(rescorer: Rescorer, target: Target, domains: Domains, at_most: int) -> Smallest:
    """Return the fewest changes with which a unit that has ``target`` loses it, because it has fewer points."""
    wanted = to_lose(rescorer, target, domains)
    if wanted is None:
        return Smallest(reached=False, changes={}, weight=ZERO, is_proved=False)
    return _Search(rescorer, wanted, domains, Count(wholes_of(rescorer)), at_most).run()


class _Search:
    def __init__(self, rescorer: Rescorer, wanted: Wanted, domains: Domains, price: Price, at_most: int | None) -> None:
        self._rescorer, self._wanted, self._price, self._at_most = rescorer, wanted, price, at_most
        self._problem = wanted.problem
        self._candidates = Candidates(rescorer, wanted, price, at_most)
        self._tightener = Tightener(rescorer, self._problem, domains, self._holds)

    def run(self) -> Smallest:
        if self._holds({}):
            return Smallest(reached=True, changes={}, weight=ZERO, is_proved=True)
        weight = next((each for each, _ in self._candidates.reaching()), None)
        return self._not_reached() if weight is None else self._chosen(self._equal(weight), weight)

    def _not_reached(self) -> Smallest:
        """Return what comes nearest, and whether it is sure that nothing reaches the target; of single answers only that."""
        found = self._candidates
        is_sure = found.is_whole and not found.doubts and (self._problem.sums_hold or not self._wanted.loses)
        changes = {} if self._at_most == 1 else found.nearest()
        cost = self._price.of_changes(self._rescorer.values, changes)
        return Smallest(reached=False, changes=changes, weight=cost, is_proved=is_sure, tried=found.tried)

    def _equal(self, weight: Fraction) -> list[Changes]:
        """Return changes of the least cost."""
        found: list[Changes] = []
        for each, changes in self._candidates.reaching():
            if each > weight or len(found) >= MOST_EQUAL:
                break
            found.append(changes)
        return found

    def _chosen(self, found: list[Changes], weight: Fraction) -> Smallest:
        chosen = self._checked(min(found, key=lambda each: self._tightener.preference(self._tightener.tightened(each))))
        unit = self._rescorer.unit_in(self._rescorer.assess(chosen))
        if reached(self._wanted.target, self._rescorer.rulebook, unit) == self._wanted.loses:
            raise SelfCheckFailed(finding("SC204", reason=", ".join(chosen)))
        is_least = isinstance(self._price, Count) and len(chosen) == 1  # without any change it was tried
        doubts = [self._rounded(each) for each in self._candidates.doubts]
        is_sure = is_least or (self._candidates.is_whole and all(each >= self._rounded(weight) for each in doubts))
        cost, tried = self._price.of_changes(self._rescorer.values, chosen), self._candidates.tried
        is_all = len(found) < MOST_EQUAL and tried < MOST_TRIED
        return Smallest(True, chosen, cost, is_sure, len(found), is_all, tried)  # noqa: FBT003 - reached

    def _rounded(self, weight: Fraction) -> Fraction:
        """Return a cost without the trifles."""
        return Fraction(int(weight)) if isinstance(self._price, Count) else weight

    def _checked(self, changes: Changes) -> Changes:
        """Return the chosen changes made smaller; where sums do not tell, by scoring everybody anew at every step."""
        smaller = self._tightener.tightened(changes)
        if self._problem.sums_hold and not self._rescorer.measures_others(changes) and self._holds(smaller):
            return smaller
        return self._tightener.surely(smaller if self._holds(smaller) else changes)

    def _holds(self, changes: Changes) -> bool:
        return self._wanted.holds(self._rescorer, changes)
