"""Messy columns of answers: side by side, and by their headings one can tell by what they differ, or how they share out the answers."""

from __future__ import annotations

from functools import partial

from messy_book import workbook
from messy_structure import COMPUTERS, MONEY, NET, STAFF

UNIT = ["Đơn vị: Sở A"]
PLANNED = [UNIT, ["Nội dung", "Kế hoạch", "Thực hiện"], [STAFF, 22, 20], [COMPUTERS, 12, 10], [MONEY, 6, 5]]
SHARED = [
    UNIT,
    ["Nội dung", "Có", "Không", "Số lượng"],
    [STAFF, "x", "", 20],
    [COMPUTERS, "", "x", 10],
    [MONEY, "", "", 5],
    [NET, "", "x"],
]
JUDGED = [
    UNIT,
    ["Nội dung", "Số liệu", "Phụ lục", "Đánh giá"],
    [STAFF, 20, 1, "Đạt"],
    [COMPUTERS, 10, 2, "Không đạt"],
    [NET, "Có", 3, "Đạt"],
]
REWORDED = [UNIT, ["Nội dung", "Số liệu"], [STAFF, 20], ["Tổng máy vi tính", 10], ["Có tường lửa", "có"], [MONEY, 5], [NET, "Có"]]
TWICE = [UNIT, ["Nội dung", "Kết quả", "Giá trị"], [STAFF, 20, 20], [COMPUTERS, 10, 10], [MONEY, 5, 5], [NET, "Có", "Có"]]
OFTEN = [
    UNIT,
    ["Nội dung", "Kỳ báo cáo", "Kết quả", "Quý"],
    [STAFF, "6 tháng", 20, 4],
    [COMPUTERS, "Hằng quý", 10, 4],
    [MONEY, "Năm", 5, 4],
    [NET, "Năm", "Có", 4],
]

FILES = {
    "retyped-plan-and-done.xlsx": partial(workbook, {"Bảng": PLANNED}),
    "retyped-yes-no-figures.xlsx": partial(workbook, {"Bảng": SHARED}),
    "retyped-row-reworded.xlsx": partial(workbook, {"Bảng": REWORDED}),
    "retyped-judged.xlsx": partial(workbook, {"Bảng": JUDGED}),
    "retyped-answers-twice.xlsx": partial(workbook, {"Bảng": TWICE}),
    "retyped-how-often.xlsx": partial(workbook, {"Bảng": OFTEN}),
}
