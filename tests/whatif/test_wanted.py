"""What is wanted, as problems to be searched."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.against_others import others_of
from ictscore.whatif.domains import domains_of
from ictscore.whatif.targets import Target
from ictscore.whatif.wanted import to_lose, to_reach

RULES = """
answers: {x: {type: count, max: 20}, sk: {type: count, max: 9}, z: yes_no, out: yes_no}
criteria: [{id: a, max_points: 20, formula: {kind: count, of: x, each: 1}}]
grades: {bands: [{name: A, from: 15}, {name: B, from: 10, requires: z}, {name: C, from: 5}, {name: D}]}
knockouts: [{id: k, when: out, grade: D}]
rounding: {total: none}
"""
UNITS = {"A": {"x": 8, "sk": 1, "z": False, "out": False}, "B": {"x": 12, "sk": 2, "z": False, "out": False}}
TIES = RULES + "ranking: {tie_breaks: [sk]}\n"


def lacking(opened, target, rules=RULES):
    """Return how much is lacking for each way to a target."""
    rescorer = opened(rules, UNITS)
    return [each.problem.lacking for each in to_reach(rescorer, target, domains_of(rescorer))]


def test_a_grade_is_reached_by_any_band_that_will_do(opened):
    """8 points lack 2 for B, where z is needed too, or 7 for A. C asks for 5: there are 3 to spare."""
    assert lacking(opened, Target("grade", "B")) == [2, 7]
    assert lacking(opened, Target("grade", "C")) == [-3]


def test_a_place_is_reached_with_more_points_or_by_the_tie(opened):
    """B has 12. Without tie-breaks 4 more will do; with them more than 4, or 4 and the tie better or equal."""
    assert lacking(opened, Target("rank", 1)) == [4]
    assert lacking(opened, Target("rank", 1), TIES) == [4, 4, 4]
    assert lacking(opened, Target("rank", 1), RULES + "ranking: {tie_breaks: [points(a)]}") == [4]


def test_the_line_that_is_farthest_away_is_the_problem(opened):
    """An award for those with 18 points and the best: 10 lack for the points, 4 for the place."""
    rules = RULES + "awards: [{id: bk, positions: 1, minimum: 18}]"
    assert lacking(opened, Target("award", "bk"), rules) == [10]


def test_a_knockout_that_gives_a_grade_is_a_way_of_its_own(opened):
    """Who is forced to C has C whatever the points: nothing lacks but the knockout."""
    found = lacking(opened, Target("grade", "C"), RULES.replace("grade: D}", "grade: C}"))
    assert found[0] == -3
    assert found[1] < -1000


def test_what_is_open_is_no_proof(opened):
    """Points and places by answers are settled by the problem; a condition on points leaves a doubt, and so does an answer it looks at."""
    rescorer = opened(RULES, UNITS)
    domains = domains_of(rescorer)
    (points,) = to_reach(rescorer, Target("points", Fraction(9)), domains)
    assert points.is_plain(rescorer, frozenset("x"))
    hidden = opened(RULES.replace("when: out", "when: points(a) < 3 and out"), UNITS)
    found = to_reach(hidden, Target("grade", "C"), domains_of(hidden))[0]
    assert not found.is_plain(hidden, frozenset("x"))


def test_what_is_wanted_holds_or_does_not(opened):
    """With 12 points A draws level with B and shares the first rank; with 11 it does not."""
    rescorer = opened(RULES, UNITS)
    (wanted,) = to_reach(rescorer, Target("rank", 1), domains_of(rescorer))
    assert [wanted.holds(rescorer, {"x": Fraction(each)}) for each in (11, 12)] == [False, True]


def test_where_others_can_win_what_a_unit_loses_nothing_is_proved(opened):
    """Units measured by the best of them: a place is also lost because others rise."""
    rules = RULES.replace("{kind: count, of: x, each: 1}", "{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}")
    rescorer = opened(rules, UNITS, "B")
    domains = domains_of(rescorer)
    assert [each.problem.is_bounded for _, each in to_lose(rescorer, Target("rank", 1), domains)] == [False]
    assert all(each.problem.is_bounded for _, each in to_lose(rescorer, Target("grade", "C"), domains))


def test_others_are_the_ranked_units_of_the_group(opened):
    """B is, for A."""
    rescorer = opened(RULES, UNITS)
    assert [each.unit for each in others_of(rescorer.books, rescorer.unit)] == ["B"]
