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
    if any(found.severity == "error" for each in (old, new) for found in check_rulebook(Draft(each.rulebook, each.document))):
        return
    severities = {each.severity for each in judge(compare(old, new))} - {"none", "wording"}
    if severities - {"generous", "stricter"}:
        return
    survey = make_survey(EVERYBODY)
    pairs = zip(*(assess(each.rulebook, survey).units() for each in (old, new)), strict=True)
    for was, now in pairs:
        if severities != {"stricter"}:
            assert was.exact_total <= now.exact_total, was.unit
        if severities != {"generous"}:
            assert was.exact_total >= now.exact_total, was.unit
