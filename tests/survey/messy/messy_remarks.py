"""Messy remarks: what people write beside and below the answers of a form, and answers they cross out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from messy_book import Styled, workbook

FILES_HERE = Path(__file__).parent / "files"
MARKS = ["#id", "#number", "#label", "#measure", "#self", "#evidence", "#note"]
UNIT = ["#unit", "Đơn vị", "", "", "Sở A"]
HEAD = ["", "STT", "Câu hỏi", "Đơn vị tính", "Câu trả lời", "Minh chứng", "Ghi chú"]
STAFF, COMPUTERS, MONEY = (
    ["can_bo", 1, "Tổng số cán bộ *", "người", 20],
    ["may_tinh", 2, "Số máy tính *", "máy", 10],
    ["kinh_phi", 3, "Kinh phí", "triệu đồng", 5],
)
NET = ["co_mang", 4, "Có mạng nội bộ", ""]
FRONT, OURS = [MARKS, UNIT, HEAD], [MARKS, UNIT, HEAD, STAFF, COMPUTERS, MONEY]
STRUCK = {"font_strikeout": True}
SIGNED = ["", "", "NGƯỜI LẬP PHIẾU\n(ngày tháng, ký, ghi rõ họ tên)", "", "THỦ TRƯỞNG ĐƠN VỊ"]
NAMES = ["", "", "Nguyễn Văn A", "", "Trần Thị Bé Ba"]

BELOW = [*OURS, [], SIGNED, NAMES, ["", "", "Đính chính: số cán bộ là 120"], [], ["", "", "Kính gửi Sở Thông tin và Truyền thông tổng hợp"]]
NOTED = [
    *FRONT,
    [*STAFF, "", "Số đúng là 120"],
    [*COMPUTERS, "", "đúng là 10 máy"],
    [*MONEY, "Quyết định đính chính 12/QĐ-UBND", "ghi nhầm, sẽ báo cáo sau"],
]
MISPLACED = [*OURS[:5], [*MONEY[:4], "", "", "12,5"], [*NET, "", "Có", "xem kế hoạch 15"]]
NAMED_BELOW = [
    *OURS[:5],
    MONEY[:4],
    [*NET, "Có"],
    [],
    ["", "", "Kinh phí: 7 triệu đồng"],
    ["", "", "Số máy tính: 12"],
    ["", "", "Có mạng nội bộ: có"],
]
SLIPPED = [*FRONT, STAFF, COMPUTERS, MONEY[:4], ["", "", "", "", 7], [*NET, "Có"], ["", "", "", "", 3]]
CROSSED = [
    *FRONT,
    [*STAFF[:4], Styled(20, STRUCK)],
    [*COMPUTERS[:4], ""],
    [*MONEY[:4], Styled("5", STRUCK)],
    [*NET, Styled("", STRUCK)],
]


def partly_crossed_out(book: Any, sheets: dict[str, Any]) -> None:
    """Write “9” crossed out, and 10 after it, into the cell of the computers."""
    next(iter(sheets.values())).write_rich_string("E5", book.add_format(STRUCK), "9", book.add_format(), " 10")


def kept(name: str) -> Callable[[], bytes]:
    """Return what gives the committed bytes of a file that only another program can make."""
    return (FILES_HERE / name).read_bytes


FILES: dict[str, Callable[[], bytes]] = {
    "correction-below.xlsx": partial(workbook, BELOW),
    "correction-in-notes.xlsx": partial(workbook, NOTED),
    "answers-in-notes.xlsx": partial(workbook, MISPLACED),
    "answers-below.xlsx": partial(workbook, NAMED_BELOW),
    "answer-one-row-lower.xlsx": partial(workbook, SLIPPED),
    "crossed-out.xlsx": partial(workbook, CROSSED, partly_crossed_out),
    # crossed-out.xlsx, saved by LibreOffice 7.4: soffice --headless --convert-to xls (ods) crossed-out.xlsx
    "crossed-out.xls": kept("crossed-out.xls"),
    "crossed-out.ods": kept("crossed-out.ods"),
}
