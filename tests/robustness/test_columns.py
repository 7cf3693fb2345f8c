"""Promises about the value of a unit under other weights, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.robustness.columns import columns_of, rank_by

RULES = """
id: vung
answers:
  x: {label: X, type: count}
  y: {label: Y, type: count}
  z: {label: Z, type: count}
  t: {label: T, type: count, not_applicable: true}
groups: [{id: g, max_points: 40}]
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
  - {id: c, max_points: 20, formula: {kind: count, of: t, each: 1}, not_applicable: [{declared: true, then: drop}]}
bonus: {max_points: 5, criteria: [{id: them, max_points: 5, formula: {kind: count, of: z, each: 1}}]}
"""


@pytest.fixture
def columns(rules, score):
    """Return the columns of two units: A has 8, 2 and 10 of 10, 10 and 20 and one bonus point; B has 5 and 5, and no third criterion."""
    book = rules(RULES)
    result = score(book, {"A": {"x": 8, "y": 2, "t": 10, "z": 1}, "B": {"x": 5, "y": 5, "t": "n/a", "z": 0}})
    return columns_of(book.rulebook, result.groups[0])


def unit(columns, name):
    """Return a unit by its name."""
    return next(each for each in columns.units if each.score.unit == name)


def test_equal_weights_give_the_points(columns):
    """With all weights alike a unit has what it has: A 20 + 1 = 21, B 10."""
    assert [columns.value(unit(columns, each), [1, 1, 1]) for each in "AB"] == [21, 10]
    assert columns.value(unit(columns, "A"), [7, 7, 7]) == 21


def test_weights_move_points_as_a_rulebook_with_these_maxima_would(columns):
    """Twice the first criterion: A (16 + 2 + 10) × 40 ÷ 50 + 1 = 23.4; B, to which 30 of 50 apply, (10 + 5) × 40 ÷ 50 = 12."""
    assert columns.value(unit(columns, "A"), [2, 1, 1]) == Fraction(117, 5)
    assert columns.value(unit(columns, "B"), [2, 1, 1]) == 12


def test_without_its_criteria_a_unit_has_nothing(columns):
    """Only the third criterion counts, and B has none: it gets 0, and A 10 × 40 ÷ 20 + 1 = 21."""
    assert [columns.value(unit(columns, each), [0, 0, 1]) for each in "AB"] == [21, 0]


def test_one_unit_is_no_ranking(rules, score):
    """Alone there is nothing to try out."""
    book = rules(RULES)
    assert columns_of(book.rulebook, score(book, {"A": {"x": 1, "y": 1, "t": 1, "z": 0}}).groups[0]) is None


def test_equal_values_share_a_rank():
    """Two first places, then the third."""
    assert rank_by([Fraction(2), Fraction(3), Fraction(3), Fraction(1)]) == [3, 1, 1, 4]
