"""Whole units made up for a purpose: the best there can be, and one whose total lies where it is wanted."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.values import Value
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers
from ictscore.rulebook.candidates import MOST_TRIALS, combinations
from ictscore.rulebook.groups import Group
from ictscore.scoring.criteria import score_leaf

MOST_SUMS = 4_000


def best_unit(this: Study, group: Group, *, with_bonus: bool = True) -> dict[str, Value]:
    """Return answers that make as many points as were found, criterion by criterion; deductions are kept at their least."""
    key = (group.id, with_bonus)
    if key not in this.best:
        this.best[key] = _best_unit(this, group, with_bonus=with_bonus)
    return dict(this.best[key])


def _best_unit(this: Study, group: Group, *, with_bonus: bool) -> dict[str, Value]:
    mine = [each for each in this.of_group(group) if each.search.complete]
    shared = Counter(name for each in mine for name in each.search.values)
    mine.sort(key=lambda each: (-max((shared[name] for name in each.search.values), default=0), -each.criterion.max_points))
    plan = this.laboratory.plans[group.id]
    least = {leaf.id for each in (plan.deductions.criteria if plan.deductions else ()) for leaf in each.leaves()}
    if plan.bonus is not None and not with_bonus:
        least |= {leaf.id for each in plan.bonus.criteria for leaf in each.leaves()}
    answers: dict[str, Value] = {}
    for each in mine:
        answers |= _best_for(each, answers, wants_least=each.criterion.id in least)
    return answers


def _best_for(each: ProvedLeaf, pinned: Answers, *, wants_least: bool) -> dict[str, Value]:
    """Return the answers of one criterion that give the most (or least) points beside what is pinned already."""
    way = -1 if wants_least else 1
    best: tuple[Fraction, dict[str, Value]] | None = None
    for answers in varied(each, pinned, each.search.values):
        score = score_leaf(each.leaf, scope_for(each.leaf, answers), "self")
        counts = score.status == "scored" or score.consequence == "full"
        if counts and (best is None or score.points * way > best[0] * way):
            best = score.points, answers
    return best[1] if best is not None else {}


def varied(each: ProvedLeaf, pinned: Answers, values: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Yield the answers of a criterion with those pinned kept, and the pinned numbers tried for the others too."""
    numbers = sorted({pinned[name] for name in values if name in pinned and isinstance(pinned[name], Fraction)})  # type: ignore[type-var]
    free: dict[str, tuple[Value, ...]] = {}
    for name, own in values.items():
        if name in pinned:
            free[name] = (pinned[name],)
        elif own and isinstance(own[0], Fraction):
            more = [number for number in numbers if number not in own and isinstance(number, Fraction)]
            free[name] = (*own, *(number for number in more if _is_allowed(each, name, number)))
        else:
            free[name] = own
    yield from itertools.islice(combinations(free), MOST_TRIALS)


def _is_allowed(each: ProvedLeaf, name: str, number: Fraction) -> bool:
    own = [value for value in each.search.values[name] if isinstance(value, Fraction)]
    return bool(own) and min(own) <= number <= max(own) and (number.denominator == 1 or any(value.denominator != 1 for value in own))


def unit_with_total(this: Study, group: Group, shows: str, low: Fraction, high: Fraction) -> Answers | None:
    """Return answers of a unit whose ``total`` or ``percent`` lies strictly between two numbers, or None where none was found.

    Starting from the best unit, criteria of which no other looks at the answers are lowered until it fits.
    """
    best = best_unit(this, group)
    unit = this.laboratory.score(group.id, best)
    now = unit.total if shows == "total" else unit.percent
    if low < now < high:
        return best
    rulebook, plan = this.draft.rulebook, this.laboratory.plans[group.id]
    unit_of = Fraction(1)
    if shows == "percent" or rulebook.scale.result == "percent":
        unit_of = 100 / plan.max_points
    elif rulebook.scale.out_of is not None:
        unit_of = rulebook.scale.out_of / plan.max_points
    for lowered in _lowered(this, group, best, (now - high) / unit_of, (now - low) / unit_of):
        found = this.laboratory.score(group.id, lowered)
        if low < (found.total if shows == "total" else found.percent) < high:
            return lowered
    return None


def _lowered(this: Study, group: Group, best: Answers, least: Fraction, most: Fraction) -> Iterator[Answers]:
    """Yield the best unit's answers changed so that it loses between ``least`` and ``most`` points."""
    sums: dict[Fraction, dict[str, Value]] = {ZERO: {}}
    for options in _options(this, group, best):
        for lost, change in list(sums.items()):
            for more, changed in options.items():
                total = lost + more
                if total in sums or total >= most or len(sums) > MOST_SUMS:
                    continue
                sums[total] = {**change, **changed}
                if least < total < most:
                    yield {**best, **sums[total]}


def _options(this: Study, group: Group, best: Answers) -> Iterator[dict[Fraction, dict[str, Value]]]:
    """Yield for each criterion what it can lose, and by which answers that nobody else looks at."""
    mine = list(this.of_group(group))
    used = Counter(name for each in mine for name in each.leaf.answers)
    plan = this.laboratory.plans[group.id]
    extra = {leaf.id for part in (plan.deductions, plan.bonus) if part for each in part.criteria for leaf in each.leaves()}
    for each in sorted(mine, key=lambda proved: -proved.criterion.max_points):
        own = [name for name in each.search.values if used[name] == 1]
        if not own or not each.search.complete or each.criterion.id in extra:
            continue
        full = score_leaf(each.leaf, scope_for(each.leaf, best), "self").points
        options: dict[Fraction, dict[str, Value]] = {}
        pinned = {name: value for name, value in best.items() if name in each.search.values and name not in own}
        for answers in varied(each, pinned, each.search.values):
            score = score_leaf(each.leaf, scope_for(each.leaf, answers), "self")
            lost = full - score.points
            if score.status == "scored" and lost > 0 and len(options) < 60:  # noqa: PLR2004 - as many as are tried together
                options.setdefault(lost, {name: answers[name] for name in own})
        yield options
