"""Conditions that a target hangs on."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.expr.parse import parse_expression
from ictscore.whatif.conditions import (
    Floor,
    Need,
    conditions_of,
    floor_of,
    grade_wanted,
    has_quota,
    is_hidden,
    knockouts_against,
    knockouts_for,
    needs,
)
from ictscore.whatif.targets import Target

RULES = """
groups: [{id: g}, {id: h}]
answers: {x: {type: count, max: 20}, z: yes_no, u: yes_no, v: yes_no, w: yes_no}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
grades:
  bands:
    - {name: A, from: 15, requires: least_share >= 0.2}
    - {name: B, from: 10}
    - {name: C, from: 5, quota: {share: 50%, of: C}}
    - {name: D}
knockouts:
  - {id: ku, name: Tụt xuống D, when: u, grade: D}
  - {id: kv, name: Không xếp hạng, when: v, unranked: true}
  - {id: kw, name: Chỉ của h, when: w, grade: D, applies_to: [h]}
awards: [{id: bk, positions: 1, grade: B, requires: z, groups: [g]}, {id: all, positions: 1, groups: [g]}]
"""


@pytest.fixture(scope="module")
def rulebook(rules):
    """Return a rulebook with knockouts, and awards of two kinds."""
    return rules(RULES).rulebook


def test_only_the_knockouts_that_undo_a_target_count(rulebook):
    """D is worse than B, but good enough for D; a rank is lost by not being ranked; what is of another group never counts."""

    def names(kind, value, group="g"):
        return [each.id for each in knockouts_against(Target(kind, value), rulebook, group)]

    assert (names("grade", "B"), names("grade", "D"), names("points", 5)) == (["ku"], [], [])
    assert (names("rank", 1), names("award", "bk"), names("award", "all")) == (["kv"], ["ku", "kv"], ["kv"])
    assert names("grade", "B", "h") == ["ku", "kw"]


def test_a_knockout_may_force_a_grade_that_will_do(rulebook):
    """D by force is all that D asks for."""
    assert [each.id for each in knockouts_for(Target("grade", "D"), rulebook, "g")] == ["ku"]
    assert knockouts_for(Target("grade", "B"), rulebook, "g") == ()
    assert knockouts_for(Target("points", 1), rulebook, "g") == ()


def test_conditions_are_told_by_name(rulebook):
    """What the award demands, what grades demand that would do, then the knockouts."""
    found = conditions_of(Target("award", "bk"), rulebook, "g")
    assert [(each.kind, each.name) for each in found] == [
        ("award", "bk"), ("grade", "A"), ("knockout", "Tụt xuống D"), ("knockout", "Không xếp hạng"),
    ]  # fmt: skip
    assert [each.undoing.forbidden for each in found] == [True, True, False, False]


def test_needs_are_what_must_and_what_must_not_be(rulebook):
    """Z must hold; both knockouts must not."""
    assert [each.forbidden for each in needs(Target("award", "bk"), rulebook, "g")] == [False, True, True]


def test_grades_and_quotas_of_a_target(rulebook):
    """An award may want a grade; a quota of C matters to C and to whatever is worse."""
    assert [grade_wanted(Target("award", each), rulebook) for each in ("bk", "all")] == ["B", None]
    assert [has_quota(Target("grade", each), rulebook) for each in "ABC"] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "expected"), [("x > 2 and z", False), ("points(a) > 2", True), ("least_share >= 0.2", True), ("percent > 1", True)]
)
def test_what_looks_at_points_is_hidden(text, expected):
    """Answers by themselves do not tell how such a condition goes."""
    assert is_hidden(parse_expression(text)) == expected


@pytest.mark.parametrize(
    ("text", "forbidden", "floor"),
    [
        ("least_share >= 0.2", False, Floor(Fraction(1, 5), strict=False)),
        ("least_share > 0", False, Floor(Fraction(0), strict=True)),
        ("least_share < 0.2", True, Floor(Fraction(1, 5), strict=False)),
        ("least_share <= 0.2", True, Floor(Fraction(1, 5), strict=True)),
        ("least_share <= 0.2", False, None),
        ("least_share >= 0.2", True, None),
        ("least_share >= 0.2 or z", False, None),
        ("percent >= 20", False, None),
    ],
)
def test_a_bound_on_the_least_share_is_a_demand_on_every_criterion(text, forbidden, floor):
    """At least 20 % everywhere, or: it must not be that one has less. A condition that fails by more points is no such demand."""
    assert floor_of(Need((parse_expression(text),), forbidden=forbidden)) == floor


def test_of_two_conditions_that_would_do_none_is_a_demand():
    """One of them suffices."""
    exprs = parse_expression("least_share >= 0.2"), parse_expression("least_share >= 0.3")
    assert floor_of(Need(exprs)) is None


def test_a_floor_is_held_against_the_maximum_that_applies():
    """2 of 10 are 20 %; of no maximum everything is enough."""
    at_least, above = (Floor(Fraction(1, 5), strict=strict) for strict in (False, True))
    assert [each.holds(Fraction(2), Fraction(10)) for each in (at_least, above)] == [True, False]
    assert at_least.holds(Fraction(0), Fraction(0))
