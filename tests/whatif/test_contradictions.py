"""Answers that scoring refuses together."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.contradictions import contradict

RULES = """
answers: {x: {type: count, not_applicable: true}, y: {type: count, not_applicable: true}}
criteria:
  - id: a
    max_points: 5
    not_applicable: {declared: true, then: drop}
    formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}
"""


@pytest.mark.parametrize(
    ("x", "y", "expected", "capped"),
    [(2, 4, False, False), (5, 4, True, False), (1, "n/a", True, True), (0, "n/a", False, False), ("n/a", 4, False, False)],
)
def test_a_part_is_no_more_than_its_whole_and_needs_one(opened, x, y, expected, capped):
    """5 of 4 is an error, and only warned of where points are capped; 1 of what does not apply is an error in both; 0 of it is none."""
    plain, cap = RULES, RULES.replace("over: y,", "over: y, above_one: cap,")
    found = []
    for rules in (plain, cap):
        rescorer = opened(rules, {"A": {"x": x, "y": y}})
        (share,) = next(iter(rescorer.rulebook.criteria_of("g"))).formula.shares_of()
        found.append(contradict(share, rescorer.scope({})))
    assert found == [expected, capped]


def test_what_was_so_before_is_no_new_error(opened):
    """5 of 4 stands in the survey already: 6 of 4 is refused no more than that."""
    assert opened(RULES, {"A": {"x": 5, "y": 4}}).agree({"x": Fraction(6)})
