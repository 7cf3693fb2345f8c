"""The cheapest changes where answers have few values: every combination is scored, the cheapest first, which is a proof."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ictscore.whatif.options import Price
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Changes, Rescorer

MOST_COMBINATIONS = 200_000
"""More than so many are not put in order of cost, whatever the effort."""


@dataclass(frozen=True, slots=True)
class Every:
    """What trying every combination found: the least cost with all changes that have it, nothing where none reaches the target."""

    weight: Fraction | None
    changes: tuple[Changes, ...]
    tried: int


def every_combination(  # noqa: PLR0913 - all that a search is given
    rescorer: Rescorer,
    price: Price,
    domains: Domains,
    holds: Callable[[Changes], bool],
    *,
    within: Fraction | None,
    at_most: int | None,
    most: int,
) -> Every | None:
    """Return what scoring every combination finds that costs no more than ``within``; None where they are more than ``most``."""
    most = min(most, MOST_COMBINATIONS)
    if any(each.size > most for each in domains.values()):
        return None
    values = {name: [{}, *_others(rescorer, price, name, domains, within)] for name in domains}
    if math.prod(len(each) for each in values.values()) > most:
        return None
    tried, weight, found = 0, within, list[Changes]()
    for cost, changes in _cheapest_first(rescorer, price, values, at_most):
        if weight is not None and cost > weight:
            break
        tried += 1
        if holds(changes):
            weight = cost
            found.append(changes)
    return Every(weight if found else None, tuple(found), tried)


def _others(rescorer: Rescorer, price: Price, name: str, domains: Domains, within: Fraction | None) -> Iterator[Changes]:
    """Yield each other value of an answer that is not too dear by itself."""
    before = rescorer.values
    for value in domains[name].values():
        if value != before.get(name) and (within is None or price.of_changes(before, {name: value}) <= within):
            yield {name: value}


def _cheapest_first(
    rescorer: Rescorer, price: Price, values: dict[str, list[Changes]], at_most: int | None
) -> list[tuple[Fraction, Changes]]:
    found = []
    for chosen in itertools.product(*values.values()):
        changes = {name: value for each in chosen for name, value in each.items()}
        if changes and (at_most is None or len(changes) <= at_most):
            found.append((price.of_changes(rescorer.values, changes), changes))
    return sorted(found, key=lambda each: each[0])
