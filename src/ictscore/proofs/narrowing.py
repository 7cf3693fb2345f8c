"""Two answers between which the points turn, brought as near to each other as the question allows."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ictscore.proofs.leaves import ProvedLeaf
from ictscore.proofs.search import Tried, scope_for
from ictscore.scoring.criteria import score_leaf


def narrowed(  # noqa: PLR0913, PLR0917 - two answers, and how those between are looked at
    each: ProvedLeaf, less: Tried, more: Tried, name: str, hair: Fraction, seen: Callable[[Tried], Tried]
) -> tuple[Tried, Tried]:
    """Return the nearest two answers to ``name``, at least ``hair`` apart, that still show the whole turn from ``less`` to ``more``.

    A jump is found where it is; what turns little by little keeps its ends. ``seen`` makes of what is tried the points that count.
    """
    while (middle := _between(each, less, more, name, hair)) is not None:
        turn = _turn(less, more)
        middle = seen(middle)
        if _turn(less, middle) / turn >= 1:
            more = middle
        elif _turn(middle, more) / turn >= 1:
            less = middle
        else:
            break
    return less, more


def _turn(less: Tried, more: Tried) -> Fraction:
    return more.points - less.points


def _between(each: ProvedLeaf, less: Tried, more: Tried, name: str, hair: Fraction) -> Tried | None:
    """Return what lies in the middle, in whole hairs from the lesser answer; None where nothing does, or nothing is scored there."""
    low, high = less.answers[name], more.answers[name]
    if not isinstance(low, Fraction) or not isinstance(high, Fraction):
        return None
    middle = low + (high - low) // (2 * hair) * hair
    if middle == low:
        if low + hair >= high:
            return None
        middle = low + hair
    answers = {**less.answers, name: middle}
    score = score_leaf(each.leaf, scope_for(each.leaf, answers, less.others), "self")
    return Tried(answers, less.others, score.status, score.points, score.reason) if score.status == "scored" else None
