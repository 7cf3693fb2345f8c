"""Messy years: what names another year than the round’s around a table or form of ours, where its measures are named, and its notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from messy_beside import STAMP, form
from messy_book import Rows, workbook
from messy_structure import OURS

MARKS = ["#unit", "#group", "can_bo", "may_tinh"]
LABELS = ["Đơn vị", "Nhóm", "Tổng số cán bộ", "Số máy tính"]
RETITLED = [
    MARKS,
    ["BẢNG KHẢO SÁT, KỲ 2019"],
    ["Bộ tiêu chí thử, Quyết định 5 năm 2018"],
    ["", "Số liệu năm 2019"],
    LABELS,
    ["Sở A", "a", 20, 10],
    ["Sở B (năm 2019)", "a", 30, 15],
]
AROUND = [
    OURS[0],
    ["#unit", "", "Đơn vị", "", "Sở A", "", "", "Số liệu năm 2019"],
    ["", "Năm 2019", "Chú giải:", "bắt buộc", "nếu có", "tự tính"],
    *OURS[2:],
]
NOTED = [
    MARKS,
    ["BẢNG KHẢO SÁT, KỲ 2020"],
    [*LABELS, "Ghi chú"],
    ["Sở A", "a", 20, 10, "Số máy tính đúng là 9"],
    ["Sở B", "a", 30, 15, "Số liệu năm 2019"],
    ["Sở C", "a", 40, 20, "Các số liệu trên ước tính, chưa chốt"],
    ["Sở D", "a", 50, 25, "Báo cáo số 12/BC-SD ngày 5/2/2020"],
]


def table(rows: Rows) -> bytes:
    """Make a table of ours with its stamp."""
    return workbook({"Bảng": rows, "_ictscore": [["kind", "table"], ["rulebook", "lon-xon"], ["period", "2020"]]})


FILES: dict[str, Callable[[], bytes]] = {
    "table-retitled.xlsx": partial(table, RETITLED),
    "table-notes.xlsx": partial(table, NOTED),
    "form-years-around.xlsx": partial(form, AROUND),
    "sheet-in-thousands.xlsx": partial(workbook, {"Nghìn đồng": OURS, "_ictscore": STAMP}),
}
