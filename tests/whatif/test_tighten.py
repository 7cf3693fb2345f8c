"""Changes made no larger than they must be."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif.attempts import Attempt
from ictscore.whatif.domains import domains_of
from ictscore.whatif.options import Count
from ictscore.whatif.targets import Target
from ictscore.whatif.tighten import enough_steps, wholes_of
from ictscore.whatif.wanted import to_reach

RULES = """
answers:
  may: {type: count, max: 40}
  nguoi: {type: count, min: 1, max: 40}
  cap: {type: choice, choices: {kem: Kém, vua: Vừa, kha: Khá, tot: Tốt}}
criteria:
  - {id: a, max_points: 10, formula: {kind: ratio, of: may, over: nguoi, when_denominator_zero: zero}}
  - {id: b, max_points: 6, formula: {kind: choice, of: cap, points: {kem: 0, vua: 2, kha: 4, tot: 6}}}
"""


def attempt(opened, points):
    """Return a unit with 20 of 40 and kém (5 points), on its way to so many."""
    rescorer = opened(RULES, {"A": {"may": 20, "nguoi": 40, "cap": "kem"}})
    domains = domains_of(rescorer)
    (wanted,) = to_reach(rescorer, Target("points", Fraction(points)), domains)
    return rescorer, Attempt(rescorer, wanted, domains, Count(), None)


def test_a_number_goes_back_as_far_as_it_can(opened):
    """8 points are had with 32 of 40 already."""
    assert attempt(opened, 8)[1].made_small({"may": Fraction(40)}) == {"may": 32}


def test_a_word_goes_to_the_nearest_that_will_do(opened):
    """For 9 points khá (4) is enough; tốt is farther."""
    assert attempt(opened, 9)[1].made_small({"cap": "tot"}) == {"cap": "kha"}


def test_the_larger_change_goes_back_first(opened):
    """11 points from 10 and 6: the word moves wholly, so it is made smaller first: vừa (2) with 36 of 40 (9)."""
    assert attempt(opened, 11)[1].made_small({"may": Fraction(40), "cap": "tot"}) == {"may": 36, "cap": "vua"}


def test_smaller_changes_pass_every_test_on_the_way(opened):
    """More than 35 is asked for besides: 36."""
    _, own = attempt(opened, 8)
    assert own.tightener.smallest_with({"may": Fraction(40)}, lambda each: own.holds(each) and each["may"] > 35) == {"may": 36}


def test_relative_change_and_wholes(opened):
    """20 to 40 is half of the larger one, a word the whole; what is divided by comes last."""
    rescorer, own = attempt(opened, 8)
    assert own.tightener.relative({"may": Fraction(40), "cap": "vua"}) == Fraction(3, 2)
    assert wholes_of(rescorer) == {"nguoi"}
    assert own.tightener.preference({"may": Fraction(40)}) < own.tightener.preference({"nguoi": Fraction(39)})


def test_changes_against_each_other_are_not_allowed(opened):
    """30 of 25 cannot be."""
    _, own = attempt(opened, 8)
    assert not own.tightener.is_allowed({"may": Fraction(30), "nguoi": Fraction(25)})
    assert own.tightener.is_allowed({"may": Fraction(25), "nguoi": Fraction(25)})


def test_steps_between_two_values():
    """From 3 up to 5 in halves: 4; only whole steps count."""
    assert (enough_steps(Fraction(5), Fraction(3), Fraction(1, 2)), enough_steps(Fraction(5), Fraction(3), Fraction(3))) == (4, 0)
