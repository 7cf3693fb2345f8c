"""Promises about how far a rulebook rests on its regulation."""

from __future__ import annotations

from fractions import Fraction

from ictscore.rulebook.basis import BasisPoints, basis_of_group, basis_of_rulebook, modelled_rules, source_text
from ictscore.rulebook.sources import Source

RULES = """
groups: [{id: g}, {id: h}]
answers: {a: count}
sections:
  - id: s
    criteria:
      - {id: c, max_points: 5/2, formula: {kind: count, of: a, each: 1}, source: {ref: luat, basis: inferred, reason: vì vậy}}
      - id: p
        max_points: 7.5
        parts:
          - {id: p.x, max_points: 3, formula: {kind: count, of: a, each: 1}}
          - {id: p.y, max_points: 4.5, applies_to: [g], formula: {kind: count, of: a, each: 1},
             source: {ref: luat, basis: modelled, archetype: C07}}
          - {id: p.z, max_points: 4.5, applies_to: [h], formula: {kind: count, of: a, each: 1}}
rounding: {total: 2}
bonus: {criteria: [{id: t, max_points: 1, formula: {kind: count, of: a, each: 1}, source: {ref: luat, basis: modelled, archetype: A07}}]}
"""


def test_points_by_basis_count_the_criteria_of_the_group(rules):
    """For g: 3 stated, 2.5 inferred, 4.5 modelled; for h the modelled part does not apply and 7.5 are stated. Bonus counts apart."""
    rulebook = rules(RULES).rulebook
    ours = basis_of_group(rulebook, "g")
    assert ours.points == BasisPoints(stated=Fraction(3), inferred=Fraction(5, 2), modelled=Fraction(9, 2))
    assert ours.points.total == 10
    assert ours.extras == BasisPoints(modelled=Fraction(1))
    assert basis_of_group(rulebook, "h").points == BasisPoints(stated=Fraction(15, 2), inferred=Fraction(5, 2))


def test_over_the_whole_rulebook_each_criterion_counts_once(rules):
    """3 + 4.5 stated, 2.5 inferred, 4.5 modelled, though c and p.x apply to two groups."""
    whole = basis_of_rulebook(rules(RULES).rulebook)
    assert whole.points == BasisPoints(stated=Fraction(15, 2), inferred=Fraction(5, 2), modelled=Fraction(9, 2))
    assert whole.extras == BasisPoints(modelled=Fraction(1))


def test_modelled_rules_are_named_by_their_path(rules):
    """Criteria, their parts and extras are found where they stand; a ranking nobody wrote is the program's own, so it is ours."""
    paths = [each.path for each in modelled_rules(rules(RULES).rulebook)]
    assert paths == ["sections/s/criteria/p/parts/p.y", "bonus/criteria/t", "ranking"]


def test_every_way_to_a_result_can_be_modelled(rules):
    """Scale, knockouts, grade bands and awards are looked at as well."""
    modelled = "source: {ref: luat, basis: modelled, archetype: A01}"
    text = f"""
answers: {{a: count, k: yes_no}}
criteria: [{{id: c, max_points: 9, formula: {{kind: count, of: a, each: 1}}}}]
scale: {{max_points: 9, {modelled}}}
rounding: {{total: 2}}
knockouts: [{{id: k, when: k, unranked: true, {modelled}}}]
grades: {{bands: [{{name: Tốt, from: 5, {modelled}}}, {{name: Yếu}}]}}
ranking: {{on: total}}
awards: [{{id: w, positions: 1, {modelled}}}]
"""
    paths = [each.path for each in modelled_rules(rules(text).rulebook)]
    assert paths == ["scale", "knockouts/k", "grades/bands/Tốt", "awards/w", "awards/w/details"]


def test_a_source_is_cited_by_place_and_title(rules):
    """The place in the source comes first, then its title; nothing is said where there is no source."""
    rulebook = rules(RULES).rulebook
    assert source_text(rulebook, Source(ref="luat", where="khoản 2", basis="stated")) == "khoản 2, Quyết định"
    assert source_text(rulebook, None) == ""
