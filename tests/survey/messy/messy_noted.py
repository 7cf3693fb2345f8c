"""Messy notes: what people write beside and below their answers in words of their own, and what says nothing against them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from messy_book import workbook
from messy_remarks import COMPUTERS, FRONT, MONEY, NET, OURS, STAFF

FILES_ASKED = ["ho_so", 5, "Số hồ sơ", "", 40]
OTHERWISE = [
    *FRONT,
    [*STAFF, "QĐ 12/QĐ-UBND ngày 5/2/2020", "20 -> 23"],
    [*COMPUTERS, "số 11 mới đúng", "trong đó 12 máy hỏng"],
    [*MONEY, "chưa có", "lấy số năm ngoái"],
    [*NET, "Có", "chưa có", "đang trình ký"],
    [*FILES_ASKED, "", "tính đến 30/6"],
]
USUAL = [
    *FRONT,
    [*STAFF, "Danh sách kèm theo QĐ 12/QĐ-UBND ngày 5/2/2020, trang 21", "12 nam, 8 nữ; tăng 2 so với năm 2019"],
    [*COMPUTERS, "Biên bản kiểm kê 31/12, phụ lục 2", "trong đó 3 máy hỏng, 5 máy mua năm 2018"],
    [*MONEY, "QĐ 15/QĐ-STC năm 2019", "0,005 tỷ đồng, đạt 95% dự toán"],
    [*NET, "Có", "Quy chế số 3/QC-SNV năm 2018", "Liên hệ: 0252.3821234, https://so-a.gov.vn/mang?id=9"],
    [*FILES_ASKED, "Báo cáo 6 tháng đầu năm và BC quý IV", "quý I: 10, quý II: 10; quý III: 5; quý IV: 15"],
]
BELOW = [*OURS, [], ["", "", "Câu 1 là 23; câu 2: 10 máy"], ["", "", "Câu 3 tính theo nghìn"], ["", "", "Các số liệu trên chưa chốt"]]

FILES: dict[str, Callable[[], bytes]] = {
    "notes-say-otherwise.xlsx": partial(workbook, OTHERWISE),
    "notes-as-usual.xlsx": partial(workbook, USUAL),
    "numbers-of-questions-below.xlsx": partial(workbook, BELOW),
    "amount-in-dong.xlsx": partial(workbook, [*OURS[:5], [*MONEY[:4], 1_250_000_000]]),
}
