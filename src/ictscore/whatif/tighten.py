"""Changes made no larger than they must be: each answer brought back as near as it can be to what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from ictscore.exact import ONE, ZERO
from ictscore.expr.nodes import Divide, Expr
from ictscore.expr.values import Blank, Value
from ictscore.whatif.domains import Domain
from ictscore.whatif.pieces import names_in
from ictscore.whatif.problem import Problem
from ictscore.whatif.rescoring import Changes, Rescorer

Test = Callable[[Changes], bool]
CLOSE_BY = 10
"""So many steps on either side are tried one by one."""


class Tightener:
    """Makes changes smaller while they still reach the target, and says which of several are to be preferred."""

    def __init__(self, rescorer: Rescorer, problem: Problem, domains: Mapping[str, Domain], holds: Test) -> None:
        """Prepare; ``holds`` says of changes whether they really reach the target."""
        self._rescorer, self._problem, self._domains, self._holds = rescorer, problem, domains, holds
        self._wholes = wholes_of(rescorer)
        self._order = list(domains)

    def preference(self, changes: Changes) -> tuple[int, Fraction, list[int]]:
        """Return what the preferred changes have least of: wholes that are changed, relative change, place in the questionnaire."""
        wholes = len(self._wholes & changes.keys())
        return wholes, self.relative(changes), sorted(self._order.index(name) for name in changes)

    def relative(self, changes: Changes) -> Fraction:
        """Return the sum of the changes, each as a share of the larger of the two values."""
        return sum((_relative(self._rescorer.values.get(name), value) for name, value in changes.items()), ZERO)

    def tightened(self, changes: Changes) -> Changes:
        """Return the changes made smaller, as far as sums tell."""
        return self._smaller(changes, self._is_enough)

    def surely(self, changes: Changes) -> Changes:
        """Return the changes made smaller by scoring everybody anew at every step."""
        return self.smallest_with(changes, self._holds)

    def freely(self, changes: Changes) -> Changes:
        """Return the changes made smaller in any way that reaches the target, whatever way they were found by.

        Halving finds the nearest value where points go one way only; where they go up and down, those close by are tried one by one.
        """
        found = self._smaller(changes, self._is_good)
        for name in self._order:
            if name in found:
                found[name] = next((each for each in self._close_by(found, name) if self._is_good({**found, name: each})), found[name])
        return found

    def _close_by(self, changes: Changes, name: str) -> Iterator[Value]:
        """Yield the values of an answer nearest to what it was, as long as they are nearer than what it is changed to."""
        domain, before, now = self._domains[name], self._rescorer.values.get(name), changes[name]
        if domain.words or not isinstance(before, Fraction) or not isinstance(now, Fraction):
            return
        toward = domain.step if now > before else -domain.step
        for count in range(1, CLOSE_BY + 1):
            for value in (before + count * toward, before - count * toward):
                if abs(value - before) < abs(now - before) and domain.low <= value <= domain.high:
                    yield value

    def _is_good(self, changes: Changes) -> bool:
        return self._rescorer.agree(changes) and self._is_without_error(changes) and self._holds(changes)

    def _is_without_error(self, changes: Changes) -> bool:
        before = {each.criterion.id for each in self._rescorer.unit.criteria if each.status == "error"}
        return {each.criterion.id for each in self._rescorer.alone(changes).criteria if each.status == "error"} <= before

    def smallest_with(self, changes: Changes, test: Test) -> Changes:
        """Return the changes made smaller as long as they are allowed and pass a test."""
        return self._smaller(changes, lambda each: self.is_allowed(each) and test(each))

    def is_allowed(self, changes: Changes) -> bool:
        """Return whether the answers agree with each other, and every condition is met."""
        for cluster in self._problem.clusters:
            own = {name: changes[name] for name in cluster.answers if name in changes}
            if cluster.gain(own) is None:
                return False
        return True

    def _is_enough(self, changes: Changes) -> bool:
        gained = ZERO
        for cluster in self._problem.clusters:
            own = {name: changes[name] for name in cluster.answers if name in changes}
            gain = cluster.gain(own)
            if gain is None:
                return False
            if own:
                gained += gain - cluster.base
        return gained >= self._problem.lacking + self._problem.slack

    def _smaller(self, changes: Changes, test: Test) -> dict[str, Value]:
        found = dict(changes)
        for name in sorted(changes, key=lambda each: (-_relative(self._rescorer.values.get(each), changes[each]), self._order.index(each))):
            found[name] = self._nearest(found, name, test)
        return found

    def _nearest(self, changes: dict[str, Value], name: str, test: Test) -> Value:
        """Return the value of one answer that is nearest to what it was while the others stay."""
        domain, before, now = self._domains[name], self._rescorer.values.get(name), changes[name]
        if domain.words:
            return next((each for each in self._nearer_words(domain, before, now) if test({**changes, name: each})), now)
        far = Fraction(now)  # type: ignore[arg-type]
        near = before if isinstance(before, Fraction) and not isinstance(before, Blank) else min(max(ZERO, domain.low), far)
        step = domain.step if far > near else -domain.step
        out, enough = 0, int((far - near) / step)
        while enough - out > 1:
            middle = (out + enough) // 2
            value = far - (enough_steps(far, near, step) - middle) * step
            if test({**changes, name: value}):
                enough = middle
            else:
                out = middle
        return far - (enough_steps(far, near, step) - enough) * step

    @staticmethod
    def _nearer_words(domain: Domain, before: Value | None, now: Value) -> Iterator[Value]:
        places = list(domain.words)
        start = places.index(before) if isinstance(before, (bool, str)) and before in places else 0
        others = [each for each in places if each not in (before, now)]
        closer = [each for each in others if abs(places.index(each) - start) < abs(places.index(now) - start)]  # type: ignore[arg-type]
        yield from sorted(closer, key=lambda each: abs(places.index(each) - start))


def enough_steps(far: Fraction, near: Fraction, step: Fraction) -> int:
    """Return how many whole steps lie between two values."""
    return int((far - near) / step)


def _relative(before: Value | None, value: Value) -> Fraction:
    """Return how large a change is, from 0 to 1: of numbers the share of the larger one, of anything else the whole."""
    if isinstance(before, Fraction) and isinstance(value, Fraction) and (before or value):
        return min(abs(value - before) / max(abs(before), abs(value)), ONE)
    return ONE


def wholes_of(rescorer: Rescorer) -> frozenset[str]:
    """Return the answers that others are shares of: there it is rather the part that should change."""
    return frozenset().union(*(_below(leaf.expr) for leaf in rescorer.plan.leaves))


def _below(expr: Expr) -> frozenset[str]:
    """Return the answers that something is divided by."""
    return frozenset().union(*(names_in(node.right) for node in expr.walk() if isinstance(node, Divide)))
