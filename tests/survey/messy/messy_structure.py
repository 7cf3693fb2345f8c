"""Messy shapes: titles, headers, tables beside and below each other, forms without marks, and what people hide, merge and write beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from messy_book import Rows, workbook

UNIT, STAFF, COMPUTERS, MONEY, NET = "Tên đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí", "Có mạng nội bộ"
HEAD = [UNIT, STAFF, COMPUTERS]
A, B, C = ["Sở A", 20, 10], ["Sở B", 30, 15], ["Sở C", 40, 20]
MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
OURS = [
    MARKS,
    ["#unit", "Đơn vị", "", "", "Sở A"],
    ["", "STT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "Minh chứng", "Ghi chú"],
    ["can_bo", 1, f"{STAFF} *", "người", 20],
    ["may_tinh", 2, f"{COMPUTERS} *", "máy", 10],
    ["kinh_phi", 3, MONEY, "triệu đồng", 5],
]
RETYPED = [
    ["STT", "Nội dung", "Đơn vị tính", "Số liệu", "Ghi chú"],
    [1, STAFF, "người", 20],
    [2, COMPUTERS, "máy", 10],
    [3, MONEY, "triệu đồng", 5],
    [4, NET, "", "Có"],
]
LEFT = [UNIT, STAFF, COMPUTERS, "", UNIT, COMPUTERS, STAFF]


def merging(*areas: tuple[str, Any]) -> Callable[[Any, dict[str, Any]], None]:
    """Return what merges these ranges of the first sheet, each with its value."""

    def change(book: Any, sheets: dict[str, Any]) -> None:
        for area, value in areas:
            next(iter(sheets.values())).merge_range(area, value, book.add_format())

    return change


def hidden(_book: Any, sheets: dict[str, Any]) -> None:
    """Hide a row, a column and a sheet."""
    sheets["Một"].set_row(2, None, None, {"hidden": True})
    sheets["Một"].set_column(2, 2, None, None, {"hidden": True})
    sheets["Hai"].hide()


def hidden_apart(_book: Any, sheets: dict[str, Any]) -> None:
    """Hide rows and columns in several places."""
    for row in (2, 3, 5):
        sheets["Bảng"].set_row(row, None, None, {"hidden": True})
    sheets["Bảng"].set_column(1, 2, None, None, {"hidden": True})


def filtered(_book: Any, sheets: dict[str, Any]) -> None:
    """Set a filter that hides one row, as Excel stores it."""
    sheet = sheets["Bảng"]
    sheet.autofilter("A1:C4")
    sheet.filter_column(0, "x == Sở*A")
    sheet.set_row(2, None, None, {"hidden": True})


def commented(_book: Any, sheets: dict[str, Any]) -> None:
    """Write a comment at an answer, and one where nothing was read."""
    sheets["Bảng"].write_comment("B2", "Số này chưa\nchính xác", {"author": "An"})
    sheets["Bảng"].write_comment("H9", "Xong", {"author": "An"})


GROUPED = [
    ["STT", UNIT, "Nhân lực", "", "Hạ tầng"],
    ["", "", STAFF, "Trong đó: nữ", COMPUTERS],
    ["(1)", "(2)", "(3)", "(4)", "(5)"],
    [1, "Sở A", 20, "", 10],
]
SIGNED = [
    HEAD,
    A,
    ["Tổng công ty Điện", 30, 15],
    ["TONG SO", 50, 25],
    ["Tong cong:", 50, 25],
    [],
    ["* Số liệu đến ngày 30/11"],
    ["", "", "Bình Thuận, ngày 05 tháng 01 năm 2021"],
    ["NGƯỜI LẬP BIỂU", "", "KT. GIÁM ĐỐC"],
    ["(Ký, ghi rõ họ tên)", "", "PHÓ GIÁM ĐỐC"],
    [],
    ["Nguyễn Văn A", "", "Trần Văn B"],
]
LOOSE = ["1. Tên đơn vị", "2.1\u00a0Tổng số\ncán bộ (*)", "V\u0430i trò", "3) SỐ MÁY TÍNH [máy]", "Kinh phi", "Có mạng\u200b nội bộ"]
TWO_YEARS = [
    ["Đơn vị: Sở A"],
    ["Nội dung", "Số liệu năm 2019", "Số liệu năm 2020"],
    [STAFF, 18, 20],
    [COMPUTERS, 9, 10],
    [MONEY, 1, 2],
]
SUB_ROWS = [
    ["Đơn vị: Sở A"],
    ["Nội dung", "", "Số liệu"],
    [STAFF, "", 20],
    [COMPUTERS, "máy bàn", 7],
    ["", "máy xách tay", 3],
    [MONEY, "", 5],
    ["Trong đó: vốn ngoài ngân sách", "", 1],
]
STATISTICS = [HEAD, A, B, [], ["Nhóm", "Số đơn vị", "Đã nộp"], ["Nhóm một", 18, 17], ["Nhóm hai", 10, 9]]
OFFICES = [HEAD, A, [], [UNIT, "Điện thoại", "Email"], ["Sở A", "0252 382 3333", "so-a@tinh.vn"]]
SWAPPED = [*OURS[:3], ["can_bo", *OURS[4][1:]], ["may_tinh", *OURS[3][1:]], OURS[5]]
REMARKED = [*OURS[:3], OURS[3], [*OURS[4], "", "", "số này chưa chính xác"], [*OURS[5], "", "", "ước tính"]]
OTHER = [OURS[0], ["#unit", "Đơn vị", "", "", "Sở B"], *OURS[2:]]
POINTS = [["#id", "#label", "#council"], ["points:may", "may", 7]]
STAMP = [["kind", "form"], ["rulebook", "lon-xon"], ["group", "a"], ["unit", "Sở B"]]
REVERSED = [[*([""] * (7 - len(row))), *reversed(row)] for row in (OURS[5], OURS[4], OURS[3], OURS[1])]
MOVED = [["", "PHIẾU"], [], [*reversed(MARKS)], *REVERSED]
OFFSET = [[], ["", "", "KHẢO SÁT NĂM 2020"], [], [], ["", "", UNIT, STAFF, "", COMPUTERS], [], ["", "", "Sở A", 20, "", 10]]
SPLIT = {"Tờ 1": [["Đơn vị:", "Sở A"], *RETYPED[:4]], "Tờ 2": [["Đơn vị:", "Sở A"], RETYPED[0], RETYPED[4]]}

BOOKS: dict[str, tuple[Rows | dict[str, Rows], Any]] = {
    "titles-and-offset.xlsx": (OFFSET, None),
    "header-far-down.xlsx": ([*([f"Trang bìa, dòng {n}"] for n in range(150)), HEAD, A], None),
    "group-headings.xlsx": (GROUPED, merging(("A1:A2", "STT"), ("B1:B2", UNIT), ("C1:D1", "Nhân lực"))),
    "split-labels.xlsx": ([[UNIT, "Tổng số", "Số"], ["", "cán bộ", "máy tính"], A], None),
    "measure-row.xlsx": ([[*HEAD, MONEY], ["", "người", "(máy)", "ĐVT: triệu đồng"], [*A, 5]], None),
    "other-measure-row.xlsx": ([[*HEAD, MONEY], ["", "người", "(máy)", "nghìn đồng"], [*A, 5000]], None),
    "heading-over-two.xlsx": ([HEAD, ["", "", "Máy bàn", "Máy xách tay"], [*A, 5]], merging(("C1:D1", COMPUTERS))),
    "loose-headers.xlsx": ([LOOSE, ["Sở A", 20, "Cấp phó", 10, 5, "Có"]], None),
    "misspelt-headers.xlsx": ([[UNIT, "Tổng số cán bô", "Số máy tin"], A], None),
    "heading-over-two-values.xlsx": ([[*HEAD, ""], [*A, 12]], merging(("C1:D1", COMPUTERS))),
    "other-words-for-units.xlsx": ([["Huyện", STAFF, COMPUTERS], ["Huyện A", 20, 10]], None),
    "column-deleted.xlsx": ([[UNIT, STAFF], ["Sở A", 20]], None),
    "column-without-heading.xlsx": ([["STT", UNIT, STAFF, "", COMPUTERS], [1, "Sở A", 20, 99, 10]], None),
    "no-name.xlsx": ([["STT", *HEAD], [1, *A], [3, "", 30, 15], [4], [7, *C]], None),
    "repeated-header.xlsx": ([HEAD, A, ["Cộng", 20, 10], [], ["Khối huyện"], HEAD, B], None),
    "other-order-below.xlsx": ([HEAD, A, [], [UNIT, COMPUTERS, STAFF], ["Sở B", 15, 30]], None),
    "statistics-without-header.xlsx": ([HEAD, A, [], ["Số đơn vị đã nộp", 18]], None),
    "headings-of-groups.xlsx": ([["STT", *HEAD], ["I", "Các sở"], [1, *A], ["II", "Các huyện"], [1, *B]], None),
    "side-by-side.xlsx": ([LEFT, [*A, "", "Sở B", 15, 30], C], None),
    "statistics-below.xlsx": (STATISTICS, None),
    "phone-list-below.xlsx": (OFFICES, None),
    "transposed.xlsx": ([["Chỉ tiêu", "Sở A", "Sở B"], [STAFF, 20, 30], [COMPUTERS, 10, 15], [MONEY, 1, 2]], None),
    "retyped-form.xlsx": ([["PHIẾU KHẢO SÁT"], ["Đơn vị: Sở A"], [], *RETYPED], None),
    "retyped-two-columns.xlsx": (TWO_YEARS, None),
    "retyped-crosses.xlsx": ([["Đơn vị: Sở A"], ["Nội dung", "Có", "Không"], [NET, "", "x"], [STAFF, 20], [COMPUTERS, 10]], None),
    "retyped-odd-heading.xlsx": ([["Đơn vị: Sở A"], ["Nội dung", "Kế hoạch"], *([row[1], row[3]] for row in RETYPED[1:])], None),
    "retyped-sub-rows.xlsx": (SUB_ROWS, merging(("A4:A5", COMPUTERS))),
    "retyped-on-two-sheets.xlsx": (SPLIT, None),
    "two-units.xlsx": ({"Sở A": OURS, "Sở B": OTHER}, None),
    "points-of-nobody.xlsx": ({"Sở A": OURS, "Sở B": OTHER, "Điểm": POINTS}, None),
    "sheet-copied.xlsx": ({"Phiếu": OURS, "Phiếu (2)": OURS}, None),
    "form-moved.xlsx": (MOVED, None),
    "form-pasted.xlsx": ({"Bảng": OURS, "_ictscore": STAMP}, None),
    "marks-deleted.xlsx": (OURS[1:], None),
    "ids-cut-off.xlsx": ([row[1:] for row in OURS], None),
    "ids-overwritten.xlsx": ([*OURS[:3], [1, *OURS[3][1:]], ["x", *OURS[4][1:]], OURS[5]], None),
    "sorted-without-ids.xlsx": (SWAPPED, None),
    "example-row.xlsx": ([*OURS[:3], ["#example", "", f"{STAFF} *", "người", 125], *OURS[3:]], None),
    "example-filled-in.xlsx": ([*OURS[:3], ["#example", "VD", "Ví dụ: số máy tính", "máy", 140], *OURS[3:5], [*OURS[5][:4]]], None),
    "remarks-beside.xlsx": (REMARKED, None),
    "comments.xlsx": ([HEAD, A], commented),
    "hidden.xlsx": ({"Một": [HEAD, A, B], "Hai": [HEAD, C]}, hidden),
    "optional-left-out.xlsx": ([[*HEAD, "Kinh phí"], [*A, 7], [*B, ""]], None),
    "hidden-apart.xlsx": ([HEAD, A, B, C, ["Sở D", 50, 25], ["Sở E", 60, 30]], hidden_apart),
    "filtered.xlsx": ([HEAD, A, B, C], filtered),
    "merged-answers.xlsx": ([HEAD, A, B], merging(("C2:C3", 10))),
    "merged-group.xlsx": ([["Nhóm", *HEAD], ["Nhóm một", *A], ["", *B]], merging(("A2:A3", "Nhóm một"))),
    "merged-name.xlsx": ([HEAD, A, ["", 30, 15]], merging(("A2:A3", "Sở A"))),
    "totals-and-signatures.xlsx": (SIGNED, None),
}

FILES: dict[str, Callable[[], bytes]] = {name: partial(workbook, rows, change) for name, (rows, change) in BOOKS.items()}
