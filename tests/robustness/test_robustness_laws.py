"""What robustness says is what scoring gives: with weights written into the rulebook, without a criterion, without a unit."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.robustness.columns import circles_of, columns_of
from ictscore.robustness.drop_unit import reversals
from ictscore.robustness.leave_out import leave_out
from ictscore.robustness.perturb import draw_weights, perturb
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.robustness import Robustness
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books
from ictscore.survey.submission import Survey

ANSWERS = {"x": "count", "y": {"type": "count", "min": "1"}, "n": "count", "f": "yes_no"}
RELATIVE = st.builds(
    lambda of, scale, best, among: {"kind": "relative", "of": of, "scale": scale, "best": best, "among": among, "when_all_zero": "zero"},
    st.sampled_from("xn"),
    st.sampled_from(["to_best", "min_max"]),
    st.sampled_from(["highest", "lowest"]),
    st.sampled_from(["ranked", "assessed"]),
)
FORMULAS = st.one_of(
    st.just({"kind": "ratio", "of": "min(x, y)", "over": "y", "when_denominator_zero": "zero"}),
    st.just({"kind": "yes_no", "of": "f"}),
    st.just({"kind": "steps", "on": "n", "steps": [{"from": "3", "share": "1"}, {"from": "1", "share": "1/2"}], "otherwise": "0"}),
    RELATIVE,
)
RANKING = st.fixed_dictionaries(
    {
        "on": st.sampled_from(["total", "exact", "percent"]),
        "style": st.sampled_from(["competition", "dense", "ordinal"]),
        "unranked_units": st.sampled_from(["skip", "leave_hole"]),
        "tie_breaks": st.sampled_from([[], ["n"], ["x"]]),
    }
)
GROUP = st.sampled_from([{}, {"unranked": ["U0"]}, {"ranked_within": "parent"}])
NUMBERS = st.integers(0, 4)
UNIT = st.fixed_dictionaries(
    {"x": NUMBERS, "y": st.integers(1, 4), "n": NUMBERS, "f": st.booleans(), "@parent": st.sampled_from(["P", "Q"])}
)
UNITS = st.lists(UNIT, min_size=2, max_size=5).map(lambda said: {f"U{index}": each for index, each in enumerate(said)})


@st.composite
def rulebooks(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a rulebook whose formulas all give shares of their maximum, so that weights can be written into the maxima."""
    criteria = [
        {"id": f"k{index}", "max_points": most} for index, most in enumerate(draw(st.lists(st.sampled_from("235"), min_size=2, max_size=4)))
    ]
    for each in criteria:
        each["formula"] = draw(FORMULAS)
        if each["formula"]["kind"] != "relative" and draw(st.booleans()):
            each["not_applicable"] = {"when": "n = 2", "then": draw(st.sampled_from(["drop", "full", "zero"]))}
    cut = len(criteria) // 2
    book = {
        "answers": ANSWERS,
        "groups": [{"id": "g", **draw(GROUP)}],
        "sections": [{"id": "s", "criteria": criteria[:cut]}, {"id": "t", "criteria": criteria[cut:]}],
        "scale": draw(st.sampled_from([{}, {"result": "percent"}, {"out_of": "50"}])),
        "rounding": {"total": "none"},
        "ranking": draw(RANKING),
    }
    if draw(st.booleans()):
        bonus = [{"id": "b", "max_points": "1", "formula": {"kind": "yes_no", "of": "f"}}]
        book["bonus"] = {"max_points": "1", "above_maximum": draw(st.sampled_from(["true", "false"])), "criteria": bonus}
    if draw(st.booleans()):
        book["knockouts"] = [{"id": "ko", "when": "n >= 4", "unranked": "true"}]
    return book


@pytest.fixture(scope="session")
def weighted(rules: Any) -> Any:
    """Return what writes weights into the maxima of a rulebook, brought back to the sum they had; a weight of 0 leaves a criterion out."""

    def make(book: dict[str, Any], weights: Sequence[int]) -> Rulebook:
        changed = deepcopy(book)
        criteria = [each for section in changed["sections"] for each in section["criteria"]]
        maxima = [Fraction(each["max_points"]) for each in criteria]
        factor = sum(maxima) / sum(most * weight for most, weight in zip(maxima, weights, strict=True))
        for each, most, weight in zip(criteria, maxima, weights, strict=True):
            each["max_points"] = str(most * weight * factor)
        for section in changed["sections"]:
            section["criteria"] = [each for each in section["criteria"] if each["max_points"] != "0"]
        changed["sections"] = [each for each in changed["sections"] if each["criteria"]]
        rulebook: Rulebook = rules_of(rules, changed)
        return rulebook

    return make


def rules_of(rules: Any, book: dict[str, Any]) -> Rulebook:
    """Return a rulebook of plain values."""
    found: Rulebook = rules(json.dumps(book)).rulebook
    return found


def ranks(rulebook: Rulebook, survey: Survey) -> dict[str, int | None]:
    """Return the rank of every unit."""
    return {each.unit: each.rank for each in assess(rulebook, survey).groups[0].units}


@settings(max_examples=40)
@given(st.data())
def test_ranks_are_those_of_rulebooks_with_the_weights_written_in(rules: Any, weighted: Any, make_survey: Any, data: st.DataObject) -> None:
    """Each draw is a rulebook of its own; so is the ranking without each criterion. Styles, tie-breaks, holes and circles count."""
    book, survey = data.draw(rulebooks()), make_survey(data.draw(UNITS))
    rulebook = rules_of(rules, book)
    books = Books(rulebook, survey, assess(rulebook, survey))
    drawn = Robustness(draws=5, spread=Fraction(1, 2), seed=data.draw(st.integers(0, 99)))
    for circle in circles_of(books.assessment.groups[0]):
        columns = columns_of(rulebook, circle, lambda unit: books.key(unit)[1:])
        if columns is None:
            continue
        count, shown = len(columns.criteria), {each.unit for each in circle.units if each.ranked}
        each_draw = [ranks(weighted(book, weights), survey) for weights in draw_weights(count, drawn)]
        for spread in perturb(columns, drawn):
            assert dict(spread.counts) == Counter(each[spread.unit] for each in each_draw)
        before = ranks(rulebook, survey)
        for index, without in enumerate(leave_out(columns)):
            after = ranks(weighted(book, [int(other != index) for other in range(count)]), survey)
            moved = {(each.unit, each.before, each.after) for each in without.moved}
            assert moved == {(unit, before[unit], after[unit]) for unit in shown if before[unit] != after[unit]}


@settings(max_examples=60)
@given(rulebooks(), UNITS, st.sampled_from("01"), st.sampled_from(["half_up", "down"]))
def test_without_a_criterion_units_move_from_their_published_ranks(
    rules: Any, weighted: Any, make_survey: Any, book: dict[str, Any], units: Any, places: str, mode: str
) -> None:
    """Totals that are rounded tie and part: what is told begins from the ranks so published, and ends at those that would be."""
    book = {**book, "rounding": {"total": places, "mode": mode}}
    rulebook, survey = rules_of(rules, book), make_survey(units)
    books = Books(rulebook, survey, assess(rulebook, survey))
    before = ranks(rulebook, survey)
    for circle in circles_of(books.assessment.groups[0]):
        columns = columns_of(rulebook, circle, lambda unit: books.key(unit)[1:])
        for index, without in enumerate(leave_out(columns) if columns is not None else ()):
            after = ranks(weighted(book, [int(other != index) for other in range(len(columns.criteria))]), survey)
            wanted = {(each.unit, before[each.unit], after[each.unit]) for each in circle.units if each.ranked}
            assert {(each.unit, each.before, each.after) for each in without.moved} == {each for each in wanted if each[1] != each[2]}


@settings(max_examples=60)
@given(rulebooks(), UNITS)
def test_an_absence_turns_round_what_scoring_without_the_unit_does(rules: Any, make_survey: Any, book: dict[str, Any], units: Any) -> None:
    """Every unit taken away in turn, all pairs of every circle compared: the reversals told are these, and no others."""
    rulebook, survey = rules_of(rules, book), make_survey(units)
    books = Books(rulebook, survey, assess(rulebook, survey))
    group, before = books.assessment.groups[0], ranks(rulebook, survey)
    for circle in circles_of(group):
        wanted = set()
        for gone in units:
            kept = tuple(each for each in survey.submissions if each.unit != gone)
            after = ranks(rulebook, replace(survey, submissions=kept))
            mine = [each.unit for each in circle.units if each.ranked and each.unit != gone and after[each.unit] is not None]
            for one, other in itertools.permutations(mine, 2):
                if (before[one] or 0) < (before[other] or 0) and (after[one] or 0) >= (after[other] or 0):
                    wanted.add((gone, one, other))
        assert {(each.dropped, each.ahead, each.behind) for each in reversals(books, circle)} == wanted


THREE = """
answers: {x: count, y: count, n: count}
groups: [{id: g, max_points: 20%s}]
ranking: %s
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}, not_applicable: {when: n = 1, then: drop}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
"""


@pytest.fixture
def tried(rules: Any, score: Any, make_survey: Any) -> Any:
    """Return the circles of some units under the rules, as columns."""

    def make(group: str, ranking: str, units: dict[str, Any]) -> list[Any]:
        loaded = rules(THREE % (group, ranking))
        survey = make_survey(units)
        books = Books(loaded.rulebook, survey, assess(loaded.rulebook, survey))
        return [columns_of(loaded.rulebook, each, lambda unit: books.key(unit)[1:]) for each in circles_of(books.assessment.groups[0])]

    return make


def kept(columns: Any) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return which ranks each unit has in ten draws."""
    return {each.unit: each.counts for each in perturb(columns, Robustness(draws=10))}


def test_dense_ranks_are_kept_as_dense_ranks(tried: Any) -> None:
    """By hand: A and B are alike, C is behind both whatever the weights; dense it is second in every draw, not third."""
    alike = {"x": 9, "y": 9}
    (columns,) = tried("", "{style: dense}", {"A": alike, "B": alike, "C": {"x": 1, "y": 1}})
    assert kept(columns) == {"A": ((1, 10),), "B": ((1, 10),), "C": ((2, 10),)}


def test_a_tie_that_is_broken_stays_broken(tried: Any) -> None:
    """By hand: A and B have the same points whatever the weights, and n puts B behind A: second in every draw."""
    (columns,) = tried("", "{tie_breaks: [n]}", {"A": {"x": 5, "y": 5, "n": 3}, "B": {"x": 5, "y": 5, "n": 2}})
    assert kept(columns) == {"A": ((1, 10),), "B": ((2, 10),)}


def test_units_of_two_parents_are_not_ranked_against_each_other(tried: Any) -> None:
    """By hand: each parent's best unit is first in every draw, though the other parent's is better."""
    units = {"A": (9, "P"), "B": (1, "P"), "C": (5, "Q"), "D": (0, "Q")}
    said = {name: {"x": points, "y": points, "@parent": parent} for name, (points, parent) in units.items()}
    first, second = tried(", ranked_within: parent", "{}", said)
    assert kept(first) == {"A": ((1, 10),), "B": ((2, 10),)}
    assert kept(second) == {"C": ((1, 10),), "D": ((2, 10),)}


def test_what_does_not_apply_weighs_nothing_once_it_is_left_out(tried: Any) -> None:
    """By hand: A has 10 of the 10 that apply to it, B 5 + 10; without the first criterion both have all there is and share the lead."""
    (columns,) = tried("", "{}", {"A": {"x": 0, "y": 10, "n": 1}, "B": {"x": 5, "y": 10, "n": 0}})
    first, _ = leave_out(columns)
    assert [(each.unit, each.before, each.after) for each in first.moved] == [("A", 2, 1)]
