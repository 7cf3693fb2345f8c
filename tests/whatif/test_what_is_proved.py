"""What is called proved is what trying everything finds, with demands, quotas, awards and ties."""

from __future__ import annotations

import itertools
import os
import re
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from short_rulebooks import ASKED, KINDS, POLICIES, RANKINGS, TAILS

from ictscore.errors import RulebookRefused
from ictscore.expr.evaluate import evaluate
from ictscore.findings import errors_among
from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target, reached

MORE_KINDS = [
    '{kind: formula, expr: "6 - points(k0)"}',
    '{kind: formula, expr: "min(6, x * w)"}',
    '{kind: formula, expr: "if x > w then 3 else y"}',
    '{kind: formula, expr: "if points(k0) >= 3 then 2 + w else 0"}',
    '{kind: formula, expr: "min(6, round(x / 2 + w / 3, 0) + floor(y / 2))"}',
    "{kind: shares, over: y, weights: [{of: x, weight: 1}, {of: w, weight: 0.5}], when_denominator_zero: not_applicable}",
    "{kind: relative, of: x / (y + 1), scale: to_best, best: lowest, among: assessed, when_all_zero: full, when_denominator_zero: zero}",
    "{kind: count, of: y, each: 0.2, cap: 3}",
]
MORE_TAILS = [
    "scale: {result: percent}\nranking: {on: percent}\n",
    "scale: {out_of: 10}\nrounding: {total: 1}\n",
    "ranking: {on: exact, tie_breaks: [total, z]}\n",
]
DEMANDS = ["", ", requires: z", ", requires: 'least_share >= 0.3'"]
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
THIRD = {"x": 2, "y": 3, "z": True, "c": "tot", "w": 1, "v": 0}
EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "40"))


@st.composite
def rulebooks(draw):
    """Draw a short rulebook of one to three criteria, four grades, knockouts and an award."""
    kinds = draw(st.lists(st.sampled_from([*KINDS, *MORE_KINDS]), min_size=1, max_size=3, unique=True))
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
        'knockouts: [{id: k, when: c = "kem", grade: D}, {id: l, when: x = 3, unranked: true}]',
        f"awards: [{award}]",
    ]
    text = "\n".join(rules)
    asked = "\n".join(f"  {name}: {spec}" for name, spec in ASKED.items() if re.search(rf"\b{name}\b", text))
    return f"id: thu-het\nanswers:\n{asked}\n{text}\n"


def unit_of(opened, text, mine, theirs):
    """Return the first of three units; a rulebook that is refused says nothing here."""
    asked = [name for name in ASKED if f"  {name}: " in text]
    units = {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)}
    try:
        return opened(text, units)
    except RulebookRefused:
        reject()


def errors_of(rescorer, changes):
    """Return the errors that reading and scoring would find, and the unit as it would be scored."""
    assessment, scope = rescorer.assess(changes), rescorer.scope(changes)
    found = {(each.code, str(each.values.get("unit")), str(each.values.get("criterion"))) for each in errors_among(assessment.findings)}
    for criterion in rescorer.rulebook.criteria_of("g"):
        for share in criterion.formula.shares_of():
            part, whole = (evaluate(each, scope).value for each in (share.of, share.over))
            if not share.capped and part > whole:
                found.add(("SV301", rescorer.unit.unit, criterion.id))
    return found, rescorer.unit_in(assessment)


class Tried:
    """Everything tried: each set of changes with the unit, as long as scoring would allow it."""

    def __init__(self, rescorer, domains):
        self.rescorer, self.domains = rescorer, domains
        self.before, _ = errors_of(rescorer, {})

    def of_size(self, size):
        """Yield the changes of so many answers that score would take, with the unit."""
        for names in itertools.combinations(self.domains, size):
            for values in itertools.product(*(self.domains[name].values() for name in names)):
                changes = dict(zip(names, values, strict=True))
                if not any(self.rescorer.values.get(name) == value for name, value in changes.items()):
                    errors, unit = errors_of(self.rescorer, changes)
                    if errors <= self.before:
                        yield changes, unit


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_what_is_proved_is_what_scoring_everything_finds(opened, text, mine, theirs, target):
    """Fewer answers than the search found reach a target only where it claims no proof; and where it proves that none do, none do."""
    rescorer = unit_of(opened, text, mine, theirs)
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
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_single_answers_are_those_that_scoring_everything_finds(opened, text, mine, theirs, target):
    """No answer is told that turns nothing around; and where all are said to be told, none is missing."""
    rescorer = unit_of(opened, text, mine, theirs)
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
@given(rulebooks(), ANSWERS, ANSWERS, TARGETS)
def test_what_is_proved_without_limits_holds_for_values_that_were_not_tried(opened, text, mine, theirs, target):
    """Only the two lowest values are tried; a proof that names no limits holds for all values the questions allow."""
    rescorer = unit_of(opened, text, mine, theirs)
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


UNREACHABLE = """
answers: {y: {type: count, max: 3}, w: {type: count, max: 2}, z: yes_no}
criteria:
  - id: k0
    max_points: 6
    formula: {kind: steps, of: w, over: y, steps: [{from: 2/3, points: 4}], otherwise: 1, when_denominator_zero: zero}
grades: {bands: [{name: A, from: 5}, {name: B, from: 3, requires: z}, {name: C, from: 2}, {name: D}]}
"""


def test_a_better_band_that_nobody_reaches_hides_no_way_to_the_one_that_is_wanted(opened):
    """B wants 3 points and z. The steps give 4 for two thirds: w 2 of y 2 (or 3) are two answers, with z three. A is out of reach."""
    rescorer = opened(UNREACHABLE, {"A": {"y": 0, "w": 0, "z": False}, "B": {"y": 3, "w": 1, "z": True}})
    found = smallest(rescorer, Target("grade", "B"), domains_of(rescorer))
    assert (found.reached, found.is_proved, found.limits, set(found.changes)) == (True, True, {}, {"y", "w", "z"})


DROPPED = """
answers: {x: {type: count, max: 3}, y: {type: count, max: 5}}
criteria:
  - {id: k0, max_points: 6, formula: {kind: count, of: x, each: 2}}
  - {id: k1, max_points: 4, formula: {kind: count, of: y, each: 0.2, cap: 3}, not_applicable: {when: y = 0, then: drop}}
scale: {result: percent}
awards: [{id: w, quota: 1, ties: none, minimum: 3}]
"""


def test_an_award_for_one_is_won_by_the_share_and_not_by_the_points(opened):
    """A and B share 70 % (7 of 10), and a tie wins nothing. With y = 0 A has 6 of 6: one answer, though it brings a point less."""
    rescorer = opened(DROPPED, {"A": {"x": 3, "y": 5}, "B": {"x": 3, "y": 5}, "C": {"x": 0, "y": 5}})
    found = smallest(rescorer, Target("award", "w"), domains_of(rescorer))
    assert (found.reached, found.is_proved, found.changes) == (True, True, {"y": 0})


MERGED = """
answers: {x: {type: count, max: 20}, w: {type: count, max: 2}}
criteria:
  - {id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 6, formula: {kind: relative, of: w, scale: min_max, among: ranked, when_all_zero: full}}
ranking: {style: dense}
"""


def test_two_above_who_come_level_share_a_place_that_no_line_says(opened):
    """B has 9 + 6, C 11 + 3, D 5 + 6, A none and is fourth. 11 by x do it; w = 1 too: that is the least then, and C falls to 11.

    D and C come level, and A takes the next place without a point. That is no matter of the points of who is third now.
    """
    units = {"A": {"x": 0, "w": 0}, "B": {"x": 9, "w": 2}, "C": {"x": 11, "w": 1}, "D": {"x": 5, "w": 2}}
    rescorer = opened(MERGED, units)
    third = Target("rank", 3)
    assert rescorer.unit.rank == 4
    assert [rescorer.standing({name: Fraction(value)}).rank for name, value in (("x", 11), ("w", 1))] == [3, 3]
    flips = flips_of(rescorer, third, domains_of(rescorer), inside=False)
    assert flips.count == 2 or not flips.is_proved


def test_two_who_share_a_place_may_come_to_take_two(opened):
    """B has 4 + 6, C 10 + 0 (its w = 1 is the least), A 3 + 0: second of two places. With w = 0 C has 10 + 3, B 10: A is third.

    Nobody holds a second place that A could lose, yet one answer loses it: that none does may not be called proved.
    """
    rescorer = opened(MERGED, {"A": {"x": 3, "w": 1}, "B": {"x": 4, "w": 2}, "C": {"x": 10, "w": 1}})
    second = Target("rank", 2)
    assert (rescorer.unit.rank, rescorer.standing({"w": Fraction(0)}).rank) == (2, 3)
    flips = flips_of(rescorer, second, domains_of(rescorer), inside=True)
    assert flips.count or not flips.is_proved
