"""Promises about types: operands of another kind than their operation wants are found where they stand."""

from __future__ import annotations

import pytest

from ictscore.expr.nodes import Labelled, NoValue, number
from ictscore.expr.parse import parse_expression
from ictscore.expr.types import ValueType, mismatches, type_of
from ictscore.words import phrase

ANSWERS: dict[str, ValueType] = {"n": "number", "c": "condition", "w": "text"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1", "number"),
        ("yes", "condition"),
        ('"x"', "text"),
        ("n", "number"),
        ("c", "condition"),
        ("w", "text"),
        ("x", "unknown"),
        ("n < 1", "condition"),
        ("given(n)", "condition"),
        ("c and c", "condition"),
        ("not c", "condition"),
        ("n + 1", "number"),
        ("total", "number"),
        ("if c then n else x", "number"),
        ("if c then x else w", "text"),
    ],
)
def test_every_expression_has_a_type(text, kind):
    """Numbers, conditions and texts are told apart; what is unknown stays unknown."""
    assert type_of(parse_expression(text), ANSWERS) == kind


def test_a_label_has_the_type_of_what_it_names():
    """A label changes no type, and a prescribed blank fits everywhere."""
    assert (type_of(Labelled(number(1), "x"), {}), type_of(NoValue("fault", phrase("x")), {})) == ("number", "unknown")
    assert list(mismatches(Labelled(parse_expression("c + 1"), "x"), "number", ANSWERS))


@pytest.mark.parametrize(
    ("text", "wanted", "offsets"),
    [
        ("n", "number", []),
        ("c", "number", [0]),
        ("n", "condition", [0]),
        ("x", "number", []),
        ("n + c", "number", [4]),
        ("c + w", "number", [0, 4]),
        ("n and c", "condition", [0]),
        ("not n", "condition", [4]),
        ("count(c, n)", "number", [9]),
        ("if n then 1 else 2", "number", [3]),
        ("if c then 1 else w", "number", [17]),
        ("w < 1", "condition", [0]),
        ('w = "x"', "condition", []),
        ("w = 1", "condition", [4]),
        ("c = yes", "condition", []),
        ("x = 1", "condition", []),
        ("n = x", "condition", []),
        ("min(n, w)", "number", [7]),
        ("round(c)", "number", [6]),
        ('"a" + 1', "number", [0]),
    ],
)
def test_misfits_are_found_where_they_stand(text, wanted, offsets):
    """Each operand of the wrong type is told with its offset, and only those."""
    assert [each.span[0] for each in mismatches(parse_expression(text), wanted, ANSWERS)] == offsets
