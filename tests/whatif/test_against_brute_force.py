"""The smallest set of changes is the one that trying everything finds: over random rulebooks with small domains."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ictscore.whatif.domains import domains_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

ASKED = {
    "x": "{label: X, type: count, max: 3}",
    "y": "{label: Y, type: count, max: 3}",
    "z": "{label: Z, type: yes_no}",
    "c": "{label: C, type: choice, choices: {tot: Tot, vua: Vua, kem: Kem}}",
    "w": "{label: W, type: count, max: 2}",
}
KINDS = [
    "{kind: count, of: x, each: 2}",
    "{kind: ratio, of: x, over: y, when_denominator_zero: zero}",
    "{kind: ratio, of: x, over: y, above_one: cap, when_denominator_zero: not_applicable}",
    "{kind: ratio, of: w, over: y, zero_below: 50%, when_denominator_zero: full}",
    "{kind: steps, on: x + w, steps: [{from: 4, points: 5}, {from: 2, points: 1}], otherwise: 0}",
    "{kind: steps, of: w, over: y, steps: [{from: 2/3, points: 4}], otherwise: 1, when_denominator_zero: zero}",
    "{kind: checklist, items: [{when: z, points: 2}, {when: x >= 2, points: 3}]}",
    "{kind: choice, of: c, points: {tot: 4, vua: 3, kem: 0}}",
    "{kind: deduct, each: [{of: w, points: 2}, {of: x, points: 1}], floor: 0}",
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}",
    "{kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: full}",
]
POLICIES = [
    "",
    "",
    ", not_applicable: {when: y = 0, then: drop}",
    ", not_applicable: {when: w = 2, then: full}",
    ", not_applicable: {when: y = 0, then: redistribute_equally}",
]
TAILS = [
    "",
    "scale: {result: percent}\n",
    "rounding: {total: 0}\n",
    "rounding: {total: 1, criterion: 0}\n",
    "rounding: {section: 0, total: 1}\n",
    "bonus: {max_points: 1, above_maximum: true, criteria: [{id: t, max_points: 3, formula: {kind: count, of: w, each: 1}}]}\n",
    "deductions: {max_points: 2, floor: 1, criteria: [{id: p, max_points: 4, formula: {kind: count, of: x, each: 1}}]}\n",
]
GRADES = """
grades: {bands: [{name: A, from: 5}, {name: B, from: 3, requires: z}, {name: C, from: 2}, {name: D}]}
knockouts: [{id: k, when: c = "kem", grade: D}]
"""
ANSWERS = st.fixed_dictionaries(
    {
        "x": st.integers(0, 3),
        "y": st.integers(0, 3),
        "z": st.booleans(),
        "c": st.sampled_from(["tot", "vua", "kem"]),
        "w": st.integers(0, 2),
    }
)
TARGETS = st.one_of(
    st.builds(lambda points: Target("points", Fraction(points)), st.integers(1, 14)),
    st.builds(lambda rank: Target("rank", rank), st.integers(1, 2)),
    st.builds(lambda grade: Target("grade", grade), st.sampled_from("ABC")),
)


@st.composite
def rulebooks(draw):
    """Draw a short rulebook of one to three criteria."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True))
    policies = [draw(st.sampled_from(POLICIES)) for _ in kinds]
    both = enumerate(zip(kinds, policies, strict=True))
    criteria = [f"  - {{id: k{index}, max_points: 6, formula: {kind}{policy}}}" for index, (kind, policy) in both]
    rules = "criteria:\n" + "\n".join(criteria) + "\n" + draw(st.sampled_from(TAILS)) + GRADES
    asked = "\n".join(f"  {name}: {spec}" for name, spec in ASKED.items() if re.search(rf"\b{name}\b", rules))
    return f"id: thu-het\nanswers:\n{asked}\n{rules}"


def by_trying(rescorer, target, domains):
    """Return the fewest changes that reach the target, by trying every set of answers with all its values."""
    errors = {each.criterion.id for each in rescorer.unit.criteria if each.status == "error"}
    for size in range(len(domains) + 1):
        for names in itertools.combinations(domains, size):
            for values in itertools.product(*(domains[name].values() for name in names)):
                changes = dict(zip(names, values, strict=True))
                if any(rescorer.values.get(name) == value for name, value in changes.items()) or not rescorer.agree(changes):
                    continue
                unit = rescorer.standing(changes)
                wrong = {each.criterion.id for each in unit.criteria if each.status == "error"} - errors
                if not wrong and reached(target, rescorer.rulebook, unit):
                    return size
    return None


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_what_is_proved_is_what_trying_everything_finds(opened, rules, text, mine, theirs, target):
    """Where the search says it is sure, size and reachability are those of the exhaustive search; it never finds fewer."""
    third = {"x": 2, "y": 3, "z": True, "c": "tot", "w": 1}
    asked = [name for name in ASKED if f"  {name}: " in text]
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, third), strict=True)})
    domains = domains_of(rescorer)
    found, size = smallest(rescorer, target, domains), by_trying(rescorer, target, domains)
    if found.reached:
        assert size is not None
        assert size <= len(found.changes)
        assert reached(target, rescorer.rulebook, rescorer.unit_in(rescorer.assess(found.changes)))
    if found.is_proved:
        assert (size is not None) == found.reached
        assert not found.reached or len(found.changes) == size
