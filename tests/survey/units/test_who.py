"""Who was assessed: names, groups, closed lists, parents."""

from __future__ import annotations

import pytest

HEAD = ["unit", "group", "parent", "x"]


def rows(*units):
    """Return a table of units (name, group, parent) that all answer 1."""
    return [HEAD, *([*unit, *([None] * (3 - len(unit))), 1] for unit in units)]


@pytest.fixture
def who(read, listed, found):
    """Return the findings about who was assessed, without what is missing from the lists."""
    return lambda table, **more: found(read(table, listed, **more), "UN104", "UN110")


def test_a_unit_stands_once_in_its_group(who, read, listed):
    """The same unit twice is an error at the second, which names the first, also in other letters."""
    table = rows(["Sở Y tế", "a"], ["sở  y tế", "a"])
    assert who(table) == [("UN102", "A3")]
    survey = read(table, listed)
    assert next(each for each in survey.findings if each.code == "UN102").related[0].cell == "A2"
    assert len(survey.submissions) == 1


def test_a_unit_in_two_groups_is_warned_of(who):
    """One unit in two groups may be meant, or not."""
    assert who(rows(["Sở Y tế", "a"], ["Sở Y tế", "b", "Sở Y tế"])) == [("UN113", "A3")]


def test_a_closed_list_knows_its_members(read, listed):
    """A name that is not on the list is an error with the nearest one; whoever is missing is named."""
    survey = read(rows(["Sở Y tê", "a"]), listed)
    unknown = next(each for each in survey.findings if each.code == "UN103")
    assert unknown.place.cell == "A2"
    assert "Sở Y tế" in unknown.message
    assert [each.values["unit"] for each in survey.findings if each.code == "UN104"] == ["Sở Nội vụ", "Sở Y tế"]


def test_unranked_units_belong_to_the_list(who):
    """Units assessed but not ranked are members as well."""
    assert who(rows(["Thanh tra tỉnh", "a"])) == []


def test_excluded_units_are_left_out_with_a_note(who, read, listed):
    """An excluded unit is not assessed, and said to be left out."""
    table = rows(["Công an tỉnh", "a"], ["Sở Y tế", "a"])
    assert who(table) == [("UN108", "A2")]
    assert [each.unit for each in read(table, listed).submissions] == ["Sở Y tế"]


def test_groups_nobody_is_in_are_not_missed(read, listed, found):
    """A survey of one group says nothing about the members or the number of units of the others."""
    assert found(read(rows(["Xã A", "b", "Xã A"], ["Xã B", "b", "Xã A"]), listed)) == []
    assert found(read(rows(["Sở Nội vụ", "a"], ["Sở Y tế", "a"]), listed)) == []


@pytest.mark.parametrize("name", ["Tổng cộng các xã", "Cộng (I)", "Trung bình khối xã", "TB toàn khối", "Max (toàn khối)", "Cao nhất nhóm"])
def test_rows_that_read_like_totals_are_asked_about(who, name):
    """A name that begins like a total, an average or an extreme would be ranked as a unit: an error at the name."""
    assert who(rows(["Xã A", "b", "Xã A"], [name, "b", "Xã A"])) == [("UN115", "A3")]


@pytest.mark.parametrize("name", ["TB", "Max", "Thấp nhất:", "Tổng cộng"])
def test_rows_called_just_a_total_are_left_out(who, name):
    """A row that is called nothing but such a word is left out with a note."""
    assert who(rows(["Xã A", "b", "Xã A"], [name, "b", "Xã A"])) == [("SV407", "3:3")]


def test_units_whose_names_only_look_alike_are_units(who):
    """Names that merely share letters with such words are names."""
    units = ["Tổng công ty Điện lực", "Cộng đồng doanh nghiệp", "Minh Hóa", "Tbilisi"]
    assert who(rows(*([name, "b", units[0]] for name in units))) == []


def test_the_number_of_units_is_held_against_the_stated_one(read, listed, found):
    """A group with a stated number of units is counted."""
    survey = read(rows(["Xã A", "b", "Huyện"], ["Huyện", "a"]), listed)
    assert ("UN110", "") in found(survey)


def test_an_unknown_group_is_an_error(who):
    """A group that does not exist is an error at its cell."""
    assert who(rows(["Sở Y tế", "c"])) == [("UN105", "B2")]


def test_the_group_is_found_by_the_only_list_that_has_the_unit(read, listed):
    """Where no group is said, the closed list that names the unit decides."""
    assert [each.group for each in read(rows(["Sở Y tế"]), listed).submissions] == ["a"]


def test_a_group_nobody_says_is_asked_for(who):
    """Without a column, a sheet's name or a list the group is unknown."""
    assert who(rows(["Xã A"])) == [("UN106", "A2")]


def test_parents_are_in_the_survey(who):
    """A parent nobody is, and a unit without the parent it is ranked within, are warned of."""
    assert who(rows(["Xã A", "b", "Huyện X"], ["Xã B", "b"])) == [("UN107", "C2"), ("UN114", "A3")]


@pytest.mark.parametrize(
    ("name", "code"), [(7, "UN112"), ("007", "UN112"), ("N" * 300, "UN112"), ("Sở Y t\u200bế", "UN111"), ("Ѕở Y tế", "UN111")]
)
def test_names_that_are_none_or_look_like_others(who, name, code):
    """Numbers and endless texts are no names; invisible and look-alike letters are shown by their code points."""
    assert who(rows([name, "b", "Xã A"], ["Xã A", "b", "Xã A"])) == [(code, "A2")]


@pytest.mark.parametrize("name", ["Sở  Y\ntế", " SỞ Y TẾ ", "So\u031b\u0309 Y te\u0302\u0301"])
def test_spellings_of_one_name(read, listed, name):
    """Blanks, line breaks, capitals and decomposed letters do not make another unit."""
    codes = [each.code for each in read(rows([name, "a"]), listed).findings]
    assert codes.count("UN103") == 0
