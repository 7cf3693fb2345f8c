"""What other bounds are for points that a stage gives, worked out by hand, and held against everybody's points."""

from __future__ import annotations

import copy
import os
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.diff.compare import compare
from ictscore.diff.severity import judge
from ictscore.rulebook.checks import check_rulebook
from ictscore.rulebook.draft import Draft
from ictscore.scoring.assess import assess

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "150"))
STAGES = [{"id": "self"}, {"id": "council"}]
POINTS = [None, "-3/2", "-1", "-1/2", "0", "1/2", "1", "3/2", "2", "5/2", "3", "7/2", "4", "5"]
TURNED = {"stricter": "generous", "generous": "stricter"}
WHERE = st.sampled_from(["sections", "bonus", "deductions"])


def book(bounds: dict[str, str], where: str, stages: list[dict[str, str]], expression: str = "if f then 2 else 1") -> dict[str, Any]:
    """Return a rulebook with a criterion within these bounds, and one of 6 points beside it."""
    answers = {"n": {"type": "count", "max": "3"}, "f": "yes_no"}
    own = {"id": "a", "max_points": "3", **bounds, "formula": {"kind": "formula", "expr": expression}}
    other = {"id": "b", "max_points": "6", "formula": {"kind": "count", "of": "n", "each": "2"}}
    criteria = [own, other] if where == "sections" else [other]
    made: dict[str, Any] = {"answers": answers, "sections": [{"id": "s", "criteria": criteria}], "stages": stages}
    return made if where == "sections" else {**made, where: {"criteria": [own]}}


@pytest.mark.parametrize(
    ("key", "bounds", "severity"),
    [
        ("max_points", ("3", "2"), "stricter"),
        ("max_points", ("3", "4"), "generous"),
        ("min_points", ("-1", "0"), "generous"),
        ("min_points", ("0", "-1"), "stricter"),
        ("min_points", ("0", "1"), "open"),
        ("min_points", ("-1", "1"), "open"),
    ],
)
@pytest.mark.parametrize("where", ["sections", "bonus", "deductions"])
def test_bounds_that_the_formula_never_reaches_count_for_a_council(
    make: Any, complete: Any, key: str, bounds: tuple[str, str], severity: str, where: str
) -> None:
    """The formula gives 1 or 2 whatever the bounds; a council may give what they let in. Among deductions it is the other way round."""
    old, new = (make(complete(book({key: each}, where, STAGES))) for each in bounds)
    [found] = [each for each in judge(compare(old, new)) if each.change.id == "a"]
    assert found.severity == (TURNED.get(severity, severity) if where == "deductions" else severity)


@pytest.mark.parametrize(("stages", "severity"), [([], "none"), ([{"id": "self"}], "none"), (STAGES, "stricter")])
def test_without_a_later_stage_nobody_gives_points(make: Any, complete: Any, stages: list[dict[str, str]], severity: str) -> None:
    """Where units alone speak, a maximum above all that the formula gives bounds nothing."""
    old, new = (make(complete(book({"max_points": each}, "bonus", stages))) for each in ("3", "2"))
    assert [each.severity for each in judge(compare(old, new))] == [severity]


@settings(max_examples=EXAMPLES)
@given(
    st.sampled_from([("max_points", "2", "3", "4"), ("min_points", "-1", "-1/2", "0", "1/2", "1")]),
    st.data(),
    WHERE,
    st.sampled_from(["if f then 2 else 1", "n - 1", "if given(n) then 1 else 2", "min(2, n)", "1"]),
)
def test_what_is_claimed_holds_whatever_points_a_council_gives(
    make: Any, complete: Any, make_survey: Any, drawn: tuple[str, ...], data: st.DataObject, where: str, expression: str
) -> None:
    """Points lawful under one rule alone are lost under the other: none loses by what is generous, none wins by what is stricter."""
    key, *values = drawn
    bounds = [data.draw(st.sampled_from(values)) for _ in range(2)]
    old, new = (make(complete(copy.deepcopy(book({key: each}, where, STAGES, expression)))) for each in bounds)
    if any(found.severity == "error" for each in (old, new) for found in check_rulebook(Draft(each.rulebook, each.document))):
        return
    severities = {each.severity for each in judge(compare(old, new))} - {"none", "wording"}
    if severities - {"generous", "stricter"}:
        return
    survey = make_survey(everybody())
    for was, now in zip(*(assess(each.rulebook, survey).units() for each in (old, new)), strict=True):
        if severities != {"stricter"}:
            assert was.exact_total <= now.exact_total, was.unit
        if severities != {"generous"}:
            assert was.exact_total >= now.exact_total, was.unit


def everybody() -> dict[str, dict[str, Any]]:
    """Return units with all points that a council may give, or none, and with answers and without."""
    found: dict[str, dict[str, Any]] = {}
    for said in ({"n": 3, "f": True}, {"n": 0, "f": False}, {}):
        for each in POINTS:
            points = {} if each is None else {"@points": {"council": {"a": Fraction(each)}}}
            found[f"{said} {each}"] = {**said, **points}
    return found
