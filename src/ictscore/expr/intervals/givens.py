"""What an expression finds given: constants, points of criteria and sections, and what a unit's members bring."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import Possible
from ictscore.expr.intervals.ranges import Range, exactly
from ictscore.expr.nodes import OfMembers
from ictscore.expr.values import BlankKind

FAULT: frozenset[BlankKind] = frozenset({"fault"})
_NOT_NEGATIVE = Range(low=Fraction(0))


def constant(value: Fraction | bool | str) -> Possible:  # noqa: FBT001
    """Return a number, a truth or a text that is written."""
    if isinstance(value, bool):
        return Possible(truths=frozenset({value}))
    return Possible(exactly(value)) if isinstance(value, Fraction) else Possible(texts=frozenset({value}))


def points_of(points: Mapping[str, Range], name: str, known: Knowledge) -> Possible:
    """Return the points of a criterion or section; where all are known, one that is not among them does not apply."""
    if not known.scored:
        return Possible(points.get(name, Range()), blanks=FAULT)
    return Possible(points[name]) if name in points else Possible(blanks=FAULT)


def members_of(expr: OfMembers, known: Knowledge) -> Range:
    """Return what an aggregate over members may come to."""
    if expr.how == "count":
        return Range(low=Fraction(0), whole=True)
    if expr.of == "total":
        return known.measures.get(f"total of {expr.group}", Range()) if expr.how != "sum" else Range()
    theirs = known.everyone.get(expr.of) or known.answers.get(expr.of, Possible(Range()))
    answer = theirs.numbers or Range()
    if expr.how == "sum":
        return _NOT_NEGATIVE if answer.low is not None and answer.low >= 0 else Range()
    return Range(answer.low, answer.high)
