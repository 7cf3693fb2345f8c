"""The smallest set of changes, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.costs import read_costs
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effect import each_left_out, effect_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target

PLAIN = """
id: don-gian
answers:
  may: {label: Máy, type: count}
  nguoi: {label: Người, type: count, min: 1}
  quy_che: yes_no
  cap: {type: choice, choices: {tot: Tốt, vua: Vừa, kem: Kém}}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: b, max_points: 4, formula: {kind: yes_no, of: quy_che}}
  - {id: c, max_points: 6, formula: {kind: choice, of: cap, points: {tot: 6, vua: 3, kem: 0}}}
grades: {bands: [{name: Tốt, from: 15}, {name: Khá, from: 10}, {name: Yếu}]}
knockouts: []
"""
START = {"may": 20, "nguoi": 40, "quy_che": False, "cap": "kem"}


def found(rescorer, kind, value, **more):
    """Return what is found for a target."""
    value = Fraction(value) if kind == "points" else value
    return smallest(rescorer, Target(kind, value), domains_of(rescorer, more.pop("fixed", ())), **more)


def test_one_answer_where_one_is_enough(opened):
    """5 points now. For 8 points: may 32 of 40 gives 8, which is the smallest change; quy_che gives 9, cap vua 8 or tot 11.

    may moves by 12/32; words count as whole changes, so may is preferred.
    """
    result = found(opened(PLAIN, {"A": START}), "points", 8)
    assert (result.reached, result.is_proved, result.changes) == (True, True, {"may": 32})


def test_two_answers_where_no_single_one_reaches_it(opened):
    """For grade Tốt, 15: the best single answer is cap (11) or may (10); with two: may to 40 (10) and cap to tot (6) make 16.

    may 36 of 40 gives 9 and 9 + 6 = 15, so 36 will do. may and quy_che come to 14 only; quy_che and cap to 15 as well, but both are words.
    """
    result = found(opened(PLAIN, {"A": START}), "grade", "Tốt")
    assert (result.reached, result.is_proved, result.changes) == (True, True, {"may": 36, "cap": "tot"})
    assert result.equal >= 2


def test_a_part_is_changed_rather_than_its_whole(opened):
    """For 10 points one answer does: may 40 of 40, or nguoi 20. The whole is left alone where the part will do."""
    assert found(opened(PLAIN, {"A": START}), "points", 10).changes == {"may": 40}
    assert found(opened(PLAIN, {"A": START}), "points", 10, fixed=["may", "cap"]).changes == {"nguoi": 20}


def test_a_part_never_passes_its_whole(opened):
    """Everything at its best is 10 + 4 + 6 = 20; 21 is out of reach, and what comes nearest has 20."""
    rescorer = opened(PLAIN, {"A": START})
    result = found(rescorer, "points", 21)
    assert (result.reached, result.is_proved) == (False, True)
    assert rescorer.standing(result.changes).total == 20


def test_at_most_so_many_changes(opened):
    """15 points want two changes: with one there is none, and the nearest is cap, 5 + 6 = 11."""
    rescorer = opened(PLAIN, {"A": START})
    result = found(rescorer, "points", 15, at_most=1)
    assert (result.reached, result.is_proved) == (False, True)


def test_nothing_to_change_where_it_is_reached_already(opened):
    """The unit has 5 points: for 5 nothing changes."""
    result = found(opened(PLAIN, {"A": START}), "points", 5)
    assert (result.reached, result.is_proved, result.changes) == (True, True, {})


def test_none_of_the_changes_can_be_dropped(opened):
    """Without may there are 5 + 6 = 11, without cap 9: both fail."""
    rescorer = opened(PLAIN, {"A": START})
    result = found(rescorer, "grade", "Tốt")
    left = each_left_out(rescorer, Target("grade", "Tốt"), result.changes)
    assert {each.answer: (each.unit.total, each.reaches) for each in left} == {"may": (11, False), "cap": (9, False)}


def test_what_is_declared_not_applicable_stays(opened):
    """A criterion that does not apply is no way to more points: only y may change, and its 5 points are the most."""
    rules = """
answers: {x: {type: count, not_applicable: true}, y: count}
criteria:
  - {id: a, max_points: 5, not_applicable: {declared: true, then: zero}, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 5, formula: {kind: count, of: y, each: 1}}
"""
    rescorer = opened(rules, {"A": {"x": "n/a", "y": 1}})
    assert set(domains_of(rescorer)) == {"y"}
    assert found(rescorer, "points", 6).reached is False
    assert found(rescorer, "points", 5).changes == {"y": 5}


def test_a_blank_answer_may_be_given(opened):
    """Nothing was answered: 3 points want x = 3, counted from 0."""
    rules = "answers: {x: count}\ncriteria: [{id: a, max_points: 5, formula: {kind: count, of: x, each: 1}}]"
    assert found(opened(rules, {"A": {"x": None}}), "points", 3).changes == {"x": 3}


def test_points_that_were_given_cannot_be_changed_by_answers(opened):
    """The council gave 2 points: whatever x is, 3 cannot be reached."""
    rules = "answers: {x: count}\ncriteria: [{id: a, max_points: 5, formula: {kind: count, of: x, each: 1}}]"
    rescorer = opened(rules, {"A": {"x": 1, "@points": {"council": {"a": 2}}}}, stage="council")
    result = found(rescorer, "points", 3)
    assert (result.reached, result.is_proved) == (False, True)


def test_a_rank_is_reached_by_one_point(opened):
    """B has 7. With x = 7 A ties and shares rank 1, which is enough: competition ranks."""
    rules = "answers: {x: count}\ncriteria: [{id: a, max_points: 9, formula: {kind: count, of: x, each: 1}}]"
    assert found(opened(rules, {"A": {"x": 2}, "B": {"x": 7}}), "rank", 1).changes == {"x": 7}


RELATIVE = """
answers: {x: {type: count, max: 100}, y: {type: count, max: 3}}
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 3, formula: {kind: count, of: y, each: 1}}
"""


def test_others_fall_where_the_best_rises(opened):
    """A 10·10/20 + 0 = 5, B 10 + 3 = 13. y alone brings 8. With x above 20 A has 10 and B falls to 200/x + 3.

    A is first once 200/x + 3 ≤ 10, rounded to two decimals: 200/28 + 3 = 10.14 is too much, 200/29 + 3 = 9.90 is not.
    """
    rescorer = opened(RELATIVE, {"A": {"x": 10, "y": 0}, "B": {"x": 20, "y": 3}})
    result = found(rescorer, "rank", 1)
    assert (result.reached, result.is_proved, result.changes) == (True, True, {"x": 29})
    effect = effect_of(rescorer, result.changes)
    assert [(each.before.unit, each.before.rank, each.after.rank) for each in effect.others] == [("B", 1, 2)]
    assert effect.others[0].after.total == Fraction(990, 100)


def test_a_knockout_must_be_lifted_too(opened):
    """9 points and a false statement: grade Tốt wants the statement withdrawn, and nothing else."""
    rules = """
answers: {x: count, sai: yes_no}
criteria: [{id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: Tốt, from: 8}, {name: Yếu}]}
knockouts: [{id: k, when: sai, grade: Yếu}]
"""
    result = found(opened(rules, {"A": {"x": 9, "sai": True}}), "grade", "Tốt")
    assert (result.is_proved, result.changes) == (True, {"sai": False})
    result = found(opened(rules, {"A": {"x": 1, "sai": True}}), "grade", "Tốt")
    assert (result.is_proved, result.changes) == (True, {"x": 8, "sai": False})


def test_dropping_a_criterion_can_help_on_a_percentage_scale(opened):
    """X 1 of 10 and 5 of 10: 6/20 = 30 %. Where ho_so = 0 the first drops out and 5/10 = 50 % are left: one change for 50."""
    rules = """
answers: {x: {type: count, max: 1}, ho_so: {type: count, max: 9}, y: {type: count, max: 5}}
scale: {result: percent}
criteria:
  - id: a
    max_points: 10
    not_applicable: {when: ho_so = 0, then: drop}
    formula: {kind: sum, parts: [{name: X, max_points: 5, formula: {kind: count, of: x, each: 1}},
      {name: H, max_points: 5, formula: {kind: ratio, of: 0, over: ho_so, when_denominator_zero: zero}}]}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
"""
    result = found(opened(rules, {"A": {"x": 1, "ho_so": 3, "y": 5}}), "points", 50)
    assert (result.is_proved, result.changes) == (True, {"ho_so": 0})


def test_the_same_question_gives_the_same_answer(opened):
    """Twice the same search, twice the same changes."""
    both = [found(opened(PLAIN, {"A": START}), "points", 13).changes for _ in range(2)]
    assert both[0] == both[1]


def test_the_cheapest_is_not_the_fewest(opened):
    """15 points by may 36 and cap tot cost 16·1 + 100; may 32 (8), cap vua (3) and quy_che (4) make 15 and cost 12 + 100 + 1 = 113.

    Cheaper still leaves cap alone: 10 + 4 = 14 do not reach it, so cap is paid for; with cap tot (6) and quy_che (4) the 5 there are make
    15 for 101.
    """
    rescorer = opened(PLAIN, {"A": START})
    text = "costs: {may: {each: 1}, cap: {change: 100}, quy_che: {change: 1}}"
    costs = read_costs(text.encode(), "costs.yaml", rescorer.rulebook, "g")
    result = smallest(rescorer, Target("points", Fraction(15)), domains_of(rescorer, costs.fixed), costs)
    assert (result.reached, result.is_proved, result.weight) == (True, True, 101)
    assert result.changes == {"quy_che": True, "cap": "tot"}


def test_costs_by_the_unit_of_measure_are_weighed_exactly(opened):
    """One machine costs 2, a rule 9: for 8 points 12 machines (24) or the rule (9 points, cost 9)."""
    rescorer = opened(PLAIN, {"A": START})
    costs = read_costs(b"costs: {may: {each: 2}, quy_che: {change: 9}}", "costs.yaml", rescorer.rulebook, "g")
    result = smallest(rescorer, Target("points", Fraction(8)), domains_of(rescorer, costs.fixed), costs)
    assert (result.is_proved, result.weight, result.changes) == (True, 9, {"quy_che": True})
    dear = read_costs(b"costs: {may: {each: 1/2}, quy_che: {change: 9}}", "costs.yaml", rescorer.rulebook, "g")
    result = smallest(rescorer, Target("points", Fraction(8)), domains_of(rescorer, dear.fixed), dear)
    assert (result.is_proved, result.weight, result.changes) == (True, 6, {"may": 32})


def test_what_is_won_can_be_lost_by_one_answer(opened):
    """16 points (may 40, cap tot), Tốt from 15: losing more than 1 point of 10 means 35 machines of 40 (8.75), or cap vua."""
    rescorer = opened(PLAIN, {"A": {"may": 40, "nguoi": 40, "quy_che": False, "cap": "tot"}})
    result = flips_of(rescorer, Target("grade", "Tốt"), domains_of(rescorer), inside=True)
    assert (result.is_proved, result.changes) == (True, {"may": 35})


def test_a_unit_that_is_disqualified_is_lifted_first(opened):
    """A leads with 9 points and is not ranked because of a false statement. For rank 1 the statement has to go, and that is enough."""
    rules = """
answers: {x: {type: count, max: 10}, sai: yes_no, im: yes_no}
criteria: [{id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}]
knockouts: [{id: k, when: sai or im, unranked: true}]
"""
    units = {"A": {"x": 9, "sai": True, "im": False}, "B": {"x": 7, "sai": False, "im": False}}
    result = found(opened(rules, units), "rank", 1)
    assert (result.is_proved, result.changes) == (True, {"sai": False})
    units["A"] = {"x": 5, "sai": True, "im": True}
    result = found(opened(rules, units), "rank", 1)
    assert (result.is_proved, result.changes) == (True, {"x": 7, "sai": False, "im": False})
    assert found(opened(rules, units), "rank", 1, fixed=["im"]).reached is False


TIED = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}, sk: {type: count, max: 5}}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
ranking: {tie_breaks: [sk]}
awards: [{id: bk, positions: 1}]
"""


def test_a_rank_is_reached_by_the_tie_break_alone(opened):
    """With all points at their best nothing but sk is left: for the rank it draws level, for the award it passes.

    B has 20 of 20 and sk 3; A has 20 and sk 1.
    """
    rescorer = opened(TIED, {"A": {"x": 10, "y": 10, "sk": 1}, "B": {"x": 10, "y": 10, "sk": 3}})
    assert found(rescorer, "rank", 1).changes == {"sk": 3}
    result = found(rescorer, "award", "bk")
    assert (result.is_proved, result.changes) == (True, {"sk": 4})
    with_sk_fixed = found(rescorer, "award", "bk", fixed=["sk"])
    assert (with_sk_fixed.reached, with_sk_fixed.is_proved) == (False, True)


def test_points_and_the_tie_break_together(opened):
    """A has 18 and can reach 20 only by both answers; that draws level, and sk is behind: three changes, and no two will do."""
    rescorer = opened(TIED, {"A": {"x": 9, "y": 9, "sk": 1}, "B": {"x": 10, "y": 10, "sk": 3}})
    result = found(rescorer, "rank", 1)
    assert (result.is_proved, result.changes) == (True, {"x": 10, "y": 10, "sk": 3})


SPREAD = """
answers: {x: {type: count, max: 10}, ho_so: {type: count, max: 9}, y: {type: count, max: 10}}
criteria:
  - {id: a, max_points: 10, not_applicable: {when: ho_so = 0, then: redistribute_equally}, formula: {kind: ratio, of: 0, over: ho_so,
      when_denominator_zero: zero}}
  - {id: b, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: c, max_points: 10, formula: {kind: count, of: y, each: 1}}
"""


def test_spreading_points_is_proved_to_be_the_least(opened):
    """B 6 and c 6 are 12. Where ho_so = 0 the 10 points of a go to both by halves: each counts 3/2, 9 + 9 = 18.

    18 points are had with that one answer; 19, where y stays, with one more: x 7 makes 10.5 + 9 = 19.5. Without it 21 are out of reach.
    """
    rescorer = opened(SPREAD, {"A": {"x": 6, "ho_so": 4, "y": 6}})
    result = found(rescorer, "points", 18)
    assert (result.is_proved, result.changes) == (True, {"ho_so": 0})
    result = found(rescorer, "points", 19, fixed=["y"])
    assert (result.is_proved, result.changes) == (True, {"x": 7, "ho_so": 0})
    result = found(rescorer, "points", 21, fixed=["ho_so"])
    assert (result.reached, result.is_proved) == (False, True)
    result = found(rescorer, "points", 31)
    assert (result.reached, result.is_proved) == (False, True)
    assert rescorer.standing(result.changes).total == 30


def test_a_condition_of_one_band_is_a_way_to_it(opened):
    """11 points are enough for B but for what it demands; A asks for 15 and demands nothing: z is the smaller change."""
    rules = """
answers: {x: {type: count, max: 20}, z: yes_no}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: A, from: 15}, {name: B, from: 10, requires: z}, {name: C}]}
"""
    rescorer = opened(rules, {"X": {"x": 11, "z": False}})
    result = found(rescorer, "grade", "B")
    assert (result.is_proved, result.equal) == (True, 2)
    assert result.changes == {"x": 15}
    assert found(rescorer, "grade", "B", fixed=["x"]).changes == {"z": True}


LEAST = """
answers: {x: {type: count, max: 10}, y: {type: count, max: 10}, z: {type: count, max: 10}}
criteria:
  - {id: a, max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
  - {id: c, max_points: 10, formula: {kind: count, of: z, each: 1}}
grades: {bands: [{name: A, from: 12, requires: least_share >= 0.2}, {name: B}]}
"""


def test_a_least_share_is_told_criterion_by_criterion(opened):
    """A has 10 + 5 + 0 points: enough, but z is below 2. With 10 + 1 + 0 both y and z are: then it takes two answers."""
    for y, fewest in ((5, {"z"}), (1, {"y", "z"})):
        rescorer = opened(LEAST, {"A": {"x": 10, "y": y, "z": 0}})
        found = smallest(rescorer, Target("grade", "A"), domains_of(rescorer))
        assert (found.reached, found.is_proved, set(found.changes)) == (True, True, fewest)
        assert found.changes["z"] == 2


def test_a_least_share_that_given_points_undercut_is_proved_out_of_reach(opened):
    """The council gave 1 of 10 for a: no answer changes that."""
    rescorer = opened(LEAST, {"A": {"x": 10, "y": 5, "z": 0, "@points": {"council": {"a": 1}}}}, stage="council")
    found = smallest(rescorer, Target("grade", "A"), domains_of(rescorer))
    assert (found.reached, found.is_proved) == (False, True)
