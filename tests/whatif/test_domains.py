"""What answers may be changed to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.whatif.domains import Domain, domains_of

RULES = """
answers:
  z: yes_no
  c: {type: choice, choices: {tot: Tốt, kem: Kém}}
  n: count
  m: {type: count, min: 2, max: 6}
  p: percent
  g: {type: points, min: 0, max: 3}
  k: {type: count, not_applicable: true}
criteria:
  - {id: a, max_points: 5, formula: {kind: yes_no, of: z}}
  - {id: b, max_points: 5, formula: {kind: choice, of: c, points: {tot: 5, kem: 0}}}
  - {id: d, max_points: 5, formula: {kind: ratio, of: n, over: m, when_denominator_zero: zero}}
  - {id: e, max_points: 5, formula: {kind: steps, on: p, steps: [{from: 50, points: 5}], otherwise: 0}}
  - {id: f, max_points: 3, formula: {kind: graded, of: g, every: 0.5}}
  - {id: h, max_points: 5, not_applicable: {declared: true, then: drop}, formula: {kind: count, of: k, each: 1}}
"""
UNIT = {"z": True, "c": "kem", "n": 15, "m": 4, "p": Fraction("12.345"), "g": 1, "k": "n/a"}


@pytest.fixture(scope="module")
def domains(opened):
    """Return the domains of a unit; another has answered 3 where it has 15."""
    return domains_of(opened(RULES, {"A": UNIT, "B": {**UNIT, "n": 3}}))


def test_words_are_all_there_are(domains):
    """Yes and no, and the keys of a choice."""
    assert (domains["z"].words, domains["c"].words) == ((True, False), ("tot", "kem"))


def test_numbers_run_between_their_bounds(domains):
    """From 2 to 6 in ones; without a bound up to ten times the largest in sight: 10 · 15 = 150; a percentage up to 100 at least.

    The percentage that is there has three decimals, so thousandths are tried.
    """
    assert domains["m"] == Domain(low=Fraction(2), high=Fraction(6))
    assert (domains["n"].low, domains["n"].high, domains["n"].step) == (0, 150, 1)
    assert domains["p"].step == Fraction(1, 1000)


def test_points_move_in_the_steps_a_criterion_demands(domains):
    """Halves from 0 to 3: 7 values."""
    assert list(domains["g"].values()) == [Fraction(each, 2) for each in range(7)]
    assert domains["g"].size == 7


def test_what_does_not_apply_and_what_is_fixed_stay(opened, domains):
    """K was declared not applicable; n is fixed by whoever asks."""
    assert "k" not in domains
    assert "n" not in domains_of(opened(RULES, {"A": UNIT}), ["n"])


def test_values_snap_down_to_the_grid():
    """Between 2 and 3 it is 2; below the lowest it is the lowest; above the highest the highest."""
    domain = Domain(low=Fraction(1), high=Fraction(5))
    assert [domain.snap(Fraction(each)) for each in ("5/2", "0", "9")] == [2, 1, 5]
