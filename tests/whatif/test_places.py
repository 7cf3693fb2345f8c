"""A place among units that measure each other."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from short_rulebooks import ANSWERS, THIRD, asked_in, rulebooks

from ictscore.whatif.against_others import others_of
from ictscore.whatif.clusters import BoxView
from ictscore.whatif.domains import domains_of
from ictscore.whatif.lines import place_marks
from ictscore.whatif.places import place_piece
from ictscore.whatif.problem import most_maximum
from ictscore.whatif.rivals import may_turn
from ictscore.whatif.targets import Target, value_of

RULES = """
answers: {{x: {{type: count, max: 40}}, y: {{type: count, max: 40}}}}
criteria:
  - {{id: a, max_points: 10, formula: {{kind: relative, of: x, scale: to_best, among: ranked, when_all_zero: zero}}}}
  - {{id: b, max_points: 40, formula: {{kind: count, of: y, each: 1}}}}
rounding: {{total: 1}}
{more}
"""
UNITS = {"A": {"x": 10, "y": 1}, "B": {"x": 20, "y": 8}, "C": {"x": 7, "y": 12}}


def piece_of(rescorer, rank):
    """Return the piece of a place, with the units that are ranked and the mark."""
    ranked = [each for each in others_of(rescorer.books, rescorer.unit) if each.rank is not None]
    marks = list(place_marks(Target("rank", rank), rescorer.field, rescorer.unit))
    if not marks:
        return None, ranked, None
    on = rescorer.rulebook.ranking.on
    ordered = sorted(ranked, key=lambda each: -value_of(on, each))
    most = most_maximum(rescorer, domains_of(rescorer))
    return place_piece(rescorer, ordered, marks[0], most), ordered, marks[0]


def test_the_value_of_a_place_falls_as_it_is_published(opened):
    """B has 10 + 8 = 18, C 3.5 + 12 = 15.5. With x = 40 B has 5 + 8 = 13 and C 1.75 + 12 = 13.8 (13.75): C is first, 4.2 below what B had.

    The second place falls from 15.5 to 13. With x to 20 nothing falls; at most 40 it cannot fall by more.
    """
    rescorer = opened(RULES.format(more=""), UNITS)
    (first, _, _), (second, _, _) = piece_of(rescorer, 1), piece_of(rescorer, 2)
    best = rescorer.scope({"x": Fraction(40)})
    assert (first.gain(best, {}), second.gain(best, {})) == (Fraction(21, 5), Fraction(5, 2))
    assert first.gain(rescorer.scope({"x": Fraction(20)}), {}) == first.gain(rescorer.scope({}), {}) == 0
    for high, most in ((20, 0), (40, Fraction(21, 5))):
        assert first.most(BoxView(rescorer, {"x": (Fraction(0), Fraction(high))})) == most


def test_a_share_is_held_against_the_units_own_maximum(opened):
    """As percent of 50: B falls from 36 to C's 27.5, by 8.5 percent, which are 4.25 of A's 50 points."""
    rescorer = opened(RULES.format(more="scale: {result: percent}"), UNITS)
    piece, _, _ = piece_of(rescorer, 1)
    assert piece.gain(rescorer.scope({"x": Fraction(40)}), {}) == Fraction(17, 4)


def test_where_sections_are_rounded_sums_do_not_say_it(opened):
    """Then there is no such piece."""
    rescorer = opened(RULES.format(more="").replace("total: 1", "total: 1, section: 0"), UNITS)
    assert piece_of(rescorer, 1)[0] is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks(), ANSWERS, ANSWERS, ANSWERS, st.integers(1, 2))
def test_a_place_never_falls_further_than_is_said(opened, text, mine, theirs, other, rank):
    """Whatever changes, as long as the same are ranked: the value at the place falls by no more than the piece says."""
    asked = asked_in(text)
    rescorer = opened(text, {unit: {name: said[name] for name in asked} for unit, said in zip("ABC", (mine, theirs, THIRD), strict=True)})
    piece, ranked, mark = piece_of(rescorer, rank)
    assume(piece is not None and len(ranked) == 2 and not may_turn(rescorer, ranked))
    changes = {name: value if isinstance(value, (bool, str)) else Fraction(value) for name, value in other.items() if name in asked}
    after = [each for each in rescorer.assess(changes).units() if each.who != rescorer.unit.who and each.rank is not None]
    values = sorted((value_of(mark.measured, each) for each in after), reverse=True)
    assume(len(values) == 2)
    assert piece.gain(rescorer.scope(changes), {}) >= piece.worth * (mark.value - values[rank - 1])
