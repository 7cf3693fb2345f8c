"""Promises about figures and years beside the answers of a form of ours."""

from __future__ import annotations

import pytest

from ictscore.rulebook.units import UnitList, UnitSpec
from ictscore.survey.options import ReadOptions
from ictscore.survey.reading import read_survey

MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
WHO = [["#unit", "", "Đơn vị", "", "Sở Nội vụ"], ["#group", "", "Nhóm", "", "Nhóm một"]]
HEAD = ["", "TT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "Minh chứng", "Ghi chú"]
ASKED = [["can_bo", 1, "Tổng số cán bộ", "người", 20], ["may_tinh", 2, "Số máy tính", "máy", 10], ["loi_ghi", 3, "Lời ghi", "", "đủ"]]


@pytest.fixture
def about(read, found, loaded):
    """Return the findings about a stamped form of 2020 with these headings, and with further values beside its first answer."""

    def make(heading="", *values, title="", answers="Câu trả lời", period="2020"):
        head = [*HEAD[:4], answers, *HEAD[5:], heading]
        first = [*ASKED[0], "", "", *values]
        stamp = {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "group": "a", "unit": "Sở Nội vụ", "period": period}
        return found(read([MARKS, ["", title], *WHO, head, first, *ASKED[1:]], stamp=stamp))

    return make


def test_figures_in_a_column_of_ones_own_are_warned_of(about):
    """Only the column of the answers counts: figures in another are told at the first."""
    assert about("", 21) == [("SV481", "H6")]
    assert about("Phòng A", "1.5") == [("SV481", "H6")]
    assert about("Phòng A") == [("SV613", "H5")]


@pytest.mark.parametrize("heading", ["Năm 2020", "Số liệu đúng", "Đã sửa", "So lieu sua", "Corrected", "Năm 2019 (đã sửa)", "Năm nay"])
def test_figures_that_may_be_the_right_ones_are_asked_about(about, heading):
    """Under a year, or a word that says they are right, figures leave open which are the answers."""
    assert about(heading, 21) == [("SV482", "H6")]


@pytest.mark.parametrize("heading", ["Năm 2019", "Số liệu năm 2018", "2019", "Năm trước", "Cùng kỳ năm ngoái", "Kế hoạch 2021", "NĂM 2019"])
def test_figures_of_another_time_beside_are_a_comparison(about, heading):
    """A column of its own, headed with another year than the round's, is only noted: nobody takes last year's figures for this year's."""
    assert about(heading, 21) == [("SV548", "H6")]


def test_a_year_over_the_answers_must_be_the_forms(about):
    """A heading or title of another year than the form was made for is asked about, one of its own year is not."""
    assert about(answers="Năm 2019") == [("SV483", "E5")]
    assert about(title="SỐ LIỆU NĂM 2019") == [("SV483", "B2")]
    assert about(title="PHIẾU KHẢO SÁT, KỲ 2019") == [("SV483", "B2")]
    assert about(title="PHIẾU KHẢO SÁT, KỲ 2020", answers="Năm 2020") == []


def test_days_and_decisions_are_no_year_of_the_data(about):
    """The year of a decision, a day or a term of office says nothing of the data; papers of other years and terms are only noted."""
    assert about(title="Theo Quyết định 12 năm 2020") == []
    assert about(title="Theo Quyết định 12 năm 2018") == [("SV613", "B2")]
    assert about(title="Nhiệm kỳ 2016-2021") == [("SV613", "B2")]


def test_without_a_period_the_rulebooks_years_count(about):
    """A form whose stamp names no period is held against the years its rulebook governs."""
    assert about(title="SỐ LIỆU NĂM 2019", period="") == [("SV441", "B2")]


RETYPED = [["Đơn vị: Sở A"], ["Nhóm: Nhóm một"]]
LABELS = ["Tổng số cán bộ", "Số máy tính", "Có mạng", "Lời ghi"]


@pytest.mark.parametrize(
    ("head", "rows", "codes"),
    [
        (["", "Nội dung", "Số liệu"], [[1, 20], [2, 10], [3, "có"], [4, "."]], []),
        (["", "Nội dung", "Số liệu"], [[18, 20], [9, 10], ["", "có"], ["", "."]], [("SV481", "A4")]),
        (["Năm 2019", "Nội dung", "Số liệu"], [[18, 20], ["", 10], ["", "có"], ["", "."]], [("SV482", "A4")]),
        (["Điểm tối đa", "Nội dung", "Số liệu"], [[10, 20], [5, 10], ["", "có"], ["", "."]], []),
        (["Điểm tự chấm", "Nội dung", "Số liệu"], [[10, 20], [5, 10], ["", "có"], ["", "."]], [("SV481", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [[20, 20], ["", 10], ["", "có"], ["", "."]], []),
        (["Ghi chú", "Nội dung", "Số liệu"], [[21, 20], ["", 10], ["", "có"], ["", "."]], [("SV482", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [["", 20], ["", 10], [21, "có"], ["", "."]], [("SV481", "A6")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [[3, 20], ["", 10], ["", "có"], ["", "."]], [("SV481", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [["2020", 20], ["", 10], ["", "có"], ["", "."]], [("SV481", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [[3, 20], ["", 10], ["", "có"], ["", ""]], [("SV482", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [[3, 20], [4, 10], ["", "có"], ["", "."]], [("SV482", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [[2019, 20], ["", 10], ["", "có"], ["", "."]], [("SV482", "A4")]),
        (["Ghi chú", "Nội dung", "Số liệu"], [["QĐ 12", 20], ["(12)", 10], ["", "có"], ["", "."]], []),
        (["", "Nội dung", "Số liệu"], [["(21)", 20], ["~11", 10], ["", "có"], ["", "."]], [("SV481", "A4")]),
    ],
)
def test_figures_around_a_retyped_form_are_told(read, found, head, rows, codes):
    """To the left of the questions too, and among the remarks where they are not the answer; numbers of rows and maxima are none."""
    lines = [[beside, label, value] for label, (beside, value) in zip(LABELS, rows, strict=True)]
    assert [each for each in found(read([*RETYPED, head, *lines])) if each[0] in ("SV481", "SV482")] == codes


LETTERHEAD = [["Bình Thuận, ngày 15 tháng 9 năm 2020"], ["", "BÁO CÁO SỐ LIỆU"], ["", "Đơn vị: Sở A"], ["", "Nhóm: Nhóm một"]]
LOW_DATE = [*LETTERHEAD[1:], ["Phan Thiết, ngày 05 tháng 01 năm 2021"]]


@pytest.mark.parametrize(
    ("letter", "heading", "beside", "code"),
    [
        (LETTERHEAD, "Tỷ lệ", "85%", [("SV481", "A6")]),
        (LETTERHEAD, "Điểm tự chấm", 2, [("SV481", "A6")]),
        (LETTERHEAD, "Ghi chú", "QĐ 12/QĐ-STC", []),
        (LETTERHEAD, "", "85%", [("SV481", "A6")]),
        (LETTERHEAD, "Năm 2020", 21, [("SV482", "A6")]),
        ([["Cập nhật năm 2019"], *LETTERHEAD[1:]], "Phần trăm", 85, [("SV481", "A6")]),
        (LOW_DATE, "Phần trăm", 85, [("SV481", "A6")]),
        ([*LETTERHEAD[1:], ["Năm 2020"]], "Phần trăm", 21, [("SV482", "A6")]),
    ],
)
def test_the_head_of_the_letter_is_no_heading_of_a_column(read, found, letter, heading, beside, code):
    """The words nearest to the answers say what a column holds; the date of the letter far above them says nothing of its figures."""
    lines = [[beside, label, value] for label, value in zip(LABELS, (20, 10, "có", "."), strict=True)]
    read_back = found(read([*letter, [heading, "Nội dung", "Số liệu"], *lines]))
    assert [each for each in read_back if each[0] in ("SV481", "SV482")] == code


def test_numbers_of_rows_may_skip_a_row_that_was_not_read(read, found):
    """A column without a heading that numbers the rows from 1 on is none of figures, though a row between is no question."""
    lines = [[1, LABELS[0], 20], [2, "Một dòng lạ", 3], [3, LABELS[1], 10], [4, LABELS[2], "có"], [5, LABELS[3], "."]]
    assert not [each for each in found(read([["Sở A"], ["Nhóm: Nhóm một"], *lines])) if each[0] in ("SV481", "SV482")]


def test_a_column_headed_by_another_unit_is_asked_about(write, loaded, found):
    """Two units may have answered in one form: figures under the name of a listed unit are no remark."""
    units = UnitList("units.yaml", "", (UnitSpec(id="a", name="Sở Nội vụ", group="a"), UnitSpec(id="b", name="Sở Y tế", group="a")))
    stamp = {"kind": "form", "rulebook": "thu", "hash": loaded.hash, "group": "a", "unit": "Sở Nội vụ", "period": "2020"}
    for heading, code in (("SỞ Y TẾ", "SV482"), ("Phòng Y tế", "SV481")):
        path = write([MARKS, *WHO, [*HEAD, heading], [*ASKED[0], "", "", 30], [*ASKED[1], "", "", 15]], stamp=stamp)
        survey = read_survey([path], loaded.rulebook, loaded.hash, options=ReadOptions(units=units))
        assert (code, "H5") in found(survey)


@pytest.mark.parametrize("heading", ["Câu", "Thứ tự", "Mã CH"])
def test_numbers_of_rows_below_a_line_with_a_year_are_no_figures(read, found, heading):
    """The year stands above the whole form; a column before the questions that counts them is no second answer."""
    rows = [[1, "Tổng số cán bộ", 20], [2, "Số máy tính", 10], [3, "Kinh phí", 7]]
    survey = read([["Kỳ 2020"], [None, "Đơn vị: Sở A"], [None, "Nhóm: Nhóm một"], [heading, "Nội dung", "Số liệu"], *rows])
    assert "SV482" not in [code for code, _ in found(survey)]
    assert survey.submissions[0].answers["self"]["can_bo"].value == 20
