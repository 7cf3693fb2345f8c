"""Arms of choices are called never taken only where no answers lead into them, and where two answers contradict each other they are."""

from __future__ import annotations

import itertools
import os
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.expr.branches import branches_of, branches_taken
from ictscore.expr.values import missing
from ictscore.proofs.arms import how_taken
from ictscore.proofs.prove import prove
from ictscore.proofs.search import scope_for
from ictscore.scoring.criteria import derive
from ictscore.words import speak

RULES = """
answers:
  x: {type: %s, min: 0, max: %s}
  y: {type: %s, min: 0, max: %s}
  v: {type: yes_no}
criteria:
  - {id: a, max_points: 3, formula: {kind: formula, expr: "%s"}}
"""
ATOMS = st.sampled_from(["x > y", "x + y > 4", "x - y >= 2", "x = 2 * y", "x < 2", "y >= 2", "v", "x * y = 3", "given(y)"])
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: (
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(lambda each: f"({''.join(each)})") | inner.map("not ({})".format)
    ),
    max_leaves=4,
)


def told(rules, kind, expr):
    """Return the branches said never to come about."""
    loaded = rules(RULES % (kind, 10, kind, 10, expr))
    return [each.finding.values["branch"] for each in prove(loaded).doubts if each.finding.code == "RB704"]


@pytest.mark.parametrize(
    "condition",
    ["x > y and y > x", "x + y > 7 and x < 3 and y < 4", "x - y > 5 and x < y", "x > 5 and x < 3", "x = 2 * y and x < y and y > 1"],
)
def test_answers_that_contradict_each_other_are_told(rules, condition):
    """Measures to any decimal that cannot stand in these relations together: the branch is told whole."""
    assert [each.replace("·", "*") for each in told(rules, "number", f"if {condition} then 3 else 1")][:1] == [condition]


def test_what_can_be_is_not_told(rules):
    """A relation that holds at one pair of answers only is no contradiction."""
    assert told(rules, "number", "if x + y >= 20 then 3 else 1") == []


@settings(max_examples=int(os.environ.get("ICTSCORE_EXAMPLES", "40")))
@given(CONDITIONS, CONDITIONS, CONDITIONS)
def test_no_answers_lead_into_what_is_never_taken(rules, one, other, third):
    """Of nested choices over whole answers from 0 to 3 an arm is called never taken exactly where none of all answers takes it."""
    loaded = rules(RULES % ("count", 3, "count", 3, f"if {one} then (if {other} then 3 else 2) else (if {third} then 1 else 0)"))
    this = prove(loaded).study
    (leaf,) = this.leaves
    blank = [missing(name) for name in "xyv"]
    whole = [Fraction(each) for each in range(4)]
    taken = set()
    for x, y, v in itertools.product([*whole, blank[0]], [*whole, blank[1]], [True, False, blank[2]]):
        taken |= set(branches_taken(derive(leaf.leaf, scope_for(leaf.leaf, {"x": x, "y": y, "v": v}))))
    arms = [each for each in branches_of(leaf.leaf.expr) if each.way in {"then", "else"}]
    assert [each for each in arms if how_taken(this, leaf, each) == "never" and each in taken] == []
    assert [each for each in arms if each not in taken and each in leaf.taken and how_taken(this, leaf, each) != "never"] == []


def undecided(rules, text):
    """Return the branches of which it is said that neither was proved."""
    found = [each.finding for each in prove(rules(text)).doubts if each.finding.code == "RB721"]
    return [each.values["what"].values["branch"].replace("·", "*") for each in found]


FOUR = """
answers: {x: {type: number, min: 0, max: 10}, y: {type: number, min: 0, max: 10}, v: {type: yes_no}}
criteria:
  - {id: a, max_points: 3, formula: {kind: formula, expr: "%s"}}
"""
HARD = "x * x + y * y < 2 * x * y - 0.001"
"""Never so, for the difference is a square; boxes would have to be cut very fine to see it."""


def test_what_neither_boxes_nor_answers_decide_is_said(rules):
    """The search stops at a hundred boxes: no claim is made, and that is told once, at the outermost choice, in both languages."""
    assert undecided(rules, FOUR % f"if {HARD} then (if v then 3 else 2) else 1") == [HARD]
    assert told(rules, "number", f"if {HARD} then 3 else 1") == []
    (doubt,) = [each for each in prove(rules(FOUR % f"if {HARD} then 3 else 1")).doubts if each.finding.code == "RB721"]
    assert (doubt.at, doubt.finding.severity) == ("a", "note")
    speak("vi")
    assert "chưa chứng minh được" in doubt.finding.message.lower()
    assert "tại vị trí của nó trong công thức" in doubt.finding.message


def test_inside_what_is_not_decided_a_contradiction_is_still_told(rules):
    """What can never be is said, wherever it stands: x over 5 and under 3."""
    text = FOUR % f"if {HARD} then (if x > 5 and x < 3 then 3 else 2) else 1"
    assert [each.finding.code for each in prove(rules(text)).doubts if each.finding.code in {"RB704", "RB721"}] == ["RB721", "RB704"]


@pytest.mark.parametrize(
    ("condition", "codes"),
    [(HARD, ["RB721"]), ("x > 5 and x < 3", ["RB704"]), ("x + y > 7 and x < 3 and y < 4", ["RB704"]), ("x + y >= 20", []), ("v", [])],
)
@pytest.mark.parametrize("scale", ["to_best", "min_max"])
def test_choices_in_what_units_are_measured_by_are_looked_at_too(rules, scale, condition, codes):
    """What is held against the group is written once, and told once, however often the formula looks at it."""
    text = FOUR.replace("{kind: formula, expr:", f"{{kind: relative, scale: {scale}, among: assessed, when_all_zero: zero, of:")
    found = [each.finding.code for each in prove(rules(text % f"if {condition} then 3 else x")).doubts]
    assert [each for each in found if each in {"RB704", "RB721"}] == codes


@pytest.mark.parametrize("condition", ["points(b) > 1", "t = 'k'"])
def test_nothing_is_said_of_what_is_not_tried_out(rules, condition):
    """Points of other criteria and texts are not made up, so that finding nothing says nothing."""
    text = f"""
answers: {{x: {{type: count, max: 3}}, t: {{type: text}}}}
criteria:
  - {{id: b, max_points: 3, formula: {{kind: count, of: x, each: 1}}}}
  - {{id: a, max_points: 3, formula: {{kind: formula, expr: 'if {condition.replace("'", '"')} then 3 else 1'}}}}
"""
    assert undecided(rules, text) == []
