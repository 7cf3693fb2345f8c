"""Promises about sheets beside a form that were not read: what may change its answers is asked about, all others are told of."""

from __future__ import annotations

import pytest

from ictscore.survey.beside.own_kinds import is_ours
from ictscore.survey.blank.validations import LISTS_SHEET
from ictscore.survey.sheets.cells import Cell, Sheet

STAMP = [["kind", "form"], ["rulebook", "thu"], ["group", "a"], ["unit", "Sở A"]]
FORM = [
    ["#id", "#number", "#label", "#measure", "#self"],
    ["#unit", "Đơn vị", "", "", "Sở A"],
    ["", "STT", "Câu hỏi", "Đơn vị tính", "Câu trả lời"],
    ["can_bo", 1, "Tổng số cán bộ", "người", 20],
    ["may_tinh", 2, "Số máy tính", "máy", 10],
    ["kinh_phi", 3, "Kinh phí", "", ""],
]
NORMAL = [
    ["Danh sách máy tính bổ sung năm 2020", 15],
    ["Luật sửa đổi, bổ sung một số điều của Luật số 12"],
    ["Quyết định 12/QĐ-UBND sửa đổi Quyết định 5"],
    ["Công văn số 123/STC-VP ngày 1/2/2020"],
    ["Kế hoạch điều chỉnh số 15/KH-STC"],
    ["Nguyễn Văn A", "Trưởng phòng", "0912345678"],
    ["STT", "Tên văn bản", "Số"],
    ["Trang 1/3"],
    ["Máy in thay thế máy cũ", 3],
    ["Cập nhật phần mềm diệt virus", 12],
    ["Bổ sung thiết bị mạng", 4],
    ["Sửa chữa máy tính", 5],
    ["Số máy tính theo phòng", 92],
    ["Phòng Ngân sách", 12],
    ["Không phải nộp phí 12"],
    ["Thông tư thay thế Thông tư 39"],
    ["Nghị quyết bổ sung dự toán 2020"],
    ["Quy chế điều chỉnh theo QĐ 4"],
    ["Địa chỉ: 12 Trần Phú"],
    ["Câu lạc bộ tin học", 7],
    ["Câu 2: 10 máy"],
    ["Số máy tính", "QĐ 15"],
    ["Tổng số cán bộ", 20],
]


@pytest.fixture
def beside(read, found):
    """Return the codes found in a form with a further sheet of these rows."""

    def told(rows, name="Trang 2"):
        return found(read({"Phiếu": FORM, name: rows, "_ictscore": STAMP}))

    return told


@pytest.mark.parametrize("row", NORMAL, ids=lambda row: row[0])
def test_what_offices_write_is_no_correction(beside, row):
    """Lists, documents, names, the same answer again: the sheet is told of with a warning, and nobody is asked."""
    assert beside([row]) == [("SV532", "")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Câu 1: 25 (không phải 20)"]], "A1"),
        ([["Câu hỏi số 1", "Tổng số cán bộ", "25 người"]], "C1"),
        ([["Câu 1", 20, 25]], "C1"),
        ([["may_tinh", 11]], "B1"),
        ([["STT", "Nội dung", "Số"], [1, "Số máy tính (máy)", 11]], "C2"),
        ([["Số máy tính là 11"]], "A1"),
        ([["Kinh phí", "12,5"]], "B1"),
    ],
)
def test_another_answer_on_another_sheet_is_asked_about(beside, rows, expected):
    """A row that names a question by its number, id or label with another answer, or one to a blank, is an error at that answer."""
    assert beside(rows) == [("SV530", expected)]


@pytest.mark.parametrize(
    "text",
    ["ĐÍNH CHÍNH", "Số liệu thay thế", "Bổ sung, điều chỉnh:", "Điều chỉnh số liệu câu 5", "thay cho phiếu trước", "Số đúng là 25"],
)
def test_words_of_a_correction_with_figures_are_asked_about(beside, text):
    """A sheet that says it corrects, adds to or replaces the answers is an error, as soon as there are figures on it."""
    assert beside([[text], ["Máy in", 3]]) == [("SV531", "A1")]


def test_the_name_of_a_sheet_may_say_so(beside):
    """So does its name; without figures the sheet is only told of."""
    assert beside([["Máy in", 3]], "Sửa đổi") == [("SV531", "")]
    assert beside([["Máy in"]], "Sửa đổi") == [("SV532", "")]


def test_blank_and_own_sheets_pass(beside):
    """A sheet with nothing but blanks is not told of, nor are those our forms have."""
    assert beside([[" "]]) == []
    assert beside([["SAMPLE DATA, NOT REAL"], ["PROVISIONAL POINTS"]], "Points") == []
    assert is_ours(Sheet("f", LISTS_SHEET, {}))
    assert is_ours(Sheet("f", "x", {(1, 2): Cell(1, 2, "text", "VIỆC CÒN PHẢI LÀM")}))
    assert not is_ours(Sheet("f", "Hướng dẫn", {(1, 2): Cell(1, 2, "text", "Câu 1: 25")}))


def test_a_workbook_that_is_none_of_ours_has_other_sheets(read, found):
    """In a workbook people made themselves other sheets are noted only, unless they say that they change the answers."""
    table = [["unit", "can_bo", "may_tinh", "group"], ["Sở A", 20, 10, "a"]]
    assert [each for each in found(read({"Bảng": table, "Ghi chép": [["Xin chào"]]})) if each[0] != "SV448"] == [("SV402", "")]
    assert [each for each in found(read({"Bảng": table, "Trang 2": [["Đính chính"], [7]]})) if each[0] != "SV448"] == [("SV531", "A1")]
