"""Promises of what answers may be, before and inside a formula."""

from __future__ import annotations

from ictscore.rulebook.domains import in_formula, knowledge_of, parts_of_wholes, with_parts

RULES = """
answers: {t: text, a: {type: count, max: 9}, b: {type: count, max: 9}, c: {type: count, max: 9}}
criteria:
  - {id: rest, max_points: 4, formula: {kind: ratio, of: a - b, over: a, when_denominator_zero: zero}}
  - {id: part, max_points: 4, formula: {kind: ratio, of: b, over: a, when_denominator_zero: zero}}
  - {id: best, max_points: 4, formula: {kind: relative, of: c, scale: min_max, among: ranked, when_all_zero: full}}
  - {id: late, max_points: 4, formula: {kind: count, of: c, each: 1}, not_applicable: {when: a < 3 or b < 2, then: drop}}
"""


def criterion(loaded, name):
    """Return a criterion by its id."""
    return next(each for each in loaded.rulebook.all_criteria() if each.id == name)


def test_what_is_taken_off_a_whole_is_its_part(rules):
    """The ratio of a − b over a says that b is no more than a; the ratio of b over a leaves that open, for its points are capped."""
    loaded = rules(RULES)
    ((part, whole),) = parts_of_wholes(criterion(loaded, "rest"))
    assert (part.id, whole.id) == ("b", "a")
    assert parts_of_wholes(criterion(loaded, "part")) == ()
    known = knowledge_of(loaded.rulebook)
    assert with_parts(known, criterion(loaded, "rest")) != known
    assert with_parts(known, criterion(loaded, "part")) == known


def test_a_text_may_be_any_text_and_a_unit_lies_between_the_extremes(rules):
    """Of a text nothing is known; where everybody is ranked, nobody is above the best of the circle."""
    loaded = rules(RULES)
    known = knowledge_of(loaded.rulebook)
    assert known.answers["t"].any_text
    assert in_formula(loaded.rulebook, criterion(loaded, "best"), known) != known


def test_past_a_policy_both_its_conditions_are_false_or_without_a_value(rules):
    """Where the criterion applies a is 3 to 9 or blank, and b 2 to 9 or blank."""
    loaded = rules(RULES)
    inside = in_formula(loaded.rulebook, criterion(loaded, "late"), knowledge_of(loaded.rulebook)).answers
    assert [(inside[name].numbers.low, inside[name].numbers.high) for name in ("a", "b")] == [(3, 9), (2, 9)]
    assert all("missing" in inside[name].blanks for name in ("a", "b"))
