"""Promises about the expression language: what is understood, and what is refused at which character."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

import pytest

from ictscore.expr.errors import KINDS, ExpressionError
from ictscore.expr.nodes import (
    Add,
    AnswerTo,
    Both,
    Compare,
    Const,
    CountTrue,
    Divide,
    Either,
    Given,
    Greatest,
    If,
    Least,
    Mean,
    Measure,
    Multiply,
    Not,
    PointsOf,
    Rounded,
    SectionPoints,
    Subtract,
    number,
)
from ictscore.expr.parse import parse_expression

A, B, C = AnswerTo("a"), AnswerTo("b"), AnswerTo("c")


def refused(text: str) -> tuple[str, int]:
    """Return the kind of slip and its offset."""
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text)
    return caught.value.kind, caught.value.offset


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a + b * c", Add((A, Multiply(B, C)))),
        ("(a + b) * c", Multiply(Add((A, B)), C)),
        ("a - b - c", Subtract(Subtract(A, B), C)),
        ("a - (b - c)", Subtract(A, Subtract(B, C))),
        ("a / b * c", Multiply(Divide(A, B), C)),
        ("a / b / c", Divide(Divide(A, B), C)),
        ("-a * b", Multiply(Subtract(number(0), A), B)),
        ("a - -3", Subtract(A, number(-3))),
        ("a + b < c", Compare("<", Add((A, B)), C)),
        ("not a = b", Not(Compare("=", A, B))),
        ("not a and b", Both((Not(A), B))),
        ("a or b and c", Either((A, Both((B, C))))),
        ("a and b or c", Either((Both((A, B)), C))),
        ("a and b and c", Both((A, B, C))),
        ("if a then b else c + 1", If(A, B, Add((C, number(1))))),
        ("if a then if b then 1 else 2 else 3", If(A, If(B, number(1), number(2)), number(3))),
        ("1 + (if a then b else c)", Add((number(1), If(A, B, C)))),
        ("-(-a)", Subtract(number(0), Subtract(number(0), A))),
        ("--3", number(3)),
    ],
)
def test_operations_bind_as_in_arithmetic(text, tree):
    """Points before lines, comparison before not, not before and, and before or; chains go left to right."""
    assert parse_expression(text) == tree


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a − b", "a - b"),
        ("a × b", "a * b"),
        ("a ÷ b", "a / b"),
        ("a ≠ b", "a != b"),
        ("a ≤ b", "a <= b"),
        ("a ≥ b", "a >= b"),
        ("−a", "-a"),
    ],
)
def test_printed_signs_mean_the_same_as_typed_ones(text, plain):
    """The signs of printed mathematics are understood."""
    assert parse_expression(text) == parse_expression(plain)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("0.75", Const(Fraction(3, 4))),
        ("0", Const(Fraction(0))),
        ('"Người đứng đầu"', Const("Người đứng đầu")),
        ("yes", Const(True)),
        ("no", Const(False)),
        ("total", Measure("total")),
        ("max_points", Measure("max_points")),
        ("percent", Measure("percent")),
        ("least_share", Measure("least_share")),
        ("min(a, 5)", Least((A, number(5)))),
        ("max(a)", Greatest((A,))),
        ("sum(a, b, c)", Add((A, B, C))),
        ("mean(a, b)", Mean((A, B))),
        ("count(a, b = 1)", CountTrue((A, Compare("=", B, number(1))))),
        ("round(a)", Rounded(A, 0, "nearest")),
        ("round(a, 2)", Rounded(A, 2, "nearest")),
        ("floor(a)", Rounded(A, 0, "floor")),
        ("ceil(a)", Rounded(A, 0, "ceil")),
        ("points(i.ha_tang.may_tinh)", PointsOf("i.ha_tang.may_tinh")),
        ("points(total)", PointsOf("total")),
        ("section(i_ha_tang)", SectionPoints("i_ha_tang")),
        ("given(a)", Given("a")),
        ("min", AnswerTo("min")),
        (" a\n", A),
    ],
)
def test_values_names_and_functions_are_understood(text, tree):
    """Numbers, texts, names and every function give their node."""
    assert parse_expression(text) == tree


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", ["số_máy", "số_máy + đơn_vị", "given(tỷ_lệ)"])
def test_vietnamese_names_are_the_same_composed_or_not(form, text):
    """A name typed with separate tone marks is the same name."""
    assert parse_expression(unicodedata.normalize(form, text)) == parse_expression(text)


def test_a_bare_vietnamese_name_is_an_answer():
    """A name alone, however its letters are composed, is the answer of that id."""
    assert parse_expression(unicodedata.normalize("NFD", "số_máy")) == AnswerTo("số_máy")


def test_texts_are_composed():
    """A text to compare with is taken composed."""
    assert parse_expression(unicodedata.normalize("NFD", '"Trưởng"')) == Const("Trưởng")


def test_a_node_knows_where_it_was_read():
    """The span of a name is its place in the text."""
    tree = parse_expression("10 * (số_máy + b)")
    assert [(node.id, node.span) for node in tree.walk() if isinstance(node, AnswerTo)] == [("số_máy", (6, 12)), ("b", (15, 16))]


def test_a_chain_spans_from_its_first_to_its_last_part():
    """An operation reaches over its operands."""
    assert parse_expression("a + b * 2").span == (0, 9)


@pytest.mark.parametrize(
    ("text", "kind", "offset"),
    [
        ("", "empty", 0),
        ("   ", "empty", 0),
        ("a + " + "b" * 497, "too_long", 500),
        ("(" * 31 + "a" + ")" * 31, "too_deep", 30),
        ("-" * 30 + "a", "too_deep", 0),
        ("not " * 30 + "a", "too_deep", 0),
        ("+".join("a" * 101), "too_many_operations", 0),
        ("a + 1234567890123", "too_many_digits", 4),
        ("0.1234567890123", "too_many_digits", 0),
        ("7,5 * a", "decimal_comma", 0),
        ("a * 0,75", "decimal_comma", 4),
        ("a * 50%", "percent_sign", 6),
        ("a ^ 2", "power", 2),
        ("a ** 2", "power", 2),
        ("a == 2", "double_equals", 2),
        ("a # b", "comment", 2),
        ("ａ + 1", "odd_character", 0),
        ("a + １", "odd_character", 4),
        ("a\u200b + 1", "odd_character", 1),
        ("a + \u202eb", "odd_character", 4),
        ("a + 010", "unexpected", 4),
        ("a b", "unexpected", 2),
        ("a ? b", "unexpected", 2),
        ("a + )", "unexpected", 4),
        ("* a", "unexpected", 0),
        ("a < b < c", "unexpected", 6),
        ("= a", "unexpected", 0),
        ("a.b + 'x'", "unexpected", 6),
        ("x.__class__[0]", "unexpected", 11),
        ("lambda: 1", "unexpected", 6),
        ("a if b else c", "unexpected", 2),
        ("min(a,)", "unexpected", 6),
        ("a; b", "unexpected", 1),
        ("a = b\nc", "unexpected", 6),
        ('"open', "unexpected", 0),
        ("a +", "unfinished", 3),
        ("(a", "unfinished", 2),
        ("if a then b", "unfinished", 11),
        ("min(", "unfinished", 4),
        ("__import__(a)", "unknown_function", 0),
        ("1 + SUM(a)", "unknown_function", 4),
        ("min()", "arguments", 0),
        ("round(a, b)", "arguments", 0),
        ("round(a, 13)", "arguments", 0),
        ("round(a, 0.5)", "arguments", 0),
        ("round(a, yes)", "arguments", 0),
        ("round()", "arguments", 0),
        ("round(a, 1, 2)", "arguments", 0),
        ("floor(a, b)", "arguments", 0),
        ("ceil()", "arguments", 0),
        ("1 + points(2)", "wants_name", 4),
        ("section(a + b)", "wants_name", 0),
        ("given(a, b)", "wants_name", 0),
        ("given()", "wants_name", 0),
    ],
)
def test_a_slip_is_named_at_its_character(text, kind, offset):
    """Every kind of slip is told from the others, with the offset where it shows."""
    assert refused(text) == (kind, offset)


def test_thirty_elses_are_the_most():
    """A chain of choices has its limit even within the limit of characters."""
    assert refused("if a then 1 else" * 31 + " 1")[0] == "too_deep"


def test_limits_are_inclusive():
    """Thirty brackets, a hundred summands and twelve digits are still read."""
    for text in ("(" * 30 + "a" + ")" * 30, "+".join("a" * 100), "a + 123456789012"):
        assert parse_expression(text)


@pytest.mark.parametrize(
    "text", ['a = "7,5 % ** == # ^"', 'a = "1234567890123456"', "points(c.1.2.3.4.5.6.7.8.9)", "câu_2019072300001 + 1"]
)
def test_slips_are_not_seen_in_texts_and_names(text):
    """Inside quotes, and inside ids with many digits, nothing is taken for a slip."""
    assert parse_expression(text)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_slip_has_words(kind):
    """Every slip can be told to a person."""
    values = {"limit": 1, "read": "x", "known": ("a",), "expected": "y"}
    assert str(ExpressionError(kind, 0, **values))
