"""Messy surroundings of a form: further sheets, page headers, names of sheets and files, and what is laid over answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from messy_beside import STAMP
from messy_book import Styled, workbook
from messy_remarks import COMPUTERS, FRONT, MONEY, NET, STAFF
from messy_unseen import held

PAINTED = [
    *FRONT,
    STAFF,
    COMPUTERS,
    MONEY,
    [*NET, Styled("Có", {"bg_color": "#FFF2CC"})],
    ["ty_le", 5, "Tỷ lệ hồ sơ trực tuyến", "%", Styled(95, {"diag_type": 3, "diag_border": 1})],
]
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

BELOW = ["", "", "NGƯỜI LẬP PHIẾU", "", "Bình Thuận, ngày 15 tháng 9 năm 2019\nTHỦ TRƯỞNG ĐƠN VỊ"]
DRAFT = [FORM[0], ["", "DỰ THẢO PHIẾU KHẢO SÁT"], *FORM[1:], [], BELOW]
USUAL = [FORM[0], ["", "PHIẾU KHẢO SÁT, KỲ 2020"], *FORM[1:], [], [*BELOW[:4], "Bình Thuận, ngày 5 tháng 1 năm 2021"]]


def headed(header: str, footer: str) -> Callable[[Any, dict[str, Any]], None]:
    """Return what gives the pages of the form a header and a footer."""

    def change(_book: Any, sheets: dict[str, Any]) -> None:
        sheet = next(iter(sheets.values()))
        sheet.set_header(header)
        sheet.set_footer(footer)

    return change


def painted(book: Any, sheets: dict[str, Any]) -> None:
    """Show, cross out and hide answers by conditional formats."""
    sheet = next(iter(sheets.values()))
    for cell, rule, look in (
        ("E4", {"type": "cell", "criteria": "==", "value": 20}, {"num_format": '"25"'}),
        ("E5", {"type": "cell", "criteria": "between", "minimum": 5, "maximum": 15}, {"font_strikeout": True}),
        ("E6", {"type": "formula", "criteria": "=$E$4>5"}, {"num_format": "0.0,"}),
        ("E7", {"type": "no_blanks"}, {"font_color": "#FFF2CC"}),
        ("E8", {"type": "cell", "criteria": "==", "value": 50}, {"num_format": '"99"'}),
    ):
        sheet.conditional_format(cell, {**rule, "format": book.add_format(look)})


def covered(_book: Any, sheets: dict[str, Any]) -> None:
    """Lay a white rectangle over an answer, a hollow one round the next, and a covering one beside them all."""
    sheet = next(iter(sheets.values()))
    for cell, fill in (("E4", {"color": "white"}), ("E5", {"none": True}), ("J5", {"color": "red"})):
        sheet.insert_textbox(cell, "", {"width": 60, "height": 15, "fill": fill})


FILES: dict[str, Callable[[], bytes]] = {
    "sheets-of-corrections.xlsx": partial(workbook, SHEETS),
    "sheet-of-corrections-retyped.xlsx": partial(workbook, {"Bảng": FORM[1:], "Trang 2": [["Câu 1 (cán bộ): 25"]], "Ghi chép": [["Số 5"]]}),
    "phieu-2019-du-thao.xlsx": partial(
        workbook,
        {"Nháp": DRAFT, "_ictscore": STAMP},
        headed("&L&8Sở A&CSố liệu 6 tháng đầu năm", "&LSố liệu năm 2019&RDự thảo, trang &P/&N"),
    ),
    "phieu-6-thang-dau-nam.xlsx": partial(workbook, {"Phiếu 6 tháng": FORM, "_ictscore": STAMP}),
    "phieu-2020-gui-2021.xlsx": partial(
        workbook, {"Phiếu Sở A": USUAL, "_ictscore": STAMP}, headed('&C&"Arial,Bold"SỞ A && SỞ B', "&L&8lon-xon&R30/9/2020 trang &P/&N")
    ),
    "painted-otherwise.xlsx": partial(workbook, {"Phiếu": PAINTED, "_ictscore": STAMP}, painted),
    "covered-answers.xlsx": partial(workbook, {"Phiếu": FORM, "_ictscore": STAMP}, covered),
    **{
        f"{stem}.{ending}": partial(held, f"{stem}.{ending}")
        for stem in ("phieu-2019-du-thao", "painted-otherwise", "covered-answers")
        for ending in ("ods", "xls")
    },
}
