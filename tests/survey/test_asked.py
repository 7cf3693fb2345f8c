"""Which answers a group is asked."""

from __future__ import annotations

from ictscore.survey.asked import asked_of

RULES = """
id: thu
answers:
  extra: {label: Thêm, type: text, ask: [g]}
  other: {label: Khác, type: text, ask: [h]}
  last: {label: Liệt, type: yes_no}
  whole: {label: Tổng, type: count}
  part: {label: Phần, type: count}
  shown: {label: Có, type: yes_no}
  below: {label: Xã, type: count}
groups: [{id: g, max_points: 10}, {id: h, max_points: 5}]
grades: {bands: [{name: Tốt, from: 5, requires: not shown}, {name: Yếu}]}
knockouts: [{id: k, when: last, grade: Yếu, applies_to: [g]}]
sections:
  - id: s
    criteria:
      - {id: c1, max_points: 5, applies_to: [g], formula: {kind: ratio, of: part, over: whole, when_denominator_zero: zero}}
      - {id: c3, max_points: 5, applies_to: [h], formula: {kind: yes_no, of: shown}}
      - id: c2
        max_points: 5
        applies_to: [g]
        formula: {kind: of_members, of: below, group: h, how: sum, over: 100, when_no_members: zero}
"""


def test_a_group_is_asked_what_its_rules_use_in_their_order(rules):
    """Criteria first, then knockouts and grades, then what members are asked for, then what is asked besides."""
    rulebook = rules(RULES).rulebook
    assert asked_of(rulebook, "g") == ("whole", "part", "last", "shown", "extra")
    assert asked_of(rulebook, "h") == ("shown", "below", "other")
