"""Promises about how units stand: ranks, ties, grades, knockouts, quotas, awards, groups inside groups and members."""

from __future__ import annotations

from fractions import Fraction

import pytest

BASE = """
answers: {a: points, b: count, k: yes_no}
criteria:
  - {id: c, max_points: 90, formula: {kind: graded, of: a}}
  - {id: d, max_points: 10, formula: {kind: count, of: b, each: 1}}
"""


def units_of(**totals):
    """Return units with these totals, all by the first criterion."""
    return {name: {"a": total, "b": 0, "k": False} for name, total in totals.items()}


def ranks(assessment, group=0):
    """Return the ranks of a group's units, in the order shown."""
    return {each.unit: each.rank for each in assessment.groups[group].units}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("competition", {"A": 1, "B": 1, "C": 3, "D": 4, "E": 4, "F": 4, "G": 7}),
        ("dense", {"A": 1, "B": 1, "C": 2, "D": 3, "E": 3, "F": 3, "G": 4}),
        ("ordinal", {"A": 1, "B": 1, "C": 3, "D": 4, "E": 4, "F": 4, "G": 7}),
    ],
)
def test_equal_totals_share_their_rank(score, style, expected):
    """After a tie the next rank is skipped, or it is not, as the rulebook says; no tie is broken at random."""
    assessment = score(BASE + f"ranking: {{style: {style}}}", units_of(A=80, B=80, C=70, D=50, E=50, F=50, G=1))
    assert ranks(assessment) == expected
    assert [each.tied for each in assessment.groups[0].units] == [True, True, False, True, True, True, False]


def test_a_tie_is_broken_only_as_written(score):
    """A tie-break ranks who is better by it, and what it leaves equal is still shared and told."""
    units = {
        "A": {"a": 70, "b": 3, "k": False},
        "B": {"a": 68, "b": 5, "k": False},
        "C": {"a": 68, "b": 5, "k": True},
        "D": {"a": 72, "b": 1, "k": True},
    }
    assert ranks(score(BASE, units)) == {"A": 1, "B": 1, "C": 1, "D": 1}
    assessment = score(BASE + "ranking: {tie_breaks: [points(d)]}", units)
    assert ranks(assessment) == {"B": 1, "C": 1, "A": 3, "D": 4}
    (found,) = assessment.findings
    assert (found.code, found.values["units"]) == ("SC105", ("B", "C"))
    assert ranks(score(BASE + "ranking: {tie_breaks: [points(d), k]}", units)) == {"C": 1, "B": 2, "A": 3, "D": 4}


def test_a_tie_break_without_a_value_never_wins(score):
    """Whoever did not answer what decides the tie comes after whoever did, even where less is better."""
    units = {"A": {"a": 50, "b": 0}, "B": {"a": 50, "b": 0, "x": Fraction(3)}}
    text = BASE.replace("answers: {a: points,", "answers: {x: {type: count, ask: [g]}, a: points,")
    assert ranks(score(text + "ranking: {tie_breaks: [-x]}", units)) == {"B": 1, "A": 2}


def test_an_unbroken_tie_is_told_where_ranks_should_be_single(score):
    """Under ``ordinal`` a shared rank is for the council."""
    assessment = score(BASE + "ranking: {style: ordinal}", units_of(A=80, B=80))
    assert [each.code for each in assessment.findings] == ["SC105"]


@pytest.mark.parametrize(("on", "expected"), [("total", {"A": 1, "B": 1}), ("exact", {"B": 1, "A": 2})])
def test_ranks_are_made_on_the_value_named(score, on, expected):
    """Two totals that are printed alike tie on the printed total, and do not on the exact one."""
    text = """
answers: {a: count, n: count}
criteria: [{id: c, max_points: 1, formula: {kind: ratio, of: a, over: n, when_denominator_zero: zero}}]
"""
    units = {"A": {"a": 333, "n": 1000}, "B": {"a": 1, "n": 3}}
    assert ranks(score(text + f"ranking: {{on: {on}}}", units)) == expected


def test_ranks_may_be_made_on_the_percentage(score):
    """A unit for which less applied may stand higher by what it reached of it."""
    text = """
answers: {a: points, b: {type: points, not_applicable: true}}
criteria:
  - {id: c, max_points: 50, formula: {kind: graded, of: a}}
  - {id: d, max_points: 50, formula: {kind: graded, of: b}, not_applicable: {declared: true, then: drop}}
"""
    units = {"A": {"a": 40, "b": 30}, "B": {"a": 45, "b": "n/a"}}
    assert ranks(score(text, units)) == {"A": 1, "B": 2}
    assert ranks(score(text + "ranking: {on: percent}", units)) == {"B": 1, "A": 2}


@pytest.mark.parametrize(("holes", "expected"), [("skip", {"A": 1, "C": 2, "B": None}), ("leave_hole", {"A": 1, "C": 3, "B": None})])
def test_units_that_are_only_assessed_have_no_rank(score, holes, expected):
    """Their place is closed up or stays empty; they stand at the end."""
    text = "groups: [{id: g, unranked: [b]}]\n" + BASE + f"ranking: {{unranked_units: {holes}}}"
    assert ranks(score(text, units_of(A=80, B=70, C=60))) == expected


def test_a_group_may_be_assessed_without_ranks(score):
    """Nobody in it has a rank, and the order is by name."""
    assert ranks(score("groups: [{id: g, ranked: false}]\n" + BASE, units_of(B=80, A=70))) == {"A": None, "B": None}


def test_excluded_units_are_not_assessed_but_listed(score):
    """However their name is spelt, they are left out and named."""
    assessment = score("groups: [{id: g, excluded: [Công an tỉnh]}]\n" + BASE, {"CÔNG AN  TỈNH": {"a": 90, "b": 0}, **units_of(A=10)})
    assert [each.unit for each in assessment.units()] == ["A"]
    assert assessment.groups[0].excluded == ("CÔNG AN  TỈNH",)


def test_groups_are_ranked_apart(score):
    """Each group has its own first place, in the rulebook's order of groups."""
    units = {"A": {"a": 10, "b": 0}, "B": {"a": 90, "b": 0, "@group": "h"}, "C": {"a": 20, "b": 0, "@group": "h"}}
    assessment = score("groups: [{id: g}, {id: h}]\n" + BASE, units)
    assert [ranks(assessment, 0), ranks(assessment, 1)] == [{"A": 1}, {"B": 1, "C": 2}]
    assert [each.unit for each in assessment.units()] == ["A", "B", "C"]


def test_ranks_may_be_made_inside_each_parent(score):
    """Communes are ranked within their district, ties included."""
    units = {
        "x1": {"a": 50, "b": 0, "@parent": "X"},
        "y1": {"a": 80, "b": 0, "@parent": "Y"},
        "x2": {"a": 60, "b": 0, "@parent": "X"},
        "y2": {"a": 80, "b": 0, "@parent": "Y"},
        "z": {"a": 1, "b": 0},
    }
    text = "groups: [{id: g, ranked_within: parent}]\n" + BASE + "ranking: {style: ordinal}"
    assessment = score(text, units)
    assert ranks(assessment) == {"z": 1, "x2": 1, "x1": 2, "y1": 1, "y2": 1}
    assert [each.values["units"] for each in assessment.findings] == [("y1", "y2")]


GRADES = """
grades:
  {options}
  bands:
    - {{name: Tốt, from: 85, to: 100}}
    - {{name: Khá, from: 70, to: 84}}
    - {{name: Đạt, above: 50}}
    - {{name: Yếu}}
"""


@pytest.mark.parametrize(
    ("total", "lower_bound", "round_first"),
    [
        ("100", "Tốt", "Tốt"),
        ("85", "Tốt", "Tốt"),
        ("84.99", "Khá", "Tốt"),
        ("84.5", "Khá", "Tốt"),
        ("84.49", "Khá", "Khá"),
        ("70", "Khá", "Khá"),
        ("69.99", "Đạt", "Khá"),
        ("50.01", "Đạt", "Yếu"),
        ("50", "Yếu", "Yếu"),
        ("0", "Yếu", "Yếu"),
    ],
)
def test_a_total_falls_into_the_band_whose_bound_it_reaches(score, total, lower_bound, round_first):
    """Between printed bounds the lower bound counts, or the total is rounded to a whole number first, as the rulebook says."""
    text = "answers: {a: points}\ncriteria: [{id: c, max_points: 100, formula: {kind: graded, of: a}}]\n"
    for reading, expected in (("lower_bound", lower_bound), ("round_first", round_first)):
        (unit,) = score(text + GRADES.format(options=f"between_bounds: {reading}"), {"A": {"a": Fraction(total)}}).units()
        assert unit.grade == expected


def test_grades_may_be_made_on_the_percentage(score):
    """45 of the 50 points that applied are 90 per cent, and good."""
    text = """
answers: {a: points, b: {type: points, not_applicable: true}}
criteria:
  - {id: c, max_points: 50, formula: {kind: graded, of: a}}
  - {id: d, max_points: 50, formula: {kind: graded, of: b}, not_applicable: {declared: true, then: drop}}
"""
    for on, expected in (("total", "Yếu"), ("percent", "Tốt")):
        (unit,) = score(text + GRADES.format(options=f"on: {on}\n  between_bounds: lower_bound"), {"A": {"a": 45, "b": "n/a"}}).units()
        assert unit.grade == expected


def test_a_grade_is_made_of_the_rounded_total(score):
    """84.995 is printed as 85.00, and what is printed counts."""
    text = "answers: {a: number}\ncriteria: [{id: c, max_points: 100, formula: {kind: graded, of: a}}]\n"
    (unit,) = score(text + GRADES.format(options="between_bounds: lower_bound"), {"A": {"a": Fraction("84.995")}}).units()
    assert unit.grade == "Tốt"


def test_a_total_without_a_band_is_told(score):
    """Below the last bound there is no grade, and that is a finding."""
    text = (
        BASE
        + "deductions: {floor: none, criteria: [{id: e, max_points: 90, formula: {kind: count, of: b, each: 10}}]}\n"
        + "grades: {bands: [{name: Đạt, from: 0}]}"
    )
    assessment = score(text, {"A": {"a": 0, "b": 5, "k": False}})
    (unit,) = assessment.units()
    assert (unit.total, unit.grade) == (-45, None)
    assert [each.code for each in assessment.findings] == ["SC104"]


def test_a_rulebook_without_grades_gives_none(score):
    """Grades are not invented."""
    assert score(BASE, units_of(A=10)).units()[0].grade is None


def test_a_band_may_demand_more_than_points(score):
    """A criterion below half of its maximum keeps a unit out of the best band, whatever its total."""
    text = BASE + "grades: {bands: [{name: Tốt, from: 80, requires: least_share >= 0.5}, {name: Khá, from: 70}, {name: Yếu}]}"
    units = {"A": {"a": 85, "b": 5}, "B": {"a": 90, "b": 4}, "C": {"a": 44, "b": 10}}
    found = {each.unit: each.grade for each in score(text, units).units()}
    assert found == {"A": "Tốt", "B": "Khá", "C": "Yếu"}


def test_bonus_and_deductions_are_no_criteria_one_can_fail(score):
    """The least share looks at the sections only: no bonus and no deduction is not a failure."""
    text = (
        BASE
        + "bonus: {criteria: [{id: e, max_points: 5, formula: {kind: yes_no, of: k}}]}\n"
        + "deductions: {criteria: [{id: f, max_points: 5, formula: {kind: yes_no, of: k}}]}\n"
        + "grades: {bands: [{name: Tốt, from: 80, requires: least_share >= 0.5}, {name: Yếu}]}"
    )
    (unit,) = score(text, {"A": {"a": 90, "b": 10, "k": False}}).units()
    assert unit.grade == "Tốt"


def test_measures_of_the_unit_can_be_asked_afterwards(score):
    """Total, maximum, percentage and sections are known to grades."""
    text = (
        BASE + "grades: {bands: [{name: Tốt, requires: total = 95 and max_points = 100 and percent = 95 and section(s) = 95}, {name: Yếu}]}"
    )
    found = {each.unit: each.grade for each in score(text, {"A": {"a": 90, "b": 5}, "B": {"a": 90, "b": 4}}).units()}
    assert found == {"A": "Tốt", "B": "Yếu"}


KNOCKOUTS = """
knockouts:
  - {id: ky_luat, when: k, grade: Yếu, applies_to: [g]}
  - {id: tre_han, when: b = 0, grade: Đạt}
  - {id: khong_nop, when: b = 9, unranked: true}
"""


def test_a_knockout_decides_whatever_the_total(score):
    """The grade is the knockout's; of several the lowest; and a unit may lose its rank."""
    units = {
        "tot": {"a": 90, "b": 5, "k": False},
        "ky_luat": {"a": 90, "b": 5, "k": True},
        "tre": {"a": 90, "b": 0, "k": False},
        "ca_hai": {"a": 90, "b": 0, "k": True},
        "khong": {"a": 90, "b": 9, "k": False},
        "nhom_khac": {"a": 90, "b": 5, "k": True, "@group": "h"},
    }
    text = "groups: [{id: g}, {id: h}]\n" + BASE + GRADES.format(options="between_bounds: lower_bound") + KNOCKOUTS
    found = {each.unit: each for each in score(text, units).units()}
    assert {name: each.grade for name, each in found.items()} == {
        "tot": "Tốt",
        "ky_luat": "Yếu",
        "tre": "Đạt",
        "ca_hai": "Yếu",
        "khong": "Tốt",
        "nhom_khac": "Tốt",
    }
    assert found["ca_hai"].knocked_out == ("ky_luat", "tre_han")
    assert [found["khong"].rank, found["khong"].ranked, found["tot"].rank] == [None, False, 1]


def test_a_knockout_without_grades_still_unranks(score):
    """A rulebook without grades can take a rank away."""
    found = ranks(
        score(BASE + "knockouts: [{id: x, when: k, unranked: true}]", {"A": {"a": 1, "b": 0, "k": True}, "B": {"a": 0, "b": 0, "k": False}})
    )
    assert found == {"B": 1, "A": None}


ESCAPED = BASE.replace("{", "{{").replace("}", "}}")
QUOTA = (
    ESCAPED + "grades: {{bands: [{{name: Xuất sắc, from: 80, quota: {{share: {share}, of: Tốt, ties: {ties}}}}}, "
    "{{name: Tốt, from: 60}}, {{name: Đạt}}]}}"
)


@pytest.mark.parametrize(
    ("share", "ties", "totals", "excellent"),
    [
        ("20%", "out", [90, 89, 88, 70, 60, 10], "A"),
        ("20%", "in", [90, 89, 88, 70, 60, 10], "A"),
        ("20%", "out", [90, 90, 88, 70, 60], ""),
        ("20%", "in", [90, 90, 88, 70, 60], "AB"),
        ("40%", "out", [90, 89, 89, 70, 60], "A"),
        ("40%", "in", [90, 89, 89, 70, 60], "ABC"),
        ("40%", "in", [90, 89, 88, 70, 60], "AB"),
        ("20%", "in", [90, 89, 70, 60], ""),
        ("100%", "out", [90, 89, 70, 60], "AB"),
        ("0.5", "out", [90, 70, 60, 60, 10], "A"),
    ],
)
def test_a_quota_keeps_so_many_in_the_best_band(score, share, ties, totals, excellent):
    """The share is of those in the band named or better, rounded down; a tie at the cut stays in or falls out, as written."""
    units = units_of(**dict(zip("ABCDEF", totals, strict=False)))
    found = {each.unit: each.grade for each in score(QUOTA.format(share=share, ties=ties), units).units()}
    assert "".join(sorted(name for name, grade in found.items() if grade == "Xuất sắc")) == excellent
    assert all(found[name] == "Tốt" for name, total in zip("ABCDEF", totals, strict=False) if total >= 80 and name not in excellent)


AWARD = ESCAPED + "grades: {{bands: [{{name: Tốt, from: 60}}, {{name: Đạt}}]}}\n{style}awards: [{{id: bk, name: Bằng khen, {award}}}]"


def awarded(assessment):
    """Return who has the award, with a question mark where it is open."""
    return [each.unit + "?" * result.undecided for each in assessment.units() for result in each.awards]


@pytest.mark.parametrize(
    ("award", "totals", "expected"),
    [
        ("positions: 2", [90, 80, 70, 10], ["A", "B"]),
        ("positions: 2", [90, 80, 80, 10], ["A", "B?", "C?"]),
        ("positions: 2, ties: all", [90, 80, 80, 10], ["A", "B", "C"]),
        ("positions: 2, ties: none", [90, 80, 80, 10], ["A"]),
        ("positions: 2", [90, 90, 80, 10], ["A", "B"]),
        ("positions: 1", [90, 90, 90, 10], ["A?", "B?", "C?"]),
        ("positions: 9", [90, 80], ["A", "B"]),
        ("quota: 2", [90, 80, 70, 10], ["A", "B"]),
        ("quota: 2", [90, 80, 80, 10], ["A", "B?", "C?"]),
        ("quota: 0", [90, 80], []),
        ("grade: Tốt", [90, 60, 59, 10], ["A", "B"]),
        ("grade: Tốt, positions: 3", [90, 60, 59, 10], ["A", "B"]),
        ("minimum: 70.5", [90, 70, 60], ["A"]),
        ("requires: points(c) > 75", [90, 80, 70], ["A", "B"]),
        ("requires: points(c) < 85, positions: 2", [90, 80, 70, 10], ["B"]),
        ("requires: points(c) < 85, positions: 2, passes_down: true", [90, 80, 70, 10], ["B", "C"]),
        ("requires: points(c) < 85, positions: 2, passes_down: true", [90, 80, 70, 70], ["B", "C?", "D?"]),
        ("requires: points(c) < 85, quota: 2", [90, 80, 70, 10], ["B", "C"]),
        ("groups: [h], positions: 1", [90, 80], []),
    ],
)
def test_an_award_goes_to_whom_the_rulebook_names(score, award, totals, expected):
    """Positions, quota, grade, minimum and condition; a tie that crosses the cut is open, all or none, as written."""
    text = "groups: [{id: g}, {id: h}]\n" + AWARD.format(style="", award=award)
    assessment = score(text, units_of(**dict(zip("ABCD", totals, strict=False))))
    assert awarded(assessment) == expected
    assert [each.code for each in assessment.findings] == (["SC106"] if any("?" in each for each in expected) else [])


def test_dense_ranks_leave_room_for_every_position(score):
    """Under dense ranking the second place is there however many share the first."""
    text = AWARD.format(style="ranking: {style: dense}\n", award="positions: 2")
    assert awarded(score(text, units_of(A=90, B=90, C=80, D=70))) == ["A", "B", "C"]


def test_a_unit_without_a_rank_gets_no_award(score):
    """Assessed only is not proposed."""
    text = "groups: [{id: g, unranked: [A]}]\n" + AWARD.format(style="", award="positions: 1")
    assert awarded(score(text, units_of(A=90, B=80))) == ["B"]


def test_several_awards_do_not_shut_each_other_out(score):
    """A unit may be proposed for more than one."""
    text = AWARD.format(style="", award="positions: 1") + "\n"
    text = text.replace("}]\n", "}, {id: gk, name: Giấy khen, minimum: 50}]\n")
    (unit, _) = score(text, units_of(A=90, B=40)).units()
    assert [each.award.id for each in unit.awards] == ["bk", "gk"]


MEMBERS = """
groups: [{id: huyen, max_points: 20}, {id: xa, max_points: 10}]
answers: {a: count, may: count}
scale: {max_points: 20}
sections:
  - {id: s, applies_to: [xa], criteria: [{id: s.a, max_points: 10, formula: {kind: count, of: a, each: 1}}]}
  - id: t
    applies_to: [huyen]
    criteria:
      - {id: t.a, max_points: 10, formula: {kind: of_members, of: total, group: xa, how: mean, over: 10, when_no_members: not_applicable}}
      - {id: t.b, max_points: 10, formula: {kind: of_members, of: may, group: xa, how: HOW, over: 10, when_no_members: zero}}
"""


@pytest.mark.parametrize(("how", "points"), [("sum", 9), ("mean", Fraction(9, 2)), ("least", 2), ("greatest", 7)])
def test_a_district_is_judged_by_its_communes(score, how, points):
    """The members' totals and answers are put together, however the parent's name is spelt and whoever comes first in the rulebook."""
    units = {
        "Huyện A": {"@group": "huyen"},
        "xã 1": {"a": 4, "may": 2, "@group": "xa", "@parent": "HUYỆN  A"},
        "xã 2": {"a": 10, "may": 7, "@group": "xa", "@parent": "Huyện A"},
        "xã 3": {"a": 1, "may": 1, "@group": "xa", "@parent": "Huyện B"},
    }
    unit = score(MEMBERS.replace("HOW", how), units).groups[0].units[0]
    assert (unit.criterion("t.a").points, unit.criterion("t.b").points) == (7, points)


def test_a_district_without_communes_follows_the_policy(score):
    """Where there are no members the rulebook says what holds."""
    unit = score(MEMBERS.replace("HOW", "sum"), {"Huyện A": {"@group": "huyen"}}).groups[0].units[0]
    assert [unit.criterion("t.a").status, unit.criterion("t.b").points] == ["not_applicable", 0]


def test_an_answer_missing_among_the_members_is_missing(score):
    """A sum over members of which one did not answer is no sum."""
    units = {"Huyện A": {"@group": "huyen"}, "xã 1": {"a": 4, "@group": "xa", "@parent": "Huyện A"}}
    unit = score(MEMBERS.replace("HOW", "sum"), units).groups[0].units[0]
    assert (unit.criterion("t.b").status, unit.criterion("t.b").about) == ("missing", ("may",))


def test_a_text_among_members_is_no_number(score):
    """Answers that are no numbers cannot be put together."""
    units = {"Huyện A": {"@group": "huyen"}, "xã 1": {"a": 4, "may": "nhiều", "@group": "xa", "@parent": "Huyện A"}}
    unit = score(MEMBERS.replace("HOW", "sum"), units).groups[0].units[0]
    assert unit.criterion("t.b").status == "error"


RELATIVE = """
groups: [{{id: g, unranked: [X]}}]
answers: {{a: count}}
criteria: [{{id: c, max_points: 10, formula: {{kind: relative, of: a, scale: to_best, among: {among}, when_all_zero: zero}}}}]
"""


@pytest.mark.parametrize(
    ("among", "points"), [("ranked", {"A": 10, "B": 5, "X": 10}), ("assessed", {"A": 5, "B": Fraction(5, 2), "X": 10})]
)
def test_relative_points_look_at_the_circle_named(score, among, points):
    """A unit that is only assessed sets the measure or does not, and never gets more than the maximum."""
    assessment = score(RELATIVE.format(among=among), {"A": {"a": 20}, "B": {"a": 10}, "X": {"a": 40}})
    assert {each.unit: each.criterion("c").points for each in assessment.units()} == points


def test_units_without_a_value_do_not_set_the_measure(score):
    """A missing answer is left out of the circle and is missing for the unit itself."""
    assessment = score(RELATIVE.format(among="ranked"), {"A": {"a": 20}, "B": {}})
    assert {each.unit: each.criterion("c").status for each in assessment.units()} == {"A": "scored", "B": "missing"}


def test_where_nobody_ranked_has_a_value_nobody_can_be_compared(score):
    """Without a measure there are no points but an error."""
    assessment = score(RELATIVE.format(among="ranked"), {"A": {}, "X": {"a": 5}})
    assert {each.unit: each.criterion("c").status for each in assessment.units()} == {"A": "missing", "X": "error"}


def test_progress_is_told_for_each_unit(rules):
    """Whoever waits hears of every unit scored."""
    from ictscore.scoring.assess import assess
    from ictscore.survey.submission import Answer, Submission, Survey

    heard: list[int] = []
    survey = Survey(tuple(Submission(name, "g", {"self": {"a": Answer(Fraction(1))}}) for name in "AB"))
    assess(rules(BASE).rulebook, survey, progress=heard.append)
    assert heard == [1, 1]
