"""A changed least of points is felt by the units that do not answer."""

from __future__ import annotations

import copy
import itertools
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.diff.compare import compare
from ictscore.diff.severity import judge
from ictscore.rulebook.checks import check_rulebook
from ictscore.rulebook.draft import Draft
from ictscore.scoring.assess import assess

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "250"))
ANSWERS: dict[str, Any] = {"n": {"type": "count", "max": "3"}, "f": "yes_no"}
LEAST = ["-1", "0", "1/2", "1"]
FORMULAS = st.sampled_from(["min(4, n + 1)", "n", "if f then 2 else 1", "2", "n - 1", "max(1, n)", "if given(n) then n else 1"])
EVERYBODY = {
    f"Đơn vị {n} {f}": {key: value for key, value in (("n", n), ("f", f)) if value is not None}
    for n, f in itertools.product((0, 1, 2, 3, None), (True, False, None))
}

ASKED: dict[str, Any] = {**ANSWERS, "g": {"type": "count", "max": "3"}}
ALL = {f"{name} {g}": {**said, **({} if g is None else {"g": g})} for name, said in EVERYBODY.items() for g in (0, 1, 2, None)}


def criterion(expression: str = "min(4, n + 1)", least: str = "0", **more: str) -> dict[str, Any]:
    """Return a criterion that gives at most 4 points, with this least."""
    return {"id": "a", "max_points": "4", "min_points": least, "formula": {"kind": "formula", "expr": expression}, **more}


def book(first: dict[str, Any], where: str = "sections") -> dict[str, Any]:
    """Return a rulebook with a criterion of 6 points and this one beside it, or among bonus or deductions."""
    other = {"id": "b", "max_points": "6", "formula": {"kind": "count", "of": "n", "each": "2"}}
    criteria = [first, other] if where == "sections" else [other]
    made: dict[str, Any] = {"answers": ANSWERS, "sections": [{"id": "s", "criteria": criteria}]}
    return made if where == "sections" else {**made, where: {"criteria": [first]}}


@pytest.mark.parametrize(
    ("expression", "least", "severity"),
    [
        ("min(4, n + 1)", ("1", "0"), "stricter"),
        ("min(4, n + 1)", ("0", "1"), "generous"),
        ("min(4, n + 1)", ("1/2", "1"), "generous"),
        ("min(4, n + 1)", ("-1", "0"), "none"),
        ("2", ("1", "0"), "none"),
        ("n", ("0", "1"), "open"),
    ],
)
@pytest.mark.parametrize("where", ["sections", "bonus", "deductions"])
def test_a_least_above_nothing_counts_for_those_who_do_not_answer(
    make: Any, complete: Any, expression: str, least: tuple[str, str], severity: str, where: str
) -> None:
    """Lowered it is stricter, raised more generous, among deductions the other way round; without a question it is nothing."""
    old, new = (make(complete(book(criterion(expression, each), where))) for each in least)
    [found] = judge(compare(old, new))
    turned = {"stricter": "generous", "generous": "stricter"} if where == "deductions" else {}
    assert found.severity == turned.get(severity, severity)


def test_where_a_missing_answer_is_an_error_the_least_counts_for_nobody(make: Any, complete: Any) -> None:
    """Nobody gets the least of points of a criterion that refuses a missing answer."""
    old, new = (make(complete(book(criterion(least=each, on_missing="error")))) for each in ("1", "0"))
    [found] = judge(compare(old, new))
    assert found.severity == "none"


@settings(max_examples=EXAMPLES)
@given(
    FORMULAS,
    st.sampled_from(LEAST),
    st.sampled_from(LEAST),
    st.sampled_from(["zero", "error"]),
    st.sampled_from(["sections", "bonus", "deductions"]),
)
def test_what_is_claimed_holds_for_every_unit_that_leaves_answers_out(
    make: Any, complete: Any, make_survey: Any, expression: str, least: str, then: str, on_missing: str, where: str
) -> None:
    """More generous: no unit has fewer points, whatever it leaves unanswered; stricter: none has more; no effect: all stays."""
    old, new = (make(complete(copy.deepcopy(book(criterion(expression, each, on_missing=on_missing), where)))) for each in (least, then))
    holds_for(old, new, make_survey(EVERYBODY))


def holds_for(old: Any, new: Any, survey: Any, *, are_refused_left_out: bool = False) -> None:
    """Hold what is claimed of all changes together against the points of everybody; a fault of the data leaves nothing to compare."""
    if any(found.severity == "error" for each in (old, new) for found in check_rulebook(Draft(each.rulebook, each.document))):
        return
    severities = {each.severity for each in judge(compare(old, new))} - {"none", "wording"}
    if severities - {"generous", "stricter"}:
        return
    scored = [{unit.unit: unit for unit in assess(each.rulebook, survey).units()} for each in (old, new)]
    for was, now in ((side, scored[1][name]) for name, side in scored[0].items()):
        if are_refused_left_out and "error" in {each.status for unit in (was, now) for each in unit.criteria}:
            continue
        if severities != {"stricter"}:
            assert was.exact_total <= now.exact_total, was.unit
        if severities != {"generous"}:
            assert was.exact_total >= now.exact_total, was.unit


FURTHER = st.sampled_from(
    [
        "n + g",
        "min(4, n + g)",
        "max(n, g)",
        "if f then 2 else g",
        "if g > 1 then 2 else 1",
        "2 + g",
        "g",
        "if given(g) then n else n + 1",
        "if f and g > 1 then 2 else 1",
        "if f or g > 1 then 2 else n",
    ]
)


@pytest.mark.parametrize(
    ("expression", "then", "severity"),
    [("n", "n + g", "mixed"), ("n + g", "n", "mixed"), ("2", "2 + 0 * g", "stricter"), ("n + g", "n + 2 * g", "generous")],
)
def test_a_formula_that_asks_a_further_question_takes_points_of_who_leaves_it_out(
    make: Any, complete: Any, expression: str, then: str, severity: str
) -> None:
    """With g there is more, without it nothing, where n alone had been enough; a question that was answered before changes nothing."""
    old, new = (make(complete({**book(criterion(each)), "answers": ASKED})) for each in (expression, then))
    [found] = judge(compare(old, new))
    assert found.severity == severity


@settings(max_examples=EXAMPLES)
@given(
    st.one_of(FORMULAS, FURTHER),
    st.one_of(FORMULAS, FURTHER),
    st.sampled_from(["zero", "error"]),
    st.sampled_from(["sections", "bonus", "deductions"]),
    st.sampled_from(["0", "0", "1"]),
)
def test_what_is_claimed_of_a_formula_holds_for_every_unit_that_leaves_answers_out(
    make: Any, complete: Any, make_survey: Any, expression: str, then: str, on_missing: str, where: str, least: str
) -> None:
    """The same for a formula that comes to ask a further question, or one question less: who leaves it out may lose all points by it."""
    changed = [criterion(each, least, on_missing=on_missing) for each in (expression, then)]
    old, new = (make(complete({**copy.deepcopy(book(each, where)), "answers": ASKED})) for each in changed)
    holds_for(old, new, make_survey(ALL), are_refused_left_out=True)
