"""Promises about evaluation: exact values by hand, blanks that say why, and no exception for any data."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from ictscore.expr.evaluate import evaluate
from ictscore.expr.nodes import Expr, GroupExtreme, Labelled, Measure, NoValue, OfMembers, number
from ictscore.expr.parse import parse_expression
from ictscore.expr.text import arithmetic_text
from ictscore.expr.values import Blank, Value, fault, missing, not_applicable, unreadable
from ictscore.words import phrase


@dataclass
class Unit:
    """A unit with answers, and one value for everything else that can be asked."""

    answers: dict[str, Value] = field(default_factory=dict)
    other: Value = Fraction(7)

    def answer(self, identifier: str) -> Value:
        """Return the answer."""
        return self.answers.get(identifier, missing(identifier))

    def points(self, criterion: str) -> Value:
        """Return the points."""
        return self.other

    section = points

    def measure(self, node: Measure) -> Value:
        """Return the measure."""
        return self.other

    def extreme(self, node: GroupExtreme) -> Value:
        """Return the extreme."""
        return self.other

    def of_members(self, node: OfMembers) -> Value:
        """Return the aggregate."""
        return self.other


UNIT = Unit(
    {
        "a": Fraction(3),
        "b": Fraction(-5, 2),
        "z": Fraction(0),
        "t": True,
        "f": False,
        "w": "truong",
        "na": not_applicable("na"),
        "u": unreadable("u"),
    }
)


def value(text: str) -> Value:
    """Return what a text comes to for the unit."""
    return evaluate(parse_expression(text), UNIT).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b", Fraction(1, 2)),
        ("a - b", Fraction(11, 2)),
        ("a * b", Fraction(-15, 2)),
        ("a / b", Fraction(-6, 5)),
        ("10 / a", Fraction(10, 3)),
        ("-b", Fraction(5, 2)),
        ("min(a, b, 1)", Fraction(-5, 2)),
        ("max(a, b, 1)", Fraction(3)),
        ("sum(a, b, 1)", Fraction(3, 2)),
        ("mean(a, b, 1)", Fraction(1, 2)),
        ("count(t, f, a > 1)", Fraction(2)),
        ("round(b)", Fraction(-3)),
        ("round(10 / a, 2)", Fraction(333, 100)),
        ("round(-10 / a, 2)", Fraction(-333, 100)),
        ("floor(b)", Fraction(-3)),
        ("ceil(b)", Fraction(-2)),
        ("floor(a)", Fraction(3)),
        ("if t then a else 1 / z", Fraction(3)),
        ("if f then 1 / z else b", Fraction(-5, 2)),
        ("a = 3", True),
        ("a != 3", False),
        ("b < -2.5", False),
        ("b <= -2.5", True),
        ("a > 2.999", True),
        ("a >= 3.001", False),
        ('w = "truong"', True),
        ('w != "pho"', True),
        ("t = yes", True),
        ("not f", True),
        ("t and not f", True),
        ("f or a > b", True),
        ("given(a)", True),
        ("given(x)", False),
        ("given(na)", False),
        ("points(c) + section(s) + total", Fraction(21)),
        ("w", "truong"),
    ],
)
def test_values_are_exact(text, expected):
    """Every operation gives what arithmetic gives, without rounding unless asked."""
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("x + a", "missing", ("x",)),
        ("x + y", "missing", ("x", "y")),
        ("na + a", "not_applicable", ("na",)),
        ("na + x", "missing", ("x",)),
        ("u + x + na", "unreadable", ("u",)),
        ("1 / z", "fault", ()),
        ("x + 1 / z", "fault", ()),
        ("if x then 1 else 2", "missing", ("x",)),
        ("x and t", "missing", ("x",)),
        ("x or f", "missing", ("x",)),
        ("not x", "missing", ("x",)),
        ("x < 1", "missing", ("x",)),
        ("count(t, x)", "missing", ("x",)),
        ("min(a, x)", "missing", ("x",)),
        ("floor(x)", "missing", ("x",)),
        ("mean(a, x)", "missing", ("x",)),
    ],
)
def test_a_blank_says_why_there_is_no_value(text, kind, about):
    """A fault outweighs an unreadable answer, that a missing one, that one which does not apply."""
    found = value(text)
    assert isinstance(found, Blank)
    assert (found.kind, found.about) == (kind, about)


@pytest.mark.parametrize(
    ("text", "expected"), [("f and x", False), ("x and f", False), ("t or x", True), ("x or t", True), ("t or 1 / z > 0", True)]
)
def test_a_term_that_decides_needs_no_others(text, expected):
    """One false term decides a conjunction, and one true term a disjunction, whatever the others lack."""
    assert value(text) is expected


def test_a_prescribed_blank_comes_with_its_reason():
    """What a rule leaves without a value says why."""
    found = evaluate(NoValue("not_applicable", phrase("because {n}", n=1)), UNIT).value
    assert isinstance(found, Blank)
    assert (found.kind, str(found.reason)) == ("not_applicable", "because 1")


def test_a_label_changes_no_value():
    """A name for a part of a formula is only for reading."""
    assert evaluate(Labelled(number(4), "Kết nối"), UNIT).value == 4


@pytest.mark.parametrize("node", [GroupExtreme(number(1), "highest", "ranked"), OfMembers("total", "xa", "mean")])
def test_the_group_and_the_members_are_asked_through_the_unit(node: Expr):
    """Extremes and aggregates come from the scope."""
    assert evaluate(node, UNIT).value == 7


def test_a_derivation_holds_what_was_looked_at():
    """The branch that was not taken is not part of the derivation."""
    derivation = evaluate(parse_expression("if t then a + 1 else x"), UNIT)
    assert [type(each.expr).__name__ for each in derivation.walk()] == ["If", "AnswerTo", "Add", "AnswerTo", "Const"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a / 4 * 10", "3 / 4 * 10"),
        ("if t then a * (b + 1) else 0", "3 * ((-2.5) + 1)"),
        ("min(a, 10 / a)", "min(3, 10 / 3)"),
        ("sum(a, b, 1)", "sum(3, (-2.5), 1)"),
        ("round(a / 7, 2)", "round(3 / 7, 2)"),
        ("ceil(b)", "ceil((-2.5))"),
        ("a + x", "3 + <missing>"),
        ('w = "pho"', '"truong" = "pho"'),
        ("t and not f", "yes and (not no)"),
        ("count(t, f)", "count(yes, no)"),
        ("points(c) + total", "7 + 7"),
    ],
)
def test_the_arithmetic_is_shown_with_its_numbers(text, shown):
    """The values stand where the names stood, and only the branch that was taken."""
    assert arithmetic_text(evaluate(parse_expression(text), UNIT)) == shown


def test_a_fault_is_worded():
    """A division by zero says so."""
    found = value("a / z")
    assert isinstance(found, Blank)
    assert str(found.reason) == str(fault("a denominator is 0").reason) == "a denominator is 0"
