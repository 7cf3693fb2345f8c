"""Where answers have few values, the cheapest changes are found and proved by scoring every combination."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.costs import Costs, read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effort import Effort
from ictscore.whatif.every import every_combination
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 4}, y: {type: count, max: 4}, z: yes_no}
criteria:
  - {id: a, max_points: 4, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 4, formula: {kind: formula, expr: "max(0, 4 - (x - y) * (x - y))"}}
  - {id: c, max_points: 3, formula: {kind: yes_no, of: z}}
"""
START = {"x": 0, "y": 4, "z": False}


@pytest.fixture
def asked(opened):
    """Return one unit of 0 points, and what its changes cost: each x 2, each y 1, z 7."""
    rescorer = opened(RULES, {"A": START})
    text = b"costs: {x: {each: 2}, y: {each: 1}, z: {change: 7}}"
    return rescorer, read_costs(text, "costs.yaml", rescorer.rulebook, "g"), domains_of(rescorer)


def holds_from(rescorer, points):
    """Return what says whether changes bring so many points."""
    return lambda changes: rescorer.alone(changes).total >= points


def test_every_combination_is_tried_the_cheapest_first(asked):
    """For 4 points: y from 4 to 0 costs 4 and brings b to 4. x alone costs 2 each: x 2 has 2 + 0, x 3 costs 6; x 1 with y 3 to 1 has 1 + 4.

    x 1 and y 2 cost 2 + 2 = 4 as well and bring 1 + 3 = 4.
    """
    rescorer, costs, domains = asked
    found = every_combination(rescorer, costs, domains, holds_from(rescorer, 4), within=None, at_most=None, most=20_000)
    assert found.weight == 4
    assert sorted(map(str, found.changes)) == sorted(map(str, ({"y": Fraction(0)}, {"x": Fraction(1), "y": Fraction(2)})))


def test_so_many_answers_at_most(asked):
    """With one answer only, of the two that cost 4 the one of a single answer is left."""
    rescorer, costs, domains = asked
    found = every_combination(rescorer, costs, domains, holds_from(rescorer, 4), within=None, at_most=1, most=20_000)
    assert found.changes == ({"y": Fraction(0)},)


def test_what_is_too_dear_is_not_tried(asked):
    """Within 3 nothing brings 4 points: x 1 (2) with y 3 (1) has 1 + 0, y 1 (3) has 0 + 3."""
    rescorer, costs, domains = asked
    found = every_combination(rescorer, costs, domains, holds_from(rescorer, 4), within=Fraction(3), at_most=None, most=20_000)
    assert (found.weight, found.changes) == (None, ())
    assert found.tried < 5 * 5 * 2 - 1


def test_nothing_is_said_of_too_many(asked):
    """5 · 5 · 2 = 50 combinations are more than 49; one answer of 5 values is already more than 4."""
    rescorer, costs, domains = asked
    for most in (49, 4):
        assert every_combination(rescorer, costs, domains, holds_from(rescorer, 4), within=None, at_most=None, most=most) is None


RANKED = """
answers: {x: {type: count, max: 4}, y: {type: count, max: 4}}
criteria:
  - {id: a, max_points: 4, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 4, formula: {kind: relative, of: y, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: c, max_points: 4, formula: {kind: formula, expr: "max(0, 4 - (x - y) * (x - y))"}}
ranking: {tie_breaks: [points(b)]}
"""


@pytest.mark.parametrize("mine", [{"x": 0, "y": 4}, {"x": 1, "y": 0}, {"x": 4, "y": 1}])
def test_a_place_that_no_sum_tells_is_proved_where_answers_are_few(opened, mine):
    """Ranks hang on others, who are measured by the unit, and on a tie-break by points: 25 combinations are scored, and that is a proof."""
    rescorer = opened(RANKED, {"A": mine, "B": {"x": 2, "y": 3}, "C": {"x": 3, "y": 2}})
    costs = read_costs(b"costs: {x: {each: 2}, y: {each: 1, change: 1}}", "costs.yaml", rescorer.rulebook, "g")
    target, domains = Target("rank", 1), domains_of(rescorer)
    found = smallest(rescorer, target, domains, costs)
    tried = [{"x": Fraction(x), "y": Fraction(y)} for x in range(5) for y in range(5)]
    changed = [{name: value for name, value in each.items() if value != mine[name]} for each in tried]
    first = [costs.of_changes(rescorer.values, each) for each in changed if rescorer.unit_in(rescorer.assess(each)).rank == 1]
    assert (found.is_proved, found.reached, found.weight) == (True, bool(first), min(first) if first else found.weight)
    assert found.limits == {}


def test_what_was_not_tried_limits_the_proof(opened):
    """X has no bound: values of it beyond those tried might do it, so the proof holds within those that were."""
    rescorer = opened(RANKED.replace("x: {type: count, max: 4}", "x: count"), {"A": {"x": 0, "y": 4}, "B": {"x": 2, "y": 3}})
    costs: Costs = read_costs(b"costs: {x: {each: 2}, y: {each: 1}}", "costs.yaml", rescorer.rulebook, "g")
    found = smallest(rescorer, Target("rank", 1), domains_of(rescorer), costs, effort=Effort(2))
    assert found.is_proved
    assert set(found.limits) <= {"x"}
