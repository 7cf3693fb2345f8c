"""Messy surroundings of a form: further sheets, page headers, names of sheets and files, and what is laid over answers."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
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


RETYPED = (("Tổng số cán bộ", 20), ("Số máy tính", 10), ("Kinh phí", 5))
EXTENDED = """<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
 xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}">
<x14:conditionalFormattings>{}</x14:conditionalFormattings></ext></extLst>"""
"""As Excel writes conditional formats whose formulas name another sheet, and its newer signs."""


def extended(kind: str, inside: str, cell: str) -> str:
    """Return a conditional format of the kind that Excel 2010 added."""
    rule = f'<x14:cfRule type="{kind}" priority="1" id="{{00000000-000E-0000-0000-0000{cell}00000}}">{inside}</x14:cfRule>'
    return f"<x14:conditionalFormatting>{rule}<xm:sqref>{cell}</xm:sqref></x14:conditionalFormatting>"


def painted_by_others() -> bytes:
    """Return our form painted by another sheet: as another number, crossed out, in white, and by signs instead of numbers."""
    signs = '<x14:iconSet iconSet="3Stars" showValue="0"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo></x14:iconSet>'
    formula, look = "<xm:f>_lists!$A$1=1</xm:f>", "<x14:dxf>{}</x14:dxf>"
    white = '<font><color rgb="FFFFFFFF"/></font><border><left><color rgb="FF000000"/></left></border>'
    rules = (
        extended("expression", "<xm:f>TRUE</xm:f>" + look.format('<numFmt numFmtId="170" formatCode="&quot;25&quot;"/>'), "E4"),
        extended("expression", formula + look.format("<font><strike/></font>"), "E5"),
        extended("expression", formula + look.format(white), "E6"),
        extended("expression", formula + look.format("<fill><patternFill><bgColor rgb='FFFFFF00'/></patternFill></fill>"), "E7"),
        extended("iconSet", signs, "E8"),
    )
    plain = [*FRONT, STAFF, COMPUTERS, MONEY, [*NET, "Có"], [*PAINTED[-1][:4], 95]]
    source = zipfile.ZipFile(BytesIO(workbook({"Phiếu": plain, "_ictscore": STAMP})))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</worksheet>", EXTENDED.format("".join(rules)).encode() + b"</worksheet>")
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "retyped-unit-other-year.xlsx": partial(
        workbook, [["Đơn vị: Sở A - 2019"], ["Nội dung", "Số liệu"], *([label, value] for label, value in RETYPED)]
    ),
    "painted-by-other-sheet.xlsx": painted_by_others,
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
