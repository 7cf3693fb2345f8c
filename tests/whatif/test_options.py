"""What can be done in a cluster, and what it costs."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.costs import read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import Line
from ictscore.whatif.options import Count, offers_of
from ictscore.whatif.problem import Posed, problem_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

RULES = """
answers: {x: {type: count, max: 4}, y: {type: count, min: 1, max: 4}}
criteria: [{id: a, max_points: 8, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}]
"""


def cluster_of(opened):
    """Return a unit with 1 of 4, and its only cluster."""
    rescorer = opened(RULES, {"A": {"x": 1, "y": 4}})
    (cluster,) = problem_of(rescorer, Posed(Line(Fraction(8))), domains_of(rescorer)).clusters
    return rescorer, cluster


def test_every_set_of_answers_is_offered(opened):
    """Nothing; each by itself; both. x alone brings 8 − 2 = 6 more, y alone (1 of 1) as much."""
    _, cluster = cluster_of(opened)
    offers = offers_of(cluster, Count())
    for each in offers.options:
        each.seek(None)
    assert {frozenset(each.answers): each.best for each in offers.options} == {
        frozenset(): 0, frozenset("x"): 6, frozenset("y"): 6, frozenset("xy"): 6,
    }  # fmt: skip
    assert offers.left is None


def test_only_so_many_at_once(opened):
    """With one change at most, both together are not offered, and that is still all there is."""
    _, cluster = cluster_of(opened)
    offers = offers_of(cluster, Count(), 1)
    assert (sorted(len(each.answers) for each in offers.options), offers.left) == ([0, 1, 1], None)


def test_wholes_weigh_a_trifle_more():
    """One answer is one answer; a whole comes after a part."""
    price = Count(frozenset("y"))
    assert price.of_set(("x",)) == 1 < price.of_set(("y",)) < 2 == price.of_set(("x", "z"))
    assert price.of_changes({}, {"x": Fraction(1)}) == 1


def test_values_are_weighed_where_they_have_a_price(opened):
    """Each machine costs 1: x 2, 3, 4 cost 1, 2, 3 and bring 2, 4, 6; lowering it brings less and is left out."""
    rescorer, cluster = cluster_of(opened)
    costs = read_costs(b"costs: {x: {each: 1}, y: {each: 100}}", "c.yaml", rescorer.rulebook, "g")
    offers = offers_of(cluster, costs)
    assert [(each.weight, each.best) for each in offers.options] == [(0, 0), (1, 2), (2, 4), (3, 6)]
    assert offers.left is None


EIGHT = f"""
answers: {{{", ".join(f"x{each}: yes_no" for each in range(8))}}}
criteria:
  - {{id: a, max_points: 8, formula: {{kind: formula, expr: "{" + ".join(f"(if x{each} then 1 else 0)" for each in range(8))}"}}}}
"""


def test_every_set_of_eight_answers_that_hang_together_is_offered(opened):
    """2 to the power of 8 are 256 sets, the empty one among them; eight points want all eight, and that no fewer do is proved."""
    rescorer = opened(EIGHT, {"A": {f"x{each}": False for each in range(8)}})
    domains = domains_of(rescorer)
    (cluster,) = problem_of(rescorer, Posed(Line(Fraction(8))), domains).clusters
    offers = offers_of(cluster, Count())
    assert (len(offers.options), offers.left) == (256, None)
    found = smallest(rescorer, Target("points", Fraction(8)), domains)
    assert (found.reached, len(found.changes), found.is_proved) == (True, 8, True)
