"""Where a rulebook rewards the wrong thing: doing more for fewer points, declaring instead of doing, leaving blank instead of answering."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from ictscore.exact import round_fraction
from ictscore.expr.evaluate import evaluate
from ictscore.proofs.checks.temptations import check_temptations
from ictscore.proofs.doubt import Doubt, doubt
from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.narrowing import narrowed
from ictscore.proofs.search import Tried, scope_for
from ictscore.proofs.study import Study
from ictscore.rulebook.domains import range_of_answer
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
    yield from check_temptations(this)


def _turns(this: Study, each: ProvedLeaf, name: str) -> Iterator[Doubt]:
    """Yield where more of an answer turns the points round; which way is up is what most steps of the formula do."""
    rises, falls = [], []
    seen = _as_awarded(this)
    for turn in _steps_of(each, name, seen):
        if turn.more.points > turn.less.points:
            rises.append(turn)
        elif turn.more.points < turn.less.points:
            falls.append(turn)
    if not rises or not falls:
        return
    mostly_up = len(rises) >= len(falls)
    odd = falls if mostly_up else rises
    for wide in _distinct(odd, name):
        turn = _Turn(*narrowed(each, wide.less, wide.more, name, _hair(this, name), seen))
        before, after = (this.example(each, tried) for tried in (turn.less, turn.more))
        if (before.result, after.result) != (turn.less.points, turn.more.points):
            continue
        said = {"before": _say(turn.less, name), "after": _say(turn.more, name)}
        values: dict[str, Any] = {"criterion": each.criterion.id, "answer": name, **said}
        code = "RB731" if mostly_up else "RB732"
        yield doubt(this.draft, code, (*each.path, "formula"), f"{each.criterion.id}/{name}", before, after, **values)


def _as_awarded(this: Study) -> Callable[[Tried], Tried]:
    """Return what makes of what was tried the points that enter the section: rounded where criteria are, and maxima are not handed on."""
    rounding = this.draft.rulebook.rounding
    places = rounding.criterion
    if places is None or any(each.redistributes for each in this.leaves):
        return lambda tried: tried
    return lambda tried: replace(tried, points=round_fraction(tried.points, places, rounding.mode))


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


def _steps_of(each: ProvedLeaf, name: str, seen: Callable[[Tried], Tried]) -> Iterator[_Turn]:
    """Yield neighbouring answers to one question, all others kept, where both are scored and no part is above its whole."""
    lines: dict[tuple[object, ...], list[Tried]] = {}
    for tried in map(seen, each.search.scored()):
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
