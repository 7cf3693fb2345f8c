"""What is told of a result: ranks, published numbers, what does not add up, and how far the rules are the regulation's."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ictscore.errors import RulebookRefused, SelfCheckFailed
from ictscore.reports.outcome import check_all_scored, refuse_unofficial
from ictscore.reports.published import aligned, column_places, decimals_of, is_cut, published
from ictscore.rulebook.load import load_rulebook
from ictscore.scoring.records import Assessment

THIRDS = """
answers: {a: count, n: count}
criteria:
  - {id: c, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}
  - {id: d, max_points: 10, formula: {kind: ratio, of: a, over: n, when_denominator_zero: error}}
rounding: {total: 2}
"""


def test_ties_bear_an_equals_sign(outcome):
    """Two units with the same total are both second, told as 2=; a unit alone on its rank has no sign."""
    told = outcome(THIRDS, {"A": {"a": 3, "n": 4}, "B": {"a": 1, "n": 2}, "C": {"a": 2, "n": 4}}).told
    assert [(each.score.unit, each.rank) for each in told.groups[0].units] == [("A", "1"), ("B", "2="), ("C", "2=")]


def test_units_outside_the_ranking_have_a_dash(outcome):
    """A unit that is assessed but not ranked is told with a dash instead of a rank."""
    told = outcome("groups: [{id: g, unranked: [B]}]" + THIRDS, {"A": {"a": 1, "n": 4}, "B": {"a": 1, "n": 2}}).told
    assert [(each.score.unit, each.rank) for each in told.groups[0].units] == [("A", "1"), ("B", "–")]


def test_mere_rounding_is_no_difference(outcome):
    """One third of 20 is 6.67, and the section is cut to 6.6667: the 0.0033 between them come from printing alone."""
    unit = outcome(THIRDS, {"A": {"a": 1, "n": 3}}).told.groups[0].units[0]
    assert (unit.total, unit.sections, unit.difference) == ("6.67", ("6.6667",), None)


def test_what_adds_up_has_no_difference(outcome):
    """Three quarters of 20 are 15.00 in the section and in the total."""
    unit = outcome(THIRDS, {"A": {"a": 3, "n": 4}}).told.groups[0].units[0]
    assert (unit.total, unit.sections, unit.difference) == ("15.00", ("15",), None)


def test_another_scale_is_no_difference(outcome):
    """A total out of 1 cannot be the sum of its sections out of 20, and is not told as a mistake."""
    unit = outcome(THIRDS + "scale: {out_of: 1}", {"A": {"a": 1, "n": 3}}).told.groups[0].units[0]
    assert (unit.total, unit.difference) == ("0.33", None)


def test_a_cap_is_a_difference(outcome):
    """A bonus that may not pass the maximum leaves 3 of 4 points uncounted: 19 + 4 is shown, 20 counts."""
    bonus = "bonus: {above_maximum: false, criteria: [{id: t, max_points: 4, formula: {kind: count, of: a, each: 1}}]}"
    unit = outcome(THIRDS + bonus, {"A": {"a": 19, "n": 20}}).told.groups[0].units[0]
    assert (unit.sections, unit.total, unit.difference) == (("19",), "20.00", Fraction(-3))


def test_groups_without_units_are_left_out(outcome):
    """Nothing is told of a group that nobody of the survey belongs to."""
    told = outcome("groups: [{id: g}, {id: h}]" + THIRDS, {"A": {"a": 1, "n": 3}}).told
    assert [each.group.id for each in told.groups] == ["g"]


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(171, 20), 2, "8.55"),
        (Fraction(5), 2, "5.00"),
        (Fraction(5), None, "5"),
        (Fraction(1, 64), None, "0.015625"),
        (Fraction(1, 128), None, "0.0078"),
        (Fraction(2, 3), None, "0.6667"),
        (Fraction(-1, 3), None, "-0.3333"),
    ],
)
def test_published_numbers(value, places, expected):
    """Rounded numbers have the rulebook's decimals; others all of theirs up to six, else four, halves away from zero."""
    assert published(value, places) == expected


def test_columns_stand_under_each_other():
    """A column shows as many decimals as its longest number; what was cut is never padded to look exact."""
    assert column_places([Fraction(1, 2), Fraction(1, 64)], None) == 6
    assert aligned(Fraction(1, 2), None, 6) == "0.500000"
    assert aligned(Fraction(1, 3), None, 6) == "0.3333"
    assert is_cut(Fraction(1, 3), None)
    assert decimals_of(Fraction(1, 7)) is None
    assert column_places([], None) == 0


def test_strict_makes_errors_of_warnings(outcome):
    """A tie is a warning; under strict it stands against the result, while the note about modelled rules never does."""
    units = {"A": {"a": 1, "n": 2}, "B": {"a": 1, "n": 2}}
    rules = THIRDS + "ranking: {style: ordinal}"
    assert outcome(rules, units).stands
    strict = outcome(rules, units, strict=True)
    assert not strict.stands
    assert {each.code: each.severity for each in strict.told.findings} == {"SC105": "error"}
    assert strict.told.provisional


def test_official_refuses_what_is_modelled(rules):
    """An official result is refused, naming the modelled rules; defaults nobody wrote are ours too."""
    with pytest.raises(RulebookRefused) as refused:
        refuse_unofficial(rules(THIRDS + "ranking: {source: {ref: luat, basis: modelled, archetype: R1}}"))
    (found,) = refused.value.findings
    assert (found.code, found.values["count"], found.values["names"]) == ("RB603", 1, ("ranking",))
    with pytest.raises(RulebookRefused) as refused:
        refuse_unofficial(rules("complete: false" + THIRDS))
    assert [each.code for each in refused.value.findings] == ["RB603", "RB606"]


def test_long_lists_are_cut():
    """Of many modelled rules ten are named, and the rest is counted."""
    with pytest.raises(RulebookRefused) as refused:
        refuse_unofficial(load_rulebook("binhthuan-2020"))
    found = refused.value.findings[0]
    assert found.message.endswith(f"and {found.values['count'] - 10} more.")


def test_official_takes_what_is_stated(rules):
    """A rulebook whose every rule is the source's passes."""
    refuse_unofficial(rules(THIRDS + "ranking: {on: total}"))


def test_a_lost_unit_is_our_fault(outcome):
    """A unit of the survey that is neither scored nor excluded stops everything."""
    survey = outcome(THIRDS, {"A": {"a": 1, "n": 2}}).survey
    with pytest.raises(SelfCheckFailed) as failed:
        check_all_scored(survey, Assessment((), "self"))
    assert failed.value.findings[0].code == "SC204"


def test_shipped_results_tell_their_basis(outcome_of):
    """A rulebook with modelled criteria carries the note that says how many of its points that concerns."""
    told = outcome_of("binhthuan-2020").told
    note = next(each for each in told.findings if each.code == "RB605")
    assert note.values["points"] == told.basis.points.modelled > 0
    assert all(group.basis.points.total == 100 for group in told.groups)
