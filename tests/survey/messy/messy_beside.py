"""Messy surroundings: figures and years beside the answers, rows that are no units, and what a file hides by its looks or its letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from messy_book import Rows, Styled, workbook
from messy_structure import COMPUTERS, HEAD, MONEY, OURS, STAFF, UNIT, A, B

HELD = Path(__file__).resolve().parent / "files"
STAMP = [["kind", "form"], ["rulebook", "lon-xon"], ["group", "a"], ["unit", "Sở A"], ["period", "2020"]]
PARTS = ("Trong đó: Phòng Tiếp dân", "Số liệu năm trước", "So với 2019", "Chỉ tiêu giao")
NO_BODIES = (*PARTS, "Định mức", "Điểm tối đa", "Người lập biểu", "Các sở, ngành")


def beside(heading: str, *figures: object, answers: str = "Câu trả lời") -> Rows:
    """Return our form with a further column of figures under a heading."""
    head = [*OURS[2][:4], answers, *OURS[2][5:]]
    rows = [[*row, *([""] * (7 - len(row))), figure] for row, figure in zip(OURS[3:], figures, strict=True)]
    return [OURS[0], OURS[1], [*head, heading], *rows]


def without_size(_book: Any, sheets: dict[str, Any]) -> None:
    """Make a row and a column so small that nobody sees them."""
    sheets["Bảng"].set_row(2, 0)
    sheets["Bảng"].set_column(2, 2, 0)


def raised(level: str) -> Callable[[Any, dict[str, Any]], None]:
    """Return what writes a number with a small digit behind it, and a measure with one."""

    def change(book: Any, sheets: dict[str, Any]) -> None:
        look = book.add_format({"font_script": 1 if level == "above" else 2})
        sheets["Bảng"].write_rich_string("C2", book.add_format(), "11", look, "2")
        sheets["Bảng"].write_rich_string("A3", book.add_format(), "Sở B", look, "1", book.add_format(), " ")

    return change


def form(rows: Rows) -> bytes:
    """Make our form with its stamp."""
    return workbook({"Bảng": rows, "_ictscore": STAMP})


def as_windows(byte: int) -> str:
    """Return the letter that Windows shows for a byte; it shows none for five of them."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def held(name: str) -> bytes:
    """Return a file that another program made: LibreOffice saved raised-digits.xlsx in its own format and in that of Excel 97."""
    return (HELD / name).read_bytes()


IDS_CLEARED = [*OURS[:3], *(["", *row[1:]] for row in OURS[3:])]
NUMBERED = [["TT", *HEAD, MONEY], ["A", "B", "1", "2", "3=2/1"], [1, *A, 5]]
WHITE = Styled(15, {"font_color": "#FFFFFF"})

FILES: dict[str, Callable[[], bytes]] = {
    "figures-beside.xlsx": partial(form, beside("Phòng A", 21, 11, 6)),
    "figures-corrected.xlsx": partial(form, beside("Số liệu đúng", 21, 11, "")),
    "figures-of-two-years.xlsx": partial(form, beside("Năm 2020", 21, 11, 6, answers="Năm 2019")),
    "form-of-another-year.xlsx": partial(form, [OURS[0], ["", "SỐ LIỆU NĂM 2019"], *OURS[1:]]),
    "raised-digits.xlsx": partial(workbook, [HEAD, A, B], raised("above")),
    "raised-digits.ods": partial(held, "raised-digits.ods"),
    "raised-digits.xls": partial(held, "raised-digits.xls"),
    "lowered-digits.xlsx": partial(workbook, [HEAD, A, B], raised("below")),
    "row-longer.csv": f"{UNIT},{STAFF},{COMPUTERS},{MONEY}\nSở A,20,10,5\nSở B,30,15,5,,\n".encode,
    "held-as-texts.csv": f'{UNIT},{STAFF},{COMPUTERS}\nSở A,="20",10\n'.encode,
    "names-of-rows.xlsx": partial(workbook, [HEAD, A, *([name, 50, 25] for name in NO_BODIES)]),
    "names-of-no-body.xlsx": partial(workbook, [HEAD, ["Sở Nội vụ", 20, 10], ["Chi cục Thủy lợi", 20, 10], ["Kết quả chung", 50, 25]]),
    "ids-cleared.xlsx": partial(workbook, IDS_CLEARED),
    "heading-measured.xlsx": partial(workbook, [[*HEAD, f"{MONEY} (tỷ đồng)"], [*A, 5]]),
    "heading-without-tones.xlsx": partial(workbook, [["Ten don vi", "Tong so can bo", "So may tinh"], A]),
    "columns-numbered.xlsx": partial(workbook, NUMBERED),
    "without-size.xlsx": partial(workbook, [HEAD, A, B], without_size),
    "white-on-white.xlsx": partial(workbook, [HEAD, A, ["Sở B", 30, WHITE]]),
    "transposed-small.xlsx": partial(workbook, [["Chỉ tiêu", "Sở A", "Sở B", "Sở C"], [STAFF, 20, 30, 40], [COMPUTERS, 10, 15, 20]]),
    "date-with-apostrophe.xlsx": partial(workbook, [[*HEAD, "Ngày báo cáo"], [*A, "'05/01/2021"]]),
    "letters-of-windows.csv": "".join(map(as_windows, f"{UNIT},{STAFF},{COMPUTERS}\nSở A,20,10\n".encode())).encode,
}
