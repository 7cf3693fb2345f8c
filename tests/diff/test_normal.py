"""The normal form of expressions: what is the same and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.diff.normal import normal_form
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Add, AnswerTo, Compare, Const, Divide, Expr, Greatest, If, Labelled, Least, Multiply, Subtract
from ictscore.expr.parse import parse_expression
from ictscore.expr.values import Blank, Value, missing

SAME = [
    ("a + b", "b + a"),
    ("a + b + c", "c + (b + a)"),
    ("a - b + c", "c - b + a"),
    ("2 * a", "a × 2"),
    ("a * b / c", "b / c * a"),
    ("4 / 5", "0.8"),
    ("1 + 2 * a + 3", "2 * a + 4"),
    ("a > b", "b < a"),
    ("a >= b", "b ≤ a"),
    ("a = b", "b = a"),
    ("p and (q and r)", "r and q and p"),
    ("min(a, min(b, c))", "min(c, b, a)"),
    ("mean(a, b)", "mean(b, a)"),
    ('if a = "x" then 1 else if a = "y" then 2 else 3', 'if a = "y" then 2 else if a = "x" then 1 else 3'),
    ("a / 2", "a * 0.5"),
]
DIFFERENT = [
    ("a - b", "b - a"),
    ("a / b", "b / a"),
    ("a > b", "a ≥ b"),
    ("a + b", "a * b"),
    ("1", "yes"),
    ("p and q", "p or q"),
    ("min(a, b)", "max(a, b)"),
    ("if a > 1 then 2 else if a > 2 then 3 else 0", "if a > 2 then 3 else if a > 1 then 2 else 0"),
    ("round(a, 1)", "round(a, 2)"),
    ("floor(a)", "ceil(a)"),
    ("points(a)", "section(a)"),
    ("a / (b / c)", "a * c / b"),
    ("a * 0", "0"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_the_same_written_in_two_ways(first: str, second: str) -> None:
    """Order, nesting and spelling that cannot change a value leave the normal form alone."""
    assert normal_form(parse_expression(first)) == normal_form(parse_expression(second))


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_what_can_come_out_differently_stays_different(first: str, second: str) -> None:
    """Whatever can change a value, the reason there is none included, is kept apart."""
    assert normal_form(parse_expression(first)) != normal_form(parse_expression(second))


def test_labels_are_no_part_of_it() -> None:
    """A name for explaining does not change what an expression is."""
    a, b = AnswerTo("a"), AnswerTo("b")
    assert normal_form(Labelled(a, "Một")) == normal_form(a)
    for kind in (Multiply, Subtract, Divide):
        assert normal_form(kind(Labelled(a, "Một"), b)) == normal_form(kind(a, b))
    assert normal_form(Least((Labelled(Least((a, b)), "Một"), b))) == normal_form(Least((b, a, b)))


@dataclass
class _Unit:
    """A unit of which only answers are asked."""

    answers: dict[str, Value]

    def answer(self, identifier: str) -> Value:
        return self.answers[identifier]

    points = section = measure = extreme = of_members = answer


_NUMBERS = st.sampled_from([Const(Fraction(each)) for each in ("0", "1", "2", "-1", "1/3")]) | st.sampled_from(
    [AnswerTo(each) for each in "abc"]
)


def _grown(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda terms: Add(tuple(terms))),
        pairs.map(lambda pair: Subtract(*pair)),
        pairs.map(lambda pair: Multiply(*pair)),
        pairs.map(lambda pair: Divide(*pair)),
        pairs.map(Least),
        pairs.map(Greatest),
        st.tuples(st.sampled_from(["<", "≤", "=", "≠", "≥", ">"]), inner, inner, inner, inner).map(
            lambda five: If(Compare(five[0], five[1], five[2]), five[3], five[4])
        ),
    )


_EXPRESSIONS: Any = st.recursive(_NUMBERS, _grown, max_leaves=6)
_ANSWERS = st.fixed_dictionaries({each: st.sampled_from([Fraction(0), Fraction(1), Fraction(5, 2), missing(each)]) for each in "abc"})


@given(_EXPRESSIONS, st.lists(_ANSWERS, min_size=1, max_size=4))
def test_turned_round_it_is_the_same_and_gives_the_same(expr: Expr, units: list[dict[str, Value]]) -> None:
    """An expression with everything turned round that may be has the same normal form and the same value for every unit."""
    turned = _turned(expr)
    assert normal_form(turned) == normal_form(expr)
    for answers in units:
        assert _value(turned, answers) == _value(expr, answers)


@given(st.lists(_EXPRESSIONS, min_size=2, max_size=12), st.lists(_ANSWERS, min_size=1, max_size=4))
def test_equal_forms_have_equal_values(expressions: list[Expr], units: list[dict[str, Value]]) -> None:
    """Two expressions with one normal form give every unit the same: no difference means the same scores."""
    by_form: dict[Any, Expr] = {}
    for expr in expressions:
        other = by_form.setdefault(normal_form(expr), expr)
        for answers in units:
            assert _value(other, answers) == _value(expr, answers)


def _turned(expr: Expr) -> Expr:
    match expr:
        case Add() | Least() | Greatest():
            return type(expr)(tuple(_turned(each) for each in reversed(expr.terms)))
        case Multiply():
            return Multiply(_turned(expr.right), _turned(expr.left))
        case If():
            return If(_turned(expr.condition), _turned(expr.then), _turned(expr.otherwise))
        case Compare():
            flipped: Any = {"<": ">", "≤": "≥", ">": "<", "≥": "≤"}.get(expr.op, expr.op)
            return Compare(flipped, _turned(expr.right), _turned(expr.left))
        case Subtract() | Divide():
            return type(expr)(_turned(expr.left), _turned(expr.right))
        case _:
            return expr


def _value(expr: Expr, answers: dict[str, Value]) -> object:
    value = evaluate(expr, _Unit(answers)).value  # type: ignore[arg-type]
    return value.kind if isinstance(value, Blank) else value
