"""Messy years: what names another year than the round’s around a table or form of ours, where its measures are named, and its notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from messy_beside import STAMP, form
from messy_book import Rows, workbook
from messy_structure import OURS, RETYPED

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
HEADER = [
    ["PHIẾU THU THẬP SỐ LIỆU"],
    ["Đơn vị:", "Sở A"],
    ["Năm báo cáo:", 2019],
    ["Tính đến ngày", date(2020, 6, 30)],
    ["Loại số liệu: Kế hoạch"],
    ["So với cùng kỳ năm 2019"],
    ["Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 15/8/2018"],
    *RETYPED,
]
BESIDE = [
    OURS[0],
    ["#unit", "", "Đơn vị", "", "Sở A", "", "", "Niên độ", 2019],
    ["", "", "", "", "", "", "", "Kỳ báo cáo: Quý III"],
    *OURS[2:],
]
BY_ROW = [
    [*LABELS, "Năm"],
    ["Sở A", "a", 20, 10, 2020],
    ["Sở B", "a", 30, 15, 2019],
    ["Sở C", "a", 40, 20, "6 tháng đầu năm"],
]

KINDS = [
    [*LABELS, "Trạng thái", "Quý", "Năm/kỳ"],
    ["Sở A", "a", 20, 10, "Đã duyệt", "Cả năm", date(2020, 1, 1)],
    ["Sở B", "a", 30, 15, "Bản nháp", 4, "2.019"],
    ["Sở C", "a", 40, 20, "Ước thực hiện", 3, "'20"],
]
BELOW = [
    ["PHIẾU THU THẬP SỐ LIỆU"],
    ["Đơn vị:", "Sở A"],
    ["Năm", "Mốc số liệu"],
    [2019, date(2020, 6, 30)],
    ["Số liệu sơ bộ"],
    *RETYPED,
]
PAPERS = [
    ["PHIẾU THU THẬP SỐ LIỆU"],
    ["Đơn vị:", "Sở A"],
    ["Thực hiện Kế hoạch số 45-KH/TU năm 2018"],
    ["Theo bộ tiêu chí ban hành năm 2018 (sửa đổi, bổ sung năm 2019)"],
    ["Thay thế phiếu năm 2018; phục vụ xây dựng kế hoạch năm 2021"],
    ["Người điền: Trần Văn B (sinh năm 1985)"],
    ["Đơn vị tính: theo từng chỉ tiêu"],
    RETYPED[0],
    [*RETYPED[1], 3],
    *RETYPED[2:],
]


def table(rows: Rows) -> bytes:
    """Make a table of ours with its stamp."""
    return workbook({"Bảng": rows, "_ictscore": [["kind", "table"], ["rulebook", "lon-xon"], ["period", "2020"]]})


FILES: dict[str, Callable[[], bytes]] = {
    "table-retitled.xlsx": partial(table, RETITLED),
    "table-notes.xlsx": partial(table, NOTED),
    "header-of-another-time.xlsx": partial(workbook, HEADER),
    "header-beside-the-unit.xlsx": partial(form, BESIDE),
    "year-in-a-column.xlsx": partial(workbook, BY_ROW),
    "kind-in-a-column.xlsx": partial(workbook, KINDS),
    "values-below-labels.xlsx": partial(workbook, BELOW),
    "years-of-papers.xlsx": partial(workbook, PAPERS),
    "form-years-around.xlsx": partial(form, AROUND),
    "sheet-in-thousands.xlsx": partial(workbook, {"Nghìn đồng": OURS, "_ictscore": STAMP}),
}
