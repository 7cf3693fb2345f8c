"""Promises about expressions as text: what is printed of nodes that no text of the language makes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Const,
    Given,
    GroupExtreme,
    Labelled,
    NoValue,
    OfMembers,
    PointsOf,
    SectionPoints,
    number,
    product,
)
from ictscore.expr.parse import parse_expression
from ictscore.expr.text import expression_text, extreme_key, value_text
from ictscore.expr.values import missing
from ictscore.words import phrase

A = AnswerTo("a")


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (GroupExtreme(A, "highest", "ranked"), "highest(a)"),
        (OfMembers("total", "xa", "mean"), "mean(xa.total)"),
        (NoValue("fault", phrase("x")), "<fault>"),
        (Given("a"), "given(a)"),
        (PointsOf("i.a"), "points(i.a)"),
        (SectionPoints("s"), "section(s)"),
        (Labelled(A, "Tên"), "a"),
        (Add(()), "0"),
        (Add((A,)), "sum(a)"),
        (Const(Fraction(1, 3)), "(1 / 3)"),
        (Const(Fraction(-1, 4)), "(-0.25)"),
    ],
)
def test_every_node_has_a_text(node, text):
    """What formulas are made of can be printed."""
    assert expression_text(node) == text


@pytest.mark.parametrize(
    ("value", "text"), [(True, "yes"), (False, "no"), ("x", '"x"'), (Fraction(171, 10), "17.1"), (missing("a"), "<missing>")]
)
def test_every_value_has_a_text(value, text):
    """A blank is shown by its kind."""
    assert value_text(value) == text


@pytest.mark.parametrize(
    "text", ["a - (b - c)", "a / (b * c)", "(a + b) * c", "not (a and b)", "(if a then 1 else 2) + 1", "a - (b + c)", "(a or b) and c"]
)
def test_brackets_stand_where_they_are_needed(text):
    """A printed expression has the brackets without which it would be another."""
    assert expression_text(parse_expression(text)) == text


def test_extremes_of_other_circles_are_kept_apart():
    """The highest among the ranked is not the highest among the assessed."""
    keys = {extreme_key(GroupExtreme(A, how, among)) for how in ("highest", "lowest") for among in ("ranked", "assessed")}
    assert len(keys) == 4


def test_a_factor_of_one_is_left_out():
    """Neither side of a product need be 1."""
    assert (product(number(1), A), product(A, number(1))) == (A, A)
