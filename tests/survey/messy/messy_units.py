"""Messy names: units as people write them, and forms that two of them, or the wrong one, sent in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from messy_book import Change, workbook

HEAD = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính"]


def table(*names: str) -> bytes:
    """Make a table in which every unit has twenty people and twelve computers."""
    return workbook([HEAD, *([name, 20, 12] for name in names)])


def form(stamped: str, typed: str, saved: datetime | None = None) -> bytes:
    """Make a form that was made for one unit and has a name typed into it."""
    rows = [["#id", "#label", "#self"], ["#unit", "Đơn vị", typed], ["can_bo", "Tổng số cán bộ", 20], ["may_tinh", "Số máy tính", 12]]
    stamp = [["kind", "form"], ["rulebook", "lon-xon"], ["unit", stamped]]
    return workbook({"Phiếu": rows, "_ictscore": stamp}, _saved(saved) if saved is not None else None)


def _saved(when: datetime) -> Change:
    def change(book: object, _sheets: object) -> None:
        book.set_properties({"created": when})  # type: ignore[attr-defined]

    return change


def tones() -> bytes:
    """Make a table whose unit, header and options put the tones of oa and uy on the other letter."""
    first, second = ["Uỷ ban nhân dân huyện Hoà Bình", 20, 12, "Uỷ ban tỉnh"], ["Sở Nội vụ", 20, 12, "đã hoà mạng"]
    return workbook([[*HEAD, "Mã hoá dữ liệu"], first, second])


def letterhead(*above: list[str | None]) -> bytes:
    """Make a form typed again that says only in its letterhead whose it is."""
    head = [["STT", "Nội dung", "Số liệu"], [1, "Tổng số cán bộ", 20], [2, "Số máy tính", 12], [3, "Có mạng nội bộ", "Có"]]
    return workbook([*above, [], *head])


FILES: dict[str, Callable[[], bytes]] = {
    "units-understood.xlsx": partial(table, "so noi vu", "Sở TT&TT", "TP. Phan Thiết", "Sở Y tê", "Sơ Tài chính"),
    "tones-of-two-schools.xlsx": tones,
    "unit-not-clear.xlsx": partial(table, "SNV", "Sở Ngoại vụ"),
    "unit-of-another-word.xlsx": partial(table, "Trường THPT Lê Lai", "Trung tâm Khuyến nông"),
    "unit-in-old-letters.xlsx": partial(table, "Së Néi vô", "Sá»Ÿ Ná»™i vá»¥", "Chi côc Thñy lîi"),
    "unit-of-another-kind.xlsx": partial(table, "TP La Gi"),
    "unit-not-listed.xlsx": partial(table, "Sở Nội vụ", "Chi cục Thủy lợi"),
    "unit-missing.xlsx": partial(table, "Sở Nội vụ"),
    "unit-twice.xlsx": partial(table, "Sở Nội vụ", "UBND H. Bắc Bình", "UBND huyện Bắc Bình"),
    "form-of-another.xlsx": partial(form, "Sở Y tế", "Sở Nội vụ"),
    "form-by-its-stamp.xlsx": partial(form, "Sở Nội vụ", "SNV"),
    "form-sent-first.xlsx": partial(form, "Sở Nội vụ", "Sở Nội vụ", datetime(2020, 9, 20, 8, 15)),  # noqa: DTZ001 - as workbooks keep it
    "form-sent-again.xlsx": partial(form, "Sở Nội vụ", "SỞ NỘI VỤ", datetime(2020, 9, 28, 16, 5)),  # noqa: DTZ001
    "unit-in-letterhead.xlsx": partial(
        letterhead,
        ["UBND TỈNH BÌNH THUẬN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["SỞ TÀI CHÍNH", None, "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/BC-STC", None, "Bình Thuận, ngày 05 tháng 01 năm 2020"],
        ["Kính gửi: Sở Thông tin và Truyền thông"],
    ),
    "unit-only-addressed.xlsx": partial(letterhead, ["PHIẾU KHẢO SÁT"], ["Kính gửi: Sở Thông tin và Truyền thông"]),
    "two-units-in-letterhead.xlsx": partial(letterhead, ["UBND TỈNH BÌNH THUẬN"], ["SỞ NỘI VỤ"], ["SỞ TÀI CHÍNH"]),
    "parent-in-letterhead.xlsx": partial(letterhead, ["UBND HUYỆN BẮC BÌNH"], ["PHÒNG VĂN HÓA VÀ THÔNG TIN"]),
}
