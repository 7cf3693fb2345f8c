"""A group as it stands."""

from __future__ import annotations

import pytest

from ictscore.whatif.field import Field

RULES = """
groups: [{id: g, unranked: [E]}]
answers: {x: {type: count, max: 100}, sk: {type: count, max: 9}, z: yes_no, out: yes_no}
criteria: [{id: a, max_points: 100, formula: {kind: count, of: x, each: 1}}]
knockouts: [{id: k, when: out, unranked: true}]
ranking: {tie_breaks: [sk]}
awards: [{id: bk, positions: 2, minimum: 60, requires: z}]
"""
UNITS = {
    "A": {"x": 90, "sk": 2, "z": True, "out": False},
    "B": {"x": 90, "sk": 3, "z": False, "out": False},
    "C": {"x": 50, "sk": 9, "z": True, "out": False},
    "D": {"x": 95, "sk": 0, "z": True, "out": True},
    "E": {"x": 99, "sk": 0, "z": True, "out": False},
}


def field_of(opened, rules=RULES, units=UNITS):
    """Return the field of the only group."""
    rescorer = opened(rules, units)
    return Field(rescorer.books, rescorer.books.assessment.groups[0])


@pytest.fixture(scope="module")
def field(opened):
    """Return five units: two with equal points, one knocked out, one beside the ranking."""
    return field_of(opened)


def test_who_takes_a_place_is_in_order(opened, field):
    """B comes before A by its initiatives; D and E take no place, unless unranked units leave a hole."""
    assert [each.unit for each in field.order] == ["B", "A", "C"]
    hole = field_of(opened, RULES.replace("ranking: {", "ranking: {unranked_units: leave_hole, "))
    assert [each.unit for each in hole.order] == ["E", "D", "B", "A", "C"]


def test_who_would_be_ranked_but_for_a_knockout(field):
    """D would, E would not."""
    assert {each.unit: field.is_rankable(each) for each in field.group.units} == {"A": True, "B": True, "C": True, "D": True, "E": False}


def test_who_meets_what_an_award_demands(field):
    """B has no z, C less than 60, D and E no rank."""
    assert field.eligible(field.rulebook.awards[0]) == {each.who for each in field.group.units if each.unit == "A"}


def test_who_holds_a_place(opened, field):
    """The second is A; a fourth there is not, nor a place before the first. Dense places are shared by those with equal keys only."""
    assert [each and each.unit for each in (field.holder(2, field.order), field.holder(4, field.order), field.holder(0, field.order))] == [
        "A", None, None,
    ]  # fmt: skip
    units = {**UNITS, "F": {"x": 90, "sk": 3, "z": True, "out": False}}
    dense = field_of(opened, RULES.replace("ranking: {", "ranking: {style: dense, "), units)
    assert [dense.holder(place, dense.order).unit for place in (1, 2, 3)] == ["B", "A", "C"]


def test_others_are_those_of_the_same_circle(opened):
    """Where communes are ranked within their district, those of another are nobody's rivals."""
    rules = RULES.replace("{id: g, unranked: [E]}", "{id: g, ranked_within: parent}")
    units = {name: {**said, "@parent": "X" if name in "AC" else "Y"} for name, said in UNITS.items() if name in "ABC"}
    field = field_of(opened, rules, units)
    unit = next(each for each in field.group.units if each.unit == "A")
    assert [each.unit for each in field.others(unit)] == ["C"]


def test_units_are_scored_once_for_many_rankings(field):
    """The same units as were ranked, with the same points."""
    _, units = field.scored
    assert {each.unit: each.total for each in units.values()} == {each.unit: each.total for each in field.group.units}
