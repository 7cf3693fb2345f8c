"""Where a rulebook rewards the wrong thing: doing more for fewer points, declaring instead of doing, leaving blank instead of answering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from ictscore.expr.evaluate import evaluate
from ictscore.expr.values import Value
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.narrowing import narrowed
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.proofs.trial import Example, declared
from ictscore.proofs.units import best_unit, varied
from ictscore.rulebook.domains import range_of_answer
from ictscore.rulebook.groups import Group
from ictscore.scoring.criteria import score_leaf
from ictscore.words import word


@dataclass(frozen=True, slots=True)
class _Turn:
    """Two answers beside each other, the second with more of something, and everything else the same."""

    less: Tried
    more: Tried


def check_incentives(this: Study) -> Iterator[Doubt]:
    """Yield every local turn against the direction a formula mostly takes, and what pays instead of answering."""
    for each in this.leaves:
        for name in each.search.values:
            yield from _turns(this, each, name)
    for group in this.draft.rulebook.groups:
        first = [each for each in this.of_group(group) if each.group == group.id]
        best = best_unit(this, group, with_bonus=False) if first else {}
        for each in first:
            yield from _declaring(this, group, each, best)
            yield from _leaving_blank(this, group, each, best)


def _turns(this: Study, each: ProvedLeaf, name: str) -> Iterator[Doubt]:
    """Yield where more of an answer turns the points round; which way is up is what most steps of the formula do."""
    rises, falls = [], []
    for turn in _steps_of(each, name):
        if turn.more.points > turn.less.points:
            rises.append(turn)
        elif turn.more.points < turn.less.points:
            falls.append(turn)
    if not rises or not falls:
        return
    mostly_up = len(rises) >= len(falls)
    odd = falls if mostly_up else rises
    for wide in _distinct(odd, name):
        turn = _Turn(*narrowed(each, wide.less, wide.more, name, _hair(this, name)))
        before, after = (this.example(each, tried) for tried in (turn.less, turn.more))
        if (before.result, after.result) != (turn.less.points, turn.more.points):
            continue
        said = {"before": _say(turn.less, name), "after": _say(turn.more, name)}
        values: dict[str, Any] = {"criterion": each.criterion.id, "answer": name, **said}
        code = "RB731" if mostly_up else "RB732"
        yield doubt(this.draft, code, (*each.path, "formula"), f"{each.criterion.id}/{name}", before, after, **values)


def _hair(this: Study, name: str) -> Fraction:
    """Return how far apart two neighbouring answers are."""
    spec = this.draft.rulebook.answers[name]
    return Fraction(1) if spec.type not in {"yes_no", "choice"} and range_of_answer(spec).whole else Fraction(1, 100)


def _say(tried: Tried, name: str) -> str:
    value = tried.answers[name]
    return word(value) if isinstance(value, Fraction) else "yes" if value else "no"


def _distinct(turns: list[_Turn], name: str) -> Iterator[_Turn]:
    """Yield each place where it turns once: the widest fall between the same two answers."""
    widest: dict[tuple[object, object], _Turn] = {}
    for turn in turns:
        key = (turn.less.answers[name], turn.more.answers[name])
        known = widest.get(key)
        if known is None or abs(turn.more.points - turn.less.points) > abs(known.more.points - known.less.points):
            widest[key] = turn
    biggest = max(widest.values(), key=lambda turn: abs(turn.more.points - turn.less.points))
    one_by_one = [turn for turn in widest.values() if len(turn.less.answers) == 1]
    yield from one_by_one or [biggest]


def _steps_of(each: ProvedLeaf, name: str) -> Iterator[_Turn]:
    """Yield neighbouring answers to one question, all others kept, where both are scored and no part is above its whole."""
    lines: dict[tuple[object, ...], list[Tried]] = {}
    for tried in each.search.scored():
        value = tried.answers[name]
        if isinstance(value, (Fraction, bool)) and _is_sensible(each, tried):
            rest = tuple((key, given) for key, given in tried.answers.items() if key != name)
            # Others of the group stay as they are.
            lines.setdefault((rest, repr(tried.others)), []).append(tried)
    for line in lines.values():
        line.sort(key=lambda tried: tried.answers[name])  # type: ignore[arg-type, return-value]
        yield from (_Turn(less, more) for less, more in pairwise(line))


def _is_sensible(each: ProvedLeaf, tried: Tried) -> bool:
    scope = scope_for(each.leaf, tried.answers, tried.others)
    assert each.criterion.formula is not None
    for share in each.criterion.formula.shares_of():
        part, whole = evaluate(share.of, scope).value, evaluate(share.over, scope).value
        if isinstance(part, Fraction) and isinstance(whole, Fraction) and part > whole:
            return False
    return True


def _measure(this: Study) -> str:
    """Return what units are ranked and graded by: the percentage where either uses it, else the total."""
    rulebook = this.draft.rulebook
    by_percent = rulebook.ranking.on == "percent" or (rulebook.grades is not None and rulebook.grades.on == "percent")
    return "percent" if by_percent else "total"


def _worst(this: Study, group: Group, each: ProvedLeaf, best: dict[str, Value]) -> dict[str, Value] | None:
    """Return answers to the criterion's own questions that leave the unit least, those that others look at kept at their best."""
    others = {name for leaf in this.of_group(group) if leaf is not each for name in leaf.leaf.answers}
    pinned = {name: value for name, value in best.items() if name in each.search.values and name in others}
    plan = this.laboratory.plans[group.id]
    taken_off = {leaf.id for part in (plan.deductions.criteria if plan.deductions else ()) for leaf in part.leaves()}
    way = -1 if each.criterion.id in taken_off else 1
    worst: tuple[Fraction, dict[str, Value]] | None = None
    for answers in varied(each, pinned, each.search.values):
        score = score_leaf(each.leaf, scope_for(each.leaf, answers), "self")
        if score.status == "scored" and (worst is None or score.points * way < worst[0] * way):
            worst = score.points, answers
    return worst[1] if worst is not None else None


def _compared(  # noqa: PLR0913, PLR0917 - a unit, what is changed in it, and what is said of it
    this: Study, group: Group, unit: dict[str, Value], name: str, instead: Value | None, told: Iterable[str]
) -> tuple[Example, Example] | None:
    """Return the unit before, and with another answer (None: none) to one question instead, if that leaves it better off."""
    shows = _measure(this)
    changed = {key: value for key, value in unit.items() if key != name} | ({name: instead} if instead is not None else {})
    before = this.laboratory.standing(group.id, shows, unit, told=told)
    after = this.laboratory.standing(group.id, shows, changed, told=told)
    assert isinstance(before.result, Fraction)
    assert isinstance(after.result, Fraction)
    return (before, after) if after.result > before.result else None


def _declaring(this: Study, group: Group, each: ProvedLeaf, best: dict[str, Value]) -> Iterator[Doubt]:
    specs = this.draft.rulebook.answers
    if not any(policy.declared for policy in each.leaf.policies) or not each.search.complete:
        return
    worst = _worst(this, group, each, best)
    for name in each.leaf.answers:
        if worst is None or name not in specs or not specs[name].not_applicable:
            continue
        found = _compared(this, group, {**best, **worst}, name, declared(name), tuple(worst))
        if found is not None:
            yield _paying(this, "RB733", each, name, found, (*each.path, "not_applicable"))
            return


def _leaving_blank(this: Study, group: Group, each: ProvedLeaf, best: dict[str, Value]) -> Iterator[Doubt]:
    if each.criterion.on_missing == "error" or not each.search.complete:
        return
    worst = _worst(this, group, each, best)
    others = {name for leaf in this.of_group(group) if leaf is not each for name in leaf.leaf.answers}
    for name in each.search.values:
        if worst is None or name in others:
            continue
        found = _compared(this, group, {**best, **worst}, name, None, tuple(worst))
        if found is not None:
            yield _paying(this, "RB734", each, name, found, each.path)
            return


def _paying(  # noqa: PLR0913, PLR0917 - what is said of it
    this: Study, code: str, each: ProvedLeaf, name: str, found: tuple[Example, Example], path: tuple[int | str, ...]
) -> Doubt:
    before, after = found
    values: dict[str, Any] = {"answer": name, "criterion": each.criterion.id, "before": before.result, "after": after.result}
    return doubt(this.draft, code, path, each.criterion.id, before, after, **values)
