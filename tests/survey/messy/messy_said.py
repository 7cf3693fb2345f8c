"""Messy sayings: what stands in a question's own row, in a footnote or through a name, and turns the answers into something else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from messy_beside import STAMP, form
from messy_book import Styled, workbook
from messy_remarks import COMPUTERS, FRONT, MONEY, NET, OURS, STAFF

STRUCK = {"font_strikeout": True}
LABELS = ["STT", "Đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí"]
A, B = [1, "Sở A", 20, 10, 5], [2, Styled("Sở B", STRUCK), 30, 15, 6]
MEASURED = [*FRONT, STAFF, COMPUTERS, [*MONEY, "5 tỷ đồng theo QĐ 12", "ĐVT: tỷ đồng"]]
OF_2019 = [
    FRONT[0],
    ["", "Số liệu tính đến 31/12/2019"],
    *FRONT[1:],
    [*STAFF[:2], "Tổng số cán bộ năm 2019", *STAFF[3:]],
    [*COMPUTERS, "Kế hoạch năm 2019", "số liệu năm 2019"],
]
TURNED = [
    *FRONT,
    STAFF,
    [*COMPUTERS, 12, 12],
    [*MONEY[:2], Styled("Kinh phí", STRUCK), *MONEY[3:]],
    [*NET[:2], "Không có mạng nội bộ", "", "Có"],
    ["loi_ghi", 5, "Lời ghi", "", "…"],
]
MACHINES = [*COMPUTERS, "Báo cáo 6 tháng đầu năm", "xong trong 6 tháng"]
SECOND = [
    *FRONT,
    STAFF,
    COMPUTERS,
    MONEY[:4],
    [*NET, "Có"],
    ["ty_le", 5, "Tỷ lệ hồ sơ trực tuyến", "%", Styled(0.95, {"num_format": "0%"})],
]
HEADED = [*FRONT[:2], [*FRONT[2][:5], "Chi cục Dân số", "Ghi chú"], *([*row, 7] for row in OURS[3:])]
FOOT = [LABELS, A, B, [], ["", "* Sở A đính chính số máy tính là 97"], ["", "Đơn vị tính: tỷ đồng"]]
OPPOSITE = [[*LABELS, "Không có mạng nội bộ", "Diễn giải"], [*A, "Có", "số đúng là 97"]]


def commented(_book: Any, sheets: dict[str, Any]) -> None:
    """Write into a comment in what the money is counted."""
    sheets["Bảng"].write_comment("E2", "tính theo tỷ đồng")


def second_figures(_book: Any, sheets: dict[str, Any]) -> None:
    """Write other answers, the same one, and answers to blank cells into comments."""
    for cell, text in (("E4", "25 người"), ("E5", "10"), ("E6", "6"), ("E7", "Không"), ("E8", "95")):
        sheets["Bảng"].write_comment(cell, text)


def second_in_table(_book: Any, sheets: dict[str, Any]) -> None:
    """Write another number, and the same one, into the comments of a table."""
    sheets["Bảng"].write_comment("C2", "20")
    sheets["Bảng"].write_comment("D2", "15")


def on_heading(_book: Any, sheets: dict[str, Any]) -> None:
    """Write into a comment on the heading in what the money is counted."""
    sheets["Bảng"].write_comment("E1", "ĐVT: nghìn đồng")


def drawn(_book: Any, sheets: dict[str, Any]) -> None:
    """Lay a box with a number over the blank cell of the money."""
    sheets["Bảng"].insert_textbox("E2", "5,5")


FILES: dict[str, Callable[[], bytes]] = {
    "measures-in-notes.xlsx": partial(form, MEASURED),
    "measure-in-comment.xlsx": partial(workbook, [LABELS, A], commented),
    "rows-of-another-year.xlsx": partial(form, OF_2019),
    "questions-turned-round.xlsx": partial(form, TURNED),
    "evidence-headed-anew.xlsx": partial(form, HEADED),
    "box-over-cell.xlsx": partial(workbook, [LABELS, A[:4]], drawn),
    "part-of-a-year.xlsx": partial(
        form, [FRONT[0], ["", "SỐ LIỆU 6 THÁNG ĐẦU NĂM 2020"], *FRONT[1:], [*STAFF, "", "lấy số liệu quý III"], MACHINES]
    ),
    "part-of-a-year-table.xlsx": partial(workbook, [["Báo cáo kết quả 9 tháng năm 2020"], LABELS, A]),
    "part-of-a-year-in-names.xlsx": partial(workbook, {"6 tháng": [LABELS, [1, "Sở A (số liệu quý I)", 20, 10, 5]]}),
    "measure-on-heading.xlsx": partial(workbook, [LABELS, A], on_heading),
    "measures-shortened.xlsx": partial(
        workbook, [["Đơn vị", "1. Tổng số cán bộ (người)", "2. Số máy tính (chiếc)", "3. Kinh phí (tr.đ)"], A[1:]]
    ),
    "second-figures.xlsx": partial(workbook, {"Bảng": SECOND, "_ictscore": STAMP}, second_figures),
    "second-figures-in-table.xlsx": partial(workbook, [LABELS, A], second_in_table),
    "second-figures-in-notes.xlsx": partial(form, [*FRONT, [*STAFF, "", 21], [*COMPUTERS, "", "10"], [*MONEY, "", "6"]]),
    "notes-contrary.xlsx": partial(form, [*FRONT, [*STAFF, "", "thực tế 25 người"], COMPUTERS, [*NET, "Có", "", "Không"]]),
    "footnotes.xlsx": partial(workbook, FOOT),
    "opposite-heading.xlsx": partial(workbook, OPPOSITE),
}
