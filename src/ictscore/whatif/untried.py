"""Which claims hold only within the values that were tried: where values beyond them, at their best, could bring enough after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.clusters import Box, Cluster
from ictscore.whatif.combine import Front, all_but_one, front_within, least_of_both
from ictscore.whatif.options import AnyOption, Option
from ictscore.whatif.outcomes import SPREADS
from ictscore.whatif.problem import Domains
from ictscore.whatif.spans import Span

Pair = tuple[Fraction, Fraction]
"""What something costs, and what it brings at most."""


def limits_of(attempts: Iterable[Attempt], domains: Domains, below: Fraction | None) -> Domains:
    """Return the answers, with what was tried, of which other values could still do it for less than ``below`` (None: at any cost)."""
    found: set[str] = set()
    for attempt in attempts:
        found |= _limits(attempt, domains, below)
    return {name: each for name, each in domains.items() if name in found}


def _limits(attempt: Attempt, domains: Domains, below: Fraction | None) -> set[str]:
    offered = attempt.candidates.offered
    clusters = attempt.clusters
    open_ = [[name for name in each.answers if domains[name].untried] for each in clusters]
    tails = [_Tails(cluster, options) for cluster, options in zip(clusters, offered, strict=True)]
    three = zip(offered, open_, tails, strict=True)
    plain = [front_within([*_known(options), *(pair for name in names for pair in tail.of(name))], below) for options, names, tail in three]
    found = set()
    for (before, after), names, tail in zip(all_but_one(plain, below), open_, tails, strict=True):
        for name in names:
            own = front_within(tail.of(name), below)
            leasts = (_least(before, after, each, attempt.lacking) for each in own)
            if tail.is_unknown(name) or any(least is not None and (below is None or least < below) for least in leasts):
                found.add(name)
    return found


def _least(before: Front, after: Front, own: Pair, wanted: Fraction) -> Fraction | None:
    """Return the least that it costs to come to ``wanted`` with ``own`` and what can be had before and after it."""
    rest = least_of_both(before, after, wanted - own[1])
    return None if rest is None else rest + own[0]


def _known(options: Sequence[AnyOption]) -> Iterator[Pair]:
    yield from ((each.weight, each.most) for each in options if each.most is not None)


class _Tails:
    """What the options of one cluster bring at most with one of their answers beyond what was tried."""

    def __init__(self, cluster: Cluster, options: Sequence[AnyOption]) -> None:
        self._cluster, self._options = cluster, [each for each in options if isinstance(each, Option)]
        self._is_priced = any(each.answers and not isinstance(each, Option) for each in options)
        self._found: dict[str, list[Pair]] = {}

    def is_unknown(self, name: str) -> bool:
        """Return whether nothing bounds it: costs by value, or points that are spread otherwise when it is declared away."""
        return self._is_priced or (self._cluster.domains[name].may_not_apply and (self._spreads(name) or self._turns(name)))

    def _spreads(self, name: str) -> bool:
        """Return whether points of its own criterion go to others then."""
        policies = (policy for leaf in self._cluster.leaves if name in leaf.answers for policy in leaf.policies)
        return any(policy.then in SPREADS and (policy.declared or policy.when is not None) for policy in policies)

    def _turns(self, name: str) -> bool:
        """Return whether a criterion turns out then as it does in no case that was looked at, where points of others are spread over it."""
        return any(self._most(each, name, ()) is None for each in self._options if name in each.answers)

    def of(self, name: str) -> list[Pair]:
        """Return costs with what they bring at most."""
        if name not in self._found:
            self._found[name] = [(each.weight, most) for each in self._options if name in each.answers for most in self._mosts(each, name)]
        return self._found[name]

    def _mosts(self, option: Option, name: str) -> Iterator[Fraction]:
        for span in self._cluster.domains[name].untried:
            most = self._most(option, name, span)
            if most is not None:
                yield most - (self._cluster.base or ZERO)

    def _most(self, option: Option, name: str, span: Span | tuple[()]) -> Fraction | None:
        box: Box = {each: self._cluster.domains[each].everything for each in option.answers} | {name: span}
        return self._cluster.most(box)
