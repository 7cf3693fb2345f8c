"""Choices of one option for each cluster, the cheapest first."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ictscore.whatif.combine import all_but_one, combinations, front_within, fronts_of, least_of_both, least_weight, most_within
from ictscore.whatif.options import Priced


def priced(weight, most):
    """Return an option that costs and brings so much."""
    return Priced((), Fraction(weight), Fraction(most))


def test_the_cheapest_enough_comes_first():
    """3 are wanted: the second option of the first cluster costs 2, one of each costs 1 + 2 = 3."""
    clusters = [[priced(0, 0), priced(1, 1), priced(2, 3)], [priced(0, 0), priced(2, 2)]]
    assert [weight for weight, _ in combinations(clusters, Fraction(3))] == [2, 3, 4]


def test_what_can_be_had_for_a_weight():
    """For 1 there is 1, for 2 there are 3, for 4 all 5; 4 want 4."""
    front = fronts_of([[priced(0, 0), priced(1, 1), priced(2, 3)], [priced(0, 0), priced(2, 2)]])[0]
    assert [most_within(front, Fraction(each)) for each in (0, 1, 2, 4)] == [0, 1, 3, 5]
    assert (least_weight(front, Fraction(4)), least_weight(front, Fraction(6))) == (4, None)
    assert most_within(front, None) == 5


OPTIONS = st.lists(st.builds(priced, st.integers(0, 4), st.integers(-2, 5)), min_size=1, max_size=4)


@given(st.lists(OPTIONS, min_size=1, max_size=4), st.integers(-2, 12))
def test_every_combination_that_brings_enough_is_found_in_order(clusters, wanted):
    """All of them and no other, the cost never falling."""
    found = [weight for weight, _ in combinations(clusters, Fraction(wanted))]
    every = [each for each in itertools.product(*clusters) if sum(option.most for option in each) >= wanted]
    assert found == sorted(sum(option.weight for option in each) for each in every)


PAIRS = st.lists(st.tuples(st.integers(0, 4).map(Fraction), st.integers(-2, 5).map(Fraction)), max_size=4)


@given(st.lists(PAIRS, max_size=4), st.integers(-2, 12), st.one_of(st.none(), st.integers(1, 9).map(Fraction)))
def test_all_but_one_bring_what_trying_every_choice_of_the_others_brings(clusters, wanted, below):
    """Whether so much can be had of all the others for less than a limit is what going through every choice says."""
    fronts = [front_within(pairs, below) for pairs in clusters]
    for index, (before, after) in enumerate(all_but_one(fronts, below)):
        choices = itertools.product(*(pairs for place, pairs in enumerate(clusters) if place != index))
        enough = [sum(weight for weight, _ in each) for each in choices if sum(most for _, most in each) >= wanted]
        least = least_of_both(before, after, Fraction(wanted))
        if below is None:
            assert (least is not None) == bool(enough)
        else:
            cheap = min((each for each in enough if each < below), default=None)
            assert (least if least is not None and least < below else None) == cheap
