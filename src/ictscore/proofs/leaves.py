"""One criterion proved: its formula read as intervals, and what trying it out showed."""

from __future__ import annotations

from dataclasses import dataclass

from ictscore.exact import ZERO
from ictscore.expr.branches import Branch
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.search import LeafSearch
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Path
from ictscore.scoring.plan import Leaf


@dataclass(frozen=True, slots=True)
class ProvedLeaf:
    """A criterion with a formula: where it stands, the first group it applies to, its interval, and what trying showed.

    ``taken`` are the branches that could not be ruled out.
    """

    criterion: Criterion
    path: Path
    group: str
    leaf: Leaf
    possible: Possible
    taken: frozenset[Branch]
    search: LeafSearch
    assumes: bool

    @property
    def range(self) -> Range:
        """Return the points the formula can give where it gives any."""
        empty = Range(ZERO, ZERO, low_open=True, high_open=True)
        return self.possible.numbers if self.possible.numbers is not None else empty

    @property
    def given(self) -> Range:
        """Return the points it can give at all: by its formula, or in full where a policy says so."""
        most = self.criterion.max_points
        return self.range.join(Range(most, most)) if self.can_be_full else self.range

    @property
    def is_inside(self) -> bool:
        """Return whether it is proved that no points lie outside the criterion's bounds."""
        return self.range.within(self.criterion.min_points, self.criterion.max_points)

    @property
    def counted(self) -> Range:
        """Return the points that can enter the section: inside the bounds, or 0 (or the least above 0) for what is not scored."""
        low, high = self.criterion.min_points, self.criterion.max_points
        scored = self.range.meet(Range(low, high))
        blank = max(ZERO, low)
        unscored = Range(min(low, ZERO) if scored.is_empty else ZERO, high if self.can_be_full else blank)
        return unscored if scored.is_empty else scored.join(unscored)

    @property
    def can_be_full(self) -> bool:
        """Return whether a policy can give the maximum, whatever the formula can reach."""
        return any(policy.then == "full" for policy in self.leaf.policies)

    @property
    def is_reached(self) -> bool:
        """Return whether answers were found for both ends of the range: then it is exact."""
        most, least = self.search.most(), self.search.least()
        return most is not None and least is not None and most.points == self.range.high and least.points == self.range.low

    @property
    def can_drop(self) -> bool:
        """Return whether it can leave the maximum: by a policy, or because its formula says so and no policy says otherwise."""
        if any(policy.then not in {"full", "zero"} for policy in self.leaf.policies):
            return True
        return not self.leaf.policies and "not_applicable" in self.possible.blanks
