"""A span holds everything an expression can come to."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ictscore.expr.evaluate import evaluate
from ictscore.expr.parse import parse_expression
from ictscore.expr.values import Blank
from ictscore.whatif.reach import Reach, reach
from ictscore.whatif.spans import LINE

TEXTS = [
    "x + y - 2",
    "x * (y - 3)",
    "if y = 0 then 5 else x / y",
    "min(x, y, 3) + max(x, -y)",
    "round(x / 3, 1) + floor(y / 2) + ceil(x / 2)",
    "mean(x, y)",
    "count(x > y, x = 2, not (y >= 1))",
    "if x >= 2 and y < 3 or x = y then 1 else x - y",
    "x / (y + 1)",
    "if x != y then x else 0",
]


class OneUnit:
    """A unit with two answers."""

    def __init__(self, x, y):
        self.values = {"x": x, "y": y}

    def answer(self, identifier):
        return self.values[identifier]


class Free:
    """A unit whose two answers are free within spans."""

    def __init__(self, x, y):
        self.spans = {"x": x, "y": y}

    def answer(self, identifier):
        return Reach(self.spans[identifier])

    def points(self, criterion):
        return Reach(LINE)

    def extreme(self, node):
        return Reach(LINE)


def inside(value, found):
    """Return whether a value is among what was foretold."""
    if isinstance(value, Blank):
        return value.kind in found.blanks
    if isinstance(value, bool):
        return value in found.words
    low, high = found.span
    return (low is None or low <= value) and (high is None or value <= high)


SPANS = st.tuples(st.integers(-3, 4), st.integers(0, 3)).map(lambda each: (Fraction(each[0]), Fraction(each[0] + each[1])))


@given(st.sampled_from(TEXTS), SPANS, SPANS)
def test_every_value_is_foretold(text, x, y):
    """Whatever whole numbers are taken from the spans, the result lies in the reach; a denominator of 0 may have any."""
    expr = parse_expression(text)
    found = reach(expr, Free(x, y))
    for one, other in itertools.product(range(int(x[0]), int(x[1]) + 1), range(int(y[0]), int(y[1]) + 1)):
        value = evaluate(expr, OneUnit(Fraction(one), Fraction(other))).value
        if not (isinstance(value, Blank) and value.kind == "fault"):
            assert inside(value, found)


@given(st.sampled_from(TEXTS), st.integers(-3, 4), st.integers(1, 4))
def test_one_value_is_foretold_alone(text, x, y):
    """Where every answer has one value, the reach is that of the result."""
    expr = parse_expression(text)
    found = reach(expr, Free((Fraction(x), Fraction(x)), (Fraction(y), Fraction(y))))
    value = evaluate(expr, OneUnit(Fraction(x), Fraction(y))).value
    assert found.span == (value, value)
