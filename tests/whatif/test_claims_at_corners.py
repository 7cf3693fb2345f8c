"""What is claimed where bounds once were wrong, drawn close to such places, is what trying everything finds."""

from __future__ import annotations

import os
import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from trying import Tried, errors_of

from ictscore.errors import RulebookRefused
from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "120"))
MOST = {"x": 3, "y": 3, "v": 1, "w": 4}
"""The answers, counts all of them, each with the most it can be."""
FIRST = Target("rank", 1)


def written(rules, **most):
    """Return a short rulebook with the questions that its rules speak of."""
    text = "\n".join(rules)
    asked = [name for name in MOST if re.search(rf"(?<![\w.]){name}(?![\w:])", text)]
    counts = (f"  {name}: {{type: count, max: {most.get(name, MOST[name])}}}" for name in asked)
    return "\n".join(["id: thu-goc", "answers:", *counts, text, ""])


def criterion(name, formula, more="", most=6):
    """Return a criterion."""
    return f"{{id: {name}, max_points: {most}, formula: {formula}{more}}}"


def looking(draw, *shapes):
    """Draw criteria that look at the points of k0, which answers move no longer."""
    exprs = [draw(st.sampled_from(shapes)), *draw(st.sampled_from([[], ["min(6, x + v)"]]))]
    return [criterion(f"k{at}", f'{{kind: formula, expr: "{each}"}}') for at, each in enumerate(exprs, 1)]


@st.composite
def given_points(draw):
    """Draw a criterion whose points somebody gave, and others that look at them."""
    shapes = ["6 - points(k0)", "if points(k0) >= 3 then 2 + v else 0", "if points(k0) >= 3 then v else 2 + v", "min(6, points(k0) + v)"]
    first = criterion("k0", "{kind: count, of: x, each: 2}")
    text = written([f"criteria: [{', '.join([first, *looking(draw, *shapes)])}]"])
    given_to_k0, by_answers = draw(st.sampled_from([(4, 0), (4, 1), (2, 2), (2, 3), (0, 3), (6, 0)]))
    return text, {"A": {"@points": {"k0": given_to_k0}, "x": by_answers}}, points_from(draw, 2, 10)


@st.composite
def refused_points(draw):
    """Draw a criterion whose points scoring refuses, and others that look at them."""
    shapes = ["6 - points(k0)", "min(6, points(k0) + 2 * v)", "if points(k0) >= 3 then 2 + v else 3"]
    text = written([f"criteria: [{', '.join([criterion('k0', '{kind: formula, expr: x * 5}'), *looking(draw, *shapes)])}]"])
    return text, {"A": {"x": draw(st.sampled_from([2, 2, 3, 1]))}}, points_from(draw, 4, 12)


def points_from(draw, least, most):
    """Draw so many points to be reached."""
    return Target("points", Fraction(draw(st.integers(least, most))))


LIMITS = ["bonus: {above_maximum: true, ", "deductions: {floor: 0, ", "deductions: {floor: none, "]


@st.composite
def limited(draw):
    """Draw a bonus or deductions that are limited, rounded or not, of which the unit has much."""
    most = draw(st.sampled_from(["1.5", "4.5"]))
    inside = criterion("t", f"{{kind: count, of: x, each: {Fraction(most) / 3}}}", most=most)
    text = written([
        f"criteria: [{criterion('k', '{kind: count, of: w, each: 1}', most=4)}]",
        f"rounding: {{criterion: {draw(st.sampled_from(['0', '0', '0', 'none']))}}}",
        f"{draw(st.sampled_from(LIMITS))}max_points: {draw(st.sampled_from(['1', '2']))}, criteria: [{inside}]}}",
    ])  # fmt: skip
    return text, {"A": {"x": draw(st.sampled_from([3, 3, 1]))}}, Target("points", Fraction(draw(st.integers(1, 12)), 2))


@st.composite
def nothing_left(draw):
    """Draw rules by which no criterion at all may apply, in shares of the maximum, with a tie-break on answers."""
    formula = draw(
        st.sampled_from(["{kind: ratio, of: v, over: y, when_denominator_zero: not_applicable}", "{kind: count, of: v, each: 6}"])
    )
    drops = draw(st.sampled_from(["", ", not_applicable: {when: y = 0, then: drop}"]))
    text = written([
        f"criteria: [{criterion('k', formula, drops)}]",
        "scale: {result: percent}",
        f"rounding: {{total: 0, mode: {draw(st.sampled_from(['down', 'half_up']))}}}",
        f"ranking: {{style: {draw(st.sampled_from(['dense', 'competition']))}, tie_breaks: [x]}}",
    ])  # fmt: skip
    rival = {"v": 1, "y": draw(st.sampled_from([1, 1, 2]))}
    return text, {"A": {"y": 0, "v": draw(st.sampled_from([1, 1, 0]))}, "B": rival}, draw(st.sampled_from([FIRST, FIRST, AT_HALF]))


AT_HALF = Target("points", Fraction(50))
RELATIVE = "{{kind: relative, of: {of}, scale: to_best, best: {best}, among: ranked, when_all_zero: {zero}}}"


@st.composite
def holes_that_fall(draw):
    """Draw a unit that is not ranked and leaves a hole, which falls by what it is measured by though the first unit's points were given."""
    best, zero = draw(st.sampled_from(["highest", "lowest"])), draw(st.sampled_from(["full", "zero"]))
    tie = draw(st.sampled_from(["", ", tie_breaks: [v]"]))
    text = written([
        "groups: [{id: g, unranked: [B]}]",
        f"criteria: [{criterion('k', RELATIVE.format(of='x', best=best, zero=zero))}]",
        f"ranking: {{style: {draw(st.sampled_from(['competition', 'ordinal']))}{tie}, unranked_units: leave_hole}}",
        "awards: [{id: aw, positions: 1, ties: none}]",
    ])  # fmt: skip
    own = {"@points": draw(st.sampled_from([{}, {"k": 1}, {"k": 3}, {"k": 5}]))}
    return text, {"A": own, "B": {}}, draw(st.sampled_from([FIRST, Target("award", "aw")]))


@st.composite
def holes_come_level_with(draw):
    """Draw a unit that is not ranked and leaves a hole, and one whose name stands before it, level but for an answer that breaks ties."""
    above = draw(st.sampled_from([1, 2]))
    text = written([
        "groups: [{id: g, unranked: [C]}]",
        f"criteria: [{criterion('k', '{kind: count, of: v, each: 1}')}]",
        f"ranking: {{style: {draw(st.sampled_from(['competition', 'ordinal', 'ordinal']))}, tie_breaks: [y], unranked_units: leave_hole}}",
        f"knockouts: [{{id: ka, when: y = {above + 1}, unranked: true}}]",
    ], y=above + 1)  # fmt: skip
    points = draw(st.sampled_from([0, 0, 1]))
    return text, {"A": {"y": draw(st.integers(0, above - 1)), "v": points}, "B": {"y": 0, "v": 0}, "C": {"y": above, "v": points}}, FIRST


@st.composite
def few_of_a_grade(draw):
    """Draw so few of the upper grades that two units which are level keep each other out; each tie-break and demand lets one in."""
    few = st.sampled_from([", quota: {share: 50%, of: C, ties: out}", ", quota: {share: 40%, of: B, ties: out}"])
    upper, lower = draw(st.sampled_from([(3, 2), (5, 3)]))
    bands = [
        f"{{name: A, from: {upper}, requires: v = 1{draw(few)}}}",
        f"{{name: B, from: {lower}{draw(few)}}}",
        "{name: C, from: 1}, {name: D}",
    ]
    text = written([
        f"criteria: [{criterion('k0', '{kind: count, of: x, each: 2}')}, {criterion('k1', '{kind: count, of: y, each: 1}')}]",
        f"grades: {{bands: [{', '.join(bands)}]}}",
        f"ranking: {draw(st.sampled_from(['{}', '{tie_breaks: [v]}', '{tie_breaks: [w]}']))}",
    ])  # fmt: skip
    both = {"x": draw(st.integers(0, 2)), "y": draw(st.integers(0, 2)), "v": draw(st.sampled_from([0, 0, 1])), "w": draw(st.integers(0, 4))}
    return text, {"A": both, "B": both}, Target("grade", draw(st.sampled_from(["B", "B", "A"])))


def places(draw, own, more):
    """Draw a place that falls far by what the first unit has, whose points for that mostly somebody gave."""
    rated = criterion("a", RELATIVE.format(of="w", best="highest", zero="zero"), most=5)
    scale = draw(st.sampled_from(["", "", "result: percent", "out_of: 10"]))
    ranking = f"ranking: {{on: {draw(st.sampled_from(['total', 'percent']))}}}"
    text = written([f"criteria: [{rated}, {own}]", f"scale: {{{scale}}}", ranking, *more], w=8)
    return text, {"A": {"@points": draw(st.sampled_from([{"a": 0}, {"a": 0}, {"a": 1}, {}])), "w": 1}, "B": {"w": 1}}


@st.composite
def falling_to_a_floor(draw):
    """Draw a place that may fall to where deductions stop."""
    taken = "{id: d, max_points: 3, formula: {kind: count, of: x, each: 1}}"
    more = [f"deductions: {{floor: {draw(st.sampled_from([0, 1]))}, criteria: [{taken}]}}"]
    text, units = places(draw, criterion("b", "{kind: count, of: y, each: 1}", most=3), more)
    own = {"x": draw(st.sampled_from([3, 2])), "y": draw(st.sampled_from([0, 1, 2]))}
    return text, {"A": {**units["A"], **own}, "B": {**units["B"], "y": 0}}, FIRST


@st.composite
def falling_below_nothing(draw):
    """Draw a place that may fall to nothing, where roundings lead the other way than above it."""
    own = '{id: b, max_points: 3, min_points: -1, formula: {kind: formula, expr: "y / 2 - 1"}}'
    text, units = places(draw, own, [f"rounding: {{total: 0, mode: {draw(st.sampled_from(['down', 'down', 'up', 'half_up']))}}}"])
    return text, {"A": {**units["A"], "y": draw(st.sampled_from([0, 1]))}, "B": units["B"]}, FIRST


@st.composite
def falling_while_criteria_drop_out(draw):
    """Draw a place that falls by other shares of the maximum, as a criterion of the first unit drops out."""
    drops = draw(st.sampled_from([", not_applicable: {when: x = 3, then: drop}", ", not_applicable: {when: v = 1, then: drop}"]))
    own = criterion("b", "{kind: count, of: x, each: 1}", drops, most=4)
    return *places(draw, f"{own}, {criterion('c', '{kind: count, of: y, each: 1}', most=3)}", []), FIRST


CORNERS = [
    given_points,
    refused_points,
    limited,
    nothing_left,
    holes_that_fall,
    holes_come_level_with,
    few_of_a_grade,
    falling_to_a_floor,
    falling_below_nothing,
    falling_while_criteria_drop_out,
]


def said_by(draw, text, unit, drawn):
    """Draw what else a unit answered; rivals have little, so that they fall."""
    asked = {name: int(most) for name, most in re.findall(r"^  (\w): \{type: count, max: (\d+)\}", text, re.MULTILINE)}
    others = {name: draw(st.integers(0, most if unit == "A" else min(most, 2))) for name, most in asked.items() if name not in drawn}
    own = {name: value for name, value in drawn.items() if name in asked}
    return {**own, **others, "@points": {"appraised": drawn.get("@points", {})}}


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("corner", CORNERS, ids=lambda each: each.__name__)
@given(data=st.data())
def test_what_is_claimed_at_a_corner_is_what_scoring_everything_finds(opened, corner, data):
    """No fewer answers do it than are said to be the fewest, none where none is said to; and of single answers none is missing."""
    text, units, target = data.draw(corner())
    said = {unit: said_by(data.draw, text, unit, drawn) for unit, drawn in units.items()}
    try:
        rescorer = opened(text, said, stage="appraised")
    except RulebookRefused:
        reject()
    domains = domains_of(rescorer, data.draw(st.sampled_from([[], [], ["x"], ["y"]])))
    tried = Tried(rescorer, domains)
    fewest_is_right(rescorer, target, domains, tried)
    if target.kind in {"points", "grade"} or rescorer.is_counted:
        singles_are_right(rescorer, target, domains, tried)


def fewest_is_right(rescorer, target, domains, tried):
    """Hold the smallest set against all that are smaller."""
    found = smallest(rescorer, target, domains)
    if found.reached:
        assert reached(target, rescorer.rulebook, errors_of(rescorer, found.changes)[1])
    if found.is_proved:
        below = range(len(found.changes)) if found.reached else range(len(domains) + 1)
        assert not [each for size in below for each, unit in tried.of_size(size) if reached(target, rescorer.rulebook, unit)]


def singles_are_right(rescorer, target, domains, tried):
    """Hold the single answers that turn a line against all of them."""
    inside = reached(target, rescorer.rulebook, rescorer.unit)
    found = flips_of(rescorer, target, domains, inside=inside)
    turned = [each for each, unit in tried.of_size(1) if reached(target, rescorer.rulebook, unit) != inside]
    turning = {name for each in turned for name in each}
    assert found.count <= len(turning)
    assert not found.is_proved or found.count == len(turning)
