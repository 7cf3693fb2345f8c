"""Promises about draws, criteria left out and units taken away."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.robustness.columns import columns_of
from ictscore.robustness.drop_unit import measuring, reversals
from ictscore.robustness.leave_out import leave_out
from ictscore.robustness.perturb import RankSpread, draw_weights, perturb
from ictscore.rulebook.robustness import Robustness
from ictscore.scoring.assess import assess
from ictscore.scoring.explain import Books

TWO = """
id: hai
answers: {x: {label: X, type: count}, y: {label: Y, type: count}}
groups: [{id: g, max_points: 20}]
criteria:
  - {id: a, number: "1", max_points: 10, formula: {kind: count, of: x, each: 1}}
  - {id: b, number: "2", max_points: 10, formula: {kind: count, of: y, each: 1}}
"""

RELATIVE = """
id: tuong-doi
answers: {x: {label: X, type: number}, y: {label: Y, type: count}}
groups: [{id: g, max_points: 20}]
criteria:
  - {id: a, max_points: 10, formula: {kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}
  - {id: b, max_points: 10, formula: {kind: count, of: y, each: 1}}
"""


def test_the_same_seed_gives_the_same_draws():
    """Draws hang on the seed alone; another seed draws otherwise; all lie within the spread."""
    one, same, other = (list(draw_weights(5, Robustness(draws=50, spread=Fraction(1, 10), seed=seed))) for seed in (3, 3, 4))
    assert one == same != other
    assert {weight for weights in one for weight in weights} <= set(range(900, 1101))


def test_the_first_draws_are_these_on_every_machine():
    """Written down once: whoever draws from seed 1 with a fifth either way begins so."""
    assert list(draw_weights(3, Robustness(draws=2))) == FIRST_DRAWS


FIRST_DRAWS = [[1028, 1121, 825], [847, 1105, 989]]


def test_a_unit_that_is_better_everywhere_keeps_its_rank(rules, score):
    """Whatever the weights, A before B before C."""
    book = rules(TWO)
    group = score(book, {"A": {"x": 9, "y": 9}, "B": {"x": 5, "y": 5}, "C": {"x": 1, "y": 1}}).groups[0]
    spreads = perturb(columns_of(book.rulebook, group), Robustness(draws=200, spread=Fraction(1, 2)))
    assert [(each.unit, each.rank, each.best, each.worst) for each in spreads] == [("A", 1, 1, 1), ("B", 2, 2, 2), ("C", 3, 3, 3)]


def test_units_that_are_good_at_different_things_change_places(rules, score):
    """A leads by one point only because both criteria weigh the same: in some draws B is first, and their shares add up to all."""
    book = rules(TWO)
    group = score(book, {"A": {"x": 10, "y": 1}, "B": {"x": 1, "y": 9}}).groups[0]
    first, second = perturb(columns_of(book.rulebook, group), Robustness(draws=500))
    assert (first.best, first.worst, second.best, second.worst) == (1, 2, 1, 2)
    assert first.share_within(1) > Fraction(1, 2)
    assert first.share_within(1) + second.share_within(1) >= 1
    assert first.share_within(2) == second.share_within(2) == 1


def test_quantiles_of_a_spread_are_counted():
    """Of ten draws seven first, two second, one fifth: nine tenths lie at 2 or better, everything at 5."""
    spread = RankSpread("A", 1, ((1, 7), (2, 2), (5, 1)), 10)
    assert [spread.quantile(each) for each in (Fraction(1, 20), Fraction(7, 10), Fraction(9, 10), Fraction(1))] == [1, 1, 2, 5]
    assert (spread.best, spread.worst, spread.share_within(4)) == (1, 5, Fraction(9, 10))


def test_leaving_out_a_criterion_moves_those_who_lived_by_it(rules, score):
    """A 10 + 1, B 1 + 9: without the first criterion B leads by 9 to 1, without the second A does as before."""
    book = rules(TWO)
    group = score(book, {"A": {"x": 10, "y": 1}, "B": {"x": 1, "y": 9}}).groups[0]
    first, second = leave_out(columns_of(book.rulebook, group))
    assert (first.criterion.id, [(each.unit, each.before, each.after) for each in first.moved]) == ("a", [("A", 1, 2), ("B", 2, 1)])
    assert (second.criterion.id, second.moved, second.furthest) == ("b", (), 0)


@pytest.fixture
def books(rules, make_survey):
    """Return the books of three units of which C sets the measure: A 5/10 → 5 and 5, B 1/10 → 1 and 8, C 10 and 0."""
    book = rules(RELATIVE)
    survey = make_survey({"A": {"x": 5, "y": 5}, "B": {"x": 1, "y": 8}, "C": {"x": 10, "y": 0}})
    return Books(book.rulebook, survey, assess(book.rulebook, survey, "self"))


def test_taking_away_the_best_turns_others_around(books):
    """By hand: A 5 + 5 = 10, C 10, B 1 + 8 = 9. Without C the best x is A's: A 10 + 5 = 15, B 2 + 8 = 10, so no pair turns around."""
    group = books.assessment.groups[0]
    assert {each.unit: each.total for each in group.units} == {"A": 10, "B": 9, "C": 10}
    assert [each.unit for each in measuring(books, group)] == ["C"]
    assert list(reversals(books, group)) == []


def test_a_reversal_names_the_three(rules, make_survey):
    """By hand: A 4/10 → 4 + 5 = 9; B 2/10 → 2 + 8 = 10; without C the best x is 4: A 10 + 5 = 15, B 5 + 8 = 13: A passes B."""
    book = rules(RELATIVE)
    survey = make_survey({"A": {"x": 4, "y": 5}, "B": {"x": 2, "y": 8}, "C": {"x": 10, "y": 0}})
    books = Books(book.rulebook, survey, assess(book.rulebook, survey, "self"))
    (found,) = reversals(books, books.assessment.groups[0])
    assert (found.dropped, found.ahead, found.behind) == ("C", "B", "A")


def test_without_relative_criteria_nobody_measures(rules, make_survey):
    """Where each unit's points are its own, no absence changes another's."""
    book = rules(TWO)
    survey = make_survey({"A": {"x": 1, "y": 1}, "B": {"x": 2, "y": 2}})
    books = Books(book.rulebook, survey, assess(book.rulebook, survey, "self"))
    assert measuring(books, books.assessment.groups[0]) == ()
