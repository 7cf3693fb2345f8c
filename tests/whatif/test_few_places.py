"""Where only so many may have a grade, what is called proved is what trying everything finds: tie-breaks, demands, given points."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ictscore.whatif.costs import read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

KINDS = [
    "{kind: choice, of: c, points: {tot: 4, vua: 3, kem: 0}}",
    "{kind: count, of: x, each: 2}",
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}",
    "{kind: yes_no, of: z}",
]
RULES = """
answers: {x: {type: count, max: 3}, z: yes_no, c: {type: choice, choices: {tot: T, vua: V, kem: K}}}
criteria: [{id: k, max_points: 6, formula: %s}]
ranking: {style: %s%s}
grades: {bands: [{name: A, from: 3%s%s}, {name: B, from: 2%s, quota: {share: 30%%, of: %s, ties: %s}}, {name: C, from: 1}, {name: D}]}
awards: [{id: aw, quota: 1, ties: all, grade: B%s}]
"""
KNOCKOUTS = ["", "knockouts: [{id: n, when: x = 3, grade: D}]\n", "knockouts: [{id: n, when: z and x > 0, grade: A}]\n"]


@st.composite
def rulebooks(draw):
    """Draw a rulebook of one criterion whose grade B, and often A, only so many may have."""
    one = st.sampled_from
    quota = draw(one(["", ", quota: {share: 50%, of: C, ties: out}", ", quota: {share: 40%, of: A, ties: in}"]))
    ties = draw(one(["", ", tie_breaks: [x]", ", tie_breaks: [z]", ", tie_breaks: [points(k), x]"]))
    demands = [draw(one(["", ", requires: z", ", requires: x < 2"])) for _ in range(2)]
    style, of, how = draw(one(["competition", "dense"])), draw(one("ABC")), draw(one(["in", "out"]))
    filled = RULES % (draw(one(KINDS)), style, ties, demands[0], quota, demands[1], of, how, draw(one(["", ", passes_down: true"])))
    return filled + draw(one(KNOCKOUTS))


UNIT = st.fixed_dictionaries(
    {"x": st.integers(0, 3), "z": st.booleans(), "c": st.sampled_from(["tot", "vua", "kem"])},
    optional={"@points": st.builds(lambda points: {"appraised": {"k": points}}, st.integers(0, 6))},
)
TARGETS = st.sampled_from([Target("grade", "A"), Target("grade", "B"), Target("grade", "B"), Target("award", "aw")])


def by_trying(rescorer, target, domains):
    """Return the fewest changes that reach a target, everybody scored again with each set of values of each set of answers."""
    for size in range(len(domains) + 1):
        for names in itertools.combinations(domains, size):
            for values in itertools.product(*(domains[name].values() for name in names)):
                unit = rescorer.unit_in(rescorer.assess(dict(zip(names, values, strict=True))))
                if reached(target, rescorer.rulebook, unit):
                    return size
    return None


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), UNIT, UNIT, UNIT, TARGETS)
def test_a_grade_of_few_places_is_out_of_reach_only_where_nothing_reaches_it(opened, text, mine, second, third, target):
    """Where it is proved that none does, none does; where a smallest is, none is smaller; and all is found among so few values."""
    rescorer = opened(text, {"A": mine, "B": second, "C": third}, stage="appraised")
    domains = domains_of(rescorer)
    found, size = smallest(rescorer, target, domains), by_trying(rescorer, target, domains)
    assert found.reached == (size is not None)
    if found.is_proved and found.reached:
        assert len(found.changes) == size


TIED = {"A": {"x": 0, "c": "vua", "z": False, "@points": {"appraised": {"k": 3}}}}


def test_a_tie_break_wins_a_place_where_all_points_were_given(opened):
    """A and B have 3 points each from the appraisal and A's half of two goes to nobody; with one in x, A is before B and keeps it."""
    quota = ", quota: {share: 50%, of: C, ties: out}"
    rules = RULES % (KINDS[0], "competition", ", tie_breaks: [x]", "", quota, "", "A", "in", "")
    units = {**TIED, "B": dict(TIED["A"]), "C": {"x": 0, "c": "kem", "z": False}}
    rescorer = opened(rules, units, stage="appraised")
    found = smallest(rescorer, Target("grade", "B"), domains_of(rescorer))
    assert (found.reached, dict(found.changes), found.is_proved) == (True, {"x": Fraction(1)}, True)


def test_with_costs_by_value_nothing_is_proved_of_what_points_do_not_tell(opened):
    """Each one in x costs 2: its values bring no point and are left out, though one wins the tie. From 2 on nothing is sure."""
    quota = ", quota: {share: 50%, of: C, ties: out}"
    rules = RULES % (KINDS[0], "competition", ", tie_breaks: [x]", "", quota, "", "A", "in", "")
    rescorer = opened(rules, {**TIED, "B": dict(TIED["A"]), "C": {"x": 0, "c": "kem", "z": False}}, stage="appraised")
    costs = read_costs(b"{costs: {x: {each: 2}}, others: 9}", "costs.yaml", rescorer.rulebook, "g")
    found = smallest(rescorer, Target("grade", "B"), domains_of(rescorer), costs)
    assert found.is_proved == (found.reached and found.weight == 2)
    assert found.below <= 2


def test_what_a_better_grade_demands_leads_past_the_few_places_of_the_wanted_one(opened):
    """B has places for 30 % of those with an A, and nobody has one: with z the unit's 3 points are an A, which any number may have."""
    rules = RULES % (KINDS[0], "competition", "", ", requires: z", "", "", "A", "in", "")
    rescorer = opened(rules, {**TIED, "B": {"x": 0, "c": "kem", "z": False}}, stage="appraised")
    assert rescorer.unit.grade == "C"
    found = smallest(rescorer, Target("grade", "B"), domains_of(rescorer))
    assert (found.reached, dict(found.changes), found.is_proved) == (True, {"z": True}, True)
