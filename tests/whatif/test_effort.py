"""How far a search goes."""

from __future__ import annotations

from fractions import Fraction

from ictscore.whatif import effort
from ictscore.whatif.domains import domains_of
from ictscore.whatif.effort import Doubt, Effort
from ictscore.whatif.smallest import smallest
from ictscore.whatif.targets import Target


def test_limits_are_so_many_times_the_usual_ones():
    """Ten times as far: ten times the boxes, sets scored, values priced and cases; of answers together 2³ ≤ 10, so three more."""
    ten = Effort(10)
    assert (ten.boxes, ten.tried, ten.priced, ten.cases, ten.together) == (40_000, 20_000, 200_000, 160, 9)
    assert (Effort().boxes, Effort().together) == (4000, 6)


CHAIN = ", ".join(f"q{index}: {{type: count, max: 1}}" for index in range(11))
TOGETHER = f"""
answers: {{{CHAIN}}}
criteria:
  - {{id: a, max_points: 11, formula: {{kind: formula, expr: {" + ".join(f"q{index}" for index in range(11))}}}}}
"""


def nothing_yet(opened):
    """Return a unit with eleven answers in one sum, all 0."""
    return opened(TOGETHER, {"A": {f"q{index}": 0 for index in range(11)}})


def test_few_of_many_answers_are_proved(opened):
    """Sets of up to six are all looked at: five points want five answers, and no fewer."""
    rescorer = nothing_yet(opened)
    found = smallest(rescorer, Target("points", Fraction(5)), domains_of(rescorer))
    assert (found.reached, len(found.changes), found.is_proved, found.doubts) == (True, 5, True, ())


def test_what_lies_beyond_a_limit_is_left_open_and_said(opened):
    """Seven points want seven answers, of which no set was looked at; none of up to six does it. With twice the effort they are found."""
    rescorer = nothing_yet(opened)
    found = smallest(rescorer, Target("points", Fraction(7)), domains_of(rescorer))
    assert (found.reached, found.is_proved, found.doubts, found.below) == (False, False, (Doubt(Fraction(7), "sets"),), 7)
    more = smallest(rescorer, Target("points", Fraction(7)), domains_of(rescorer), effort=Effort(2))
    assert (more.reached, len(more.changes), more.is_proved) == (True, 7, True)


def test_what_was_found_before_the_limit_is_not_lost(opened, monkeypatch):
    """One set is scored and reaches two points. No other is weighed against it then, which is said; the set itself is given."""
    monkeypatch.setattr(effort, "MOST_TRIED", 1)
    rescorer = nothing_yet(opened)
    found = smallest(rescorer, Target("points", Fraction(2)), domains_of(rescorer))
    assert (found.tried, found.reached, len(found.changes), found.is_all_equal) == (1, True, 2, False)
