"""Laws of the expression language over random trees: text and tree, generated code and explained evaluation, arithmetic and value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from random_trees import (
    EXTREME,
    TEXTS,
    Unit,
    answers,
    decimals,
    gaps,
    made_trees,
    number_leaves,
    parsed_trees,
    trees,
    truth_leaves,
)

from ictscore.expr.compiled import compile_expression
from ictscore.expr.errors import ExpressionError
from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import (
    AnswerTo,
    Compare,
    Const,
    Divide,
    Expr,
    Given,
    If,
    number,
)
from ictscore.expr.parse import parse_expression
from ictscore.expr.text import arithmetic_text, expression_text, extreme_key
from ictscore.expr.values import Blank, Value, missing


@settings(max_examples=300)
@given(parsed_trees)
def test_the_text_of_a_tree_is_read_as_the_same_tree(tree):
    """What is printed of an expression is that expression."""
    text = expression_text(tree)
    try:
        read = parse_expression(text)
    except ExpressionError as error:
        assume(error.kind not in {"too_long", "too_many_operations", "too_deep"})
        raise
    assert read == tree


def _agree(tree: Expr, given: dict[str, Value], extremes: dict[str, Value]) -> None:
    pair = compile_expression(tree)(given, extremes)
    if pair is not None:
        assert pair[1] > 0
        assert Fraction(*pair) == evaluate(tree, Unit(given, extremes)).value


@settings(max_examples=1000)
@given(made_trees, answers, decimals)
def test_generated_code_gives_what_the_explained_evaluation_gives(tree, given, extreme):
    """Where the fast way gives a number, it is the number of the slow way, with a positive denominator."""
    _agree(tree, given, {extreme_key(EXTREME): extreme})


@settings(max_examples=300)
@given(made_trees, answers, gaps, st.booleans())
def test_generated_code_gives_up_rather_than_guess(tree, given, holes, without_extreme):
    """With answers missing, not applicable or not there at all, a number still is the number of the slow way."""
    holed = {name: holes.get(name, value) for name, value in given.items() if holes.get(name, value) is not None}
    _agree(tree, holed, {} if without_extreme else {extreme_key(EXTREME): Fraction(1)})


@settings(max_examples=300)
@given(trees(number_leaves, truth_leaves), answers)
def test_generated_code_covers_what_criteria_ask(tree, given):
    """With all answers given, the fast way gives up only where the slow way has no value, or something else than a number is compared."""
    odd = any(isinstance(node, Given) or (isinstance(node, Compare) and not _plain(node)) for node in tree.walk())
    zero = any(isinstance(node, Divide) for node in tree.walk())
    if not odd and not zero:
        assert compile_expression(tree)(given, {}) is not None


def _plain(node: Compare) -> bool:
    sides = (node.left, node.right)
    if any(isinstance(side, Const) and isinstance(side.value, bool) for side in sides):
        return False
    return not all(isinstance(side, AnswerTo) and side.id in TEXTS for side in sides)


@settings(max_examples=300)
@given(trees(number_leaves, truth_leaves), answers)
def test_the_arithmetic_shown_comes_to_the_value_shown(tree, given):
    """The numbers that explain a result can be worked through again and give the result."""
    derivation = evaluate(tree, Unit(given, {}))
    assume(isinstance(derivation.value, Fraction))
    text = arithmetic_text(derivation)
    assume("<" not in text.replace("<=", "").replace("< ", ""))
    try:
        again = evaluate(parse_expression(text), Unit({}, {})).value
    except ExpressionError as error:
        assume(error.kind not in {"too_long", "too_many_operations", "too_deep", "too_many_digits"})
        raise
    assert again == derivation.value


@settings(max_examples=300)
@given(made_trees, answers, gaps)
def test_no_data_raise_an_exception(tree, given, holes):
    """Whatever was answered, an expression comes to a number or to a blank that says why not."""
    holed = {name: holes.get(name, value) for name, value in given.items() if holes.get(name, value) is not None}
    assert isinstance(evaluate(tree, Unit(holed, {})).value, (Fraction, Blank))


@settings(max_examples=300)
@given(st.text(alphabet='ab01.5+-*/()=<>≠≤≥×÷−," #%^_éifthenelsorandyxmc ', max_size=40))
def test_any_text_is_read_or_refused_at_a_character(text):
    """No text brings anything but a tree or a slip with an offset inside the text."""
    slip = None
    try:
        spans = [node.span for node in parse_expression(text).walk()]
    except ExpressionError as error:
        slip, spans = str(error), [(error.offset, error.offset)]
    assert slip != ""
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@pytest.mark.parametrize("rows", [1, 30, 99, 100, 150])
def test_long_tables_of_steps_give_the_same_both_ways(rows):
    """A table may have more rows than branches can stand inside each other in generated code."""
    table: Expr = number(0)
    for step in range(rows):
        table = If(Compare("≥", AnswerTo("n"), number(step)), number(step), table)
    for value in (-1, 0, rows // 2, rows):
        _agree(table, {"n": Fraction(value)}, {})


def test_code_with_every_answer_given_is_fast_code():
    """An ordinary ratio needs no explained evaluation."""
    tree = parse_expression("if b = 0 then 0 else min(1, a / b) * 10")
    assert compile_expression(tree)({"a": Fraction(3), "b": Fraction(4)}, {}) == (30, 4)


@pytest.mark.parametrize("text", ["points(a)", "section(s)", "total", "if given(a) then 1 else 2", "if yes = t then 1 else 2", '"x"', "t"])
def test_code_knows_when_it_is_asked_for_more(text):
    """Points of other criteria, measures and the like are left to the explained evaluation."""
    assert compile_expression(parse_expression(text))({"a": Fraction(1), "t": missing("t")}, {}) is None


def test_a_number_where_a_condition_is_wanted_is_given_up():
    """An answer that is neither yes nor no decides nothing."""
    assert compile_expression(parse_expression("if t then 1 else 2"))({"t": Fraction(1)}, {}) is None


def test_a_number_where_a_text_is_wanted_is_given_up():
    """An answer that is no text is not compared with one."""
    assert compile_expression(parse_expression('if w = "x" then 1 else 2'))({"w": Fraction(1)}, {}) is None


def test_a_branch_that_cannot_be_compiled_gives_up_only_there():
    """The other branch keeps its number."""
    code = compile_expression(parse_expression("if a > 1 then points(x) else a"))
    assert (code({"a": Fraction(2)}, {}), code({"a": Fraction(1)}, {})) == (None, (1, 1))
