"""Promises about where a survey stands: received, to be mended, missing, and by whom findings are owned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from ictscore.findings import finding
from ictscore.places import Place
from ictscore.reports.checked.standing import expected_names, standing_of
from ictscore.reports.checked.told import checked
from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Answer, Submission, Survey


@pytest.fixture
def check(small_round):
    """Return the check of the usual round."""
    survey = read_survey([small_round.usual()], small_round.loaded.rulebook, small_round.loaded.hash)
    return checked(small_round.loaded, survey, None)


def test_every_unit_stands_somewhere(check):
    """A form without errors is in order, one with errors is to be mended, a member nothing came from is missing."""
    stands = {unit.unit: unit.status for unit in check.standing.units}
    assert stands == {"Sở Nội vụ": "received", "Sở Tài chính": "needs_mending", "Sở Y tế": "missing", "Huyện Hàm Tân": "needs_mending"}
    assert [check.standing.count(each) for each in ("received", "needs_mending", "missing")] == [1, 2, 1]


def test_errors_and_warnings_are_counted_for_their_unit(check):
    """Two unreadable answers are two errors of their unit; a required answer left blank is an error of another."""
    counts = {unit.unit: (unit.errors, unit.warnings) for unit in check.standing.units}
    assert counts["Sở Tài chính"] == (2, 0)
    assert counts["Huyện Hàm Tân"] == (1, 0)


def test_a_group_nobody_came_of_is_not_asked(small_round):
    """Without units of a group nobody of it is missing, unless the group is expected."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    assert [each.group.id for each in standing_of(small_round.loaded, survey, (), None).groups] == ["so"]
    asked = standing_of(small_round.loaded, survey, (), None, asked=["huyen"])
    assert [unit.unit for unit in asked.groups[1].with_status("missing")] == ["Huyện Hàm Tân"]


def test_all_groups_of_the_list_are_asked(small_round):
    """With a list of units whoever exists in the round is missing until something comes, also in groups of which nothing came."""
    listed = UnitList(
        "units.yaml",
        "0" * 64,
        (
            UnitSpec(id="a", name="Sở Nội vụ", group="so"),
            UnitSpec(id="b", name="Huyện Hàm Tân", group="huyen"),
            UnitSpec(id="c", name="Huyện Cũ", group="huyen", valid_to=date(2019, 3, 1)),
        ),
    )
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    survey = replace(read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash), period="2020")
    so, huyen = standing_of(small_round.loaded, survey, (), listed).groups
    assert (so.count("received"), [each.unit for each in huyen.with_status("missing")]) == (1, ["Huyện Hàm Tân"])


def test_a_list_whose_group_ended_expects_nobody_of_it(small_round):
    """A group of which no unit exists in the round is not told of."""
    old = UnitSpec(id="c", name="Huyện Cũ", group="huyen", valid_to=date(2019, 3, 1))
    listed = UnitList("units.yaml", "0" * 64, (UnitSpec(id="a", name="Sở Nội vụ", group="so"), old))
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    survey = replace(read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash), period="2020")
    assert [each.group.id for each in standing_of(small_round.loaded, survey, (), listed).groups] == ["so"]


def test_groups_that_are_named_are_the_only_ones_expected(small_round):
    """Whoever checks one group is not told of all the others, and the groups of which somebody came are told of in any case."""
    specs = (UnitSpec(id="a", name="Sở Nội vụ", group="so"), UnitSpec(id="b", name="Huyện Hàm Tân", group="huyen"))
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    stands = standing_of(small_round.loaded, survey, (), UnitList("units.yaml", "0" * 64, specs), asked=["so"])
    assert [each.group.id for each in stands.groups] == ["so"]


def test_the_list_of_units_says_who_is_expected(small_round):
    """Where there is a list it is expected and not the members; a unit that ended before the period is not."""
    listed = UnitList(
        "units.yaml",
        "0" * 64,
        (
            UnitSpec(id="a", name="Sở A", group="so"),
            UnitSpec(id="b", name="Sở B", group="so", valid_to=date(2019, 3, 1)),
            UnitSpec(id="c", name="Sở C", group="so", valid_from=date(2021, 1, 1)),
        ),
    )
    group = small_round.loaded.rulebook.group("so")
    assert expected_names(group, listed, "2020") == (("Sở A", None),)
    assert expected_names(group, listed, "2019") == (("Sở A", None), ("Sở B", None))
    assert len(expected_names(group, listed, "")) == 3


def test_a_group_the_list_is_silent_about_goes_by_its_members(small_round):
    """A list without units of a group leaves the group's own members."""
    group = small_round.loaded.rulebook.group("huyen")
    listed = UnitList("units.yaml", "0" * 64, (UnitSpec(id="a", name="Sở A", group="so"),))
    assert expected_names(group, listed, "2020") == (("Huyện Hàm Tân", None),)


def _table(*rows: tuple[str, int]) -> Survey:
    made = [
        Submission(
            name,
            "so",
            {"self": {"may": Answer("x", Place("b.xlsx", sheet="Bảng", cell=f"C{row}"), "x")}},
            place=Place("b.xlsx", sheet="Bảng", cell=f"A{row}"),
        )
        for name, row in rows
    ]
    return Survey(tuple(made), (), (), "2020")


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("C3", ["Sở Tài chính"]),
        ("A2:F2", ["Sở Nội vụ"]),
        ("A2:A3", ["Sở Nội vụ", "Sở Tài chính"]),
        ("C1", ["Sở Nội vụ", "Sở Tài chính"]),
        ("C:C", ["Sở Nội vụ", "Sở Tài chính"]),
        ("", ["Sở Nội vụ", "Sở Tài chính"]),
        ("C9", []),
    ],
)
def test_in_a_table_the_row_says_whose_a_finding_is(small_round, cell, owners):
    """A finding in a row is that unit's; in the header, a column or the whole sheet it concerns all; below the rows it is nobody's."""
    found = finding("SV209", Place("b.xlsx", sheet="Bảng", cell=cell), label="Số máy tính", answer="may", read=1)
    survey = _table(("Sở Nội vụ", 2), ("Sở Tài chính", 3))
    standing = standing_of(small_round.loaded, survey, [found], None)
    assert [unit.unit for unit in standing.units if unit.errors] == owners
    assert standing.unclaimed == (() if owners else (found,))


def test_a_second_form_is_the_units_too(small_round):
    """Two forms of one unit leave the unit to be mended, though the second form was not taken."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    small_round.fill("b", "Sở Nội vụ", nguoi=4, may=4, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    standing = checked(small_round.loaded, survey, None).standing
    assert {unit.unit: unit.status for unit in standing.units}["Sở Nội vụ"] == "needs_mending"


def test_the_same_name_under_two_parents_is_two_units(small_round):
    """Where the list names parents, a unit of another parent does not stand for the missing one."""
    listed = UnitList(
        "units.yaml",
        "0" * 64,
        (
            UnitSpec(id="p", name="Huyện P", group="huyen"),
            UnitSpec(id="q", name="Huyện Q", group="huyen"),
            UnitSpec(id="xp", name="Xã A", group="so", parent="p"),
            UnitSpec(id="xq", name="Xã A", group="so", parent="q"),
        ),
    )
    survey = Survey((Submission("Xã A", "so", {}, {}, "Huyện P"),), (), (), "2020")
    standing = standing_of(small_round.loaded, survey, (), listed)
    assert [(unit.unit, unit.parent, unit.status) for unit in standing.groups[0].units] == [
        ("Xã A", "Huyện P", "received"),
        ("Xã A", "Huyện Q", "missing"),
    ]


def test_a_form_made_for_a_missing_unit_is_told_at_it(small_round):
    """A form of one unit that names another is an error of both: the first did not come, but its form did."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    data = write_form(small_round.loaded, Submission("Sở Y tế", "so", {"self": {"nguoi": Answer(Fraction(9))}}))
    book, stream = load_workbook(BytesIO(data)), BytesIO()
    row = next(cell.row for cell in book.worksheets[0]["A"] if cell.value == "#unit")
    book.worksheets[0].cell(row, 5).value = "Sở Tài chính"
    book.save(stream)
    (small_round.folder / "b.xlsx").write_bytes(stream.getvalue())
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    units = {each.unit: each for each in checked(small_round.loaded, survey, None).standing.units}
    assert (units["Sở Y tế"].status, units["Sở Tài chính"].status) == ("missing", "needs_mending")
    assert [each.code for each in units["Sở Y tế"].findings] == ["SV505"]
    assert units["Sở Y tế"].came_as == ((str(small_round.folder / "b.xlsx"), "Sở Tài chính"),)
    assert units["Sở Tài chính"].came_as == ()


def test_a_unit_of_which_nothing_could_be_read_is_never_in_order(small_round):
    """It is to be mended where its file has an error, even when another file of it was read: nobody knows which is the newer one."""
    small_round.fill("a", "Sở Nội vụ", nguoi=4, may=3, mang=True)
    survey = read_survey([small_round.folder], small_round.loaded.rulebook, small_round.loaded.hash)
    unread = tuple(Submission(name, "so", {}, place=Place("la.xlsx", sheet="Biểu")) for name in ("Sở Y tế", "Sở Nội vụ", "Sở Lạ"))
    survey = replace(survey, unreadable=unread)
    stands = {
        True: {"Sở Y tế": "needs_mending", "Sở Nội vụ": "needs_mending"},
        False: {"Sở Y tế": "missing", "Sở Nội vụ": "received"},
    }
    for is_error, expected in stands.items():
        found = [finding("SV422" if is_error else "SV412", Place("la.xlsx", sheet="Biểu"), count=3)]
        (group,) = standing_of(small_round.loaded, survey, found, None).groups
        assert {each.unit: each.status for each in group.units} == {"Sở Tài chính": "missing", **expected}
