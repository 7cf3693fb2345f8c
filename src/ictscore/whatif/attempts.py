"""One way to what is wanted, tried: candidates, made no larger than they must be, and checked by scoring everybody anew."""

from __future__ import annotations

from fractions import Fraction

from ictscore.errors import SelfCheckFailed
from ictscore.findings import finding
from ictscore.whatif.candidates import Candidates
from ictscore.whatif.clusters import Cluster
from ictscore.whatif.effort import USUAL, Effort
from ictscore.whatif.options import Price
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.targets import reached
from ictscore.whatif.tighten import Tightener
from ictscore.whatif.wanted import Wanted


class Attempt:
    """One way to what is wanted: its candidates, and how their changes are made smaller."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a search is given
        self, rescorer: Rescorer, wanted: Wanted, domains: Domains, price: Price, at_most: int | None, effort: Effort = USUAL
    ) -> None:
        """Prepare; nothing is tried yet."""
        self._rescorer, self._wanted = rescorer, wanted
        self.candidates = Candidates(rescorer, wanted, price, at_most, effort)
        self.tightener = Tightener(rescorer, wanted.problem, domains, self.holds)

    def holds(self, changes: Changes) -> bool:
        """Return whether changes really do it."""
        return self._wanted.holds(self._rescorer, changes)

    def check(self, changes: Changes) -> None:
        """Score everybody anew with changes that were chosen. Raises SelfCheckFailed where they do not do it after all."""
        unit = self._rescorer.unit_in(self._rescorer.assess(changes))
        if reached(self._wanted.target, self._rescorer.rulebook, unit) == self._wanted.loses:
            raise SelfCheckFailed(finding("SC204", reason=", ".join(changes)))

    @property
    def is_sure_of_none(self) -> bool:
        """Return whether everything was looked at, and no doubt is left."""
        return not self.candidates.doubts

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters of answers that are looked at together."""
        return self._wanted.problem.clusters

    @property
    def lacking(self) -> Fraction:
        """Return how far the unit is from what is wanted."""
        return self._wanted.problem.lacking

    def made_small(self, changes: Changes) -> Changes:
        """Return changes made no larger than they must be; where sums do not tell, by scoring everybody anew at every step."""
        smaller = self.tightener.tightened(changes)
        problem = self._wanted.problem
        told_by_sums = problem.sums_hold and not problem.slack and not self._rescorer.measures_others(changes)
        if told_by_sums and self.holds(smaller):
            return smaller
        return self.tightener.surely(smaller if self.holds(smaller) else changes)
