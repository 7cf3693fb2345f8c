"""Messy surroundings of a form: further sheets, page headers, names of sheets and files, and what is laid over answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from messy_beside import STAMP
from messy_book import workbook
from messy_remarks import COMPUTERS, FRONT, MONEY, NET, STAFF

FORM = [*FRONT, STAFF, COMPUTERS, MONEY, [*NET, "Có"]]
SHEETS = {
    "Phiếu": FORM,
    "Hướng dẫn": [["CÁCH TÍNH ĐIỂM"], ["Nhóm một"], ["Câu 1: 88"]],
    "Đính chính": [["ĐÍNH CHÍNH SỐ LIỆU"], ["Câu 1", "Tổng số cán bộ", "25 (không phải 20)"], ["Câu 2: 10"], ["Mạng nội bộ"]],
    "Sheet1": [["STT", "Nội dung", "Cũ", "Mới"], [1, "Kinh phí", 5, "5,5"], [2, "Số máy tính", 10], [3, "Có mạng nội bộ", "Không"]],
    "Số liệu bổ sung": [["Máy in", 12]],
    "Trang khác": [["Điều chỉnh, bổ sung:"], ["Máy in", 12]],
    "Minh chứng": [["Danh mục văn bản kèm theo"], ["Luật sửa đổi, bổ sung một số điều năm 2020"], ["Máy in thay thế máy cũ", 3]],
    "Trắng": [[], [" "]],
    "_lists": [["Có"], ["Không"]],
    "_ictscore": STAMP,
}

FILES: dict[str, Callable[[], bytes]] = {
    "sheets-of-corrections.xlsx": partial(workbook, SHEETS),
    "sheet-of-corrections-retyped.xlsx": partial(workbook, {"Bảng": FORM[1:], "Trang 2": [["Câu 1 (cán bộ): 25"]], "Ghi chép": [["Số 5"]]}),
}
