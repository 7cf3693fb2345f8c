"""What is called proved is what trying everything finds, with demands, quotas, awards and ties."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from short_rulebooks import ASKED, KINDS, POLICIES, RANKINGS, TAILS
from trying import Tried, errors_of

from ictscore.errors import RulebookRefused
from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

MORE_KINDS = [
    '{kind: formula, expr: "6 - points(k0)"}',
    '{kind: formula, expr: "min(6, x * w)"}',
    '{kind: formula, expr: "if x > w then 3 else y"}',
    '{kind: formula, expr: "if points(k0) >= 3 then 2 + w else 0"}',
    '{kind: formula, expr: "if points(k0) >= 3 then w else 2 + w"}',
    '{kind: formula, expr: "x * 3"}',
    '{kind: formula, expr: "min(6, round(x / 2 + w / 3, 0) + floor(y / 2))"}',
    "{kind: shares, over: y, weights: [{of: x, weight: 1}, {of: w, weight: 0.5}], when_denominator_zero: not_applicable}",
    "{kind: relative, of: x / (y + 1), scale: to_best, best: lowest, among: assessed, when_all_zero: full, when_denominator_zero: zero}",
    "{kind: count, of: y, each: 0.2, cap: 3}",
]
MEASURED = [
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: not_applicable}",
    "{kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: not_applicable}",
    "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}",
    "{kind: relative, of: w, scale: min_max, among: assessed, when_all_zero: full}",
    "{kind: relative, of: y, scale: min_max, best: lowest, among: ranked, when_all_zero: full}",
    "{kind: relative, of: x + w, scale: to_best, among: assessed, when_all_zero: zero}",
]
"""Of each rulebook up to two criteria measure units by each other."""
MOST = "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}"
LEAST = "{kind: relative, of: w, scale: min_max, best: lowest, among: assessed, when_all_zero: zero}"
MORE_TAILS = [
    "scale: {result: percent}\nranking: {on: percent}\n",
    "scale: {out_of: 10}\nrounding: {total: 1}\n",
    "ranking: {on: exact, tie_breaks: [total, z]}\n",
    f"deductions: {{criteria: [{{id: p, max_points: 4, formula: {MOST}}}]}}\n",
    f"deductions: {{max_points: 2, floor: 1, criteria: [{{id: p, max_points: 4, formula: {LEAST}}}]}}\n",
    f"bonus: {{max_points: 1, above_maximum: true, criteria: [{{id: t, max_points: 3, formula: {MOST}}}]}}\nrounding: {{total: 0}}\n",
    "rounding: {section: 0, criterion: 0, total: 0}\n",
    "rounding: {criterion: 0, total: 1, mode: half_even}\nscale: {result: percent}\nranking: {on: percent}\n",
    "rounding: {criterion: 0, total: 0, mode: down}\n",
    "scale: {out_of: 1}\nrounding: {total: 1, criterion: 0}\nranking: {style: dense}\n",
    "ranking: {style: ordinal, tie_breaks: [y]}\nrounding: {total: 0}\n",
]
DEMANDS = ["", ", requires: z", ", requires: 'least_share >= 0.3'"]
KNOCKOUTS = [
    'knockouts: [{id: k, when: c = "kem", grade: D}, {id: l, when: x = 3, unranked: true}]',
    'knockouts: [{id: k, when: c = "kem", grade: D}, {id: l, when: least_share < 0.2, unranked: true}]',
    'knockouts: [{id: k, when: c = "kem" or points(k0) < 2, grade: D}]',
]
QUOTAS = ["", "", ", quota: {share: 40%, of: B, ties: in}", ", quota: {share: 50%, of: C, ties: out}"]
GRADED_ON = ["", "", "on: percent, "]
AWARDS = [
    "{id: aw, positions: 1, ties: ask, grade: B, requires: least_share > 0}",
    "{id: aw, quota: 1, ties: none, minimum: 3, passes_down: true}",
    "{id: aw, quota: 1, ties: none, minimum: 3}",
    "{id: aw, quota: 2, ties: all, grade: C}",
    "{id: aw, positions: 1, passes_down: true, requires: z}",
    "{id: aw, positions: 2, quota: 1, ties: ask}",
    "{id: aw, positions: 1, ties: none}",
    "{id: aw, minimum: 4}",
]
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
TARGETS = st.one_of(
    st.builds(lambda points: Target("points", Fraction(points)), st.sampled_from([*range(1, 15), 30, 50, 70, 90])),
    st.builds(lambda rank: Target("rank", rank), st.integers(1, 2)),
    st.builds(lambda grade: Target("grade", grade), st.sampled_from("ABC")),
    st.just(Target("award", "aw")),
)
GIVEN = st.sampled_from([{}, {}, *({"k0": points} for points in (0, 2, 3, 6))])
"""Points that were given to the first unit for its first criterion, mostly none."""
THIRD = {"x": 2, "y": 3, "z": True, "c": "tot", "w": 1, "v": 0}
EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "40"))


@st.composite
def rulebooks(draw):
    """Draw a short rulebook of one to three criteria, four grades, knockouts and an award."""
    plain = draw(st.lists(st.sampled_from([*KINDS, *MORE_KINDS]), min_size=1, max_size=3, unique=True))
    kinds = draw(st.permutations([*draw(st.lists(st.sampled_from(MEASURED), max_size=2, unique=True)), *plain]))
    policies = [draw(st.sampled_from(POLICIES)) for _ in kinds]
    both = enumerate(zip(kinds, policies, strict=True))
    criteria = [f"  - {{id: k{index}, max_points: 6, formula: {kind}{policy}}}" for index, (kind, policy) in both]
    tail, ranking = draw(st.sampled_from([*TAILS, *MORE_TAILS])), draw(st.sampled_from(RANKINGS))
    demands = [draw(st.sampled_from(DEMANDS)) for _ in "AB"]
    quota, award, on = draw(st.sampled_from(QUOTAS)), draw(st.sampled_from(AWARDS)), draw(st.sampled_from(GRADED_ON))
    starts = ("80", "50", "20") if on else ("5", "3", "2")
    bands = [f"{{name: A, from: {starts[0]}{demands[0]}{quota}}}", f"{{name: B, from: {starts[1]}{demands[1]}}}"]
    rules = [
        "criteria:",
        *criteria,
        tail + ("" if "ranking" in tail else ranking),
        f"grades: {{{on}bands: [{', '.join(bands)}, {{name: C, from: {starts[2]}}}, {{name: D}}]}}",
        draw(st.sampled_from(KNOCKOUTS)),
        f"awards: [{award}]",
    ]
    text = "\n".join(rules)
    asked = "\n".join(f"  {name}: {spec}" for name, spec in ASKED.items() if re.search(rf"\b{name}\b", text))
    return f"id: thu-het\nanswers:\n{asked}\n{text}\n"


def unit_of(opened, text, mine, theirs, given):
    """Return the first of three units with the points that were given to it; a rulebook that is refused says nothing here."""
    asked = [name for name in ASKED if f"  {name}: " in text]
    units = {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)}
    units["A"]["@points"] = {"appraised": given}
    try:
        return opened(text, units, stage="appraised")
    except RulebookRefused:
        reject()


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, GIVEN, TARGETS)
def test_what_is_proved_is_what_scoring_everything_finds(opened, text, mine, theirs, points, target):
    """Fewer answers than the search found reach a target only where it claims no proof; and where it proves that none do, none do."""
    rescorer = unit_of(opened, text, mine, theirs, points)
    domains = domains_of(rescorer)
    found, tried = smallest(rescorer, target, domains), Tried(rescorer, domains)
    if found.reached:
        errors, unit = errors_of(rescorer, found.changes)
        assert errors <= tried.before
        assert reached(target, rescorer.rulebook, unit)
    if found.is_proved:
        below = range(len(found.changes)) if found.reached else range(len(domains) + 1)
        better = [each for size in below for each, unit in tried.of_size(size) if reached(target, rescorer.rulebook, unit)]
        assert not better


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, GIVEN, TARGETS)
def test_single_answers_are_those_that_scoring_everything_finds(opened, text, mine, theirs, points, target):
    """No answer is told that turns nothing around; and where all are said to be told, none is missing."""
    rescorer = unit_of(opened, text, mine, theirs, points)
    domains, inside = domains_of(rescorer), reached(target, rescorer.rulebook, rescorer.unit)
    if target.kind in {"rank", "award"} and not rescorer.is_counted:
        reject()
    found = flips_of(rescorer, target, domains, inside=inside)
    turned = [each for each, unit in Tried(rescorer, domains).of_size(1) if reached(target, rescorer.rulebook, unit) != inside]
    turning = {name for each in turned for name in each}
    assert set(found.changes) <= turning
    assert not found.changes or dict(found.changes) in turned
    assert found.count <= len(turning)
    if found.is_proved:
        assert found.count == len(turning)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, GIVEN, TARGETS)
def test_what_is_proved_without_limits_holds_for_values_that_were_not_tried(opened, text, mine, theirs, points, target):
    """Only the two lowest values are tried; a proof that names no limits holds for all values the questions allow."""
    rescorer = unit_of(opened, text, mine, theirs, points)
    whole = domains_of(rescorer)
    narrow = {name: each if each.words else narrowed(each) for name, each in whole.items()}
    found, tried = smallest(rescorer, target, narrow), Tried(rescorer, whole)
    if found.is_proved and not found.limits:
        below = range(len(found.changes)) if found.reached else range(len(whole) + 1)
        assert not [each for size in below for each, unit in tried.of_size(size) if reached(target, rescorer.rulebook, unit)]
    if target.kind not in {"rank", "award"} or rescorer.is_counted:
        inside = reached(target, rescorer.rulebook, rescorer.unit)
        flips = flips_of(rescorer, target, narrow, inside=inside)
        turned = [each for each, unit in tried.of_size(1) if reached(target, rescorer.rulebook, unit) != inside]
        assert not flips.is_proved or {name for each in turned for name in each} - flips.limits.keys() == found_in(flips, turned)


def narrowed(domain):
    """Return the two lowest values of a domain, of which the others are allowed but not tried."""
    return replace(domain, high=domain.low + domain.step, allowed=(domain.low, domain.high))


def found_in(flips, turned):
    """Return as many of the answers that turn a line as are told."""
    names = sorted({name for each in turned for name in each} - flips.limits.keys())
    return set(names[: flips.count])
