"""How criteria can turn out, and what that does to others."""

from __future__ import annotations

from ictscore.whatif.clusters import BoxView
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effort import MOST_CASES
from ictscore.whatif.outcomes import assumed, cases, outcome_of, possible
from ictscore.whatif.problem import cases_of

RULES = """
answers: {{x: {{type: count, max: 3}}, y: {{type: count, max: 3}}, k: {{type: count, not_applicable: true}}}}
criteria:
  - {{id: a, max_points: 6{policy}, formula: {formula}}}
  - {{id: b, max_points: 3, formula: {{kind: count, of: x, each: 1}}}}
"""
RATIO = "{kind: ratio, of: x, over: y, above_one: cap, when_denominator_zero: not_applicable}"


def outcomes(opened, policy="", formula=RATIO, unit=None, free=True):
    """Return how a can turn out while x and y are free, or as they are."""
    unit = unit or {"x": 1, "y": 2, "k": 1}
    rescorer = opened(RULES.format(policy=policy, formula=formula), {"A": unit})
    box = {name: (each.low, each.high) for name, each in domains_of(rescorer).items()} if free else {}
    leaf = next(each for each in rescorer.plan.leaves if each.criterion.id == "a")
    return possible(leaf, BoxView(rescorer, box))


def test_a_formula_and_a_policy_say_how_a_criterion_can_turn_out(opened):
    """Over 0 it does not apply and drops out; a policy says what then; a policy that always holds leaves nothing else."""
    assert set(outcomes(opened, ", not_applicable: {when: y = 3, then: full}")) == {"full", "applies"}
    assert outcomes(opened, ", not_applicable: {when: y = 2, then: zero}", free=False) == ("zero",)
    assert outcomes(opened, formula="{kind: count, of: x, each: 1}") == ("applies",)


def test_what_was_declared_not_applicable_stays_so(opened):
    """K does not apply, and the policy says what follows; no answer that may change alters that."""
    policy = ", not_applicable: {declared: true, then: redistribute_equally}"
    assert outcomes(opened, policy, "{kind: count, of: k, each: 1}", {"x": 1, "y": 2, "k": "n/a"}) == ("redistribute_equally",)


def test_cases_are_told_apart_only_where_points_are_spread():
    """Two that may vary beside one that may be spread: 2 · 2 cases; in a bucket without spreading there is nothing to tell apart."""
    spread = [("a", ("applies", "redistribute_equally")), ("b", ("applies", "drop"))]
    assert len(cases([spread, [("c", ("applies", "full"))]])) == 4
    assert cases([[("c", ("applies", "full"))]]) == ({},)
    assert cases([[(f"k{index}", ("applies", "redistribute_equally")) for index in range(5)]]) is None
    assert MOST_CASES == 16


def test_a_unit_has_the_cases_its_answers_allow(opened):
    """A may be spread or not: two cases; each names both criteria of the section."""
    policy = ", not_applicable: {when: y = 0, then: redistribute_equally}"
    rescorer = opened(RULES.format(policy=policy, formula="{kind: count, of: x, each: 1}"), {"A": {"x": 1, "y": 2, "k": 1}})
    assert sorted(map(str, cases_of(rescorer, domains_of(rescorer)))) == [
        "{'a': 'applies', 'b': 'applies'}",
        "{'a': 'redistribute_equally', 'b': 'applies'}",
    ]


def test_a_score_is_assumed_to_turn_out_otherwise(opened):
    """A applies, with 6 points at most; assumed to drop out nothing of it applies; and back."""
    rescorer = opened(RULES.format(policy="", formula=RATIO), {"A": {"x": 1, "y": 2, "k": 1}})
    score = rescorer.now["a"]
    gone = assumed(score, "drop")
    assert (outcome_of(score), outcome_of(gone), gone.max_points) == ("applies", "drop", 0)
    back = assumed(gone, "applies")
    assert (outcome_of(back), back.max_points) == ("applies", 6)
    assert assumed(score, None) is score
