"""A group's maximum can be reached by one unit, and the limits of bonus and deductions take effect."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from ictscore.exact import ZERO, add_up
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import Given
from ictscore.expr.values import Value
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.study import Study
from ictscore.proofs.units import best_unit
from ictscore.rulebook.domains import knowledge_of, with_parts
from ictscore.rulebook.groups import Group
from ictscore.rulebook.results import Bonus
from ictscore.scoring.plan import GroupPlan
from ictscore.scoring.totals import most_of

MOST_ASSIGNMENTS = 512


def check_maxima(this: Study) -> Iterator[Doubt]:
    """Yield groups whose criteria exclude each other, and limits that no sum can pass."""
    for index, group in enumerate(this.draft.rulebook.groups):
        yield from _excluding(this, index, group)
    rulebook = this.draft.rulebook
    for name, extra in (("bonus", rulebook.bonus), ("deductions", rulebook.deductions)):
        if extra is not None and extra.max_points is not None:
            most = most_of(extra, rulebook.rounding)
            if most is not None and most < extra.max_points:
                group = next(each for each in rulebook.groups if extra in rulebook.extras_of(each.id))
                example = this.laboratory.standing(group.id, "total", _most_of(this, group, extra_is_bonus=isinstance(extra, Bonus)))
                yield doubt(this.draft, "RB717", (name, "max_points"), name, example, limit=extra.max_points, most=most)


def _most_of(this: Study, group: Group, *, extra_is_bonus: bool) -> dict[str, Value]:
    """Return the best unit, with all deductions that there are where they are looked at."""
    answers = best_unit(this, group)
    plan = this.laboratory.plans[group.id]
    if not extra_is_bonus and plan.deductions is not None:
        ids = {leaf.id for each in plan.deductions.criteria for leaf in each.leaves()}
        for each in this.of_group(group):
            if each.criterion.id in ids and (most := each.search.most()) is not None:
                answers |= most.answers
    return answers


def _excluding(this: Study, index: int, group: Group) -> Iterator[Doubt]:
    """Yield a group in which no unit reaches together what each criterion reaches by itself.

    Proved by going through every way to answer the questions of few answers that several criteria look at.
    """
    plan = this.laboratory.plans[group.id]
    mine = _inside(this, plan, group)
    scale, rounding = this.draft.rulebook.scale, this.draft.rulebook.rounding
    if rounding.criterion is not None or rounding.section is not None:
        return  # a rounding on the way can make up for what is excluded
    moved = any(policy.then.startswith("redistribute") for each in mine for policy in each.leaf.policies)
    if moved or scale.result == "percent" or scale.out_of is not None:
        return
    shared = _shared_choices(this, mine)
    if not shared or math.prod(len(each) for each in shared.values()) > MOST_ASSIGNMENTS:
        return
    declared = add_up(_high(each) for each in mine)
    most = ZERO
    for chosen in itertools.product(*shared.values()):
        most = max(most, _most_with(this, mine, dict(zip(shared, chosen, strict=True))))
        if most >= declared:
            return
    example = this.laboratory.standing(group.id, "total", best_unit(this, group))
    yield doubt(this.draft, "RB718", ("groups", index), group.id, example, group=group.id, declared=declared, most=most)


def _high(each: ProvedLeaf) -> Fraction:
    """Return the most points a criterion can give by itself, whatever else is answered."""
    return each.criterion.max_points if each.leaf.policies or each.counted.high is None else each.counted.high


def _inside(this: Study, plan: GroupPlan, group: Group) -> list[ProvedLeaf]:
    inside = {leaf.id for _, criteria in plan.sections for top in criteria for leaf in top.leaves()}
    return [each for each in this.of_group(group) if each.criterion.id in inside]


def _shared_choices(this: Study, mine: list[ProvedLeaf]) -> dict[str, tuple[Value, ...]]:
    used = Counter(name for each in mine for name in each.leaf.answers)
    specs = this.draft.rulebook.answers
    names = [name for name, times in used.items() if times > 1 and name in specs and specs[name].type in {"yes_no", "choice"}]
    return {name: (True, False) if specs[name].type == "yes_no" else tuple(specs[name].choices or ()) for name in names}


def _most_with(this: Study, mine: list[ProvedLeaf], fixed: dict[str, Value]) -> Fraction:
    total = ZERO
    for each in mine:
        known = with_parts(knowledge_of(this.draft.rulebook), each.criterion) if each.assumes else knowledge_of(this.draft.rulebook)
        if not set(fixed) & set(each.leaf.answers) or each.leaf.policies or any(isinstance(node, Given) for node in each.leaf.expr.walk()):
            total += _high(each)
            continue
        for name, value in fixed.items():
            possible = Possible(truths=frozenset({value})) if isinstance(value, bool) else Possible(texts=frozenset({str(value)}))
            known = known.with_answer(name, possible)
        high = Reach().value(each.leaf.expr, known).numbers
        blank = max(ZERO, each.criterion.min_points)
        total += blank if high is None or high.high is None else max(blank, min(high.high, each.criterion.max_points))
    return total
