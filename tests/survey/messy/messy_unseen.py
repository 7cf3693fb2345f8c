"""Messy looks: what nobody sees, what is crossed out, formats known by their numbers, and figures around a form that was typed again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from messy_book import Rows, Styled, workbook
from messy_structure import COMPUTERS, HEAD, MONEY, STAFF, UNIT, A

HELD = Path(__file__).resolve().parent / "files"
WHO = ["Đơn vị:", "Sở A"]
RED_ON_RED = {"font_color": "#FF0000", "bg_color": "#FF0000"}
WHITE_ON_RED = {"font_color": "#FFFFFF", "bg_color": "#FF0000"}
NOBODY_SEES = [
    [*HEAD, MONEY],
    ["Sở A", 20, Styled(10, {"font_color": "#FFFFFF"}), 1],
    ["Sở B", 20, Styled(10, RED_ON_RED), 2],
    ["Sở C", 20, Styled(10, WHITE_ON_RED), 3],
    ["Sở D", 20, 10, 4],
    ["Sở E", 20, Styled(10, {"num_format": ";;;"}), 5],
]
BY_NUMBER = [[*HEAD, MONEY, "Ngày báo cáo"]]
BY_NUMBER += [[f"Sở {at}", 20, 10, Styled(5, {"num_format": number})] for at, number in enumerate((5, 42, 59, 62, 69), 1)]
BY_NUMBER += [[f"Sở {at}", 20, 10, "", Styled(44201, {"num_format": number})] for at, number in enumerate((71, 81, 73, 74, 75), 6)]


def too_small(_book: Any, sheets: dict[str, Any]) -> None:
    """Make a row and a column so small that nobody sees them, but for a line."""
    sheets["Bảng"].set_row(4, 0.75)
    sheets["Bảng"].set_column(3, 3, 0.1)


def painted(book: Any, sheets: dict[str, Any]) -> None:
    """Paint noughts white in one column, and everything in another by a formula."""
    white = book.add_format({"font_color": "#FFFFFF"})
    sheets["Bảng"].conditional_format("C2:C9", {"type": "cell", "criteria": "==", "value": 0, "format": white})
    sheets["Bảng"].conditional_format("D2:D9", {"type": "formula", "criteria": "=$B2>25", "format": white})


def struck(value: object) -> Styled:
    """Return a value that is crossed out."""
    return Styled(value, {"font_strikeout": True})


def held(name: str) -> bytes:
    """Return a file that another program made: LibreOffice saved the .xlsx file in its own formats or Excel 97’s."""
    return (HELD / name).read_bytes()


def retyped(head: list[Any], *rows: list[Any]) -> Rows:
    """Return a form typed again."""
    return [WHO, head, *rows]


AROUND = retyped(
    ["Năm 2019", "Nội dung", "Số liệu", "", "Ghi chú"],
    [17, STAFF, 20, "(21)", ""],
    [8, COMPUTERS, 10, "", 11],
    [3, MONEY, 5, "", 5],
)
CROSSED = retyped(["Nội dung", "Số liệu"], [STAFF, 20], [struck(COMPUTERS), 10], [MONEY, 5])
CROSSED_HEADING = retyped(["Nội dung", struck("Số liệu")], [STAFF, 20], [COMPUTERS, 10], [MONEY, 5])
YEAR = retyped(["Nội dung", 2019], [STAFF, 20], [COMPUTERS, 10], [MONEY, 5])
LINE = f"{UNIT},{STAFF},{COMPUTERS}"

FILLED = [
    HEAD,
    ["Sở A", 20, Styled(8, {"align": "fill"})],
    ["Sở B", 20, Styled("10", {"align": "fill"})],
    ["Sở C", 20, Styled(10, {"align": "left"})],
]
PAINTED = [HEAD, ["Sở A", 20, Styled(10, {"num_format": "[White]0"})], ["Sở B", 20, Styled(10, {"num_format": "[Blue]0"})]]
SIGNS = (("\xfc", "Wingdings"), ("\uf0fe", "Wingdings"), ("x", "Wingdings"), ("v", "Wingdings"), ("P", "Wingdings 2"), ("v", "Arial"))
IN_SIGNS = [
    [*HEAD, "Có mạng nội bộ"],
    *([f"Sở {letter}", 20, 10, Styled(text, {"font_name": font})] for letter, (text, font) in zip("ABCDEG", SIGNS, strict=True)),
    ["Sở H", 20, Styled(10, {"font_name": "Wingdings"}), "Có"],
    ["Sở I", 20, Styled(10, {"font_name": "Symbol"}), "Có"],
]

FILES: dict[str, Callable[[], bytes]] = {
    "repeated-to-fill.xlsx": partial(workbook, FILLED),
    "painted-by-format.xlsx": partial(workbook, PAINTED),
    "in-fonts-of-signs.xlsx": partial(workbook, IN_SIGNS),
    "nobody-sees.xlsx": partial(workbook, NOBODY_SEES, too_small),
    **{name: partial(held, name) for name in ("nobody-sees.ods", "nobody-sees.fods", "nobody-sees.xls")},
    "painted-white.xlsx": partial(workbook, [[*HEAD, MONEY], [*A, 5], ["Sở B", 30, 0, 6]], painted),
    **{name: partial(held, name) for name in ("painted-white.ods", "painted-white.xls")},
    "formats-by-number.xlsx": partial(workbook, BY_NUMBER),
    "retyped-figures-around.xlsx": partial(workbook, AROUND),
    "retyped-crossed-out.xlsx": partial(workbook, CROSSED),
    "retyped-crossed-heading.xlsx": partial(workbook, CROSSED_HEADING),
    "retyped-year-as-number.xlsx": partial(workbook, YEAR),
    "quote-too-many.csv": f'{LINE},Lời ghi\nSở A,20,10,"xong\nSở B,30,15,rồi"\nSở C,40,20,xong\n'.encode,
    "comma-behind-headings.csv": f"{LINE},{MONEY},\nSở A,20,10,4,5\nSở B,30,15,6,\n".encode,
}
