"""Promises about points: criteria, what does not apply, what is missing, what reviewers give, and how all of it adds up."""

from __future__ import annotations

from fractions import Fraction

import pytest

F = Fraction
THREE = """
answers: {{a: count, b: count, tong: count, k: yes_no}}
criteria:
  - {{id: x, max_points: 10, formula: {{kind: ratio, of: a, over: tong, when_denominator_zero: not_applicable}}, {policy}}}
  - {{id: y, max_points: 20, formula: {{kind: ratio, of: b, over: 10}}}}
  - {{id: z, max_points: 30, formula: {{kind: yes_no, of: k}}}}
rounding: {{total: none}}
"""
ONE = "answers: {a: points}\ncriteria: [{id: c, max_points: 100, formula: {kind: graded, of: a}}]\n"


def only(assessment):
    """Return the one unit of an assessment."""
    (unit,) = assessment.units()
    return unit


def facts(unit):
    """Return points and applicable maximum of each criterion."""
    return {each.criterion.id: (each.points, each.max_points) for each in unit.criteria}


UNIT = {"a": 0, "b": 4, "tong": 0, "k": True}


@pytest.mark.parametrize(
    ("then", "expected", "total", "most"),
    [
        ("full", {"x": (10, 10), "y": (8, 20), "z": (30, 30)}, 48, 60),
        ("drop", {"x": (0, 0), "y": (8, 20), "z": (30, 30)}, 38, 50),
        ("zero", {"x": (0, 10), "y": (8, 20), "z": (30, 30)}, 38, 60),
        ("redistribute_equally", {"x": (0, 0), "y": (10, 25), "z": (35, 35)}, 45, 60),
        ("redistribute_in_proportion", {"x": (0, 0), "y": (F(48, 5), 24), "z": (36, 36)}, F(228, 5), 60),
    ],
)
@pytest.mark.parametrize("occasion", ["when: tong = 0", "declared: true"])
def test_what_does_not_apply_is_dealt_with_as_written(score, then, expected, total, most, occasion):
    """Full points (N1), out of the maximum (N2), shared out equally or in proportion (N6), or nothing (N7)."""
    text = THREE.format(policy=f"not_applicable: {{{occasion}, then: {then}}}")
    unit = only(score(text, {"A": UNIT if occasion.startswith("when") else {**UNIT, "a": "n/a"}}))
    assert facts(unit) == expected
    assert (unit.total, unit.max_points) == (total, most)
    assert unit.percent == F(total) / most * 100


def test_a_policy_may_be_for_some_groups_only(score):
    """The first policy that applies to the group decides."""
    text = "groups: [{id: g}, {id: h}]\n" + THREE.format(
        policy="not_applicable: [{when: tong = 0, groups: [h], then: full}, {when: tong = 0, then: drop}]"
    )
    units = {each.unit: each.criterion("x") for each in score(text, {"A": UNIT, "B": {**UNIT, "@group": "h"}}).units()}
    assert [(each.points, each.max_points, each.consequence) for each in units.values()] == [(0, 0, "drop"), (10, 10, "full")]


def test_a_formulas_own_not_applicable_drops_the_criterion(score):
    """Without a policy, a denominator of 0 that does not apply takes the criterion out of the maximum."""
    unit = only(score(THREE.format(policy="note: x"), {"A": UNIT}))
    assert (unit.criterion("x").status, unit.max_points) == ("not_applicable", 50)


def test_a_condition_may_look_at_points_of_a_later_criterion(score):
    """The order in which criteria are written does not decide whether they apply."""
    text = THREE.format(policy="not_applicable: {when: points(z) = 0, then: full}")
    unit = only(score(text, {"A": {**UNIT, "tong": 4, "k": False}}))
    assert unit.criterion("x").points == 10


def test_not_applicable_without_a_rule_is_an_error(score):
    """An answer that was declared not applicable is never turned into points silently."""
    assessment = score(THREE.format(policy="note: x"), {"A": {**UNIT, "b": "n/a"}})
    unit = only(assessment)
    assert (unit.criterion("y").status, unit.criterion("y").about) == ("error", ("b",))
    (found,) = assessment.findings
    assert found.code == "SC101"
    assert "b was declared not applicable, and the rulebook has no rule for that" in found.message


def test_where_nothing_is_left_to_take_the_points_they_are_gone(score):
    """Redistribution among criteria that all do not apply leaves no maximum, and that is told."""
    text = (
        "answers: {a: count}\ncriteria:\n"
        "  - {id: x, max_points: 4, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: redistribute_equally}}\n"
        "  - {id: y, max_points: 6, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: drop}}\n"
    )
    assessment = score(text, {"A": {"a": "n/a"}})
    unit = only(assessment)
    assert (unit.total, unit.max_points, unit.percent) == (0, 0, 0)
    assert [each.code for each in assessment.findings] == ["SC103"]


def test_redistribution_stays_on_its_level(score):
    """Parts share among parts; their criterion keeps its maximum, and its neighbours theirs."""
    text = """
answers: {a: count, b: count, k: yes_no}
criteria:
  - id: p
    max_points: 12
    parts:
      - {id: p.1, max_points: 4, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: redistribute_equally}}
      - {id: p.2, max_points: 8, formula: {kind: ratio, of: b, over: 10}}
  - {id: q, max_points: 5, formula: {kind: yes_no, of: k}}
"""
    unit = only(score(text, {"A": {"a": "n/a", "b": 5, "k": True}}))
    assert facts(unit) == {"p": (6, 12), "p.1": (0, 0), "p.2": (6, 12), "q": (5, 5)}


@pytest.mark.parametrize(("on_missing", "status", "codes"), [("zero", "missing", []), ("error", "error", ["SC101"])])
def test_a_missing_answer_counts_nothing_or_is_an_error(score, on_missing, status, codes):
    """What was not answered is listed as missing, or refused where the rulebook says so."""
    text = (
        f"answers: {{a: count}}\ncriteria: [{{id: c, max_points: 5, formula: {{kind: count, of: a, each: 1}}, on_missing: {on_missing}}}]"
    )
    assessment = score(text, {"A": {}})
    score_ = only(assessment).criterion("c")
    assert (score_.status, score_.points, score_.max_points, score_.about) == (status, 0, 5, ("a",))
    assert [each.code for each in assessment.findings] == codes


def test_a_missing_answer_that_is_not_required_is_told_by_scoring(score):
    """What the survey need not ask for is told where it costs points."""
    text = "answers: {a: {type: count, required: false}}\ncriteria: [{id: c, max_points: 5, formula: {kind: count, of: a, each: 1}}]"
    assert [each.code for each in score(text, {"A": {}}).findings] == ["SC102"]


def test_missing_gives_the_least_points_where_these_are_positive(score):
    """A criterion whose lowest score is above 0 gives that."""
    text = "answers: {a: yes_no}\ncriteria: [{id: c, max_points: 5, min_points: 1, formula: {kind: yes_no, of: a, no: 1}}]"
    assert only(score(text, {"A": {}})).total == 1


@pytest.mark.parametrize("a", [101, -1])
def test_a_result_outside_its_bounds_is_an_error_and_never_clipped(score, a):
    """More than the maximum or less than the minimum gives no points but a finding."""
    text = "answers: {a: number}\ncriteria: [{id: c, max_points: 100, formula: {kind: formula, expr: a}}]"
    assessment = score(text, {"A": {"a": a}})
    assert (only(assessment).criterion("c").status, only(assessment).total) == ("error", 0)
    assert "lies outside 0 to 100" in assessment.findings[0].message


def test_a_formula_that_gives_no_number_is_an_error(score):
    """An answer of another type than the rulebook's never becomes points."""
    assessment = score(
        "answers: {a: number}\ncriteria: [{id: c, max_points: 100, formula: {kind: formula, expr: a}}]", {"A": {"a": "nhiều"}}
    )
    assert only(assessment).criterion("c").status == "error"
    assert "gives no number" in assessment.findings[0].message


def test_redistribution_reaches_the_parts_of_a_neighbour(score):
    """A criterion that takes over points raises its parts with it."""
    text = """
answers: {a: count, b: count}
criteria:
  - {id: x, max_points: 6, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: redistribute_equally}}
  - id: p
    max_points: 12
    parts:
      - {id: p.1, max_points: 4, formula: {kind: count, of: b, each: 1}}
      - {id: p.2, max_points: 8, formula: {kind: count, of: b, each: 2}}
"""
    # 12 become 18: every part times 3/2; of b = 2 the parts had 2 and 4
    unit = only(score(text, {"A": {"a": "n/a", "b": 2}}))
    assert facts(unit) == {"x": (0, 0), "p": (9, 18), "p.1": (3, 6), "p.2": (6, 12)}


def test_points_given_by_a_stage_stay_as_given(score):
    """Redistribution raises the maximum of a criterion, but not the points somebody gave for it."""
    text = """
answers: {a: count, b: count}
criteria:
  - {id: x, max_points: 5, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: redistribute_equally}}
  - {id: y, max_points: 5, formula: {kind: count, of: b, each: 1}}
"""
    unit = only(score(text, {"A": {"a": "n/a", "b": 2, "@points": {"council": {"y": 4}}}}))
    assert facts(unit) == {"x": (0, 0), "y": (4, 10)}


def test_redistribution_passes_over_a_neighbour_without_points(score):
    """A criterion that can give nothing takes nothing over."""
    text = """
answers: {a: count, b: count}
criteria:
  - {id: x, max_points: 5, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: redistribute_in_proportion}}
  - {id: y, max_points: 5, formula: {kind: count, of: b, each: 1}}
  - {id: z, max_points: 0, formula: {kind: formula, expr: 0 * b}}
"""
    assert facts(only(score(text, {"A": {"a": "n/a", "b": 2}}))) == {"x": (0, 0), "y": (4, 10), "z": (0, 0)}


def test_points_of_other_criteria_can_be_used_in_any_order(score):
    """A formula may look at a criterion that is written later, and at one with parts."""
    text = """
answers: {a: count, b: count}
criteria:
  - {id: x, max_points: 9, formula: {kind: formula, expr: points(y) + points(y.1)}}
  - id: y
    max_points: 6
    parts:
      - {id: y.1, max_points: 3, formula: {kind: count, of: a, each: 1}}
      - {id: y.2, max_points: 3, formula: {kind: count, of: b, each: 1}}
"""
    unit = only(score(text, {"A": {"a": 2, "b": 3}}))
    assert unit.criterion("y").points == 5
    assert (unit.criterion("x").status, unit.criterion("x").points) == ("scored", 7)


def test_points_of_a_criterion_of_another_group_are_a_fault(score):
    """What does not apply to the unit has no points to use."""
    text = (
        "groups: [{id: g}, {id: h}]\nanswers: {a: count}\nscale: {max_points: 2}\nsections:\n"
        "  - {id: s, criteria: [{id: x, max_points: 2, formula: {kind: count, of: a, each: 1}}]}\n"
        "  - {id: t, applies_to: [h], criteria: [{id: y, max_points: 2, min_points: 0, formula: {kind: count, of: a, each: 1}}]}\n"
        "knockouts: [{id: k, when: points(y) = 0 or section(t) = 0, unranked: true}]\n"
    ).replace("{id: h}", "{id: h, max_points: 4}")
    units = score(text, {"A": {"a": 0}, "B": {"a": 0, "@group": "h"}}).units()
    assert [each.knocked_out for each in units] == [(), ("k",)]


def test_appraised_answers_come_before_the_units_own(score):
    """The latest stage that said something decides; what it left out stays as the unit said."""
    units = {"A": {"a": 60, "@appraised": {"a": 50}}, "B": {"a": 70, "@appraised": {"a": None}}}
    assert {each.unit: each.total for each in score(ONE, units).units()} == {"A": 50, "B": 70}
    assert {each.unit: each.total for each in score(ONE, units, "self").units()} == {"A": 60, "B": 70}


def test_the_latest_stage_recorded_is_the_one_scored(score):
    """Without a stage asked for, the last one with any record counts."""
    assert score(ONE, {"A": {"a": 60}}).stage == "self"
    assert score(ONE, {"A": {"a": 60, "@appraised": {"a": 50}}}).stage == "appraised"
    assert score(ONE, {"A": {"a": 60, "@points": {"council": {"c": 40}}}}).stage == "council"


def test_points_given_by_the_council_stand_above_the_formula(score):
    """The council's points count, and where the formula gives others that is noted."""
    assessment = score(ONE, {"A": {"a": 60, "@points": {"appraised": {"c": 55}, "council": {"c": 57}}}})
    given = only(assessment).criterion("c")
    assert (given.points, given.given_by, given.computed) == (57, "council", 60)
    assert [each.code for each in assessment.findings] == ["SC107"]


def test_points_given_that_agree_with_the_formula_need_no_note(score):
    """A reviewer who comes to the same points is not remarked on."""
    assert score(ONE, {"A": {"a": 60, "@points": {"council": {"c": 60}}}}).findings == ()


def test_what_a_unit_claims_for_itself_does_not_count(score):
    """Points a unit writes down for itself never replace the formula."""
    assert only(score(ONE, {"A": {"a": 60, "@points": {"self": {"c": 99}}}})).total == 60


@pytest.mark.parametrize("given", [101, "nhiều"])
def test_points_given_are_held_to_the_bounds(score, given):
    """Points beyond the maximum, or no number at all, are an error."""
    assessment = score(ONE, {"A": {"a": 60, "@points": {"council": {"c": given}}}})
    assert only(assessment).criterion("c").status == "error"
    assert assessment.findings[0].code == "SC101"


def test_points_left_blank_by_a_stage_are_not_given(score):
    """A stage that left a criterion blank says nothing about it."""
    assert only(score(ONE, {"A": {"a": 60, "@points": {"council": {"c": None}}}})).criterion("c").given_by is None


PLACES = """
answers: {{a: count}}
sections:
  - id: s
    criteria:
      - {{id: s1, max_points: 1, formula: {{kind: ratio, of: a, over: 8}}}}
      - {{id: s2, max_points: 1, formula: {{kind: ratio, of: a, over: 8}}}}
  - {{id: t, criteria: [{{id: t1, max_points: 1, formula: {{kind: ratio, of: a, over: 8}}}}]}}
rounding: {{{rounding}}}
"""


@pytest.mark.parametrize(
    ("rounding", "sections", "exact", "total"),
    [
        # each criterion is 1/8 = 0.125
        ("total: 2", (F(1, 4), F(1, 8)), F(3, 8), F(38, 100)),
        ("total: none", (F(1, 4), F(1, 8)), F(3, 8), F(3, 8)),
        ("total: 2, mode: half_even", (F(1, 4), F(1, 8)), F(3, 8), F(38, 100)),
        ("total: 2, mode: down", (F(1, 4), F(1, 8)), F(3, 8), F(37, 100)),
        ("criterion: 2, total: 2", (F(26, 100), F(13, 100)), F(39, 100), F(39, 100)),
        ("criterion: 2, total: 2, mode: half_even", (F(24, 100), F(12, 100)), F(36, 100), F(36, 100)),
        ("criterion: 1, total: 2, mode: up", (F(4, 10), F(2, 10)), F(6, 10), F(6, 10)),
        ("section: 1, total: 2", (F(3, 10), F(1, 10)), F(4, 10), F(4, 10)),
        ("section: 1, total: 2, mode: half_even", (F(2, 10), F(1, 10)), F(3, 10), F(3, 10)),
        ("section: 0, total: 0, mode: up", (F(1), F(1)), F(2), F(2)),
    ],
)
def test_rounding_happens_where_and_as_it_is_written(score, rounding, sections, exact, total):
    """Criteria, sections and the total are rounded each on their own, in the mode named, and nothing else is."""
    unit = only(score(PLACES.format(rounding=rounding), {"A": {"a": 1}}))
    assert tuple(each.points for each in unit.sections) == sections
    assert (unit.exact_total, unit.total) == (exact, total)


def test_a_rounded_criterion_remembers_its_exact_points(score):
    """What was rounded away can still be seen."""
    unit = only(score(PLACES.format(rounding="criterion: 2"), {"A": {"a": 1}}))
    assert (unit.criterion("s1").points, unit.criterion("s1").exact) == (F(13, 100), F(1, 8))


@pytest.mark.parametrize(
    ("scale", "exact", "total", "percent"),
    [
        ("max_points: 60", F(40), F(40), F(80)),
        ("max_points: 60, result: percent", F(80), F(80), F(80)),
        ("max_points: 60, out_of: 1", F(4, 5), F(4, 5), F(80)),
        ("max_points: 60, out_of: 1000", F(800), F(800), F(80)),
    ],
)
def test_the_total_is_on_the_scale_that_is_reported(score, scale, exact, total, percent):
    """Points, a percentage of what applied, or another scale; here 40 of the 50 points that applied."""
    text = THREE.format(policy="not_applicable: {when: tong = 0, then: drop}").replace("rounding: {total: none}", f"scale: {{{scale}}}")
    unit = only(score(text, {"A": {**UNIT, "b": 5}}))
    assert (unit.exact_total, unit.total, unit.percent, unit.max_points) == (exact, total, percent, 50)


def test_the_percentage_is_rounded_like_the_total(score):
    """Two thirds are 66.67 per cent at two places."""
    text = "answers: {a: count}\ncriteria: [{id: c, max_points: 3, formula: {kind: count, of: a, each: 1}}]\n"
    assert only(score(text, {"A": {"a": 2}})).percent == F(6667, 100)
    assert only(score(text + "rounding: {total: none}", {"A": {"a": 2}})).percent == F(200, 3)


def extras(bonus: str, deductions: str) -> str:
    """Return a rulebook with a bonus of 1 point each and deductions of 10 each."""
    return (
        ONE.replace("{a: points}", "{a: points, b: count, d: count}")
        + f"bonus: {{max_points: 5, {bonus}criteria: [{{id: thuong, max_points: 8, formula: {{kind: count, of: b, each: 1}}}}]}}\n"
        + f"deductions: {{{deductions}criteria: [{{id: phat, max_points: 50, formula: {{kind: count, of: d, each: 10}}}}]}}\n"
    )


@pytest.mark.parametrize(
    ("bonus", "deductions", "a", "b", "d", "total"),
    [
        ("", "", 80, 3, 0, 83),
        ("", "", 80, 8, 0, 85),
        ("", "", 98, 5, 0, 100),
        ("above_maximum: true, ", "", 98, 5, 0, 103),
        ("", "", 98, 5, 2, 80),
        ("", "", 80, 0, 2, 60),
        ("", "", 15, 0, 5, 0),
        ("", "floor: none, ", 15, 0, 5, -35),
        ("", "floor: 10, ", 40, 0, 5, 10),
        ("", "floor: 10, ", 4, 0, 5, 4),
        ("", "floor: 10, ", 8, 5, 5, 10),
        ("", "max_points: 15, ", 80, 0, 5, 65),
    ],
)
def test_bonus_and_deductions_have_their_limits(score, bonus, deductions, a, b, d, total):
    """A bonus is capped, passes the maximum only where it may, and a floor stops deductions without lifting anybody."""
    unit = only(score(extras(bonus, deductions), {"A": {"a": a, "b": b, "d": d}}))
    assert unit.total == total
    assert unit.max_points == 100


def test_bonus_and_deductions_may_be_for_some_groups_only(score):
    """A group outside them has neither."""
    text = "groups: [{id: g}, {id: h}]\n" + extras("applies_to: [h], ", "applies_to: [h], ")
    units = score(text, {"A": {"a": 50, "b": 5, "d": 1}, "B": {"a": 50, "b": 5, "d": 1, "@group": "h"}}).units()
    assert [(each.total, each.bonus, each.deducted) for each in units] == [(50, 0, 0), (45, 5, 10)]


def test_the_worst_part_is_what_a_criterion_with_parts_is_called_by(score):
    """An error among the parts is an error of the whole, then a missing one, then a scored one."""
    text = """
answers: {a: count, b: count}
criteria:
  - id: p
    max_points: 6
    parts:
      - {id: p.1, max_points: 3, formula: {kind: count, of: a, each: 1}, not_applicable: {declared: true, then: drop}}
      - {id: p.2, max_points: 3, formula: {kind: formula, expr: b}, not_applicable: {declared: true, then: drop}}
"""
    said = {"sai": {"a": 1, "b": 9}, "thieu": {"b": 1}, "du": {"a": "n/a", "b": 1}, "khong": {"a": "n/a", "b": "n/a"}}
    found = {each.unit: each.criterion("p").status for each in score(text, said).units()}
    assert found == {"sai": "error", "thieu": "missing", "du": "scored", "khong": "not_applicable"}


def test_a_unit_knows_what_it_was_scored_by(score):
    """Criteria and sections that do not apply to the group are not there."""
    unit = only(score(ONE, {"A": {"a": 1}}))
    assert unit.criterion("c") is not None
    assert (unit.criterion("q"), unit.section("q")) == (None, None)
    assert unit.section("s").points == 1
