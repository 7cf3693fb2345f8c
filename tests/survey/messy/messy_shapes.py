"""Messy shapes, further: what is said beside a table changes what its numbers mean, and rows that are no units look like some."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from messy_book import Rows, workbook
from messy_structure import COMPUTERS, HEAD, MONEY, RETYPED, STAFF, UNIT, A, B, merging

NUMBERED = ["STT", *HEAD]
TYPED = [["Đơn vị: nghìn đồng"], ["Đơn vị: Sở A"], [], *RETYPED[:3], [3, MONEY, "", 5000]]
OFFICES = [["I", "Khối các sở", 50, 25], [1, *A], [2, *B]]
DISTRICTS = [["II", "Khối các huyện", 7, 3], [1, "Huyện A", 4, 2], [2, "Huyện B", 3, 1]]
GROUPS = [NUMBERED, *OFFICES, *DISTRICTS]
NO_UNITS = ["Tổng khối sở", "Lũy kế", "Tống cộng", "VD: Sở B", "- Phòng 1", "Năm 2019"]
SLIPPED = [[*HEAD, "Số hồ sơ"], [*A, 9], ["Sở B", 40, "", 18, 9]]

BOOKS: dict[str, tuple[Rows | dict[str, Rows], Any]] = {
    "measure-above.xlsx": ([["BẢNG SỐ LIỆU"], ["", "", "", "ĐVT: nghìn đồng"], [*HEAD, MONEY], [*A, 5000]], None),
    "measure-above-equal.xlsx": ([["Số liệu năm 2020"], ["", "", "", "Đơn vị tính: triệu đồng"], [*HEAD, MONEY], [*A, 5]], None),
    "measure-beside.xlsx": ([[*HEAD, MONEY, "Đơn vị: 1.000 đồng"], [*A, 5000]], None),
    "measure-below.xlsx": ([[*HEAD, MONEY], [*A, 5000], ["Ghi chú: kinh phí tính bằng nghìn đồng"]], None),
    "measure-above-retyped.xlsx": (TYPED, None),
    "heading-narrows.xlsx": ([[UNIT, "Hiện có", "Số hỏng"], ["", STAFF, COMPUTERS], A], None),
    "heading-of-another-time.xlsx": ([["", "", "Năm trước"], HEAD, A], None),
    "other-year-sheet.xlsx": ({"Năm 2020": [HEAD, A], "Năm 2019": [HEAD, B]}, None),
    "other-year-title.xlsx": ([["Năm 2020"], HEAD, A, [], ["Năm 2019"], HEAD, B], None),
    "other-year-retyped.xlsx": ([["Đơn vị: Sở A"], ["Nội dung", "Số liệu năm 2019"], [STAFF, 18], [COMPUTERS, 9], [MONEY, 4]], None),
    "two-years-in-heading.xlsx": ([["Đơn vị: Sở A"], ["Nội dung", "Số liệu 2019–2020"], [STAFF, 18], [COMPUTERS, 9], [MONEY, 4]], None),
    "row-slipped.xlsx": (SLIPPED, None),
    "groups-summed.xlsx": (GROUPS, None),
    "groups-not-summed.xlsx": ([NUMBERED, ["I", "Các sở", 51, 25], [1, *A], [2, *B]], None),
    "names-of-no-unit.xlsx": ([HEAD, A, *([name, 50, 25] for name in NO_UNITS), ["Tổng công ty Điện", 50, 25]], None),
    "listed-like-totals.xlsx": ([HEAD, ["Tổng hợp", 20, 10], ["Trung Bình", 30, 15], ["Tổng cộng", 50, 25]], None),
    "continued-without-header.xlsx": ({"Trang 1": [HEAD, A], "Trang 2": [B, ["Sở C", 40, 20]]}, None),
    "heading-over-first-row.xlsx": ([[*HEAD, MONEY], [*A, ""], [*B, 7]], merging(("D1:D2", MONEY))),
}

FILES: dict[str, Callable[[], bytes]] = {name: partial(workbook, rows, change) for name, (rows, change) in BOOKS.items()}
