"""Arithmetic with spans, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.nodes import Add, AnswerTo, Divide, Greatest, Least, Mean, Multiply, Rounded, Subtract
from ictscore.whatif import spans
from ictscore.whatif.spans import LINE

X = AnswerTo("x")


def span(low, high):
    """Return a span of two numbers, or without a limit."""
    return (None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (spans.add(Add((X, X)), [span(1, 2), span(-1, 5)]), span(0, 7)),
        (spans.add(Add((X, X)), [span(1, None), span(0, 1)]), span(1, None)),
        (spans.mean(Mean((X, X)), [span(1, 2), span(3, 6)]), span(2, 4)),
        (spans.subtract(Subtract(X, X), [span(1, 2), span(0, 5)]), span(-4, 2)),
        (spans.multiply(Multiply(X, X), [span(-1, 2), span(3, 4)]), span(-4, 8)),
        (spans.multiply(Multiply(X, X), [span(0, None), span(1, 1)]), span(0, None)),
        (spans.multiply(Multiply(X, X), [span(2, None), span(-3, 0)]), span(None, 0)),
        (spans.multiply(Multiply(X, X), [span(-1, None), span(None, 4)]), LINE),
        (spans.divide(Divide(X, X), [span(1, 4), span(2, 4)]), span("1/4", 2)),
        (spans.divide(Divide(X, X), [span(1, 4), span(0, 4)]), LINE),
        (spans.divide(Divide(X, X), [span(1, 4), span(2, None)]), span(0, 2)),
        (spans.divide(Divide(X, X), [span(6, None), span(-3, -2)]), span(None, -2)),
        (spans.minimum(Least((X, X)), [span(1, 9), span(2, None)]), span(1, 9)),
        (spans.maximum(Greatest((X, X)), [span(1, 9), span(2, None)]), span(2, None)),
        (spans.rounded(Rounded(X, 0, "floor"), [span("1/2", "5/2")]), span(0, 2)),
        (spans.around(span(0, 1), span(-2, None)), span(-2, None)),
    ],
)
def test_what_an_operation_can_come_to(found, expected):
    """Sums add both ends; products take the outermost corners; a divisor that can be 0 tells nothing."""
    assert found == expected


@pytest.mark.parametrize(
    ("op", "left", "right", "expected"),
    [
        ("<", (0, 1), (2, 3), {True}),
        ("<", (0, 2), (2, 3), {True, False}),
        ("≥", (0, 1), (2, 3), {False}),
        ("=", (2, 2), (2, 2), {True}),
        ("=", (0, 1), (2, 3), {False}),
        ("≠", (0, 5), (2, 2), {True, False}),
        (">", (3, None), (2, 2), {True}),
        ("≤", (None, 3), (3, 3), {True}),
    ],
)
def test_relations_that_can_hold_and_fail(op, left, right, expected):
    """Spans that do not overlap decide; those that touch or overlap leave both open, but for orders that touching settles."""
    assert spans.relation(op, span(*left), span(*right)) == expected
