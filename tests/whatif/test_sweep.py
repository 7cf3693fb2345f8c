"""What turns a line where others move with the unit: grades of which there are few, and awards that others come to be able to have."""

from __future__ import annotations

import os
import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, example, given, reject, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, ASKED, KINDS, POLICIES, THIRD

from ictscore.errors import RulebookRefused
from ictscore.findings import errors_among
from ictscore.whatif import sweep
from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.sweep import others_move
from ictscore.whatif.targets import Target, reached

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "40"))
MEASURED = [
    "{kind: relative, of: x / (v + 1), scale: to_best, best: lowest, among: ranked, when_all_zero: full, when_denominator_zero: zero}",
    "{kind: relative, of: w, scale: min_max, best: lowest, among: assessed, when_all_zero: full}",
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}",
]
QUOTAS = ["", ", quota: {share: 50%, of: C, ties: out}", ", quota: {share: 30%, of: A, ties: in}", ", quota: {share: 40%, of: B, ties: in}"]
DEMANDS = ["", ", requires: z", ", requires: points(k0) >= 3"]
KNOCKOUTS = [
    "{when: z and v = 1, grade: B}",
    '{when: c = "kem", grade: D}',
    "{when: points(k0) < 2, unranked: true}",
    "{when: x = 3, grade: A}",
]
RANKINGS = ["{}", "{tie_breaks: [x]}", "{tie_breaks: [section(main)]}", "{tie_breaks: [v, points(k0)]}"]
HOLE = "{style: dense, unranked_units: leave_hole}"
AWARDS = [
    "quota: 1, ties: none, minimum: 3",
    "quota: 2, ties: none",
    "positions: 1, ties: ask, grade: B, passes_down: true",
    "quota: 1, ties: none, grade: A",
]
SHARED = """id: thu-it
answers:
  x: {label: X, type: count, max: 3}
  z: {label: Z, type: yes_no}
  w: {label: W, type: count, max: 2}
criteria:
  - {id: k0, max_points: 6, formula: {kind: count, of: x, each: 2}}
  - {id: k1, max_points: 6, formula: {kind: count, of: w, each: 1}}
grades: {bands: [
  {name: A, from: 3, requires: z, quota: {share: 50%, of: C, ties: out}},
  {name: B, from: 2, quota: {share: 50%, of: C, ties: out}}, {name: C, from: 1}, {name: D}]}
awards: [{id: aw, quota: 1, ties: none}]
"""
"""Two units with as many points keep each other out of B: one is let in by more of them, or by what A demands."""
EQUAL = {"x": 1, "y": 0, "z": False, "c": "tot", "w": 1, "v": 0}
TARGETS = st.sampled_from([*(Target("grade", each) for each in "ABC"), Target("award", "aw"), Target("rank", 1)])
PLACES = st.sampled_from([Target("rank", 1), Target("award", "aw")])


def asking(rules):
    """Return a whole short rulebook with the questions that its rules speak of."""
    text = "\n".join(rules)
    asked = "\n".join(f"  {name}: {spec}" for name, spec in ASKED.items() if re.search(rf"(?<![\w.]){name}(?![\w:])", text))
    return f"id: thu-it\nanswers:\n{asked}\n{text}\n"


@st.composite
def rulebooks(draw):
    """Draw a short rulebook with grades of which there are few, a knockout, tie-breaks and an award."""
    kinds = draw(st.permutations([draw(st.sampled_from(KINDS)), draw(st.sampled_from([*MEASURED, *KINDS]))]))
    criteria = [f"  - {{id: k{at}, max_points: 6, formula: {each}{draw(st.sampled_from(POLICIES))}}}" for at, each in enumerate(kinds)]
    bands = [
        f"{{name: {name}, from: {start}{draw(st.sampled_from(DEMANDS))}{draw(st.sampled_from(QUOTAS))}}}"
        for name, start in (("A", 5), ("B", 3))
    ]
    return asking([
        "criteria:", *criteria,
        f"grades: {{bands: [{', '.join(bands)}, {{name: C, from: 2}}, {{name: D}}]}}",
        f"knockouts: [{draw(st.sampled_from(KNOCKOUTS)).replace('{', '{id: k, ')}]",
        f"ranking: {draw(st.sampled_from([*RANKINGS, HOLE]))}",
        f"awards: [{{id: aw, {draw(st.sampled_from(AWARDS))}}}]",
    ])  # fmt: skip


@st.composite
def with_holes(draw):
    """Draw a short rulebook in which an unranked unit leaves a hole, and three units close to each other.

    The hole has more of the answer that breaks ties than the first unit, and mostly less than what takes a unit out of the ranking itself.
    """
    tie, most = draw(st.sampled_from([("x", 3), ("w", 2), ("y", 3)]))
    own, hole = sorted(draw(st.lists(st.integers(0, most - 1), min_size=2, max_size=2, unique=True)))
    aside = [each for each in (*KINDS, *MEASURED) if not re.search(rf"\b{tie}\b", each)]
    kind = draw(st.one_of(st.sampled_from(aside), st.sampled_from([*KINDS, *MEASURED])))
    style = draw(st.sampled_from(["ordinal", "ordinal", "competition"]))
    text = asking([
        "groups: [{id: g, unranked: [C]}]",
        f"criteria: [{{id: k0, max_points: 6, formula: {kind}}}]",
        "grades: {bands: [{name: A, from: 5}, {name: B, from: 3}, {name: D}]}",
        f"knockouts: [{{id: k, when: {draw(st.sampled_from([f'{tie} = {most}'] * 3 + ['z']))}, unranked: true}}]",
        f"ranking: {{style: {style}, tie_breaks: [{tie}], unranked_units: leave_hole}}",
        f"awards: [{{id: aw, positions: {draw(st.sampled_from([1, 1, 2]))}, ties: none}}]",
    ])  # fmt: skip
    same, rival = draw(ANSWERS), draw(ANSWERS)
    return text, {"A": {**same, tie: own}, "B": draw(st.sampled_from([{**same, tie: 0}, rival])), "C": {**same, tie: hole}}


def opened_unit(opened, text, units):
    """Return the first unit, each with what the rulebook asks; a rulebook that is refused says nothing here."""
    asked = [name for name in ASKED if f"  {name}: " in text]
    try:
        return opened(text, {unit: {name: said[name] for name in asked} for unit, said in units.items()})
    except RulebookRefused:
        reject()


def scored(rescorer, changes):
    """Return the unit when everybody is scored anew, and the errors there are."""
    assessment = rescorer.assess(changes)
    found = {(each.code, str(each.values.get("unit")), str(each.values.get("criterion"))) for each in errors_among(assessment.findings)}
    return rescorer.unit_in(assessment), found


def turning(rescorer, target, domains, *, inside):
    """Return each single change that turns a line, all values tried by scoring everybody."""
    _, before = scored(rescorer, {})
    singles = ({name: value} for name, each in domains.items() for value in each.values() if value != rescorer.values.get(name))
    tried = ((each, *scored(rescorer, each)) for each in singles if rescorer.agree(each))
    return [each for each, unit, errors in tried if errors <= before and reached(target, rescorer.rulebook, unit) != inside]


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, st.booleans(), TARGETS)
@example(text=SHARED, mine=EQUAL, theirs=EQUAL, is_third=False, target=Target("grade", "B"))
def test_where_others_move_no_answer_that_turns_a_line_is_passed_over(opened, text, mine, theirs, is_third, target):
    """Every value is scored: none is told that turns nothing, and where all are said to be told, none is missing."""
    nothing_is_passed_over(opened_unit(opened, text, {"A": mine, "B": theirs, **({"C": THIRD} if is_third else {})}), target)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(with_holes(), PLACES)
def test_where_unranked_units_leave_holes_no_answer_that_turns_a_place_is_passed_over(opened, drawn, target):
    """Coming level with a hole is enough for some, and every value is scored to tell."""
    nothing_is_passed_over(opened_unit(opened, *drawn), target)


def nothing_is_passed_over(rescorer, target):
    """Hold what flips say of a unit against every value of every answer."""
    if target.kind != "grade" and not rescorer.is_counted:
        reject()
    domains, inside = domains_of(rescorer), reached(target, rescorer.rulebook, rescorer.unit)
    found, turned = flips_of(rescorer, target, domains, inside=inside), turning(rescorer, target, domains, inside=inside)
    names = {name for each in turned for name in each}
    assert not found.changes or dict(found.changes) in turned
    assert found.count <= len(names)
    if found.is_proved:
        assert found.count == len(names)
    if others_move(rescorer, target, inside=inside):
        assert found.is_proved


FEW = """
answers: {x: {type: count, max: 3}, z: yes_no, g: {type: count, max: 6}}
criteria:
  - {id: a, max_points: 6, formula: {kind: count, of: x, each: 2}}
  - {id: b, max_points: 6, formula: {kind: count, of: g, each: 1}}
grades: {on: percent, bands: [
  {name: A, from: 40, requires: z, quota: {share: 50%, of: C, ties: out}},
  {name: B, from: 20, quota: {share: 50%, of: C, ties: out}}, {name: C, from: 10}, {name: D}]}
"""
SAME = {"x": 1, "z": False, "g": 3}


def flips(opened, rules, units, target):
    """Return the flips of the first unit."""
    rescorer = opened(rules, units)
    return flips_of(rescorer, target, domains_of(rescorer), inside=reached(target, rescorer.rulebook, rescorer.unit))


def test_a_grade_of_which_there_are_few_is_left_upwards_by_what_a_better_one_demands(opened):
    """Two units with 5 of 12 share the one place of B, so that neither has it. More points do it (x, g); z yes makes the first one A."""
    found = flips(opened, FEW, {"U": SAME, "V": SAME}, Target("grade", "B"))
    assert (found.count, found.is_proved) == (len({"x", "g", "z"}), True)


LOWEST = """
answers: {x: {type: count, max: 3}, w: {type: count, max: 3}}
criteria:
  - {id: a, max_points: 6, formula: {kind: relative, of: x, scale: min_max, best: lowest, among: assessed, when_all_zero: full}}
awards: [{id: aw, quota: 1, ties: none, minimum: 3}]
"""


def test_an_award_is_lost_to_who_comes_to_meet_what_it_demands(opened):
    """The lowest x has 6 points, the highest none, and none is below the minimum. With 2 the unit itself is the highest: 0 points.

    V, with no point, is nobody's rival as things are. Level at 1 both have the same x, of which nothing is measured.
    """
    found = flips(opened, LOWEST, {"U": {"x": 0}, "V": {"x": 1}}, Target("award", "aw"))
    assert set(found.changes) == {"x"}
    assert found.is_proved


def test_coming_level_with_a_hole_is_enough_where_the_name_stands_first(opened):
    """Nobody has points. “C”, unranked, holds the first place by its 2 for x; “A” comes before it with 2, too, and with one point (g).

    With 3 for x it would be unranked itself.
    """
    rules = """
groups: [{id: g, unranked: [C]}]
answers: {x: {type: count, max: 3}, g: {type: count, max: 1}}
criteria: [{id: k, max_points: 6, formula: {kind: count, of: g, each: 1}}]
ranking: {style: ordinal, tie_breaks: [x], unranked_units: leave_hole}
knockouts: [{id: ka, when: x = 3, unranked: true}]
awards: [{id: aw, positions: 1, ties: none}]
"""
    found = flips(opened, rules, {"A": {"x": 1, "g": 0}, "B": {"x": 0, "g": 0}, "C": {"x": 2, "g": 0}}, Target("award", "aw"))
    assert (found.count, found.is_proved) == (len({"x", "g"}), True)


@pytest.mark.parametrize(("most", "is_proved"), [(4, True), (3, False)])
def test_too_many_values_are_not_called_proved(opened, monkeypatch, most, is_proved):
    """Points (x, g) turn B; y and z do not, as 5 of 13 are below A. Both have two values: where three are tried z is left out, and told."""
    rules = FEW.replace("z: yes_no,", "z: yes_no, y: yes_no,").replace(
        "grades:", '  - {id: n, max_points: 1, formula: {kind: formula, expr: "if y then 0 else 0"}}\ngrades:', 1
    )
    monkeypatch.setattr(sweep, "MOST_SWEPT", most)
    told = flips(opened, rules, {"U": {**SAME, "y": False}, "V": {**SAME, "y": False}}, Target("grade", "B"))
    assert (told.count, told.is_proved) == (len({"x", "g"}), is_proved)


@pytest.mark.parametrize(("before", "nearest"), [(6, 5), (2, 3)])
def test_the_nearest_value_that_turns_a_line_is_told(opened, before, nearest):
    """A is for 3 to 5, by a condition: from 6 it is 5 and from 2 it is 3, though the points go on rising."""
    rules = """
answers: {g: {type: count, max: 9}}
criteria: [{id: b, max_points: 9, formula: {kind: count, of: g, each: 1}}]
grades: {bands: [{name: A, from: 1, requires: g >= 3 and g <= 5, quota: {share: 100%, of: A, ties: in}}, {name: B}]}
"""
    assert flips(opened, rules, {"U": {"g": before}}, Target("grade", "A")).changes == {"g": Fraction(nearest)}
