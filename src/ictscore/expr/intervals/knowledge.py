"""What is known on the way into a branch: ranges of expressions, texts and truths of answers, and which expression is at most which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ictscore.expr.intervals.possible import EITHER, IMPOSSIBLE, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.nodes import Expr


@dataclass(frozen=True, slots=True)
class Knowledge:
    """``answers`` by id; ``points`` of criteria and ``sections``; ``ranges`` and ``truths`` hold what conditions on the way have shown.

    ``everyone`` is what the answers of any other unit may be, whatever was shown of this one.
    ``scored`` says that ``points`` and ``sections`` are all there are, each with a value: what is not among them does not apply.
    ``at_most`` are pairs of expressions of which the first is never more than the second; with True it is always less.
    """

    answers: Mapping[str, Possible]
    points: Mapping[str, Range] = field(default_factory=dict)
    sections: Mapping[str, Range] = field(default_factory=dict)
    measures: Mapping[str, Range] = field(default_factory=dict)
    ranges: Mapping[Expr, Range] = field(default_factory=dict)
    truths: Mapping[Expr, bool] = field(default_factory=dict)
    at_most: Mapping[tuple[Expr, Expr], bool] = field(default_factory=dict)
    everyone: Mapping[str, Possible] = field(default_factory=dict)
    scored: bool = False

    def with_range(self, expr: Expr, seen: Range) -> Knowledge:
        """Return this and that ``expr`` lies in ``seen``."""
        old = self.ranges.get(expr)
        return replace(self, ranges={**self.ranges, expr: seen if old is None else old.meet(seen)})

    def with_truth(self, expr: Expr, truth: bool) -> Knowledge:  # noqa: FBT001
        """Return this and that a condition holds or not."""
        return replace(self, truths={**self.truths, expr: truth})

    def with_order(self, less: Expr, more: Expr, *, strict: bool) -> Knowledge:
        """Return this and that one expression is at most (or less than) another."""
        before = self.at_most.get((less, more), False)
        return replace(self, at_most={**self.at_most, (less, more): strict or before})

    def with_answer(self, name: str, possible: Possible) -> Knowledge:
        """Return this and what an answer may be."""
        return replace(self, answers={**self.answers, name: possible})

    def truths_of_given(self, name: str) -> frozenset[bool]:
        """Return whether an answer may be given, and whether it may not."""
        own = self.answers.get(name)
        if own is None:
            return EITHER
        may_be = replace(own, blanks=frozenset()) != IMPOSSIBLE
        return frozenset({truth for truth, can_be in ((True, may_be), (False, bool(own.blanks))) if can_be})
