"""Answers to one criterion that give as nearly so many points as its numbers allow: halved again and again between few and many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ictscore.exact import ZERO
from ictscore.expr.nodes import AnswerTo
from ictscore.expr.values import Value
from ictscore.rulebook.answers import AnswerSpec
from ictscore.rulebook.domains import range_of_answer
from ictscore.scoring.criteria import score_leaf
from ictscore.scoring.plan import Leaf
from ictscore.scoring.unit import UnitScope
from ictscore.survey.submission import Submission

Answers = Mapping[str, Value]
WHOLES = tuple(Fraction(each) for each in (1_000, 10_000, 100_000))
_NOBODY = Submission("", "", {})
_STEPS = {"count": Fraction(1), "number": Fraction(1, 100), "percent": Fraction(1, 100)}
_MOST = Fraction(1000)


def finer_answers(leaf: Leaf, answers: Answers, points: Fraction, specs: Mapping[str, AnswerSpec]) -> Iterator[Answers]:
    """Yield ``answers`` with one number of the criterion changed so that it gives just less and just more than ``points``, or just these.

    Where one number is a share of another, that is also made larger: shares of a large whole are finer.
    """
    for base, name, high in (*_numbers(leaf, answers, specs), *_larger_wholes(leaf, answers, specs)):
        spec = specs[name]
        low = max(range_of_answer(spec).low or ZERO, ZERO)
        for value in _closed_in(leaf, base, name, (low, high), (points, _STEPS[spec.type])):
            if range_of_answer(spec).holds(value):
                yield {**base, name: value}


def _numbers(leaf: Leaf, answers: Answers, specs: Mapping[str, AnswerSpec]) -> Iterator[tuple[Answers, str, Fraction]]:
    for name in leaf.answers:
        if name in specs and specs[name].type in _STEPS and isinstance(answers.get(name), Fraction):
            yield answers, name, range_of_answer(specs[name]).high or _MOST


def _larger_wholes(leaf: Leaf, answers: Answers, specs: Mapping[str, AnswerSpec]) -> Iterator[tuple[Answers, str, Fraction]]:
    for share in leaf.criterion.formula.shares_of() if leaf.criterion.formula is not None else ():
        if isinstance(share.of, AnswerTo) and isinstance(share.over, AnswerTo) and {share.of.id, share.over.id} <= specs.keys():
            part, over = specs[share.of.id], specs[share.over.id]
            for whole in WHOLES if part.type in _STEPS else ():
                if range_of_answer(over).holds(whole) and range_of_answer(part).holds(whole):
                    yield {**answers, share.over.id: whole}, share.of.id, whole


def _closed_in(
    leaf: Leaf, base: Answers, name: str, ends: tuple[Fraction, Fraction], wanted: tuple[Fraction, Fraction]
) -> tuple[Fraction, ...]:
    """Return the two neighbouring values between which the criterion passes the points wanted; nothing where it does not pass them."""
    points, step = wanted
    (low, high), (first, last) = ends, (_points(leaf, base, name, each) for each in ends)
    if first is None or last is None or not min(first, last) <= points <= max(first, last):
        return ()
    rises = first <= last
    while high - low > step:
        middle = low + step * ((high - low) / step // 2)
        found = _points(leaf, base, name, middle)
        if found is None:
            return ()
        low, high = (middle, high) if (found <= points) == rises else (low, middle)
    return low, high


def _points(leaf: Leaf, base: Answers, name: str, value: Fraction) -> Fraction | None:
    score = score_leaf(leaf, UnitScope(_NOBODY, {**base, name: value}), "self")
    return score.points if score.status == "scored" else None
