"""What is said to change nothing changes nothing for anybody: random rulebooks, every slip, all answers and points that stages give."""

from __future__ import annotations

import itertools
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.cases.mutants import all_slips, mutate
from ictscore.errors import RulebookRefused
from ictscore.rulebook.model import Rulebook
from ictscore.rulebook.nodes import as_plain
from ictscore.scoring.assess import assess

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "40"))
STAGES = "stages: [{id: self}, {id: appraised}, {id: council}]\n"
ANSWERS = "answers: {x: {type: count, max: 3}, y: {type: count, min: 1, max: 2}, z: {type: yes_no, not_applicable: true}}\n"
EVERYBODY: dict[str, dict[str, Any]] = {
    f"{x} {y} {z}": {key: value for key, value in (("x", x), ("y", y), ("z", z)) if value is not None}
    for x, y, z in itertools.product((0, 1, 3, None), (1, 2), (True, False, "n/a", None))
}
WITHIN = [-1, 0, 1, 2, 3, 4]
"""Points that a stage gives: within the bounds before a slip, within those after it, and beyond both."""

FORMULAS = st.sampled_from(
    [
        "{kind: count, of: x, each: 1}",
        "{kind: yes_no, of: z, yes: 2, no: 0}",
        "{kind: yes_no, of: z, yes: 3, no: 1}",
        "{kind: ratio, of: min(x, y), over: y, when_denominator_zero: error}",
        "{kind: steps, on: x, steps: [{from: 3, points: 2}, {from: 1, points: 1}], otherwise: 0}",
        "{kind: relative, of: y, scale: to_best, among: ranked, when_all_zero: zero}",
        "{kind: formula, expr: if points(a) > 2 then 1 else 0}",
        '{kind: formula, expr: "min(2, x)"}',
    ]
)
OF_ANSWERS = FORMULAS.filter(lambda each: "points(a)" not in each)
POLICIES = st.sampled_from(["", "", ", not_applicable: {declared: true, then: full}", ", not_applicable: {when: x = 0, then: drop}"])


@st.composite
def criteria(draw: st.DrawFn, name: str, formulas: Any = FORMULAS) -> str:
    """Draw a criterion whose bounds its formula may or may not reach."""
    bounds = f"max_points: {draw(st.sampled_from([2, 3, 4]))}, min_points: {draw(st.sampled_from([-1, 0, 0, 1]))}"
    return f"{{id: {name}, {bounds}, formula: {draw(formulas)}{draw(POLICIES)}}}"


@st.composite
def rulebooks(draw: st.DrawFn) -> str:
    """Draw a rulebook of a criterion or two, with another among the bonus or the deductions, with and without stages."""
    own = [draw(criteria("a", OF_ANSWERS)), *([draw(criteria("b"))] if draw(st.booleans()) else [])]
    extra = draw(st.sampled_from(["", "bonus: {above_maximum: true, max_points: 9, ", "deductions: {floor: none, "]))
    extra = extra and f"{extra}criteria: [{draw(criteria('t'))}]}}\n"
    grades = draw(st.sampled_from(["", "grades: {bands: [{name: A, from: 2}, {name: B}]}\n"]))
    return f"{ANSWERS}criteria: [{', '.join(own)}]\n{extra}{grades}{draw(st.sampled_from(['', STAGES, STAGES]))}"


def with_points(by_criterion: dict[str, int | None]) -> dict[str, dict[str, Any]]:
    """Return everybody, every other unit with these points: the council's, or of an appraisal that the council does not speak after."""
    given_points = {name: each for name, each in by_criterion.items() if each is not None}
    found = {}
    for index, (name, answers) in enumerate(EVERYBODY.items()):
        stages = {} if index % 2 or not given_points else {("council" if index % 4 else "appraised"): given_points}
        found[name] = {**answers, "@points": stages}
    return found


def results(rulebook: Rulebook, survey: Any) -> dict[str, tuple[Any, ...]]:
    """Return what every unit gets: of every criterion its status and points, then total, grade and rank."""
    found = {}
    for unit in assess(rulebook, survey).units():
        own = tuple((each.criterion.id, each.status, each.points) for each in unit.criteria)
        found[unit.unit] = (own, unit.exact_total, unit.total, unit.grade, unit.rank)
    return found


POINTS = st.sampled_from([None, *WITHIN])


@settings(max_examples=EXAMPLES)
@given(rulebooks(), st.fixed_dictionaries({"a": POINTS, "b": POINTS, "t": st.sampled_from(WITHIN)}))
def test_what_is_proved_to_change_nothing_changes_nothing(rules: Any, make_survey: Any, text: str, points: dict[str, int | None]) -> None:
    """Whatever a unit answers, and whatever points a stage gives where the rulebook has stages: as with the rulebook without the slip."""
    try:
        loaded = rules(text)
    except RulebookRefused:
        return
    survey = make_survey(with_points(points if "stages" in text else {}))
    before = results(loaded.rulebook, survey)
    for mutant in mutate(loaded, [], all_slips(loaded)).mutants:
        if mutant.fate == "equivalent":
            changed = Rulebook.model_validate(mutant.slip.applied(as_plain(loaded.document)))
            assert results(changed, survey) == before, (mutant.slip.said, text)


@pytest.mark.parametrize("extra", ["bonus: {above_maximum: true, ", "deductions: {floor: none, "])
@pytest.mark.parametrize(("bounds", "slip"), [("max_points: 3", "max_points"), ("max_points: 2, min_points: -1", "min_points")])
@pytest.mark.parametrize(("stages", "fate"), [("", "equivalent"), ("stages: [{id: self}]\n", "equivalent"), (STAGES, "survived")])
def test_bounds_that_no_formula_reaches_count_where_a_stage_gives_points(
    rules: Any, extra: str, bounds: str, slip: str, stages: str, fate: str
) -> None:
    """A formula that gives 0 or 2 reaches neither 3 nor −1; a council may give 3, and with a maximum of 2 that is refused."""
    criterion = f"{{id: t, {bounds}, formula: {{kind: yes_no, of: z, yes: 2, no: 0}}}}"
    own = "{id: a, max_points: 3, formula: {kind: count, of: x, each: 1}}"
    loaded = rules(f"{ANSWERS}criteria: [{own}]\n{extra}criteria: [{criterion}]}}\n{stages}")
    slips = [
        each for each in all_slips(loaded) if each.path[-1] == slip and each.path[-3:-1] == ("criteria", 0) and "sections" not in each.path
    ]
    idle = [each for each in mutate(loaded, [], slips).mutants if each.fate != "refused"]
    assert {each.fate for each in idle} == {fate}
