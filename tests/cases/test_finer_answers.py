"""Answers as near to wanted points as numbers allow, and whole units beside the bounds of grades made of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from ictscore.cases import prepare_cases, read_cases
from ictscore.cases.boundaries import boundary_cases
from ictscore.cases.finer_answers import finer_answers
from ictscore.scoring.assess import assess
from ictscore.scoring.plan import plan_group

ONE = """
answers: {x: {type: %s}, y: {type: count, min: 1%s}, z: yes_no}
criteria: [{id: k, max_points: 50, formula: %s}]
"""
RATIO = "{kind: ratio, of: x, over: y, when_denominator_zero: zero}"


@pytest.fixture
def finer(rules: Any) -> Any:
    """Return what gives the finer answers to a criterion for so many points."""

    def make(formula: str, points: str, answers: dict[str, Any], kind: str = "count", most: str = "") -> list[dict[str, Any]]:
        rulebook = rules(ONE % (kind, most, formula)).rulebook
        (leaf,) = plan_group(rulebook, rulebook.groups[0]).leaves
        return [dict(each) for each in finer_answers(leaf, answers, Fraction(points), rulebook.answers)]

    return make


def test_a_part_is_found_on_both_sides(finer: Any) -> None:
    """Of 1000 the part is 398 for 50 × 398/1000 = 19.9 points; for 19.92 the neighbours are 398 and 399, of 10000 3984 is exact."""
    usual = {"x": Fraction(1), "y": Fraction(1000)}
    found = finer(RATIO, "19.9", usual)
    assert {"x": 398, "y": 1000} in found
    found = finer(RATIO, "19.92", usual)
    assert [each in found for each in ({"x": 398, "y": 1000}, {"x": 399, "y": 1000}, {"x": 3984, "y": 10000})] == [True] * 3


def test_questions_keep_their_bounds(finer: Any) -> None:
    """Where the whole is at most 2000 no larger one is tried; points the criterion never gives, or a yes or no, give nothing."""
    usual = {"x": Fraction(1), "y": Fraction(1000)}
    assert max(each["y"] for each in finer(RATIO, "19.92", usual, most=", max: 2000")) == 1000
    assert max(each["y"] for each in finer(RATIO, "19.92", usual)) == 100_000
    assert finer(RATIO, "51", usual) == []
    assert finer("{kind: yes_no, of: z}", "25", {"z": True}) == []


def test_falling_points_and_numbers_with_decimals(finer: Any) -> None:
    """50 − x is 12.34 at x = 37.66; with a jump at 3 the answers on both its sides are given."""
    falling = '{kind: formula, expr: "max(0, 50 - x)"}'
    assert {"x": Fraction("37.66")} in finer(falling, "12.34", {"x": Fraction(1)}, "number")
    jump = '{kind: formula, expr: "if x >= 3 then 50 else 0"}'
    assert finer(jump, "20", {"x": Fraction(0)}) == [{"x": 2}, {"x": 3}]


def test_points_out_of_bounds_are_passed_over(finer: Any) -> None:
    """A formula that is in error halfway gives no answers, instead of wrong ones."""
    broken = '{kind: formula, expr: "if x >= 400 and x < 600 then 99 else (if x >= 600 then 50 else 0)"}'
    assert finer(broken, "20", {"x": Fraction(0)}) == []


def test_just_below_a_grade_is_a_step_of_the_total(rules: Any, tmp_path: Any) -> None:
    """By hand: 20 + 30 points and 50 × a/1000, rounded to tenths: 69.9 is reached with 397 or 398, 84.9 with 697 or 698."""
    loaded = rules("""
answers: {hop: {type: count, max: 20}, mang: yes_no, a: count, b: {type: count, min: 1}}
groups: [{id: g, max_points: 100}]
rounding: {total: 1}
grades: {on: total, bands: [{name: Tốt, from: 85}, {name: Khá, from: 70}, {name: Yếu}]}
criteria:
  - {id: c1, max_points: 20, formula: {kind: steps, on: hop, steps: [{from: 4, points: 20}, {from: 2, points: 10}], otherwise: 0}}
  - {id: c2, max_points: 30, formula: {kind: yes_no, of: mang}}
  - {id: c3, max_points: 50, formula: {kind: ratio, of: a, over: b, when_denominator_zero: error}}
""")
    path = tmp_path / "cases.yaml"
    path.write_text("\n".join(boundary_cases(loaded.rulebook)) + "\n", encoding="utf-8")
    file, document, _ = read_cases(path)
    cases = [each for each in prepare_cases(loaded.rulebook, file, document) if each.case.id.startswith("g-total")]
    totals = [unit.total for each in cases for unit in assess(loaded.rulebook, each.survey).units()]
    assert totals == [Fraction(each) for each in ("84.9", "85", "85.1", "69.9", "70", "70.1")]
