"""Forms read back by their hidden ids, whatever was moved in them."""

from __future__ import annotations

import pytest

from ictscore.survey.blank.form import write_form
from ictscore.survey.reading import read_survey
from ictscore.survey.submission import Submission

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Nội vụ"], ["#group", "", "Nhóm", "", "Nhóm một"]]
ANSWERS = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10], ["loi_ghi", 3, "Lời ghi", "", "đủ"]]
FORM = [MARKS, ["", "", "PHIẾU"], *WHO, ["", "TT", "Câu hỏi"], *ANSWERS]


@pytest.fixture
def stamp(loaded):
    """Return the stamp of a form for Sở Nội vụ."""
    return {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "version": "1", "group": "a", "unit": "Sở Nội vụ", "period": "2020"}


def test_a_form_is_read_by_its_ids(read, found, stamp):
    """The unit, its group and its answers are found in the rows that their ids mark."""
    survey = read(FORM, stamp=stamp)
    (only,) = survey.submissions
    assert (only.unit, only.group, only.place.cell) == ("Sở Nội vụ", "a", "E3")
    assert only.answers["self"]["can_bo"].value == 20
    assert only.answers["self"]["can_bo"].place.cell == "E6"
    assert (found(survey), survey.period) == ([], "2020")


def test_rows_and_columns_may_move(read, found, stamp):
    """Rows in another order, blank rows and columns put in change nothing."""
    moved = [[""], [*reversed(MARKS)], *([*([None] * (6 - len(row))), *reversed(row)] for row in [*reversed(ANSWERS), *WHO])]
    survey = read(moved, stamp=stamp)
    assert survey.submissions[0].answers["self"]["may_tinh"].value == 10
    assert found(survey) == []


def test_a_form_of_ours_reads_back_without_a_word(tmp_path, loaded, found):
    """The form this program writes, filled in, gives the same answers."""
    path = tmp_path / "phieu.xlsx"
    path.write_bytes(write_form(loaded, Submission("Sở Nội vụ", "a", {})))
    survey = read_survey([path], loaded.rulebook, loaded.hash)
    assert [each.unit for each in survey.submissions] == ["Sở Nội vụ"]
    assert found(survey) == [("SV102", survey.submissions[0].place.cell)]


def test_stages_have_columns(read, found, stamp):
    """Appraised answers and the council's points are read from their columns where the council's stage is named."""
    rows = [
        ["#id", "#self", "#appraised", "#council"],
        ["#unit", "Sở Nội vụ"],
        ["can_bo", 20, 25],
        ["may_tinh", 10],
        ["loi_ghi", "đủ"],
        ["points:may", 4, None, 7],
    ]
    survey = read(rows, stamp=stamp, stage="council")
    (only,) = survey.submissions
    assert only.answer("can_bo", "council").value == 25
    assert only.points_given("may", "council")[1].value == 7
    assert found(survey) == [("SV418", "B6")]


def test_a_unit_cannot_award_itself_points_of_a_later_stage(read, found, stamp):
    """What a form says for later stages is an error at its cell and does not count; where an earlier stage is named it is a note."""
    rows = [
        ["#id", "#self", "#appraised", "#council"],
        ["#unit", "Sở Nội vụ"],
        ["can_bo", 20, 25],
        ["may_tinh", 10],
        ["loi_ghi", "đủ"],
        ["points:may", None, None, 7],
    ]
    for stage, codes in ((None, ["SV450", "SV450"]), ("self", ["SV451", "SV451"]), ("appraised", ["SV451"])):
        survey = read(rows, stamp=stamp, stage=stage)
        (only,) = survey.submissions
        assert [code for code, _ in found(survey)] == codes
        assert only.answer("can_bo", "council").value == (25 if stage == "appraised" else 20)
        assert only.points_given("may", "council") is None
        assert survey.latest_stage() == (stage or "self")
    assert found(read(rows, stamp=stamp)) == [("SV450", "C3"), ("SV450", "D6")]


def test_many_claims_are_one_note(read, stamp):
    """A unit that gives itself points for several criteria is told of once, with the cells of all."""
    answers = [[row[0], row[4]] for row in ANSWERS]
    survey = read([["#id", "#self"], ["#unit", "Sở Nội vụ"], *answers, ["points:may", 4], ["points:mg", 3]], stamp=stamp)
    (told,) = [each for each in survey.findings if each.code == "SV418"]
    assert (told.values["count"], told.place.cell, [each.cell for each in told.related]) == (2, "B6", ["B7"])


def test_claimed_points_are_said_not_to_count(read, found, stamp):
    """Points a unit gives itself are kept as claims, never count, and are said to be claims, once for a unit, in forms and tables."""
    form = read(
        [["#id", "#self", "#council"], ["#unit", "Sở Nội vụ"], *([row[0], row[4]] for row in ANSWERS), ["points:may", 4]], stamp=stamp
    )
    table = read([["unit", "group", "can_bo", "may_tinh", "loi_ghi", "points:may"], ["Sở Nội vụ", "a", 20, 10, "đủ", 4]])
    assert (found(form), found(table)) == ([("SV418", "B6")], [("SV418", "F2")])
    assert form.findings[0].severity == "note"
    assert form.findings[0].message.startswith("“Sở Nội vụ” gives itself points (criteria: 1); such claims are kept beside")
    assert form.submissions[0].points_given("may", "council") is None


def test_points_on_a_sheet_of_their_own_belong_to_the_form(read, found, stamp):
    """A sheet without the unit's name goes with the form, before or after it."""
    points = [["#id", "#council"], ["points:may", 7]]
    for sheets in ({"Phiếu": FORM, "Điểm": points}, {"Điểm": points, "Phiếu": FORM}):
        survey = read(sheets, stamp=stamp, stage="council")
        assert len(survey.submissions) == 1
        assert survey.submissions[0].points["council"]["may"].value == 7
        assert found(survey) == []


def test_a_blank_answer_is_missing_at_its_cell(read, found, stamp):
    """A required question left blank is a warning at the cell to fill in."""
    assert found(read([*FORM[:5], ["can_bo", 1, "", "", 20], ["may_tinh", 2], ANSWERS[2]], stamp=stamp)) == [("SV101", "E7")]


def test_a_form_for_another_unit_is_an_error(read, found, stamp):
    """A form stamped for one unit and filled in by another is asked about."""
    assert found(read(FORM, stamp=stamp | {"unit": "Sở Y tế"})) == [("SV505", "E3")]


def test_the_stamp_knows_the_unit_where_the_form_does_not(read, found, stamp):
    """A name wiped out by mistake stands in the stamp, and a note says that it was taken from there."""
    survey = read([MARKS, ["#unit"], *ANSWERS], stamp=stamp)
    assert ([each.unit for each in survey.submissions], found(survey)) == (["Sở Nội vụ"], [("SV526", "E2")])


def test_a_form_without_any_name_is_an_error(read, found, stamp):
    """Without a name in the form and in the stamp the unit is unknown."""
    assert found(read([MARKS, ["#unit"], *ANSWERS], stamp=stamp | {"unit": ""})) == [("UN101", "E2")]


def test_a_form_for_another_group_is_an_error(read, found, stamp):
    """The group typed in and the stamp's must agree."""
    assert found(read(FORM, stamp=stamp | {"group": "b"})) == [("SV506", "E4")]


def test_a_form_of_another_rulebook_is_an_error(read, found, stamp):
    """A form made for another rulebook is refused at its stamp."""
    survey = read(FORM, stamp=stamp | {"rulebook": "khac"})
    assert [(each.code, each.place.sheet) for each in survey.findings] == [("SV501", "_ictscore")]


def test_a_form_of_an_older_text_is_warned_of(read, found, stamp):
    """Another hash is a warning; with a question this text does not know it is an error."""
    old = stamp | {"hash": "0"}
    assert found(read(FORM, stamp=old)) == [("SV502", "")]
    assert found(read([*FORM, ["so_xe", 4, "", "", 1]], stamp=old)) == [("SV502", ""), ("SV508", "A9")]


def test_the_period_must_be_governed(read, found, stamp):
    """A form of a year the rulebook does not govern is a warning."""
    survey = read(FORM, stamp=stamp | {"period": "2021"})
    assert (found(survey), survey.period) == ([("RB604", "")], "2021")


def test_only_counts_as_our_form_shows_them_are_thousands(read, found):
    """With words beside it somebody typed the number, and in a workbook it is a text: both are asked about, and so is no count."""
    rows = [["#id", "#number", "#label", "#measure", "#self"], ["#unit", "Đơn vị", "", "", "Sở Nội vụ"], ["#group", "Nhóm", "", "", "a"]]
    typed = [
        ["can_bo", 1, "Tổng số cán bộ", "người", "1,871"],
        ["may_tinh", 2, "Số máy tính", "máy", "1,871 máy"],
        ["kinh_phi", 3, "Kinh phí", "", "1.234"],
    ]
    assert found(read([*rows, *typed], name="phieu.csv")) == [("SV222", "E4"), ("SV202", "E5"), ("SV202", "E6")]
    assert found(read([*rows, *typed])) == [("SV202", "E4"), ("SV202", "E5"), ("SV202", "E6")]
