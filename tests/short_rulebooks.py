"""Random short rulebooks with small domains, for questions that trying everything can answer."""

from __future__ import annotations

import re

from hypothesis import strategies as st

ASKED = {
    "x": "{label: X, type: count, max: 3}",
    "y": "{label: Y, type: count, max: 3}",
    "z": "{label: Z, type: yes_no}",
    "c": "{label: C, type: choice, choices: {tot: Tot, vua: Vua, kem: Kem}}",
    "w": "{label: W, type: count, max: 2}",
    "v": "{label: V, type: count, max: 1}",
}
BEST_OF = """{kind: best_of, cases: [
      {name: M, max_points: 4, formula: {kind: count, of: w, each: 2}}, {name: N, max_points: 3, formula: {kind: yes_no, of: z}}]}"""
KINDS = [
    "{kind: yes_no, of: z}",
    "{kind: count, of: x, each: 2}",
    "{kind: count, of: x, each: 5}",
    "{kind: ratio, of: x, over: y, when_denominator_zero: zero}",
    "{kind: ratio, of: x, over: y, above_one: cap, when_denominator_zero: not_applicable}",
    "{kind: ratio, of: w, over: y, zero_below: 50%, when_denominator_zero: full}",
    "{kind: steps, on: x + w, steps: [{from: 4, points: 5}, {from: 2, points: 1}], otherwise: 0}",
    "{kind: steps, of: w, over: y, steps: [{from: 2/3, points: 4}], otherwise: 1, when_denominator_zero: zero}",
    "{kind: checklist, items: [{when: z, points: 2}, {when: x >= 2, points: 3}]}",
    "{kind: choice, of: c, points: {tot: 4, vua: 3, kem: 0}}",
    "{kind: deduct, each: [{of: w, points: 2}, {of: x, points: 1}], floor: 0}",
    BEST_OF,
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}",
    "{kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: full}",
    "{kind: formula, expr: if z then 2 * w else 0}",
]
POLICIES = [
    "",
    "",
    ", not_applicable: {when: y = 0, then: drop}",
    ", not_applicable: {when: w = 2, then: full}",
    ", not_applicable: {when: y = 0, then: redistribute_equally}",
    ", not_applicable: {when: w = 0, then: redistribute_in_proportion}",
]
TAILS = [
    "",
    "scale: {result: percent}\n",
    "rounding: {total: 0}\n",
    "rounding: {total: 1, criterion: 0}\n",
    "rounding: {section: 0, total: 1}\n",
    "bonus: {max_points: 1, above_maximum: true, criteria: [{id: t, max_points: 3, formula: {kind: count, of: w, each: 1}}]}\n",
    "bonus: {criteria: [{id: t, max_points: 3, formula: {kind: count, of: w, each: 1}}]}\n",
    "deductions: {max_points: 2, floor: 1, criteria: [{id: p, max_points: 4, formula: {kind: count, of: x, each: 1}}]}\n",
]
RANKINGS = [
    "",
    "",
    "ranking: {tie_breaks: [y]}\n",
    "ranking: {tie_breaks: [v, y]}\n",
    "ranking: {tie_breaks: [v, points(k0)]}\n",
    "ranking: {style: dense, tie_breaks: [v]}\n",
]
AWARDS = [
    "awards: [{id: aw, positions: 1}]\n",
    "awards: [{id: aw, quota: 1, grade: B}]\n",
    "awards: [{id: aw, positions: 2, ties: all, requires: z}]\n",
    "awards: [{id: aw, minimum: 4, quota: 1, ties: none}]\n",
]
GRADES = """
grades: {bands: [{name: A, from: 5}, {name: B, from: 3, requires: z}, {name: C, from: 2}, {name: D}]}
knockouts: [{id: k, when: c = "kem", grade: D}, {id: l, when: w = 0 and x = 0, unranked: true}]
"""
FEW = """
grades: {bands: [
  {name: A, from: 5, quota: {share: 40%, of: B, ties: in}},
  {name: B, from: 3, quota: {share: 67%, of: B, ties: out}}, {name: C, from: 2}, {name: D}]}
knockouts: [{id: k, when: c = "kem", grade: D}, {id: l, when: w = 0 and x = 0, unranked: true}]
"""
ANSWERS = st.fixed_dictionaries(
    {
        "x": st.integers(0, 3),
        "y": st.integers(0, 3),
        "z": st.booleans(),
        "c": st.sampled_from(["tot", "vua", "kem"]),
        "w": st.integers(0, 2),
        "v": st.integers(0, 1),
    }
)

THIRD = {"x": 2, "y": 3, "z": True, "c": "tot", "w": 1, "v": 0}
"""What the third of three units has answered."""


@st.composite
def rulebooks(draw):
    """Draw a short rulebook of one to three criteria."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True))
    policies = [draw(st.sampled_from(POLICIES)) for _ in kinds]
    both = enumerate(zip(kinds, policies, strict=True))
    criteria = [f"  - {{id: k{index}, max_points: 6, formula: {kind}{policy}}}" for index, (kind, policy) in both]
    tails = [draw(st.sampled_from(each)) for each in (TAILS, RANKINGS, AWARDS)]
    rules = "criteria:\n" + "\n".join(criteria) + "\n" + "".join(tails) + draw(st.sampled_from([GRADES, GRADES, FEW]))
    asked = "\n".join(f"  {name}: {spec}" for name, spec in ASKED.items() if re.search(rf"\b{name}\b", rules))
    return f"id: thu-het\nanswers:\n{asked}\n{rules}"


def asked_in(text):
    """Return the answers that a short rulebook asks."""
    return [name for name in ASKED if f"  {name}: " in text]
