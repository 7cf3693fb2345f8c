"""Expressions looked at for given answers: what they come to, which answers they hang on, and what those can be."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import AnswerTo, Compare, Const, Expr, Given, GroupExtreme, Measure, OfMembers, PointsOf, SectionPoints
from ictscore.expr.values import Value, missing
from ictscore.rulebook.answers import AnswerSpec

Answers = Mapping[str, Value]
Specs = Mapping[str, AnswerSpec]

SAMPLES = 240
SEED = 12_121_944


class Unknown(Exception):
    """The expression hangs on more than the unit's own answers."""


@dataclass(frozen=True, slots=True)
class AnswersOnly:
    """A unit of which only answers are known."""

    answers: Answers

    def answer(self, identifier: str) -> Value:
        """Return an answer."""
        return self.answers[identifier] if identifier in self.answers else missing(identifier)

    def points(self, criterion: str) -> Value:
        """Refuse."""
        raise Unknown(criterion)

    def section(self, section: str) -> Value:
        """Refuse."""
        raise Unknown(section)

    def measure(self, node: Measure) -> Value:
        """Refuse."""
        raise Unknown(node.name)

    def extreme(self, node: GroupExtreme) -> Value:
        """Refuse."""
        raise Unknown(node.how)

    def of_members(self, node: OfMembers) -> Value:
        """Refuse."""
        raise Unknown(node.of)


def value_of(expr: Expr, answers: Answers) -> Value:
    """Return what an expression comes to for these answers. Raises Unknown where it hangs on more."""
    return evaluate(expr, AnswersOnly(answers)).value


def hangs_on_answers_alone(expr: Expr) -> bool:
    """Return whether an expression looks at nothing but the unit's own answers, each of which has to be given."""
    return not any(isinstance(node, (PointsOf, SectionPoints, Measure, GroupExtreme, OfMembers, Given)) for node in expr.walk())


def names_in(*exprs: Expr) -> list[str]:
    """Return the answers expressions look at, in order."""
    return sorted({node.id for expr in exprs for node in expr.walk() if isinstance(node, AnswerTo)})


def finite_values(spec: AnswerSpec) -> tuple[Value, ...] | None:
    """Return all values of an answer that is one of few, else None."""
    if spec.type == "yes_no":
        return (False, True)
    return tuple(spec.choices or {}) if spec.type == "choice" else None


def bounds_of(spec: AnswerSpec) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest number an answer can be; None where there is no bound."""
    usual = {"count": (Fraction(0), None), "percent": (Fraction(0), Fraction(100))}.get(spec.type, (None, None))
    return (usual[0] if spec.min is None else spec.min), (usual[1] if spec.max is None else spec.max)


def drawn_answers(exprs: tuple[Expr, ...], specs: Specs) -> Iterator[dict[str, Value]]:
    """Yield answers to try, the same each time: numbers around those that the expressions name, and all sorts of others."""
    names = names_in(*exprs)
    chance = random.Random(SEED)  # noqa: S311 - the same draws everywhere are wanted
    near = sorted(
        {constant + more for constant in _constants(exprs) for more in (-1, 0, 1)} | {Fraction(each) for each in (0, 1, 2, 3, 4, 10, 100)}
    )
    for _ in range(SAMPLES):
        yield {name: _drawn(specs[name], near, chance) for name in names}


def _constants(exprs: tuple[Expr, ...]) -> Iterator[Fraction]:
    for expr in exprs:
        for node in expr.walk():
            sides = (node.left, node.right) if isinstance(node, Compare) else ()
            yield from (
                each.value
                for each in (*sides, node)
                if isinstance(each, Const) and isinstance(each.value, Fraction) and not isinstance(each.value, bool)
            )


def _drawn(spec: AnswerSpec, near: list[Fraction], chance: random.Random) -> Value:
    values = finite_values(spec)
    if values is not None:
        return chance.choice(values)
    low, high = bounds_of(spec)
    allowed = [each for each in near if (low is None or each >= low) and (high is None or each <= high)]
    if spec.type == "count":
        allowed = [each for each in allowed if each.denominator == 1]
    return chance.choice(allowed) if allowed else (low if low is not None else Fraction(0))
