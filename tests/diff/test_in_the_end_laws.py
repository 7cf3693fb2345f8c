"""What a severity claims holds for every unit's result: random rulebooks, one change, all answers of a small world."""

from __future__ import annotations

import copy
import itertools
import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ictscore.diff.compare import compare
from ictscore.diff.severity import judge
from ictscore.rulebook.checks import check_rulebook
from ictscore.rulebook.draft import Draft
from ictscore.scoring.assess import assess

EXAMPLES = int(os.environ.get("ICTSCORE_EXAMPLES", "250"))

ANSWERS: dict[str, Any] = {"n": {"type": "count", "max": "4"}, "m": {"type": "count", "min": "1", "max": "2"}, "f": "yes_no"}
EVERYBODY = {f"Đơn vị {n} {m} {f}": {"n": n, "m": m, "f": f} for n, m, f in itertools.product(range(5), (1, 2), (True, False))}

MAXIMA = st.sampled_from(["2", "3", "4"])
FORMULAS = st.sampled_from(
    [
        {"kind": "count", "of": "n", "each": "1"},
        {"kind": "count", "of": "n", "each": "1/2"},
        {"kind": "yes_no", "of": "f"},
        {"kind": "steps", "on": "n", "steps": [{"from": "3", "share": "1"}], "otherwise": "0"},
        {"kind": "ratio", "of": "min(n, m)", "over": "m", "when_denominator_zero": "zero"},
        {"kind": "relative", "of": "n", "scale": "to_best", "among": "ranked", "when_all_zero": "zero"},
        {"kind": "formula", "expr": "max(0, 2 - points(a))"},
        {"kind": "formula", "expr": "points(a) / 2"},
    ]
)
PLAIN = FORMULAS.filter(lambda each: "points(a)" not in str(each))
POLICIES = st.sampled_from([None, *({"when": "n = 0", "then": each} for each in ("full", "zero", "drop", "redistribute_in_proportion"))])
STAGES = [{"id": "self"}, {"id": "appraised"}, {"id": "council"}]
LEAST = st.sampled_from(["0", "0", "0", "-1", "1/2"])
GIVEN = [None, None, -1, 0, 1, 2, 3, 4]
"""Points that a stage gives, or none: lawful under either rule, or refused by one or both; refused ones are lost."""
BOUNDS = ["max_points", "least", "extra"]
"""What is changed half of the time where a stage gives points: what it may give."""
KINDS = [*BOUNDS, "formula", "on_missing", "more", "less", "from", "requires", "knockout", "question"]
CONDITIONS = st.sampled_from(["section(s) >= 3", "section(s) < 3", "least_share >= 1/2", "percent > 50", "f", "points(a) = 1"])


def criterion(draw: st.DrawFn, name: str, formulas: Any = FORMULAS) -> dict[str, Any]:
    """Draw a criterion."""
    made = {"id": name, "max_points": draw(MAXIMA), "min_points": draw(LEAST), "formula": draw(formulas)}
    policy = draw(POLICIES)
    return made if policy is None else {**made, "not_applicable": policy}


@st.composite
def changes(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a small rulebook and the same with one thing changed."""
    names = ["a", "b", "c"][: draw(st.integers(1, 3))]
    criteria = [criterion(draw, name, PLAIN if name == "a" else FORMULAS) for name in names]
    bands: list[dict[str, Any]] = [{"name": "Tốt", "from": draw(st.sampled_from(["3", "50"]))}, {"name": "Yếu"}]
    if draw(st.booleans()):
        bands[0]["requires"] = draw(CONDITIONS)
    book: dict[str, Any] = {
        "answers": ANSWERS,
        "sections": [{"id": "s", "criteria": criteria}],
        "scale": draw(st.sampled_from([{}, {"result": "percent"}])),
        "rounding": {"total": draw(st.sampled_from(["none", "1"]))},
        "grades": {"on": draw(st.sampled_from(["total", "percent"])), "bands": bands},
        "ranking": {},
        "stages": draw(st.sampled_from([[], STAGES])),
    }
    if draw(st.booleans()):
        limits = {"max_points": draw(st.sampled_from(["1", "2"])), "above_maximum": draw(st.sampled_from(["true", "false"]))}
        book["bonus"] = {**limits, "criteria": [criterion(draw, "t")]}
    if draw(st.booleans()):
        floor = draw(st.sampled_from(["0", "2", "none"]))
        book["deductions"] = {"max_points": "2", "floor": floor, "criteria": [criterion(draw, "p")]}
    if draw(st.booleans()):
        effect = draw(st.sampled_from([{"grade": "Yếu"}, {"grade": "Tốt"}, {"unranked": "true"}]))
        book["knockouts"] = [{"id": "k", "when": draw(CONDITIONS), **effect}]
    return book, draw(edits(book))


@st.composite
def edits(draw: st.DrawFn, book: dict[str, Any]) -> dict[str, Any]:
    """Draw the same rulebook with one thing changed: a maximum, a formula, a policy, a criterion, a bound, a condition."""
    new = copy.deepcopy(book)
    criteria, first = new["sections"][0]["criteria"], draw(st.integers(0, len(book["sections"][0]["criteria"]) - 1))
    kind = draw(st.sampled_from(BOUNDS if new["stages"] and draw(st.booleans()) else KINDS))
    if kind == "max_points":
        criteria[first]["max_points"] = draw(MAXIMA)
    elif kind == "least":
        criteria[first]["min_points"] = draw(LEAST)
    elif kind == "extra" and (extras := [each for name in ("bonus", "deductions") for each in new.get(name, {}).get("criteria", ())]):
        draw(st.sampled_from(extras)).update({"max_points": draw(MAXIMA), "min_points": draw(LEAST)})
    elif kind == "formula":
        criteria[first]["formula"] = draw(PLAIN if first == 0 else FORMULAS)
    elif kind == "on_missing":
        criteria[first]["on_missing"] = "error"
    elif kind == "more":
        criteria.append(criterion(draw, "d"))
    elif kind == "less" and len(criteria) > 1:
        criteria.pop()
    elif kind == "from":
        new["grades"]["bands"][0]["from"] = draw(st.sampled_from(["2", "4", "60"]))
    elif kind == "requires":
        new["grades"]["bands"][0]["requires"] = draw(CONDITIONS)
    elif kind == "knockout" and "knockouts" in new:
        new.pop("knockouts")
    elif kind == "question":
        new["answers"] = {**ANSWERS, "n": {"type": "count", "max": draw(st.sampled_from(["2", "4", "6"]))}}
    return new


def with_points(shifts: dict[str, int]) -> dict[str, dict[str, Any]]:
    """Return everybody with points from a stage: each unit has others, of every criterion all that are given in turn."""
    found = {}
    for index, (name, said) in enumerate(EVERYBODY.items()):
        drawn = {each: GIVEN[(index + shift) % len(GIVEN)] for each, shift in shifts.items()}
        found[name] = {
            **said,
            "@points": {("appraised", "council")[index % 2]: {key: each for key, each in drawn.items() if each is not None}},
        }
    return found


def results(loaded: Any, survey: Any) -> dict[str, tuple[Any, ...]]:
    """Return what every unit gets: points, share and grade, the worst grade first."""
    bands = [each.name for each in loaded.rulebook.grades.bands][::-1]
    found = {}
    for each in assess(loaded.rulebook, survey).units():
        grade = bands.index(each.grade) if each.grade in bands else -1
        found[each.unit] = (
            each.exact_total,
            each.percent if loaded.rulebook.grades.on == "percent" else each.exact_total,
            grade,
            each.ranked,
        )
    return found


def is_sound(loaded: Any) -> bool:
    """Return whether a rulebook is one that can be scored by."""
    return not any(each.severity == "error" for each in check_rulebook(Draft(loaded.rulebook, loaded.document)))


@settings(max_examples=EXAMPLES)
@given(changes(), st.fixed_dictionaries(dict.fromkeys("abcdtp", st.integers(0, 7))))
def test_nobody_gets_less_by_what_is_generous(
    make: Any, complete: Any, make_survey: Any, pair: tuple[dict[str, Any], dict[str, Any]], shifts: dict[str, int]
) -> None:
    """More generous: nobody has fewer points, a lower share or a lower grade; stricter: nobody has more; no effect: all stays.

    So it is for points by formulas, and for those that a stage gives, where the rulebook has stages.
    """
    old, new = (make(complete(copy.deepcopy(each))) for each in pair)
    if old is None or new is None or not (is_sound(old) and is_sound(new)):
        return
    severities = {each.severity for each in judge(compare(old, new))} - {"none", "wording"}
    if severities - {"generous", "stricter", "reorder"} or len(severities) > 1:
        return
    survey = make_survey(with_points(shifts) if old.rulebook.stages else EVERYBODY)
    before, after = results(old, survey), results(new, survey)
    for unit, was in before.items():
        now = after[unit]
        if severities != {"stricter"}:
            assert all(then <= later for then, later in zip(was, now, strict=True)), (unit, was, now, pair)
        if severities != {"generous"}:
            assert all(then >= later for then, later in zip(was, now, strict=True)), (unit, was, now, pair)
