"""One criterion proved: its formula read as intervals, and what trying it out showed."""

from __future__ import annotations

from dataclasses import dataclass

from ictscore.exact import ZERO
from ictscore.expr.branches import Branch
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.proofs.search import LeafSearch, Tried
from ictscore.rulebook.criteria import Criterion
from ictscore.rulebook.draft import Path
from ictscore.scoring.plan import Leaf


@dataclass(frozen=True, slots=True)
class ProvedLeaf:
    """A criterion with a formula: where it stands, the groups it applies to in this way, its interval, and what trying showed.

    Where policies hold for some groups only, a criterion is proved once for each set of them. ``taken`` are the branches that could not be
    ruled out.
    """

    criterion: Criterion
    path: Path
    groups: tuple[str, ...]
    leaf: Leaf
    possible: Possible
    taken: frozenset[Branch]
    search: LeafSearch
    assumes: bool

    @property
    def group(self) -> str:
        """Return the group its examples are made up in."""
        return self.groups[0]

    @property
    def range(self) -> Range:
        """Return the points the formula can give where it gives any."""
        empty = Range(ZERO, ZERO, low_open=True, high_open=True)
        return self.possible.numbers if self.possible.numbers is not None else empty

    @property
    def given(self) -> Range:
        """Return the points it can give at all: by its formula, or in full or none where a policy says so."""
        found, most = self.range, self.criterion.max_points
        ends = {"full": most, "zero": ZERO}
        for points in (ends[policy.then] for policy in self.leaf.policies if policy.then in ends):
            found = Range(points, points) if found.is_empty else found.join(Range(points, points))
        return found

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
        """Return whether answers were found for both ends of all it can give: then it is exact."""
        ends = {each.points for each in self.search.tried if each.status == "scored" or self._is_by_policy(each)}
        return {self.given.low, self.given.high} <= ends

    def _is_by_policy(self, tried: Tried) -> bool:
        """Return whether the points surely come from a policy that counts the criterion (in full, or as 0): dropped it would show 0 too."""
        policies = self.leaf.policies
        return tried.status == "not_applicable" and bool(policies) and all(policy.then in {"full", "zero"} for policy in policies)

    @property
    def redistributes(self) -> bool:
        """Return whether a policy can hand its maximum on to others: these then give more than their formulas do."""
        return any(policy.then.startswith("redistribute") for policy in self.leaf.policies)

    @property
    def can_drop(self) -> bool:
        """Return whether it can leave the maximum: by a policy, or because its formula says so and no policy says otherwise."""
        if any(policy.then not in {"full", "zero"} for policy in self.leaf.policies):
            return True
        return not self.leaf.policies and "not_applicable" in self.possible.blanks
