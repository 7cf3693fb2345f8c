"""The single answers that turn a line around: the one that changes least, and those by which a condition does it alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ictscore.expr.evaluate import evaluate
from ictscore.expr.values import Value
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.conditions import Condition, is_hidden
from ictscore.whatif.domains import staying
from ictscore.whatif.losing import Way, may_split
from ictscore.whatif.options import Count
from ictscore.whatif.problem import Domains
from ictscore.whatif.rescoring import Changes, Rescorer
from ictscore.whatif.standing import comes_to, cuts_of
from ictscore.whatif.sweep import Sweep, others_move
from ictscore.whatif.targets import Target
from ictscore.whatif.tighten import wholes_of
from ictscore.whatif.untried import limits_of
from ictscore.whatif.wanted import Wanted, to_lose, to_reach


@dataclass(frozen=True, slots=True)
class Hinge:
    """A condition that one answer turns, and with it the line, whatever the points."""

    condition: Condition
    answer: str
    value: Value


@dataclass(frozen=True, slots=True)
class Flips:
    """The single answer that turns the line around with the least change, and how many would; by a condition alone if no other does.

    ``is_proved``: where there is none, that there is none; else that those counted are all.
    """

    changes: Changes
    count: int
    is_proved: bool
    hinges: tuple[Hinge, ...] = ()
    limits: Domains = field(default_factory=dict)
    """The answers within whose values that were tried this is proved."""


def flips_of(rescorer: Rescorer, target: Target, domains: Domains, *, inside: bool) -> Flips:
    """Return the single answers that turn a line around for a unit."""
    price = Count(wholes_of(rescorer))
    ways: Sequence[tuple[Way | None, Wanted]]
    ways = to_lose(rescorer, target, domains) if inside else [(None, each) for each in to_reach(rescorer, target, domains)]
    found: dict[str, list[tuple[Attempt, Changes]]] = {}
    by_points: list[tuple[Attempt, Changes]] = []
    hinges: dict[tuple[Condition, str], Hinge] = {}
    is_sure, attempts = not (inside and may_split(rescorer.field, rescorer.unit, target)), []
    for way, wanted in ways:
        attempt = Attempt(rescorer, wanted, domains, price, 1)
        attempts.append(attempt)
        own = list(_alone(rescorer, wanted, way, attempt, domains))
        is_sure = is_sure and attempt.is_sure_of_none and not _is_seen_by_scoring_only(way)
        for changes in own:
            (name,) = changes
            found.setdefault(name, []).append((attempt, changes))
            by_points += [(attempt, changes)] if way is None or way.by is None else []
            if way is not None and way.by is not None and (hinge := _hinge(rescorer, target, way, attempt, changes)) is not None:
                hinges[way.by, name] = hinge
    swept = _swept(rescorer, target, domains, set(found), inside=inside)
    if swept is not None:
        is_sure = swept.is_whole
        found |= {name: [(swept.attempt, changes)] for name, changes in swept.found.items()}
        by_points += [(swept.attempt, changes) for changes in swept.found.values()]
    tried = by_points or [pair for pairs in found.values() for pair in pairs]
    beyond = _beyond(domains) if swept is not None else limits_of(attempts, domains, Fraction(2))
    limits = {**beyond, **staying(rescorer)} if is_sure else {}
    others = {name: each for name, each in limits.items() if name not in found}
    return Flips(_least(tried), len(found), is_sure, tuple(hinges.values()), others)


def _swept(rescorer: Rescorer, target: Target, domains: Domains, found: set[str], *, inside: bool) -> Sweep | None:
    """Return the answers not found yet, tried one by one where others move; None where lines and conditions tell all."""
    if not others_move(rescorer, target, inside=inside):
        return None
    swept = Sweep(rescorer, target, domains, inside=inside)
    swept.over(domains.keys() - found)
    return swept


def _beyond(domains: Domains) -> Domains:
    """Return the answers of which there are values that were not tried."""
    return {name: each for name, each in domains.items() if each.untried}


def _alone(rescorer: Rescorer, wanted: Wanted, way: Way | None, attempt: Attempt, domains: Domains) -> Iterator[Changes]:
    if way is not None and _is_seen_by_scoring_only(way):
        yield from _by_scoring(rescorer, wanted, way, domains)
    else:
        yield from (changes for _, changes in attempt.candidates.reaching())


def _is_seen_by_scoring_only(way: Way | None) -> bool:
    """Return whether a way is a condition on points alone, which no line says."""
    return way is not None and way.line is None and any(is_hidden(expr) for each in way.needs for expr in each.any_of)


def _by_scoring(rescorer: Rescorer, wanted: Wanted, way: Way, domains: Domains) -> Iterator[Changes]:
    """Yield the answers that turn a condition on points at one of their ends, each tried by scoring."""
    for name, domain in domains.items():
        values = [each for each in domain.words or (domain.low, domain.high) if each != rescorer.values.get(name)]
        tried = ({name: value} for value in values)
        found = (each for each in tried if rescorer.agree(each) and _meets(rescorer, way, each) and wanted.holds(rescorer, each))
        yield from itertools.islice(found, 1)


def _meets(rescorer: Rescorer, way: Way, changes: Changes) -> bool:
    scope = rescorer.judged(changes)
    return all(any(evaluate(expr, scope).value is True for expr in each.any_of) != each.forbidden for each in way.needs)


def _hinge(rescorer: Rescorer, target: Target, way: Way, attempt: Attempt, changes: Changes) -> Hinge | None:
    """Return the condition with the nearest value that turns it; None where that is one on points, and points are lost before."""
    assert way.by is not None
    small = attempt.tightener.smallest_with(changes, lambda each: _meets(rescorer, way, each) and attempt.holds(each))
    if is_hidden(way.by.expr) and not _suffices(rescorer, target, small):
        return None
    ((name, value),) = small.items()
    return Hinge(way.by, name, value)


def _suffices(rescorer: Rescorer, target: Target, changes: Changes) -> bool:
    """Return whether a unit still comes to the line by its points with the changes."""
    after = rescorer.alone(changes)
    return all(comes_to(each.mark, after) for each in cuts_of(rescorer.field, rescorer.unit, target))


def _least(tried: list[tuple[Attempt, Changes]]) -> Changes:
    """Return the change that is the least, made no larger than it must be and checked."""
    if not tried:
        return {}
    attempt, rough = min(tried, key=lambda each: each[0].tightener.preference(each[0].tightener.tightened(each[1])))
    chosen = attempt.tightener.freely(attempt.made_small(rough))
    attempt.check(chosen)
    return chosen
