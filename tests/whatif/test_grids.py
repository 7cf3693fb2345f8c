"""The values of a cluster by number."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.domains import domains_of
from ictscore.whatif.grids import Grid
from ictscore.whatif.lines import Line
from ictscore.whatif.problem import Posed, problem_of

STAR = """
answers: {staff: {type: count, min: 1, max: 50}, mail: {type: count, max: 60}, trained: {type: count, max: 60}, z: yes_no}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: mail, over: staff, when_denominator_zero: zero}}
  - {id: b, max_points: 10, formula: {kind: ratio, of: trained, over: staff, when_denominator_zero: zero}}
  - {id: c, max_points: 5, formula: {kind: formula, expr: "if z then mail / 20 else 0"}}
"""


@pytest.fixture(scope="module")
def cluster(opened):
    """Return staff of 40 with 20 in one list and 30 in another."""
    rescorer = opened(STAR, {"A": {"staff": 40, "mail": 20, "trained": 30, "z": False}})
    (found,) = problem_of(rescorer, Posed(Line(Fraction(20))), domains_of(rescorer)).clusters
    return found


def test_a_part_is_cut_at_its_whole_and_a_whole_at_its_parts(cluster):
    """Staff is number 0 for 1 up to 49 for 50. Both lists end at 50; with 10 of mail at least, staff is 30 or more, as trained stays."""
    both = Grid(cluster, ("staff", "mail", "trained"))
    assert both.clipped(both.whole) == ((0, 49), (0, 50), (0, 50))
    assert both.clipped(((0, 4), (0, 60), (3, 60))) == ((2, 4), (0, 5), (3, 5))
    one = Grid(cluster, ("staff", "mail"))
    assert one.clipped(((0, 49), (10, 60))) == ((29, 49), (10, 50))


def test_a_part_that_must_be_more_than_its_whole_leaves_nothing(cluster):
    """Staff at most 5, mail at least 6."""
    grid = Grid(cluster, ("staff", "mail"))
    assert grid.clipped(((0, 4), (6, 60))) is None


def test_points_and_cells_say_what_the_cluster_says(cluster):
    """40 staff, 40 in the list, and 30 trained as it stays: 10 + 7.5; with z 2 more."""
    grid = Grid(cluster, ("staff", "mail", "z"))
    point = (39, 40, grid.number("z", True))
    assert grid.values(point) == {"staff": 40, "mail": 40, "z": True}
    assert grid.gain(point) == cluster.gain(grid.values(point)) == Fraction(39, 2)
    assert grid.gain((4, 40, 0)) is None
    assert grid.most(grid.whole) >= Fraction(45, 2)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS)
def test_what_is_cut_away_is_never_allowed(opened, text, mine, theirs):
    """Every point that the cluster allows lies within the cells that are left, and brings no more than these can."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    for each in problem_of(rescorer, Posed(Line(Fraction(5))), domains_of(rescorer)).clusters:
        grid = Grid(each, each.answers)
        left = grid.clipped(grid.whole)
        for point in itertools.product(*(range(size) for size in grid.sizes)):
            gain = each.gain(grid.values(point))
            assert gain == grid.gain(point)
            if gain is not None:
                assert left is not None
                assert all(first <= number <= last for number, (first, last) in zip(point, left, strict=True))
                assert gain <= grid.most(left)
