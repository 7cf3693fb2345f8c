"""What can be done in a cluster: sets of answers to change, each with its cost and with what it brings at most."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from ictscore.exact import ZERO
from ictscore.expr.values import Value
from ictscore.whatif.boxes import Probe
from ictscore.whatif.clusters import Cluster
from ictscore.whatif.effort import SMALL, USUAL, Doubt, Effort
from ictscore.whatif.rescoring import Changes

TRIFLE = 1000
"""What is preferred among equally many answers weighs less than one of so many parts of an answer."""


class Price(Protocol):
    """What changes cost."""

    def of_set(self, answers: tuple[str, ...]) -> Fraction | None:
        """Return what it costs to change these answers whatever the values, or None where the values matter."""
        ...

    def of_changes(self, before: Mapping[str, Value], changes: Changes) -> Fraction:
        """Return what changes cost."""
        ...


class Count:
    """Every answer costs the same, the fewest are wanted; of equally many, those with the fewest ``wholes`` that others are shares of."""

    def __init__(self, wholes: frozenset[str] = frozenset()) -> None:
        """Take what is rather left alone."""
        self._wholes = wholes

    def of_set(self, answers: tuple[str, ...]) -> Fraction | None:
        """Return how many answers there are, and a trifle for each whole."""
        return len(answers) + Fraction(len(self._wholes & set(answers)), TRIFLE)

    def of_changes(self, before: Mapping[str, Value], changes: Changes) -> Fraction:  # noqa: ARG002
        """Return what changes cost."""
        return self.of_set(tuple(changes)) or ZERO


class Option:
    """Some answers of a cluster to be changed; what it brings beyond what the cluster brings now is known the closer it is looked at."""

    def __init__(self, cluster: Cluster, answers: tuple[str, ...], weight: Fraction, effort: Effort = USUAL) -> None:
        """Look at it no closer than at the whole domains."""
        self.answers, self.weight, self._base = answers, weight, cluster.base
        self._probe = Probe(cluster, answers, effort.boxes)

    @property
    def most(self) -> Fraction | None:
        """Return what it brings at most."""
        return None if self._probe.most is None else self._probe.most - self._base

    @property
    def best(self) -> Fraction | None:
        """Return the best found so far."""
        return None if self._probe.best is None else self._probe.best - self._base

    @property
    def changes(self) -> Changes:
        """Return the values that bring the best."""
        return self._probe.changes

    @property
    def is_exact(self) -> bool:
        """Return whether the best is known."""
        return self._probe.is_exact

    def seek(self, wanted: Fraction | None) -> None:
        """Look closer until it brings ``wanted`` or cannot."""
        self._probe.seek(None if wanted is None else wanted + self._base)


@dataclass
class Priced:
    """Values of some answers with their cost; everything is known of it."""

    answers: tuple[str, ...]
    weight: Fraction
    most: Fraction | None
    changes: Changes = field(default_factory=dict)
    is_exact: bool = True

    @property
    def best(self) -> Fraction | None:
        """Return what it brings."""
        return self.most

    def seek(self, wanted: Fraction | None) -> None:
        """Do nothing: it is known."""


AnyOption = Option | Priced


@dataclass(frozen=True, slots=True)
class Offers:
    """All that can be done in a cluster, doing nothing first where that is allowed; ``left`` is what was left out, if anything was."""

    options: tuple[AnyOption, ...]
    left: Doubt | None = None
    useless: tuple[Option, ...] = ()
    """Sets of answers none of whose values are allowed, so far as they are tried."""
    beaten: Fraction | None = None
    """What the cheapest values cost that were left out because others cost no more and bring no less."""


def offers_of(cluster: Cluster, price: Price, at_most: int | None = None, effort: Effort = USUAL) -> Offers:
    """Return what can be done in a cluster, with ``at_most`` so many answers changed."""
    nothing: list[AnyOption] = [Priced((), ZERO, ZERO)] if cluster.gain({}) is not None else []
    if any(price.of_set((each,)) is None for each in cluster.answers):
        return _by_value(cluster, price, nothing, effort)
    every = len(cluster.answers)
    largest = min(every, every if every <= SMALL else effort.together, every if at_most is None else at_most)
    sets = [each for size in range(1, largest + 1) for each in itertools.combinations(cluster.answers, size)]
    options = [Option(cluster, each, price.of_set(each) or ZERO, effort) for each in sets]
    useful = [each for each in options if each.most is not None]
    useless = tuple(each for each in options if each.most is None)
    left = None if largest in {every, at_most} else Doubt(_least_of(cluster, price, largest + 1), "sets")
    return Offers((*nothing, *useful), left, useless)


def _least_of(cluster: Cluster, price: Price, size: int) -> Fraction:
    """Return what so many answers cost at least."""
    return sum(sorted(price.of_set((each,)) or ZERO for each in cluster.answers)[:size], ZERO)


def _by_value(cluster: Cluster, price: Price, nothing: list[AnyOption], effort: Effort) -> Offers:
    """Return all values that may be taken, those left out that cost no less and bring no more than others."""
    before, tried = cluster.rescorer.values, 0
    found: list[Priced] = []
    for changes in _changes(cluster, before):
        tried += 1
        if tried > effort.priced:
            break
        gain = cluster.gain(changes)
        if gain is not None:
            found.append(Priced(tuple(changes), price.of_changes(before, changes), gain - cluster.base, changes))
    found.sort(key=lambda each: (each.weight, -(each.most or ZERO), len(each.answers)))
    kept = tuple(_front(found, nothing))
    ids = {id(each) for each in kept}
    beaten = next((each.weight for each in found if id(each) not in ids), None)  # they are sorted by cost
    return Offers((*nothing, *kept), Doubt(ZERO, "values") if tried > effort.priced else None, beaten=beaten)


def _front(found: list[Priced], nothing: list[AnyOption]) -> Iterator[Priced]:
    best = ZERO if nothing else None
    for each in found:
        if best is None or (each.most is not None and each.most > best):
            best = each.most
            yield each


def _changes(cluster: Cluster, before: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Yield every change of the cluster's answers, single answers first."""
    for size in range(1, len(cluster.answers) + 1):
        for names in itertools.combinations(cluster.answers, size):
            values = [[each for each in cluster.domains[name].values() if each != before.get(name)] for name in names]
            yield from (dict(zip(names, each, strict=True)) for each in itertools.product(*values))
