"""Boxes of values, halved where more may hide."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.boxes import Probe, likely_values
from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import Line
from ictscore.whatif.problem import Posed, cases_of, problem_of

PEAK = """
answers: {x: {type: count, max: 1000}, y: {type: count, max: 1000}}
criteria: [{id: a, max_points: 10, formula: {kind: formula, expr: "if x > 300 and x < 305 and y = 7 then 10 else 2"}}]
"""


def probe(opened, answers):
    """Return the search over a rulebook whose best is hidden in a corner of a million."""
    rescorer = opened(PEAK, {"A": {"x": 0, "y": 0}})
    (cluster,) = problem_of(rescorer, Posed(Line(Fraction(10))), domains_of(rescorer)).clusters
    return Probe(cluster, answers)


def test_a_best_that_is_hidden_is_found(opened):
    """10 points are only had between 301 and 304 with y = 7."""
    found = probe(opened, ("x", "y"))
    found.seek(None)
    assert (found.best, found.is_exact, found.changes["y"]) == (10, True, 7)
    assert 300 < found.changes["x"] < 305


def test_one_answer_alone_cannot(opened):
    """With y at 0 nothing but 2 is to be had, and that is certain."""
    found = probe(opened, ("x",))
    found.seek(None)
    assert (found.best, found.most, found.is_exact) == (2, 2, True)


def test_a_probe_goes_no_further_than_asked(opened):
    """2 are wanted: the first look is enough, and what there may be at most stays 10."""
    found = probe(opened, ("x", "y"))
    found.seek(Fraction(2))
    assert (found.best, found.most, found.is_exact) == (2, 10, False)


def test_likely_values_come_first(opened):
    """The ends, and what other answers say."""
    rescorer = opened(PEAK, {"A": {"x": 12, "y": 40}})
    (cluster,) = problem_of(rescorer, Posed(Line(Fraction(10))), domains_of(rescorer)).clusters
    assert likely_values(cluster, "x") == [1000, 0, 40, 12]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, st.sampled_from([1, -1]))
def test_the_best_of_a_cluster_is_that_of_all_values(opened, text, mine, theirs, way):
    """Every cluster of a random rulebook in every case: trying all values finds no more, and just as much."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    domains = domains_of(rescorer)
    for outcomes in cases_of(rescorer, domains):
        for cluster in problem_of(rescorer, Posed(Line(Fraction(5)), way=way, outcomes=outcomes), domains).clusters:
            found = Probe(cluster, cluster.answers)
            found.seek(None)
            every = itertools.product(*(cluster.domains[name].values() for name in cluster.answers))
            gains = [cluster.gain(dict(zip(cluster.answers, each, strict=True))) for each in every]
            assert found.best == max((each for each in gains if each is not None), default=None)
