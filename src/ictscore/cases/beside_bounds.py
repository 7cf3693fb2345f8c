"""Answers beside the bounds that the usual ones leave out: small questions, thirds, sums; found by trying, as near as they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from ictscore.cases.wanted_totals import NOBODY, is_refused
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Compare, Const, Expr, GroupExtreme, OfMembers, PointsOf
from ictscore.expr.values import Value
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.candidates import combinations, values_to_try
from ictscore.scoring.plan import Leaf
from ictscore.scoring.unit import UnitScope
from ictscore.words import N_, Phrase, phrase

Answers = Mapping[str, Value]
_CLOSE = Fraction(1, 100)
_WORDS = {
    -1: N_("below {bound}, as near as was found"),
    0: N_("at {bound}"),
    1: N_("above {bound}, as near as was found"),
}


def beside_bounds(
    leaf: Leaf, specs: Mapping[str, AnswerSpec], bases: Sequence[Answers], had: Sequence[Answers]
) -> Iterator[tuple[Answers, Phrase]]:
    """Yield answers on each side of every bound, and at it, where none of those that were ``had`` lie as near as others that were found.

    What a bound does not look at is as in one of the ``bases``, the first rather than the next.
    """
    for measured, bound in dict.fromkeys(_bounds(leaf.expr)):
        near = _near(measured, bound, had)
        nearest: dict[int, tuple[Fraction, Answers]] = {}
        values = values_to_try(specs, Compare("=", measured, Const(bound)))
        for answers in ({**base, **tried} for base in bases for tried in combinations(values)):
            value = _value(measured, answers)
            if value is None:
                continue
            far, side = abs(value - bound), (value > bound) - (value < bound)
            is_nearer = not (side in near and near[side] <= max(far, _CLOSE)) and not (side in nearest and nearest[side][0] <= far)
            if is_nearer and not is_refused(leaf, answers):
                nearest[side] = far, answers
        yield from ((nearest[side][1], phrase(_WORDS[side], bound=bound)) for side in sorted(nearest))


def _bounds(expr: Expr) -> Iterator[tuple[Expr, Fraction]]:
    """Yield what is compared with a number, and the number."""
    for node in expr.walk():
        for measured, other in ((node.left, node.right), (node.right, node.left)) if isinstance(node, Compare) else ():
            own = any(isinstance(each, (GroupExtreme, OfMembers, PointsOf)) for each in measured.walk())
            if not own and isinstance(other, Const) and isinstance(other.value, Fraction):
                yield measured, other.value


def _value(measured: Expr, answers: Answers) -> Fraction | None:
    value = evaluate(measured, UnitScope(NOBODY, dict(answers))).value
    return value if isinstance(value, Fraction) else None


def _near(measured: Expr, bound: Fraction, had: Sequence[Answers]) -> dict[int, Fraction]:
    """Return how near answers come to a bound: from below (−1), at it (0) and from above (1)."""
    near: dict[int, Fraction] = {}
    for value in (found for each in had if (found := _value(measured, each)) is not None):
        side = (value > bound) - (value < bound)
        near[side] = min(near.get(side, abs(value - bound)), abs(value - bound))
    return near
