"""Messy headings: what agencies write over the answers of our form, above its questions, and over what is printed of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from messy_beside import form
from messy_book import Rows, workbook
from messy_structure import MARKS, NET, OURS, RETYPED

COUNT = ["", "Số câu bắt buộc còn để trống", "", ""]


def headed(heading: str) -> Rows:
    """Return our form with another heading over its answers."""
    return [*OURS[:2], [*OURS[2][:4], heading, *OURS[2][5:]], *OURS[3:]]


def retyped(heading: str) -> Rows:
    """Return the form typed again with this heading over its answers."""
    return [["Đơn vị: Sở A"], [*RETYPED[0][:3], heading, RETYPED[0][4]], *RETYPED[1:]]


def saved_as_csv() -> bytes:
    """Return our form as LibreOffice saves it as CSV, as it is shown: with thousands parted in counts, by a comma or a dot."""
    rows = [*OURS[:3], [*OURS[3][:4], "2.310"], [*OURS[4][:4], "1,871"], [*OURS[5][:4], "1,234"]]
    return "\n".join(
        ",".join(f'"{each}"' if each != "" else "" for each in [*row, *[""] * (len(MARKS) - len(row))]) for row in rows
    ).encode()


HARMLESS = ("Trả lời", "CÂU TRẢ LỜI\nCỦA  ĐƠN VỊ", "Câu trả lời của đơn vị *", "Số liệu năm 2020")
NETWORK = ["co_mang", 4, NET, "", "Có"]
LOWER = [
    *OURS[:3],
    [*OURS[3][:4], 20],
    [*OURS[4][:4], 20],
    [*OURS[5][:4], 10],
    [*NETWORK[:4], 5],
    ["ho_so", 5, "Số hồ sơ", "", "Có"],
]
PUT_IN = [
    *OURS[:3],
    ["can_bo", "", "(bổ sung)", "", 5],
    ["may_tinh", *OURS[3][1:]],
    ["kinh_phi", *OURS[4][1:]],
    ["", *OURS[5][1:]],
]
TAKEN_OUT = [
    *OURS[:3],
    ["can_bo", *OURS[4][1:]],
    ["may_tinh", *OURS[5][1:]],
    ["kinh_phi", 4, NET, "", "Có"],
    ["co_mang"],
]

FILES: dict[str, Callable[[], bytes]] = {
    "headed-plan.xlsx": partial(form, headed("Kế hoạch năm 2020")),
    "headed-given.xlsx": partial(form, headed("Chỉ tiêu được giao")),
    "headed-estimate.xlsx": partial(form, headed("Ước thực hiện")),
    "headed-half-year.xlsx": partial(form, headed("Đến 30/6/2020")),
    "headed-six-months.xlsx": partial(form, headed("6 tháng đầu năm")),
    "headed-year-before.xlsx": partial(form, headed("Số liệu năm 2019")),
    "headed-thousands.xlsx": partial(form, headed("Câu trả lời (nghìn)")),
    "headed-shares.xlsx": partial(form, headed("Tỷ lệ %")),
    **{f"headed-harmless-{number}.xlsx": partial(form, headed(text)) for number, text in enumerate(HARMLESS, 1)},
    "retyped-headed-estimate.xlsx": partial(workbook, retyped("Ước thực hiện")),
    "retyped-headed-half-year.xlsx": partial(workbook, retyped("Số liệu đến 30/6/2020")),
    "retyped-headed-thousands.xlsx": partial(workbook, retyped("Câu trả lời (nghìn)")),
    "retyped-headed-oddly.xlsx": partial(workbook, retyped("Toàn tỉnh")),
    "count-overwritten.xlsx": partial(form, [*OURS[:2], [*COUNT, 88], *OURS[2:]]),
    "count-of-blanks.xlsx": partial(form, [*OURS[:2], [*COUNT, 0], *OURS[2:]]),
    "typed-over-question.xlsx": partial(form, [*OURS[:5], [*OURS[5][:2], 7, OURS[5][3]]]),
    "typed-over-question-again.xlsx": partial(form, [*OURS[:5], [*OURS[5][:2], "7 ", *OURS[5][3:]]]),
    "typed-over-number.xlsx": partial(form, [*OURS[:4], [OURS[4][0], 12, *OURS[4][2:]], OURS[5]]),
    "row-put-in-without-ids.xlsx": partial(form, PUT_IN),
    "row-taken-out-without-ids.xlsx": partial(form, TAKEN_OUT),
    "ours-saved-as.csv": saved_as_csv,
    "answers-one-question-lower.xlsx": partial(form, LOWER),
    "answers-of-other-kinds.xlsx": partial(form, [*OURS[:4], [*OURS[4][:4], "Có"], [*OURS[5][:4], "Có"], NETWORK]),
}
