"""Where it pays to declare a question not applicable, or to leave it blank, instead of answering truthfully."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ictscore.expr.values import Value
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Answers, Example, declared, left_blank
from ictscore.proofs.units import best_unit, varied
from ictscore.rulebook.groups import Group
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.records import CriterionScore

_Pair = tuple[Example, Example]


def check_temptations(this: Study) -> Iterator[Doubt]:
    """Yield what pays instead of answering, each criterion once: in the first of its groups where it does."""
    told: set[tuple[str, str]] = set()
    for group in this.draft.rulebook.groups:
        best = best_unit(this, group, with_bonus=False)
        for each in this.of_group(group):
            unit = _unit(this, group, each, best)
            for found in (*_declaring(unit), *_leaving_blank(unit)) if each.search.complete else ():
                if (found.finding.code, found.at) not in told:
                    told.add((found.finding.code, found.at))
                    yield found


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of a group that has full marks but for what it answers to one criterion.

    ``others`` are the answers that other criteria look at; ``honest`` is what may be answered truthfully, with what it gives.
    """

    this: Study
    group: Group
    each: ProvedLeaf
    best: Answers
    others: frozenset[str]
    honest: tuple[tuple[Answers, CriterionScore], ...]

    def example(self, shows: str, answers: Answers, told: Answers) -> Example:
        """Return what the whole unit comes to."""
        return self.this.laboratory.standing(self.group.id, shows, {**self.best, **answers}, told=tuple(told))


def _unit(this: Study, group: Group, each: ProvedLeaf, best: Answers) -> _Unit:
    """Return the unit; answers that other criteria look at are kept at their best."""
    others = frozenset(name for leaf in this.of_group(group) if leaf is not each for name in leaf.leaf.answers)
    pinned = {name: value for name, value in best.items() if name in each.search.values and name in others}
    told = varied(each, pinned, each.search.values) if each.search.complete else ()
    return _Unit(this, group, each, best, others, tuple((answers, _score(each, answers)) for answers in told))


def _score(each: ProvedLeaf, answers: Answers) -> CriterionScore:
    return score_leaf(each.leaf, scope_for(each.leaf, answers), "self")


def _declaring(unit: _Unit) -> Iterator[Doubt]:
    specs, each = unit.this.draft.rulebook.answers, unit.each
    if not any(policy.declared for policy in each.leaf.policies):
        return
    for name in each.leaf.answers:
        if name in specs and specs[name].not_applicable and (found := _better(unit, name, declared(name))) is not None:
            yield _paying(unit, "RB733", name, found, (*each.path, "not_applicable"))
            return


def _leaving_blank(unit: _Unit) -> Iterator[Doubt]:
    if unit.each.criterion.on_missing == "error":
        return
    for name in unit.each.search.values:
        if name not in unit.others and (found := _better(unit, name, left_blank(name))) is not None:
            yield _paying(unit, "RB734", name, found, unit.each.path)
            return


def _better(unit: _Unit, name: str, instead: Value) -> _Pair | None:
    """Return a unit before, and with another answer to one question instead, if some unit is left better off."""
    for answers, shows in itertools.product(_tempted(unit, name, instead), _measures(unit.this)):
        before, after = (unit.example(shows, said, answers) for said in (answers, {**answers, name: instead}))
        assert isinstance(before.result, Fraction)
        assert isinstance(after.result, Fraction)
        if after.result > before.result:
            return before, after
    return None


def _tempted(unit: _Unit, name: str, instead: Value) -> list[Answers]:
    """Return answers to the criterion's own questions beside which another answer to one of them may leave the unit better off.

    Of all that fare alike (scored, say, and then not applicable in full) those are returned for which the points rise most; those with the
    fewest points come first.
    """
    deductions = unit.this.laboratory.plans[unit.group.id].deductions
    taken_off = {leaf.id for part in (deductions.criteria if deductions else ()) for leaf in part.leaves()}
    way = -1 if unit.each.criterion.id in taken_off else 1
    found: dict[tuple[object, ...], tuple[Fraction, Fraction, Answers]] = {}
    for answers, before in unit.honest:
        after = _score(unit.each, {**answers, name: instead})
        key = (before.status, before.consequence, after.status, after.consequence)
        gain = (after.points - before.points) * way
        if "error" not in key and (key not in found or gain > found[key][0]):
            found[key] = gain, before.points * way, answers
    return [answers for _, _, answers in sorted(found.values(), key=lambda each: each[1])]


def _measures(this: Study) -> tuple[str, ...]:
    """Return what units are ranked or graded by: the percentage, the published total, or the exact one."""
    rulebook = this.draft.rulebook
    used = {rulebook.ranking.on, *(() if rulebook.grades is None else (rulebook.grades.on,))}
    return tuple(each for each in ("percent", "total", "exact") if each in used)


def _paying(unit: _Unit, code: str, name: str, found: _Pair, path: tuple[int | str, ...]) -> Doubt:
    before, after = found
    criterion = unit.each.criterion.id
    values: dict[str, Any] = {"answer": name, "criterion": criterion, "before": before.result, "after": after.result}
    return doubt(unit.this.draft, code, path, criterion, before, after, **values)
