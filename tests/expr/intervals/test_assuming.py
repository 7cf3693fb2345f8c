"""What follows from a condition: of answers given, texts that are one, and points once all are scored."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.intervals.knowledge import Knowledge
from ictscore.expr.intervals.possible import EITHER, Possible
from ictscore.expr.intervals.ranges import Range
from ictscore.expr.intervals.reach import Reach
from ictscore.expr.nodes import AnswerTo, Both, Compare, Const, Given, Not, OfMembers, PointsOf, SectionPoints

MISSING = frozenset({"missing"})
X = Possible(Range(Fraction(0), Fraction(9)), blanks=MISSING)
KNOWN = Knowledge({"x": X, "t": Possible(any_text=True, blanks=MISSING), "b": Possible(blanks=MISSING)}, everyone={"x": X})


def assumed(condition, *, truth=True, known=KNOWN):
    """Return what is known where the condition comes to ``truth``."""
    return Reach.assume(condition, known, truth=truth)


def test_an_answer_given_is_not_blank():
    """Where an answer was given it has one of its values; where it was not, none."""
    assert assumed(Given("x")).answers["x"] == Possible(X.numbers)
    assert assumed(Given("x"), truth=False).answers["x"] == Possible(blanks=MISSING)


def test_an_answer_is_not_given_and_blank_at_once():
    """Given and not given contradict each other, and so do a comparison and no answer."""
    assert assumed(Both((Given("x"), Not(Given("x"))))) is None
    assert assumed(Both((Compare(">", AnswerTo("x"), Const(Fraction(1))), Not(Given("x"))))) is None
    assert assumed(Given("b")) is None


def test_of_an_answer_nobody_knows_anything_may_be():
    """An answer outside the survey may be given or not, and assuming it is remembered."""
    assert Reach().value(Given("unknown"), KNOWN).truths == EITHER
    assert assumed(Given("unknown")).truths == {Given("unknown"): True}


def test_a_text_is_one_text():
    """A text that equals one word does not equal another; that it differs from a word leaves all others."""
    one, other = (Compare("=", AnswerTo("t"), Const(word)) for word in ("a", "b"))
    assert assumed(Both((one, other))) is None
    assert assumed(one).answers["t"] == Possible(texts=frozenset({"a"}))
    assert assumed(one, truth=False) == KNOWN


def test_what_is_never_so_is_not_assumed():
    """A constant that is no is never yes."""
    assert assumed(Const(value=False)) is None


@pytest.mark.parametrize("node", [PointsOf, SectionPoints])
def test_points_are_sure_once_all_are_scored(node):
    """Before, points may be wanting; after, those of what applies are there and those of what does not are a fault."""
    ranges = {"a": Range(Fraction(0), Fraction(5))}
    before, after = (Knowledge({}, points=ranges, sections=ranges, scored=scored) for scored in (False, True))
    assert Reach().value(node("a"), before) == Possible(ranges["a"], blanks=frozenset({"fault"}))
    assert Reach().value(node("a"), after) == Possible(ranges["a"])
    assert Reach().value(node("b"), after) == Possible(blanks=frozenset({"fault"}))


def test_what_a_unit_answers_says_nothing_of_its_members():
    """The unit's own answer above 5 leaves those of its members from 0 on."""
    inside = assumed(Compare(">", AnswerTo("x"), Const(Fraction(5))))
    assert Reach().value(OfMembers("x", "g", "least"), inside).numbers == Range(Fraction(0), Fraction(9))
