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
from ictscore.expr.text import expression_text, extreme_key, said_text, value_text
from ictscore.expr.values import missing
from ictscore.words import phrase, speak

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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max(3 - sum(tre * 0.25, thieu), 0)", "max(3 - sum(tre * 0,25; thieu); 0)"),
        ('if cap = "1.2, hai" then 1.5 else 0', 'if cap = "1.2, hai" then 1,5 else 0'),
        ("points(i.1.2) + section(3)", "points(i.1.2) + section(3)"),
        ("(1 / 3)", "(1 / 3)"),
    ],
)
def test_texts_are_said_with_the_decimal_sign_of_the_reader(text, said):
    """Vietnamese has the decimal comma, and semicolons where that would not be told from the others; ids and quoted texts stay."""
    speak("vi")
    assert said_text(text) == said
    speak("en")
    assert said_text(text) == text
