"""Explanations say how points came about, and what they print computes to the points printed."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from ictscore.expr.evaluate import evaluate
from ictscore.expr.parse import parse_expression
from ictscore.expr.text import value_text
from ictscore.expr.values import Blank
from ictscore.reports.explained.json import explained_record
from ictscore.reports.explained.steps_to_total import say_exactly, steps_to_total
from ictscore.reports.explained.text import criterion_lines, standing, total_lines
from ictscore.rulebook.shipped import shipped_ids
from ictscore.words import speak

GROUPED = """
groups: [{id: g}, {id: h}]
answers: {a: count, n: count}
sections:
  - id: s
    applies_to: [g]
    criteria:
      - {id: c, max_points: 6, formula: {kind: relative, of: a, scale: to_best, among: ranked, when_all_zero: zero}}
      - {id: d, max_points: 4, formula: {kind: of_members, of: total, group: h, how: mean, over: 10, when_no_members: zero}}
  - {id: t, applies_to: [h], criteria: [{id: e, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}]}
scale: {max_points: 10}
ranking: {tie_breaks: [points(c)]}
"""
UNITS = {
    "Huyện A": {"a": 3},
    "Huyện B": {"a": 4},
    "Xã 1": {"a": 1, "n": 2, "@group": "h", "@parent": "Huyện A"},
    "Xã 2": {"a": 4, "n": 4, "@group": "h", "@parent": "huyện a"},
}


def told_of(outcome, unit, criterion):
    """Return what is told of a criterion of a unit."""
    score = next(each for each in outcome.books.assessment.units() if each.unit == unit)
    return next(each for each in outcome.explainer.unit(score) if each.score.criterion.id == criterion)


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_the_printed_arithmetic_gives_the_printed_points(outcome_of, rulebook):
    """Read again by the expression language, the arithmetic of every criterion of every unit comes to what is printed behind it.

    Where the formula decides and nothing is redistributed or rounded, that is also what entered the section.
    """
    made = outcome_of(rulebook)
    checked = 0
    for unit in made.books.assessment.units():
        for told in made.explainer.unit(unit):
            derivation = told.explanation.derivation
            if derivation is not None and isinstance(derivation.value, Blank):
                continue
            value = evaluate(parse_expression(told.arithmetic), made.books.scope(unit)).value
            assert value_text(value) == told.result
            if told.score.status == "scored" and told.score.given_by is None and told.score.max_points == told.score.criterion.max_points:
                assert value == told.score.exact
                checked += 1
    assert checked


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_numbers_have_the_decimal_comma_in_vietnamese(outcome_of, rulebook):
    """In the arithmetic and what it comes to, the conditions and the values of the group: “= 2,88” beside “2,88 / 3”."""
    made = outcome_of(rulebook)
    speak("vi")
    for unit in made.books.assessment.units():
        for told in made.explainer.unit(unit):
            steps = [each for each in criterion_lines(told) if each.startswith(("= ", "· "))]
            assert [each for each in steps if re.search(r"(?<![\w.])[0-9]+\.[0-9]+(?![\w.])", re.sub(r'"[^"]*"|“[^”]*”', "", each))] == []


def test_the_books_find_what_the_engine_found(outcome_of):
    """Opened again, every rulebook's leaves come to the very scores that were assessed, before redistribution and rounding."""
    made = outcome_of("tuyenquang-2019")
    for unit in made.books.assessment.units():
        for each in made.books.explain(unit):
            if each.raw is not None and each.score.max_points == each.score.criterion.max_points:
                assert each.raw.exact == each.score.exact
                assert each.raw.status == each.score.status


def test_group_values_name_who_holds_them(outcome):
    """3 of at most 4 earn 4.5 of 6; the best value is named with the unit that has it."""
    told = told_of(outcome(GROUPED, UNITS), "Huyện A", "c")
    assert told.points == "4.5"
    assert told.group == ("highest(a) = 4 (Huyện B)",)


def test_members_are_found_again(outcome):
    """The mean of the totals 5 and 10 of Huyện A's communes is 7.5, which is 3 of 4 points; Huyện B has none and gets 0."""
    made = outcome(GROUPED, UNITS)
    told = told_of(made, "Huyện A", "d")
    assert (told.points, told.result) == ("3", "3")
    assert "mean(h.total) = 7.5" in told.group
    assert told_of(made, "Huyện B", "d").points == "0"


def test_the_key_is_what_was_ranked_by(outcome):
    """The key is the published total and then the tie-breaks, as numbers."""
    made = outcome(GROUPED, UNITS)
    first = next(each for each in made.books.assessment.units() if each.unit == "Huyện A")
    assert made.books.key(first) == ((True, Fraction(15, 2)), (True, Fraction(9, 2)))


BRANCHED = """
answers: {a: count, n: count, k: yes_no, m: {type: choice, choices: {cao: Cao, thap: Thấp}}}
criteria:
  - {id: c, number: "1", max_points: 5, formula: {kind: ratio, of: a, over: n, when_denominator_zero: zero}}
  - {id: d, number: "2", max_points: 3, formula: {kind: checklist, items: [{when: k, points: 3, name: Có mạng}]}}
  - id: p
    number: "3"
    max_points: 4
    parts:
      - {id: p.x, max_points: 1, formula: {kind: choice, of: m, points: {cao: 1, thap: 0}}}
      - {id: p.y, max_points: 3, formula: {kind: count, of: a, each: 1}, not_applicable: {when: n = 0, then: redistribute_equally}}
rounding: {criterion: 1, total: 1}
"""


def test_answers_bear_their_cell_and_branches_their_reason(outcome):
    """2 of 3 earn 10/3, rounded to 3.3; both answers are told with question, value, cell, and the branches with their numbers."""
    told = told_of(outcome(BRANCHED, {"A": {"a": 2, "n": 3, "k": True, "m": "cao"}}), "A", "c")
    assert (told.arithmetic, told.result, told.points) == ("2 / 3 * 5", "(10 / 3)", "3.3")
    assert [(each.id, each.value, each.raw, each.place.cell) for each in told.answers] == [("n", "3", "3", "C2"), ("a", "2", "2", "B2")]
    assert told.branches == ("n = 0: no (3 = 0 is false)", "a > n: no (2 > 3 is false)")
    assert told.notes == ("Rounded to 1 decimals (halves up): 10/3 → 3.3.",)


def test_named_items_and_choices_are_told_by_their_names(outcome):
    """An item's branch stands under its name, and a choice is told with its words."""
    made = outcome(BRANCHED, {"A": {"a": 2, "n": 3, "k": True, "m": "cao"}})
    assert told_of(made, "A", "d").branches == ("Có mạng: k: yes (yes)",)
    assert told_of(made, "A", "p.x").answers[0].value == '"cao" (Cao)'


def test_a_criterion_with_parts_is_their_sum(outcome):
    """Its arithmetic is the points of its parts, 1 and 2."""
    told = told_of(outcome(BRANCHED, {"A": {"a": 2, "n": 3, "k": True, "m": "cao"}}), "A", "p")
    assert (told.formula, told.arithmetic, told.result) == ("points(p.x) + points(p.y)", "1 + 2", "3")


def test_redistribution_is_told_on_both_sides(outcome):
    """Where p.y does not apply its 3 points go to p.x, whose maximum rises from 1 to 4."""
    made = outcome(BRANCHED, {"A": {"a": 0, "n": 0, "k": True, "m": "cao"}})
    gone = told_of(made, "A", "p.y")
    assert gone.notes == ("Does not apply (the condition for this is met): its maximum goes to the other criteria in equal parts.",)
    raised = told_of(made, "A", "p.x")
    assert raised.points == "4.0"
    assert raised.notes == ("The maximum rose from 1 to 4 because other criteria do not apply: 1 × 4 ÷ 1 = 4.",)


def test_what_is_missing_or_wrong_is_told(outcome):
    """A missing answer counts 0 and says so; a part larger than the whole has no points and says why; nobody's branch is guessed."""
    made = outcome(BRANCHED, {"A": {"a": 5, "n": 3, "m": "cao"}})
    assert told_of(made, "A", "c").notes == ("No points: the part is more than the whole.",)
    missing = told_of(made, "A", "d")
    assert missing.notes == ("Not answered, counts 0: no answer to k.",)
    assert missing.branches == ("Có mạng: k: cannot be decided (<missing>)",)
    assert missing.answers[0].value == "<no answer to k>"


def test_points_of_a_stage_stand_beside_the_formula(outcome):
    """The council gave 4 where the formula gives 10/3: both are told."""
    units = {"A": {"a": 2, "n": 3, "k": True, "m": "cao", "@points": {"council": {"c": 4}, "appraised": {"d": 2}}}}
    made = outcome(BRANCHED, units)
    assert told_of(made, "A", "c").notes == ("Points as decided by the council: 4; the formula gives 10/3 (≈ 3.3333).",)
    units["A"].pop("k")
    assert told_of(outcome(BRANCHED, units), "A", "d").notes == ("Points as appraised: 2.",)


def test_an_amended_criterion_names_its_clause(outcome_of):
    """What an amendment replaced says by which clause; what it left alone does not."""
    amended = outcome_of("binhthuan-2020").explainer.clauses
    assert amended["pl_i"] == "Điều 12 khoản 1"
    assert "thuong.sang_kien" not in amended
    assert outcome_of("binhthuan-2019").explainer.clauses == {}


def test_the_text_has_formula_numbers_answers_and_source(outcome):
    """Line by line: formula with names, with numbers, the result, answers, branches, source with its basis."""
    made = outcome(BRANCHED, {"A": {"a": 2, "n": 4, "k": True, "m": "cao"}})
    assert criterion_lines(told_of(made, "A", "c")) == [
        "if n = 0 then 0 else if a > n then <fault> else a / n * 5",
        "= 2 / 4 * 5",
        "= 2.5",
        "n = 4  (n)  ← khao-sat.xlsx › Bảng!C2",
        "a = 2  (a)  ← khao-sat.xlsx › Bảng!B2",
        "· n = 0: no (4 = 0 is false)",
        "· a > n: no (2 > 4 is false)",
        "§ Quyết định (stated)",
    ]
    unit = made.told.groups[0].units[0]
    assert standing(unit) == "Total 8.5 (maximum points that apply: 12), rank 1"
    assert total_lines(made.told, unit) == [
        "Sections: 8.5",
        "Total before rounding 8.5, published 8.5",
        "Ranked by: 8.5 (competition)",
    ]


def test_the_record_has_the_same(outcome):
    """The JSON explanation carries formula, arithmetic, result and the parts of every answer's place."""
    made = outcome(BRANCHED, {"A": {"a": 2, "n": 4, "k": True, "m": "cao"}})
    record = explained_record(made.told, [(made.told.groups[0].units[0], [told_of(made, "A", "c")])])
    criterion = record["units"][0]["criteria"][0]
    assert (criterion["arithmetic"], criterion["result"], criterion["exact"]) == ("2 / 4 * 5", "2.5", "5/2")
    assert criterion["answers"][0]["at"] == {"file": "khao-sat.xlsx", "sheet": "Bảng", "cell": "C2"}


def test_a_standing_names_grade_award_and_difference(outcome, capsys):
    """Grade, award, what was taken off and what does not add up are told with the total."""
    rules = """
answers: {a: count}
criteria: [{id: c, name: Tiêu chí, max_points: 10, formula: {kind: formula, expr: a / 3}}]
rounding: {total: 1}
deductions: {criteria: [{id: u, max_points: 1, formula: {kind: count, of: a, each: 1}}]}
grades: {bands: [{name: Tốt, from: 2}, {name: Yếu}]}
awards: [{id: w, name: Bằng khen, positions: 1}]
"""
    made = outcome(rules, {"A": {"a": 1}, "B": {"a": 10}})
    unit = made.told.groups[0].units[0]
    assert standing(unit) == "Total 2.3 (maximum points that apply: 10), rank 1, grade Tốt, award: Bằng khen"
    assert total_lines(made.told, unit)[:3] == [
        "Sections: 10/3 (≈ 3.3333)",
        "After deductions: 10/3 (≈ 3.3333) − 1 = 7/3 (≈ 2.3333)",
        "Total before rounding 7/3 (≈ 2.3333), published 2.3",
    ]


@pytest.mark.parametrize("rulebook", shipped_ids())
def test_the_steps_lead_to_the_total(outcome_of, rulebook):
    """Whatever a rulebook does between sections and total, the last step told ends with the exact total."""
    made = outcome_of(rulebook)
    for unit in made.books.assessment.units():
        steps = list(steps_to_total(made.told.rulebook, unit))
        assert steps[-1].endswith(say_exactly(unit.exact_total)), steps


CHAINED = """
answers: {a: count, n: count, k: yes_no}
criteria:
  - {id: c, max_points: 6, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}
  - {id: d, max_points: 4, formula: {kind: count, of: a, each: 1}, not_applicable: {when: k, then: drop}}
"""


def steps_of(outcome, rules, **answers):
    """Return the steps to the total of one unit."""
    made = outcome(CHAINED + rules, {"A": answers})
    return list(steps_to_total(made.told.rulebook, made.told.groups[0].units[0].score))


def test_a_percentage_of_a_smaller_maximum_is_told(outcome):
    """2 of 3 of 6 points, where 4 of the 10 do not apply: 4 / 6 × 100."""
    steps = steps_of(outcome, "scale: {result: percent}", a=2, n=3, k=True)
    assert steps == ["Sections: 4", "In per cent of the maximum that applies: 4 / 6 × 100 = 200/3 (≈ 66.6667)"]


def test_another_maximum_is_told(outcome):
    """4 + 2 of 10 points, out of 1: 0.6."""
    assert steps_of(outcome, "scale: {out_of: 1}", a=2, n=3, k=False)[-1] == "Brought to a maximum of 1: 6 / 10 × 1 = 0.6"


def test_limits_of_bonus_and_deductions_are_told(outcome):
    """A bonus of 4 counts 3 and stops at the maximum of 10; deductions of 12 stop at the floor of 1."""
    rules = """
bonus: {max_points: 3, above_maximum: false, criteria: [{id: t, max_points: 4, formula: {kind: count, of: a, each: 1}}]}
deductions: {floor: 1, criteria: [{id: u, max_points: 12, formula: {kind: count, of: a, each: 3}}]}
"""
    assert steps_of(outcome, rules, a=4, n=4, k=False) == [
        "Sections: 10",
        "Bonus: 4, of which at most 3 count",
        "With the bonus: 10 + 3 = 13",
        "The bonus does not lift above the maximum that applies, 10: 10",
        "After deductions: 10 − 12 = -2",
        "Deductions stop at the floor, 1: 1",
    ]
