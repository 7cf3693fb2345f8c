"""One way to what is wanted, tried."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.errors import SelfCheckFailed
from ictscore.whatif.attempts import Attempt
from ictscore.whatif.domains import domains_of
from ictscore.whatif.options import Count
from ictscore.whatif.targets import Target
from ictscore.whatif.wanted import to_reach

RULES = """
answers: {x: {type: count, max: 9}, y: {type: count, max: 9}}
criteria:
  - {id: a, max_points: 9, formula: {kind: count, of: x, each: 1}}
  - {id: b, max_points: 9, formula: {kind: count, of: y, each: 1}}
"""


@pytest.fixture
def attempt(opened):
    """Return a unit with 3 and 4 points on its way to 12."""
    rescorer = opened(RULES, {"A": {"x": 3, "y": 4}})
    domains = domains_of(rescorer)
    (wanted,) = to_reach(rescorer, Target("points", Fraction(12)), domains)
    return Attempt(rescorer, wanted, domains, Count(), None)


def test_every_candidate_does_it_and_the_cheapest_come_first(attempt):
    """X 9 makes 13, y 9 makes 12; then both together."""
    found = [(weight, "".join(sorted(changes))) for weight, changes in attempt.candidates.reaching()]
    assert [weight for weight, _ in found] == [1, 1, 2]
    assert {answers for _, answers in found} == {"x", "y", "xy"}
    assert attempt.candidates.tried == 3
    assert attempt.is_sure_of_none


def test_a_limit_ends_the_search(attempt):
    """Of those that cost no more than 1 there are two."""
    assert len(list(attempt.candidates.reaching(Fraction(1)))) == 2


def test_what_is_lacking_is_told(attempt):
    """7 of 12, and half a hundredth that rounding gives."""
    assert attempt.lacking == Fraction("4.995")


def test_what_was_chosen_is_scored_anew(attempt):
    """Changes that do not do it are our own fault, and said so."""
    attempt.check({"x": Fraction(8)})
    with pytest.raises(SelfCheckFailed):
        attempt.check({"x": Fraction(7)})
