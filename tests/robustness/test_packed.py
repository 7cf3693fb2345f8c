"""Promises about ranks under many weights: packed numbers and fractions give the same ranks, ties and near ties included."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ictscore.robustness import packed as packing
from ictscore.robustness import wide
from ictscore.robustness.columns import GroupColumns, UnitColumns, rank_by
from ictscore.robustness.packed import Ranker
from ictscore.rulebook.results import Ranking, Scale

POINTS = st.fractions(-2, 10, max_denominator=60)
EXTRAS = st.fractions(0, 3, max_denominator=7)


def group(rows, maxima, extras=None, **rules):
    """Return columns of units with these points, maxima (one for all, or one each) and pairs of bonus and deductions."""
    extras = extras or [(Fraction(0), Fraction(0))] * len(rows)
    maxima = maxima if isinstance(maxima[0], (tuple, list)) else [maxima] * len(rows)
    parts = zip(rows, maxima, extras, strict=True)
    units = tuple(UnitColumns(None, tuple(row), tuple(most), *extra, tuple(most)) for row, most, extra in parts)
    book = SimpleNamespace(bonus=None, deductions=None, scale=Scale(), ranking=Ranking(), **rules)
    return GroupColumns(book, "g", (), tuple(map(max, zip(*maxima, strict=True))), units)


def both_ways(columns, weights):
    """Return the ranks by packed numbers and those by fractions."""
    ranker = Ranker(columns, max(weights))
    ranks = ranker.ranks(weights)
    packed = [0] * len(columns.units)
    for units, rank in zip(ranker.alike, ranks, strict=True):
        for each in units:
            packed[each] = rank
    return packed, rank_by([columns.value(each, weights) for each in columns.units])


@given(st.data())
def test_packed_ranks_are_the_exact_ones(data):
    """Whatever the points, extras and weights, no rank hangs on what was cut off."""
    criteria = data.draw(st.integers(1, 5))
    maxima = data.draw(st.lists(st.fractions(1, 10, max_denominator=3), min_size=criteria, max_size=criteria))
    rows = data.draw(st.lists(st.lists(POINTS, min_size=criteria, max_size=criteria), min_size=2, max_size=7))
    extras = data.draw(st.lists(st.tuples(EXTRAS, EXTRAS), min_size=len(rows), max_size=len(rows)))
    weights = data.draw(st.lists(st.integers(1, 1200), min_size=criteria, max_size=criteria))
    packed, exact = both_ways(group(rows, maxima, extras), weights)
    assert packed == exact


@given(st.lists(st.integers(0, 3), min_size=2, max_size=9), st.lists(st.integers(800, 1200), min_size=2, max_size=2))
def test_exact_ties_stay_ties(wholes, weights):
    """Thirds that add up to the same total tie exactly, however they are spread over equal criteria with equal weights."""
    rows = [(Fraction(each, 3), Fraction(3 - each, 3)) for each in wholes]
    weights = [weights[0], weights[0]]
    packed, exact = both_ways(group(rows, (Fraction(1), Fraction(1))), weights)
    assert packed == exact == [1] * len(rows)


@pytest.mark.parametrize("numpy_is_here", [True, False])
@given(data=st.data())
def test_many_draws_at_once_are_ranked_like_each_alone(numpy_is_here, data):
    """With numpy and without, hundreds of draws give the ranks that fractions give, for equal units, near ties and extras too."""
    criteria = data.draw(st.integers(1, 4))
    rows = data.draw(st.lists(st.lists(POINTS, min_size=criteria, max_size=criteria), min_size=1, max_size=6))
    rows += [rows[0], [rows[0][0] + Fraction(1, 10**30), *rows[0][1:]]]
    extras = data.draw(st.lists(st.tuples(EXTRAS, EXTRAS), min_size=len(rows), max_size=len(rows)) | st.none())
    draws = data.draw(st.lists(st.lists(st.integers(1, 1200), min_size=criteria, max_size=criteria), min_size=1, max_size=5))
    columns = group(rows, [Fraction(10)] * criteria, extras)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "_WORTH_LOADING", 0)
        patch.setattr(wide, "is_here", lambda: numpy_is_here)
        ranker = Ranker(columns, 1200)
        found = ranker.ranks_of_all(draws)
    for weights, ranks in zip(draws, found, strict=True):
        exact = rank_by([columns.value(each, weights) for each in columns.units])
        assert [{exact[each] for each in units} for units in ranker.alike] == [{rank} for rank in ranks]


def test_numpy_ranks_by_the_sums_worked_out_by_hand():
    """Weights 2 and 1 give 2·5 + 1 = 11, 2·3 + 9 = 15 and 2·0 + 4 = 4; two units share the second column, so the first one is third."""
    table, sizes = [[5, 3, 0], [1, 9, 4]], [1, 2, 1]
    assert list(wide.ranks_of_all(table, sizes, [([2, 1], 3), ([2, 1], 4)])) == [[3, 1, 4], None]


def test_what_differs_less_than_any_lane_shows_is_still_told_apart():
    """A difference of 10⁻³⁰ is a difference: the better unit is first, and they do not tie."""
    rows = [(Fraction(1, 3),), (Fraction(1, 3) + Fraction(1, 10**30),), (Fraction(1, 3),)]
    packed, exact = both_ways(group(rows, (Fraction(1),)), [1000])
    assert packed == exact == [2, 1, 2]


@pytest.mark.parametrize(("most", "lane"), [(10**2, 6), (10**6, 8)])
def test_lanes_are_as_wide_as_points_need(most, lane):
    """Points up to a hundred stand in 48 bits, millions in 64; half a point in either is told apart without fractions, a tie is none."""
    rows = [(Fraction(most),), (Fraction(most) - Fraction(1, 2),), (Fraction(most),), (Fraction(1, 3),)]
    columns = group(rows, (Fraction(most),))
    assert packing._Packed(columns, list(columns.units), 1200)._lane == lane
    packed, exact = both_ways(columns, [1200])
    assert packed == exact == [1, 3, 1, 4]


def test_points_too_large_for_lanes_are_ranked_by_fractions():
    """Where no bits are left behind the point, the fractions decide alone."""
    rows = [(Fraction(10**16),), (Fraction(10**16) + Fraction(1, 7),)]
    packed, exact = both_ways(group(rows, (Fraction(10**17),)), [1200])
    assert packed == exact == [2, 1]


@given(st.data())
def test_units_with_maxima_of_their_own_are_ranked_by_their_value(data):
    """A criterion that does not apply to one unit leaves its own maximum, and the general way is taken."""
    rows = data.draw(st.lists(st.lists(POINTS, min_size=2, max_size=2), min_size=3, max_size=5))
    maxima = [(Fraction(10), Fraction(0))] + [(Fraction(10), Fraction(5))] * (len(rows) - 1)
    packed, exact = both_ways(group(rows, maxima), data.draw(st.lists(st.integers(1, 9), min_size=2, max_size=2)))
    assert packed == exact


@pytest.mark.parametrize(
    ("rules", "linear"),
    [
        ({}, True),
        ({"bonus": SimpleNamespace(above_maximum=False)}, False),
        ({"bonus": SimpleNamespace(above_maximum=True)}, True),
        ({"deductions": SimpleNamespace(floor=Fraction(0))}, False),
        ({"deductions": SimpleNamespace(floor=None)}, True),
    ],
)
def test_caps_and_floors_are_no_matter_of_sums(rules, linear):
    """Where a cap or a floor may bind, the value is computed unit by unit."""
    columns = group([(Fraction(1),), (Fraction(2),)], (Fraction(3),), [(Fraction(1), Fraction(1))] * 2)
    for name, rule in rules.items():
        setattr(columns.rulebook, name, rule)
    assert columns.is_linear is linear
