"""The single answers that turn a line around, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.domains import domains_of
from ictscore.whatif.flips import flips_of
from ictscore.whatif.targets import Target, reached

RULES = """
answers:
  x: {type: count, max: 90}
  m: yes_no
  sk: {type: count, max: 9}
  out: yes_no
criteria:
  - {id: a, max_points: 90, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 10, formula: {kind: yes_no, of: m}}
grades: {bands: [{name: Tốt, from: 80}, {name: Khá, from: 50}, {name: Yếu}]}
knockouts: [{id: k, name: Liệt, when: out, grade: Yếu, unranked: true}]
ranking: {tie_breaks: [sk]}
awards: [{id: bk, positions: 1}]
"""


def unit(x, m=True, sk=0, out=False):
    """Return a unit's answers."""
    return {"x": x, "m": m, "sk": sk, "out": out}


def flips(opened, target, units, rules=RULES, name=None):
    """Return the flips of a unit."""
    rescorer = opened(rules, units, name)
    return flips_of(rescorer, target, domains_of(rescorer), inside=reached(target, rescorer.rulebook, rescorer.unit))


def test_a_grade_can_be_lost_by_points_and_by_a_knockout(opened):
    """90 points: x 69 makes 79; m takes 10 and leaves 80, which is enough; the knockout does it alone."""
    found = flips(opened, Target("grade", "Tốt"), {"A": unit(80)})
    assert (found.changes, found.count, found.is_proved) == ({"x": 69}, 2, True)
    assert [(each.condition.name, each.answer, each.value) for each in found.hinges] == [("Liệt", "out", True)]


def test_a_grade_that_no_points_can_lose_still_hangs_on_a_knockout(opened):
    """Khá from 50, x is fixed by its question at 60 at least: only the knockout is left."""
    rules = RULES.replace("x: {type: count, max: 90}", "x: {type: count, min: 60, max: 90}")
    found = flips(opened, Target("grade", "Khá"), {"A": unit(80)}, rules)
    assert (found.changes, found.count, found.is_proved) == ({"out": True}, 1, True)


def test_a_tie_is_lost_by_the_tie_break(opened):
    """A and B have 90, A more initiatives. x 79 loses; sk 1 makes the tie full, which leaves the award open; m and the knockout."""
    found = flips(opened, Target("award", "bk"), {"A": unit(80, sk=2), "B": unit(80, sk=1)})
    assert (found.changes, found.count, found.is_proved) == ({"x": 79}, 4, True)


def test_a_rank_is_shared_in_a_full_tie_and_lost_below_it(opened):
    """For the rank a full tie is enough: sk has to fall to 0."""
    rules = RULES.replace("x: {type: count, max: 90}", "x: {type: count, min: 80, max: 80}")
    rescorer = opened(rules, {"A": unit(80, sk=2), "B": unit(80, sk=1)})
    domains = {name: each for name, each in domains_of(rescorer).items() if name == "sk"}
    assert flips_of(rescorer, Target("rank", 1), domains, inside=True).changes == {"sk": 0}


def test_who_is_behind_by_the_tie_break_gets_ahead_by_it(opened):
    """B wants the rank: sk 2 draws level, and one more point of x passes; 80 to 81 is the smaller change (a share of 1/81)."""
    found = flips(opened, Target("rank", 1), {"A": unit(80, sk=2), "B": unit(80, sk=1)}, name="B")
    assert (found.changes, found.count, found.is_proved) == ({"x": 81}, 2, True)


def test_who_is_knocked_out_is_lifted_by_one_answer(opened):
    """90 points and knocked out: withdrawing it is the only single answer."""
    found = flips(opened, Target("grade", "Tốt"), {"A": unit(80, out=True)})
    assert (found.changes, found.count, found.is_proved, found.hinges) == ({"out": False}, 1, True, ())


def test_a_knockout_that_cannot_be_judged_hangs_on_what_is_missing(opened):
    """Nobody said whether out holds: saying yes would do it."""
    found = flips(opened, Target("grade", "Tốt"), {"A": {**unit(80), "out": None}})
    assert [(each.answer, each.value) for each in found.hinges] == [("out", True)]


def test_a_condition_on_points_hangs_on_the_answer_that_breaks_it_alone(opened):
    """Tốt demands a fifth of every criterion. m no leaves 80 points, enough, but b at 0: it hangs on m.

    x would have to fall to 17 of 90, and 27 points are far below the line: that is no hinge. All is found by scoring, not proved.
    """
    rules = RULES.replace("{name: Tốt, from: 80}", "{name: Tốt, from: 80, requires: least_share >= 0.2}")
    found = flips(opened, Target("grade", "Tốt"), {"A": unit(80)}, rules)
    assert ("m", False) in {(each.answer, each.value) for each in found.hinges}
    assert not [each for each in found.hinges if each.answer == "x"]
    assert (found.count, found.is_proved) == (3, False)


def test_an_award_hangs_on_what_it_demands(opened):
    """The award demands m: without it nobody gets it, whatever the points."""
    rules = RULES.replace("positions: 1}", "positions: 1, requires: m}")
    found = flips(opened, Target("award", "bk"), {"A": unit(80), "B": unit(10)}, rules)
    assert [(each.condition.kind, each.answer, each.value) for each in found.hinges] == [("award", "m", False), ("knockout", "out", True)]


def test_a_bonus_beyond_its_limit_is_counted_as_far_as_it_counts(opened):
    """60 + 5 of a bonus of 9: 65. With x 54 it is 59: the four points beyond the limit keep nothing."""
    rules = """
answers: {x: {type: count, max: 90}, t: {type: count, max: 9}}
criteria: [{id: a, max_points: 90, formula: {kind: count, of: x, each: 1}}]
bonus: {max_points: 5, above_maximum: true, criteria: [{id: b, max_points: 9, formula: {kind: count, of: t, each: 1}}]}
"""
    found = flips(opened, Target("points", Fraction(60)), {"A": {"x": 60, "t": 9}}, rules)
    assert (found.changes, found.count, found.is_proved) == ({"x": 54}, 1, True)


def test_a_grade_of_which_there_are_few_is_lost_by_falling_behind_an_equal(opened):
    """A and B share the one place of grade Tốt; C is far behind. Behind B by one answer, or by the tie-break, A is out."""
    few = RULES.replace("from: 80}", "from: 80, quota: {share: 34%, of: Khá, ties: in}}")
    units = {"A": unit(80, sk=1), "B": unit(80, sk=1), "C": unit(60, m=False)}
    found = flips(opened, Target("grade", "Tốt"), units, few)
    assert found.count == len({"x", "m", "sk", "out"})


def test_who_shares_the_last_place_of_a_grade_loses_it_by_the_tie_break(opened):
    """Three units with 90 points, of which one place is shared by the two with sk = 1: without it A is level with C, who is out."""
    few = RULES.replace("from: 80}", "from: 80, quota: {share: 40%, of: Khá, ties: in}}")
    units = {"A": unit(80, sk=1), "B": unit(80, sk=1), "C": unit(80)}
    found = flips(opened, Target("grade", "Tốt"), units, few)
    assert found.count == len({"x", "m", "sk", "out"})


def test_of_nothing_every_share_is_nothing(opened):
    """Full marks and a bonus are above 100 %; with y = 0 neither criterion applies, a bonus of no maximum is 0 %: not denied."""
    rules = """
answers: {x: {type: count, max: 3}, y: {type: count, max: 3}, w: {type: count, max: 2}}
criteria:
  - {id: a, max_points: 6, formula: {kind: count, of: x, each: 3}, not_applicable: {when: y = 0, then: drop}}
  - {id: b, max_points: 6, formula: {kind: ratio, of: x, over: y, above_one: cap, when_denominator_zero: not_applicable}}
bonus: {max_points: 1, above_maximum: true, criteria: [{id: t, max_points: 3, formula: {kind: count, of: w, each: 1}}]}
grades: {on: percent, bands: [{name: A, from: 70}, {name: B}]}
"""
    found = flips(opened, Target("grade", "A"), {"U": {"x": 2, "y": 1, "w": 1}}, rules)
    assert not found.is_proved or found.count == len({"x", "y"})


def test_the_nearest_value_is_found_where_points_go_up_and_down(opened):
    """Six points for 3, 10, 17 and so on, else one: from 2000 the nearest is 1998, though 2005 would do as well, and 5001 far away."""
    rules = """
answers: {k: {type: count, max: 20000}}
criteria: [{id: a, max_points: 6, formula: {kind: formula, expr: if k - 7 * floor(k / 7) = 3 then 6 else 1}}]
grades: {bands: [{name: A, from: 5}, {name: B}]}
"""
    assert flips(opened, Target("grade", "A"), {"U": {"k": 2000}}, rules).changes == {"k": 1998}
