"""A unit and a line, taken apart."""

from __future__ import annotations

from fractions import Fraction

from ictscore.expr.parse import parse_expression
from ictscore.whatif.conditions import Need
from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import Line
from ictscore.whatif.problem import Posed, cases_of, problem_of

RULES = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}, z: yes_no, w: {type: count, max: 9}, u: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: x, over: y, when_denominator_zero: zero}}
  - {id: b, max_points: 5, formula: {kind: yes_no, of: z}}
  - {id: c, max_points: 5, formula: {kind: count, of: w, each: 1}}
"""
UNIT = {"x": 4, "y": 8, "z": True, "w": 3, "u": False}


def problem(opened, posed, rules=RULES, unit=UNIT):
    """Return a problem of the unit."""
    rescorer = opened(rules, {"A": unit})
    return problem_of(rescorer, posed, domains_of(rescorer))


def test_answers_that_a_criterion_takes_together_are_one_cluster(opened):
    """X and y; z; w. The unit has 5 + 5 + 3 = 13 and lacks 2 for 15."""
    found = problem(opened, Posed(Line(Fraction(15))))
    assert [set(each.answers) for each in found.clusters] == [{"x", "y"}, {"z"}, {"w"}]
    assert (found.base, found.lacking, found.sums_hold, found.is_bounded) == (13, 2, True, True)


def test_below_a_line_everything_turns(opened):
    """13 points have to lose 3 for 10."""
    found = problem(opened, Posed(Line(Fraction(10)), way=-1))
    assert (found.base, found.lacking) == (-13, 3)


def test_without_a_line_anything_brings_enough(opened):
    """Only the condition matters, and it ties z to x and y."""
    need = Need((parse_expression("z and x > 8"),))
    found = problem(opened, Posed(None, (need,)))
    assert [set(each.answers) for each in found.clusters] == [{"x", "y", "z"}, {"w"}]
    assert found.lacking < -1000


def test_conditions_on_points_are_left_out(opened):
    """Only scoring tells them."""
    found = problem(opened, Posed(None, (Need((parse_expression("points(b) > 1"),)),)))
    assert [set(each.answers) for each in found.clusters] == [{"x", "y"}, {"z"}, {"w"}]


SPREAD = RULES.replace("id: b, max_points: 5,", "id: b, max_points: 5, not_applicable: {when: w = 0, then: redistribute_equally},")


def test_each_case_of_spreading_is_a_problem_with_its_own_factors(opened):
    """Where w = 0 the 5 points of b go to a and c in equal halves: 10 → 12.5 and 5 → 7.5, so a counts 5/4 and c 3/2 as much.

    In that case w has to be 0: c brings 0, and a at its best 12.5.
    """
    rescorer = opened(SPREAD, {"A": UNIT})
    domains = domains_of(rescorer)
    found = {each["b"]: problem_of(rescorer, Posed(Line(Fraction(15)), outcomes=each), domains) for each in cases_of(rescorer, domains)}
    spread = found["redistribute_equally"]
    together = next(each for each in spread.clusters if "w" in each.answers)
    assert (together.gain({"w": Fraction(0)}), together.gain({"w": Fraction(1)})) == (0, None)
    ratio = next(each for each in spread.clusters if "x" in each.answers)
    assert ratio.gain({"x": Fraction(8)}) == Fraction(25, 2)
    plain = next(each for each in found["applies"].clusters if "w" in each.answers)
    assert (plain.gain({"w": Fraction(0)}), plain.gain({"w": Fraction(1)})) == (None, 6)


def test_too_many_cases_prove_nothing(opened):
    """Five criteria that may each be spread: 32 cases, so sums are no bound."""
    policy, formula = "not_applicable: {{when: w = {0}, then: redistribute_equally}}", "formula: {{kind: count, of: w, each: 1}}"
    one = "  - {{id: k{0}, max_points: 5, " + policy + ", " + formula + "}}"
    criteria = "\n".join(one.format(each) for each in range(5))
    rescorer = opened(f"answers: {{w: {{type: count, max: 9}}}}\ncriteria:\n{criteria}", {"A": {"w": 6}})
    assert cases_of(rescorer, domains_of(rescorer)) == (None,)
    assert problem_of(rescorer, Posed(Line(Fraction(15)), outcomes=None), domains_of(rescorer)).is_bounded is False
