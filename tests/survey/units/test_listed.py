"""Who was assessed, held against a list of units: canonical names, groups, parents, validity, and who is missing."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest

from ictscore.rulebook.unit_list import UnitList, UnitSpec
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

at = partial(datetime, tzinfo=None)
"""A time as workbooks keep it: without a zone."""
HEAD = ["unit", "group", "parent", "x"]
RULES = """
id: thu
jurisdiction: Tỉnh Bình Thuận
rounds: {years: [2020]}
answers: {x: {label: Số, type: count}}
groups:
  - {id: a, name: Sở, max_points: 10}
  - {id: b, name: Huyện, max_points: 10}
  - {id: c, name: Xã, max_points: 10}
criteria:
  - {id: k, max_points: 10, formula: {kind: count, of: x, each: 1}}
"""
UNITS = (
    {"id": "nv", "name": "Sở Nội vụ", "group": "a", "basis": "stated"},
    {"id": "yt", "name": "Sở Y tế", "group": "a", "basis": "stated"},
    {"id": "bb", "name": "UBND huyện Bắc Bình", "group": "b"},
    {"id": "dl", "name": "UBND huyện Đức Linh", "group": "b"},
    {"id": "x1", "name": "Xã Tân Hà", "group": "c", "parent": "bb"},
    {"id": "x2", "name": "Xã Tân Hà", "group": "c", "parent": "dl"},
    {"id": "old", "name": "Xã Cũ", "group": "c", "parent": "dl", "valid_to": "2019-12-31"},
)


@pytest.fixture(scope="module")
def ruled(rules):
    """Return the rulebook of offices, districts and communes."""
    return rules(RULES)


@pytest.fixture
def named(write, ruled):
    """Return what reads a table of units (name, group, parent), each with the answer 1, against the list."""

    def make(*units, period_units=UNITS):
        path = write([HEAD, *([*unit, *([None] * (3 - len(unit))), 1] for unit in units)])
        listed = UnitList("units.yaml", "", tuple(UnitSpec(**each) for each in period_units))
        return read_survey([path], ruled.rulebook, ruled.hash, options=ReadOptions(units=listed))

    return make


def codes(survey, *but):
    """Return the codes of a survey with their cells, but for who is missing."""
    return [(each.code, each.place.cell) for each in survey.findings if each.code not in ("UN104", *but)]


def missing(survey):
    """Return who is missing by name."""
    return [each.values["unit"] for each in survey.findings if each.code == "UN104"]


def test_the_list_gives_name_group_and_parent(named):
    """A unit has the list's name, group and parent, whatever of them is said."""
    survey = named(["so noi vu"], ["Sở Y tế", "a"], ["H. Bắc Bình"], ["Xã Tân Hà", "", "Đức Linh"])
    found = [(each.unit, each.group, each.parent) for each in survey.submissions]
    assert found == [
        ("Sở Nội vụ", "a", None),
        ("Sở Y tế", "a", None),
        ("UBND huyện Bắc Bình", "b", None),
        ("Xã Tân Hà", "c", "UBND huyện Đức Linh"),
    ]
    assert codes(survey) == [("UN120", "A2"), ("UN120", "A4")]


def test_who_is_missing_is_an_error_by_name(named):
    """Of a group that somebody is in every other unit is missed, by a name no namesake has; a group nobody is in is not."""
    survey = named(["Sở Nội vụ"], ["Xã Tân Hà", "c", "Bắc Bình"])
    assert missing(survey) == ["Sở Y tế", "Xã Tân Hà – UBND huyện Đức Linh"]
    assert {each.severity for each in survey.findings if each.code == "UN104"} == {"error"}


def test_units_of_other_times_are_not_missed(named):
    """A unit that ended before the period is not expected; one that comes all the same is warned of."""
    assert "Xã Cũ – UBND huyện Đức Linh" not in missing(named(["Xã Tân Hà", "c", "Đức Linh"]))
    assert codes(named(["Xã Cũ", "c", "Đức Linh"])) == [("UN130", "A2")]


def test_a_group_that_contradicts_the_list_is_asked(named):
    """A unit in another group than the list's is an error at that group, and is not called missing besides."""
    survey = named(["Sở Nội vụ", "b"], ["Sở Y tế"])
    assert codes(survey) == [("UN124", "B2")]
    assert missing(survey) == []
    assert [each.unit for each in survey.submissions] == ["Sở Y tế"]


def test_a_parent_that_contradicts_the_list_is_asked(named):
    """A commune under another district than the list's may be another commune."""
    units = [each for each in UNITS if each["id"] != "x2"]
    assert codes(named(["Xã Tân Hà", "c", "UBND huyện Đức Linh"], period_units=units)) == [("UN129", "C2")]
    assert codes(named(["Xã Tân Hà", "c", "H. Bắc Bình"], period_units=units)) == []


def test_a_closed_list_has_no_strangers(named):
    """Where sources name every unit of a group, another one is an error; elsewhere it is taken as it stands."""
    assert codes(named(["Chi cục Thủy lợi", "a"])) == [("UN103", "A2")]
    assert codes(named(["Ban Dân tộc", "b"])) == [("UN123", "A2")]


def test_a_stranger_without_a_group_is_asked_for_it(named):
    """Nobody knows the group of a unit that is in no list and says none."""
    assert codes(named(["Chi cục Thủy lợi"])) == [("UN106", "A2")]


def test_a_group_nobody_knows_is_an_error_for_listed_units_too(named):
    """What is said of the group must be a group."""
    assert codes(named(["Sở Nội vụ", "z"])) == [("UN105", "B2")]


def test_totals_are_still_asked_about(named):
    """A row that reads like a total is no stranger to be taken as it stands."""
    assert codes(named(["Trung bình khối xã", "c"])) == [("UN115", "A2")]


@pytest.fixture
def sent(write, ruled):
    """Return what reads forms of one unit, each saved at a time (or at none)."""

    def make(*times):
        paths = []
        for index, time in enumerate(times):
            rows = [["#id", "#label", "#self"], ["#unit", "Đơn vị", "Sở Nội vụ"], ["#group", "Nhóm", "a"], ["x", "Số", index]]
            change = (lambda book, time=time: book.set_properties({"created": time})) if time else None
            paths.append(write({"Phiếu": rows}, f"p{index}.xlsx", {"kind": "form", "rulebook": "thu"}, change=change))
        return read_survey(paths, ruled.rulebook, ruled.hash)

    return make


def test_several_files_of_one_unit_are_all_named(sent):
    """All files are named with the times they bear, the newest is proposed, and none is taken silently; a list is not needed for that."""
    survey = sent(at(2020, 9, 20, 8, 15), at(2020, 9, 28, 16, 5), at(2020, 9, 21, 9, 0))
    (found,) = [each for each in survey.findings if each.code == "UN125"]
    assert found.severity == "error"
    assert [place.file.rpartition("/")[2] for place in (found.place, *found.related)] == ["p2.xlsx", "p0.xlsx", "p1.xlsx"]
    assert found.values["newest"].endswith("p1.xlsx")
    assert all(text in found.message for text in ("20/09/2020 08:15", "28/09/2020 16:05", "21/09/2020 09:00"))
    assert len(survey.submissions) == 1


def test_files_saved_in_one_minute_are_told_apart_by_their_seconds(sent):
    """The newest is proposed by its seconds, so the message names them; a file without a time changes nothing."""
    (found,) = [
        each for each in sent(at(2020, 9, 20, 8, 15, 7), at(2020, 9, 20, 8, 15, 9), at(1980, 1, 1)).findings if each.code == "UN125"
    ]
    assert all(text in found.message for text in ("20/09/2020 08:15:07", "20/09/2020 08:15:09", "it does not say when it was saved"))
    (found,) = [
        each for each in sent(at(2020, 9, 20, 8, 15, 7), at(2020, 9, 20, 8, 16, 9), at(1980, 1, 1)).findings if each.code == "UN125"
    ]
    assert "08:15:07" not in found.message


def test_times_that_are_equal_or_made_up_decide_nothing(sent):
    """Where two files are equally new, or bear only the day our forms are made on, no file is proposed."""
    same = at(2020, 9, 20, 8, 15)
    for times in ((same, same), (at(1980, 1, 1), at(1980, 1, 1))):
        (found,) = [each for each in sent(*times).findings if each.code == "UN125"]
        assert str(found.values["newest"]) == "not known"


def test_a_form_of_another_unit_never_counts_before_the_own_one(write, ruled):
    """However new it is: a form made for another unit and not yet said to be this one's is passed over where there is another."""
    paths = []
    for index, (stamped, day) in enumerate((("Sở Nội vụ", 20), ("Sở Y tế", 28))):
        rows = [["#id", "#label", "#self"], ["#unit", "Đơn vị", "Sở Nội vụ"], ["#group", "Nhóm", "a"], ["x", "Số", index]]
        stamp = {"kind": "form", "rulebook": "thu", "unit": stamped}
        saved = at(2020, 9, day, 8, 15)
        change = lambda book, saved=saved: book.set_properties({"created": saved})  # noqa: E731 - bound to its time
        paths.append(write({"Phiếu": rows}, f"q{index}.xlsx", stamp, change=change))
    survey = read_survey(paths, ruled.rulebook, ruled.hash)
    assert [each.answer("x", "self").value for each in survey.submissions if each.unit == "Sở Nội vụ"] == [0]
    (found,) = [each for each in survey.findings if each.code == "UN125"]
    assert str(found.values["counted"]).endswith("q0.xlsx")
