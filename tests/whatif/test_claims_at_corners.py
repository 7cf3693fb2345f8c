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

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "60"))
MOST = {"x": 3, "y": 3, "v": 1, "w": 4}
"""The answers, counts all of them, each with the most it can be."""
FIRST = Target("rank", 1)
AWARD = "awards: [{id: aw, positions: 1, ties: none}]"


def written(rules, **most):
    """Return a short rulebook with the questions that its rules speak of."""
    text = "\n".join(rules)
    asked = [name for name in MOST if re.search(rf"(?<![\w.]){name}(?![\w:])", text)]
    counts = (f"  {name}: {{type: count, max: {most.get(name, MOST[name])}}}" for name in asked)
    return "\n".join(["id: thu-goc", "answers:", *counts, text, ""])


def criterion(name, formula, more="", most=6):
    """Return a criterion."""
    return f"{{id: {name}, max_points: {most}, formula: {formula}{more}}}"


@st.composite
def seen_by_others(draw):
    """Draw criteria that look at the points of another, which are refused for some answers, or which somebody gave."""
    first = draw(st.sampled_from(["{kind: formula, expr: x * 5}", "{kind: formula, expr: x * 2}", "{kind: count, of: x, each: 2}"]))
    looking = ["6 - points(k0)", "if points(k0) >= 3 then 2 + v else 0", "if points(k0) >= 3 then v else 2 + v", "min(6, points(k0) + v)"]
    exprs = [draw(st.sampled_from(looking)), *draw(st.sampled_from([[], ["min(6, x + v)"]]))]
    others = (criterion(f"k{at}", f'{{kind: formula, expr: "{each}"}}') for at, each in enumerate(exprs, 1))
    text = written([f"criteria: [{', '.join([criterion('k0', first), *others])}]"])
    given_points = draw(st.sampled_from([{}, {"k0": 0}, {"k0": 2}, {"k0": 4}]))
    return text, {"A": given_points, "B": {}}, Target("points", Fraction(draw(st.integers(2, 14))))


@st.composite
def limited(draw):
    """Draw a bonus or deductions that are limited, rounded or not."""
    each, limit, name = (
        draw(st.sampled_from(["0.5", "1.5"])),
        draw(st.sampled_from(["1", "2"])),
        draw(st.sampled_from(["bonus", "deductions"])),
    )
    more = "above_maximum: true" if name == "bonus" else f"floor: {draw(st.sampled_from(['0', '1', 'none']))}"
    inside = criterion("t", f"{{kind: count, of: x, each: {each}}}", most=draw(st.sampled_from(["3", "4.5"])))
    text = written([
        f"criteria: [{criterion('k', '{kind: count, of: w, each: 1}', most=4)}]",
        f"rounding: {{criterion: {draw(st.sampled_from(['0', '0', 'none']))}}}",
        f"{name}: {{max_points: {limit}, {more}, criteria: [{inside}]}}",
    ])  # fmt: skip
    return text, {"A": {}}, Target("points", Fraction(draw(st.integers(1, 12)), 2))


@st.composite
def nothing_left(draw):
    """Draw rules by which no criterion at all may apply, in shares of the maximum, with a tie-break on answers."""
    formula = draw(
        st.sampled_from(["{kind: ratio, of: v, over: y, when_denominator_zero: not_applicable}", "{kind: count, of: v, each: 6}"])
    )
    drops = draw(st.sampled_from([", not_applicable: {when: y = 0, then: drop}", ", not_applicable: {when: v = 0, then: drop}"]))
    text = written([
        f"criteria: [{criterion('k', formula, drops)}]",
        "scale: {result: percent}",
        f"rounding: {{total: 0, mode: {draw(st.sampled_from(['down', 'half_up']))}}}",
        f"ranking: {{style: {draw(st.sampled_from(['dense', 'competition']))}, tie_breaks: [x]}}",
    ])  # fmt: skip
    return text, {"A": {}, "B": {}}, draw(st.sampled_from([FIRST, FIRST, Target("points", Fraction(50))]))


RELATIVE = "{{kind: relative, of: {of}, scale: {scale}, best: {best}, among: ranked, when_all_zero: {zero}}}"


@st.composite
def measured(draw, of="x", scales=("to_best",)):
    """Draw a criterion's formula that measures units by each other."""
    best, zero = draw(st.sampled_from(["highest", "lowest"])), draw(st.sampled_from(["full", "zero"]))
    return RELATIVE.format(of=of, scale=draw(st.sampled_from(scales)), best=best, zero=zero)


@st.composite
def holes(draw):
    """Draw units that are not ranked and leave a hole, which falls by what it is measured by though the first unit's points were given."""
    formula = draw(st.one_of(measured(), st.just("{kind: count, of: v, each: 1}")))
    text = written([
        "groups: [{id: g, unranked: [B]}]",
        f"criteria: [{criterion('k', formula)}]",
        f"ranking: {{style: {draw(st.sampled_from(['competition', 'ordinal']))}, tie_breaks: [v], unranked_units: leave_hole}}",
        AWARD,
    ])  # fmt: skip
    points = draw(st.sampled_from([{}, {"k": 1}, {"k": 3}, {"k": 5}]))
    return text, {"A": points, "B": {}}, draw(st.sampled_from([FIRST, FIRST, Target("award", "aw")]))


@st.composite
def falling(draw):
    """Draw a place that falls far when the first unit does better, where deductions stop, below nothing, or of another maximum."""
    drops = draw(st.sampled_from(["", "", ", not_applicable: {when: v = 1, then: drop}"]))
    own = f'{{id: b, max_points: 3, min_points: -1, formula: {{kind: formula, expr: "y / 2 - {draw(st.sampled_from([0, 1]))}"}}{drops}}}'
    text = written([
        f"criteria: [{criterion('a', RELATIVE.format(of='w', scale='to_best', best='highest', zero='zero'), most=5)}, {own}]",
        *draw(st.sampled_from([[], [f"deductions: {{floor: {draw(st.sampled_from([0, 0, 1]))}, criteria: [{TAKEN}]}}"]])),
        f"scale: {{{draw(st.sampled_from(['', '', 'result: percent', 'out_of: 10']))}}}",
        *draw(st.sampled_from([[], ["rounding: {total: 0, mode: down}"], ["rounding: {total: 0, mode: up}"]])),
        f"ranking: {{on: {draw(st.sampled_from(['total', 'percent']))}}}",
    ], w=8)  # fmt: skip
    return text, {"A": draw(st.sampled_from([{"a": 0}, {"a": 0}, {"a": 1}, {}])), "B": {}}, FIRST


TAKEN = "{id: d, max_points: 3, formula: {kind: count, of: x, each: 1}}"


def answers(draw, text, of_a_rival):
    """Draw what a unit answered; rivals have less of what units are measured by, so that they fall."""
    asked = {name: int(most) for name, most in re.findall(r"^  (\w): \{type: count, max: (\d+)\}", text, re.MULTILINE)}
    return {name: draw(st.integers(0, min(most, 2) if of_a_rival else most)) for name, most in asked.items()}


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("corner", [seen_by_others, limited, nothing_left, holes, falling], ids=lambda each: each.__name__)
@given(data=st.data())
def test_what_is_claimed_at_a_corner_is_what_scoring_everything_finds(opened, corner, data):
    """No fewer answers do it than are said to be the fewest, none where none is said to; and of single answers none is missing."""
    text, units, target = data.draw(corner())
    said = {unit: {**answers(data.draw, text, unit != "A"), "@points": {"appraised": points}} for unit, points in units.items()}
    try:
        rescorer = opened(text, said, stage="appraised")
    except RulebookRefused:
        reject()
    domains = domains_of(rescorer, data.draw(st.sampled_from([[], ["x"], ["y"]])))
    tried = Tried(rescorer, domains)
    fewest_is_right(rescorer, target, domains, tried)
    if target.kind == "points" or rescorer.is_counted:
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
