"""Laws of scoring over random rulebooks and surveys: bounds, order, ties, and what must not matter."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

RULES = """
groups: [{id: g, unranked: [u0]}, {id: h}]
answers: {a: count, b: count, n: count, k: yes_no, w: {type: choice, choices: {cao: Cao, vua: Vừa, thap: Thấp}}, v: count}
sections:
  - id: s
    criteria:
      - id: ty_le
        max_points: 10
        formula: {kind: ratio, of: a, over: n, when_denominator_zero: not_applicable, above_one: cap}
        not_applicable: {declared: true, then: redistribute_equally}
      - {id: muc, max_points: 20, formula: {kind: choice, of: w, shares: {cao: 1, vua: 1/2, thap: 0}}}
      - {id: so, max_points: 5, formula: {kind: count, of: b, each: 0.5}}
  - id: t
    criteria:
      - id: bac
        max_points: 7
        formula:
          {kind: steps, of: b, over: n, steps: [{from: 1, points: 7}, {above: 0.5, points: 4}], otherwise: 1, when_denominator_zero: zero}
      - id: gop
        max_points: 18
        parts:
          - {id: gop.1, max_points: 8, formula: {kind: yes_no, of: k}, not_applicable: {declared: true, then: redistribute_in_proportion}}
          - {id: gop.2, max_points: 10, formula: {kind: relative, of: v, scale: to_best, among: ranked, when_all_zero: zero}}
bonus: {max_points: 3, criteria: [{id: thuong, max_points: 4, formula: {kind: count, of: b, each: 1}}]}
deductions: {criteria: [{id: tru, max_points: 6, formula: {kind: count, of: v, each: 0.25}}]}
rounding: {total: 2}
grades: {bands: [{name: Tốt, from: 40}, {name: Khá, from: 20}, {name: Yếu}]}
"""
SMALL = st.integers(0, 12)


def _maybe(strategy):
    return st.one_of(strategy, strategy, strategy, st.none(), st.just("n/a"))


unit = st.fixed_dictionaries(
    {
        "a": _maybe(SMALL),
        "b": _maybe(SMALL),
        "n": _maybe(SMALL),
        "k": _maybe(st.booleans()),
        "w": _maybe(st.sampled_from(["cao", "vua", "thap"])),
        "v": _maybe(SMALL),
        "@group": st.sampled_from(["g", "g", "h"]),
    }
)
surveys = st.lists(unit, min_size=1, max_size=6).map(lambda units: {f"u{number}": each for number, each in enumerate(units)})


@pytest.fixture(scope="module")
def loaded(rules):
    """Return the rulebook of these laws."""
    return rules(RULES)


def by_name(assessment):
    """Return the units by name."""
    return {each.unit: each for each in assessment.units()}


@settings(max_examples=150)
@given(surveys)
def test_points_stay_within_their_bounds(loaded, score, survey):
    """Every criterion gives from 0 to the maximum that applied, and the total never leaves the scale."""
    for each in score(loaded, survey).units():
        assert all(0 <= one.points <= one.max_points for one in each.criteria)
        assert 0 <= each.total <= each.max_points <= 60


@settings(max_examples=150)
@given(surveys)
def test_sums_are_exact(loaded, score, survey):
    """Sections are the sum of their criteria, criteria of their parts, and nothing is lost on the way to the total."""
    for each in score(loaded, survey).units():
        for section in each.sections:
            assert section.exact == sum(each.criterion(one.id).points for one in section.section.criteria)
        assert each.criterion("gop").points == each.criterion("gop.1").points + each.criterion("gop.2").points
        base = sum(one.points for one in each.sections)
        before = max(base, min(base + each.bonus, each.max_points))
        assert each.exact_total == max(before - each.deducted, 0)


@settings(max_examples=100)
@given(surveys, st.randoms(use_true_random=False))
def test_the_order_of_units_does_not_matter(loaded, score, survey, order: random.Random):
    """The same survey with its units in any order gives the same assessment."""
    names = list(survey)
    order.shuffle(names)
    assert score(loaded, {name: survey[name] for name in names}) == score(loaded, survey)


@pytest.fixture(scope="module")
def turned(rules):
    """Return the same rulebook with its sections written the other way round."""
    head, middle, rest = RULES.partition("  - id: t\n")
    start, sections, first = head.partition("sections:\n")
    second, bonus, tail = rest.partition("bonus:")
    return rules(start + sections + middle + second + first + bonus + tail)


@settings(max_examples=50)
@given(surveys)
def test_the_order_of_criteria_does_not_matter(loaded, turned, score, survey):
    """Sections and criteria written in another order give the same totals and ranks."""
    one, other = by_name(score(loaded, survey)), by_name(score(turned, survey))
    assert [each.id for each in turned.rulebook.sections] == ["t", "s"]
    for name, each in one.items():
        assert (each.total, each.rank, each.grade) == (other[name].total, other[name].rank, other[name].grade)


@settings(max_examples=150)
@given(surveys)
def test_a_rank_is_one_more_than_the_number_of_better_units(loaded, score, survey):
    """Competition ranks count the units of the group with a higher total; equal totals share theirs."""
    for group in score(loaded, survey).groups:
        ranked = [each for each in group.units if each.ranked]
        for each in ranked:
            assert each.rank == 1 + sum(other.total > each.total for other in ranked)
            assert each.tied == (sum(other.total == each.total for other in ranked) > 1)
        assert all(each.rank is None for each in group.units if not each.ranked)


@settings(max_examples=100)
@given(surveys)
def test_every_unit_comes_out_once(loaded, score, survey):
    """As many units come out as went in, each in its own group."""
    assessment = score(loaded, survey)
    assert sorted(each.unit for each in assessment.units()) == sorted(survey)
    assert all(survey[each.unit]["@group"] == each.group for each in assessment.units())


@settings(max_examples=100)
@given(surveys)
def test_a_unit_added_at_the_bottom_changes_nobody(loaded, score, survey):
    """A new last one leaves every other unit's points, rank and grade as they were."""
    last = {"a": 0, "b": 0, "n": 10, "k": False, "w": "thap", "v": 0, "@group": "g"}
    before, after = by_name(score(loaded, survey)), by_name(score(loaded, {**survey, "zz": last}))
    if any(each.group == "g" and each.ranked and each.total < after["zz"].total for each in before.values()):
        return
    changed = {name: (each.total, each.rank, each.grade) for name, each in before.items() if each.group == "h" or not _compared(survey)}
    assert changed == {name: (after[name].total, after[name].rank, after[name].grade) for name in changed}


def _compared(survey) -> bool:
    """Return whether somebody in the group had nobody to be compared with: a new unit gives them somebody."""
    circle = [each["v"] for name, each in survey.items() if each["@group"] == "g" and name != "u0"]
    return not any(isinstance(value, int) for value in circle)


@settings(max_examples=100)
@given(surveys)
def test_another_group_changes_nobody(loaded, score, survey):
    """What one group answers does not touch the other."""
    alone = {name: each for name, each in survey.items() if each["@group"] == "g"}
    if alone:
        together, apart = score(loaded, survey).groups[0], score(loaded, alone).groups[0]
        assert together.units == apart.units


@settings(max_examples=100)
@given(st.integers(0, 50), st.integers(1, 50), st.integers(1, 9))
def test_a_ratio_looks_at_the_proportion_only(loaded, score, part, whole, factor):
    """Numerator and denominator times the same number give the same points."""
    one, other = ({"a": part * times, "n": whole * times} for times in (1, factor))
    found = by_name(score(loaded, {"x": one, "y": other}))
    assert found["x"].criterion("ty_le").points == found["y"].criterion("ty_le").points


@settings(max_examples=100)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 40), st.sampled_from(["a", "b", "v"]))
def test_more_of_what_counts_never_gives_less(loaded, score, less, more, whole, name):
    """Ratios, counts, steps and relative points rise with what they count; a larger denominator never helps."""
    less, more = sorted((less, more))
    rest = {"a": 0, "b": 0, "v": 0, "n": whole}
    found = by_name(score(loaded, {"x": {**rest, name: less}, "y": {**rest, name: more}}))
    for criterion in ("ty_le", "so", "bac", "gop.2"):
        assert found["x"].criterion(criterion).points <= found["y"].criterion(criterion).points
    wider = by_name(score(loaded, {"x": {**rest, "a": less, "b": less}, "y": {**rest, "a": less, "b": less, "n": whole + 1}}))
    for criterion in ("ty_le", "bac"):
        assert wider["x"].criterion(criterion).points >= wider["y"].criterion(criterion).points


def test_the_best_answers_give_everything_and_the_worst_the_least(loaded, score):
    """Nothing stands between a perfect unit and the maximum, or an empty-handed one and the minimum."""
    best = {"a": 10, "b": 10, "n": 10, "k": True, "w": "cao", "v": 0, "@group": "h"}
    worst = {"a": 0, "b": 0, "n": 10, "k": False, "w": "thap", "v": 0, "@group": "h"}
    found = by_name(score(loaded, {"x": best, "y": worst}))
    # best: 10 + 20 + 5 + 7 + 8 + 0 (v all 0) = 50, with a bonus of 3; worst: the lowest step gives 1
    assert (found["x"].total, found["y"].total) == (53, 1)


@settings(max_examples=60)
@given(surveys)
def test_names_do_not_matter(loaded, score, survey):
    """Units called otherwise have the same points."""
    renamed = {f"x{name}" if name != "u0" else name: each for name, each in survey.items()}
    one, other = by_name(score(loaded, survey)), by_name(score(loaded, renamed))
    for name, each in one.items():
        assert [score.points for score in each.criteria] == [score.points for score in other[name if name == "u0" else f"x{name}"].criteria]


@settings(max_examples=60)
@given(surveys)
def test_everything_is_a_fraction(loaded, score, survey):
    """No binary number enters: all points are exact fractions."""
    for each in score(loaded, survey).units():
        numbers = [each.total, each.exact_total, each.percent, each.max_points, each.bonus, each.deducted]
        numbers += [one.points for one in each.criteria] + [one.exact for one in each.criteria]
        assert all(type(number) is Fraction for number in numbers)
