"""Messy values: numbers, percentages, dates and words as people type them; one file, one topic, one value a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from messy_book import Formula, Styled, workbook
from messy_containers import kept

HEAD = ["Tên đơn vị", "Tổng số cán bộ", "Số máy tính", "Kinh phí"]
ENOUGH = 10**18
"""So many people that no number of computers is more."""


def decimal_comma() -> bytes:
    """Make a decimal comma, and both separators, in cells of text."""
    return workbook([HEAD, ["Sở A", 20, 12, "12,5"], ["Sở B", 20, 12, "1.234,5"]])


def ambiguous_thousand() -> bytes:
    """Make one dot before three digits: a thousand and more, or one and a little."""
    return workbook([HEAD, ["Sở A", 20, "1.234", 3]])


def computers(*values: Any) -> Callable[[], bytes]:
    """Return what makes a table with these numbers of computers, one a unit: Sở 01, Sở 02 and so on."""
    rows = [[f"Sở {number:02}", ENOUGH // 10**4, value] for number, value in enumerate(values, 1)]
    return lambda: workbook([HEAD[:3], *rows])


def under(label: str, *values: Any) -> Callable[[], bytes]:
    """Return what makes a table with these values under a question, one a unit; every unit has its people and computers."""
    rows = [[f"Sở {number:02}", 20, 12, value] for number, value in enumerate(values, 1)]
    return lambda: workbook([[*HEAD[:3], label], *rows])


def as_percent(value: Any) -> Styled:
    """Return a value in a cell formatted as a percentage."""
    return Styled(value, {"num_format": "0%"})


def shown_by(code: str, value: Any) -> Styled:
    """Return a value in a cell with a number format."""
    return Styled(value, {"num_format": code})


def csv_numbers() -> bytes:
    """Make a table of texts, as every CSV file is one."""
    lines = ["Tên đơn vị;Tổng số cán bộ;Số máy tính;Kinh phí", "Sở 01;20;12;12.5", "Sở 02;20;12;12,5", "Sở 03;20;1.234;3", "Sở 04;20;05;3"]
    return "\n".join(lines).encode() + b"\n"


FILES: dict[str, Callable[[], bytes]] = {
    "decimal-comma.xlsx": decimal_comma,
    "ambiguous-thousand.xlsx": ambiguous_thousand,
    "separators.xlsx": under("Kinh phí", "1 234", "1,234.5", "1.234.567", "1\u00a0234", "1\u202f234,5", "+12", "12,"),
    "percentages.xlsx": under(
        "Tỷ lệ hồ sơ trực tuyến", 95, "95 %", "95,0%", "95 phần trăm", as_percent(0.95), as_percent("0,95"), 0.95, "0,95"
    ),
    "over-100-percent.xlsx": under("Tỷ lệ hồ sơ trực tuyến", 101, "120 %", as_percent(1.2), as_percent(85)),
    "shares.xlsx": under("Chỉ số", 0.95, "0,95", "95 %", as_percent(0.95), 95, 1.01, 950),
    "percent-in-count.xlsx": computers(as_percent(0.5), "95 %"),
    "measures.xlsx": computers("171 máy", "171máy", "171 Máy.", "171 máy tính", "171 cái", "2 chiếc máy", "05 máy", "1.234.567 máy"),
    "other-measures.xlsx": computers("171 người", "171 bộ", "1.234 máy", "2 nghìn", "171 máy (3 hỏng)"),
    "money.xlsx": under("Kinh phí", "12 triệu", "12 triệu đồng", "12 tr", "12 tỷ", "12.000.000 đồng", "500k", "12 cái"),
    "measure-not-asked.xlsx": under("Số hồ sơ", "15 hồ sơ", "15 thủ tục"),
    "inexact.xlsx": computers("khoảng 12", "~12", ">12", "12+", "hơn 12 máy", "12-15", "từ 12 đến 15", "3/4", "12+3", "=12+3", "#####"),
    "apostrophes.xlsx": computers("'12", "’12", Styled("12", {"quote_prefix": True})),
    "digits-of-others.xlsx": computers("１２", "1２", "١٢", "1²", "①"),
    "unseen-characters.xlsx": computers(" 12 ", "\u00a012", "\u202f12", "12\u200b", "\ufeff12", "1\u200b2", "12\u202e", "12\u00ad"),
    "letters-for-digits.xlsx": computers("17l", "1O", "I2", "2OO", "17l máy", "O"),
    "minus-signs.xlsx": under("Kinh phí", -5, "-5", "−5", "–5", "- 5", "– 5", "(5)", "-0", -0.0),
    "negative-and-broken-counts.xlsx": computers(-1, "-1", "(5)", 12.5, "12,5", -1e-9),
    "powers-of-ten.xlsx": under("Kinh phí", 1e5, "1E+05", "1,5E+3"),
    "many-digits.xlsx": computers(10**14, "100000000000000", "1234567890123456", "9" * 100),
    "many-digits-in-cells.xlsx": under("Kinh phí", 123456789012345, 1234567890123456, 12345678901234567890, 0.1234567890123456, 1e15),
    "thousand-or-not.xlsx": computers(1.234, "1.234", 1234, 1234.0, "1234"),
    "thousand-or-not-in-money.xlsx": under("Kinh phí", 1.234, "1.234", 1234, "1,234", shown_by("#,##0", 1.234), shown_by("0.000", 1.234)),
    "no-numbers.xlsx": computers("1_000", "0x1F", "nan", "inf", "007", "12.34.5", "1\n234", "1 2", "mười hai"),
    "nought-before.xlsx": computers("05", "00"),
    "nothing-said.xlsx": computers("-", "–", "Không có", "không", "N/A", "k/c", "...", "?"),
    "blank-looking.xlsx": computers(" ", "\u00a0", "\u200b"),
    "other-kinds.xlsx": computers(True, date(2021, 1, 5)),
    "errors-as-text.xlsx": computers("#DIV/0!", "#VALEUR!", "Err:502", Formula("=1/0", "#DIV/0!")),
    "formula-never-calculated.xlsx": computers(Formula("=10+2", "")),
    "not-applicable-and-more.xlsx": under(
        "Số hồ sơ",
        "Không áp dụng, vì đơn vị không có hồ sơ",
        "không áp dụng (nay có 12)",
        "Ko áp dụng",
        "KHONG AP DUNG",
        "Không áp dụng:",
    ),
    "nought-or-not-applicable.xlsx": under("Số hồ sơ", 0, "0", "Không áp dụng", "N/A", "không áp dụng.", "KAD"),
    "shown-otherwise.xlsx": under("Kinh phí", Styled(12.49, {"num_format": "0"}), Styled(34000, {"num_format": "#,##0,"})),
    "words-in-formats.xlsx": computers(
        shown_by('0" tỷ đồng"', 5),
        shown_by('0" nghìn"', 5),
        shown_by('0" người"', 5),
        shown_by('0" máy"', 5),
        shown_by('#,##0" máy tính"', 1234),
        shown_by("General\\ \\m\\á\\y", 5),
    ),
    "money-in-formats.xlsx": under(
        "Kinh phí",
        shown_by('0" tỷ đồng"', 3),
        shown_by('#,##0" triệu"', 3000),
        shown_by("#,##0 [$₫-42A]", 3000000),
        shown_by('0,," triệu đồng"', 3000000),
        shown_by('"khoảng "0', 3),
    ),
    "signs-in-formats.xlsx": under(
        "Kinh phí",
        shown_by('"-"0', 5),
        shown_by("0;0", -5),
        shown_by('0"00"', 5),
        shown_by(";;;", 5),
        shown_by("#\\.##0", 1234),
        shown_by("#,###", 0),
        shown_by("0;-0;;@", 0),
        shown_by('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', 0),
        shown_by('_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', -5),
        shown_by("[Red]0;[Blue]-0", -5),
    ),
    "words-for-yes-or-no.xlsx": under(
        "Có mạng nội bộ",
        shown_by('"có"', 1),
        shown_by('"không"', 0),
        shown_by('"Có";;"Không"', 1),
        shown_by('"Có";;"Không"', 0),
        shown_by('"không"', 1),
        shown_by('"có"', 2),
        shown_by('0" mạng"', 1),
        shown_by("#", 0),
        shown_by(";;;", 1),
        shown_by("00", 1),
        shown_by("0,", 1),
        shown_by('"x"', 1),
    ),
    "words-for-texts.xlsx": under(
        "Lời ghi",
        shown_by("0000000000", 912345678),
        shown_by('"QĐ-"0', 5),
        as_percent(0.95),
        shown_by(";;;", 7),
        shown_by("#,##0", 1234),
        shown_by("mm/yyyy", 44197),
    ),
    "dates-typed.xlsx": under("Ngày báo cáo", "05/01/2021", "5-1-2021", "5.1.2021", "2021-01-05", "25/01/2021", "05/05/2021"),
    "dates-in-words.xlsx": under("Ngày báo cáo", "ngày 5 tháng 1 năm 2021", "Ngày 05 tháng 01 năm 2021", "ngày 25/1/2021"),
    "dates-with-two-digits.xlsx": under("Ngày báo cáo", "05/01/21", "5/1/98", "5/1/30"),
    "dates-without-day.xlsx": under("Ngày báo cáo", "01/2021", "tháng 1/2021", "2021", "Quý I/2021"),
    "dates-that-are-none.xlsx": under("Ngày báo cáo", "01/13/2021", "31/02/2021", "05/01/0021", "00/01/2021", "hôm qua"),
    "dates-in-cells.xlsx": under(
        "Ngày báo cáo", date(2021, 1, 5), Styled(44201.5, {"num_format": "dd/mm/yyyy hh:mm"}), 44201, 2021, 2958466
    ),
    "dates-shown-in-part.xlsx": under(
        "Ngày báo cáo",
        shown_by("mmm-yy", 44197),
        shown_by("mm/yyyy", 44197),
        shown_by("yyyy", 44197),
        shown_by("d-mmm", 44201),
        shown_by("[h]:mm", 44201),
        shown_by("d-mmm-yy", 44201),
        "05/01/2021 25:00",
    ),
    "dates-of-editions.xlsx": under("Ngày báo cáo", *(Styled(44201, {"num_format": number}) for number in (27, 28, 30, 31, 32, 35, 55))),
    "dates-with-time.xlsx": under("Ngày báo cáo", "25/01/2021 10:30", "2021-01-25T10:30:00"),
    "yes.xlsx": under("Có mạng nội bộ", "Có", "có.", "CÓ", "yes", True, "x", "X", "×", "✓", "✔", "☑", "v", "V", "√", "co", "Có ạ", "y", 1),
    "yes-in-words.xlsx": under("Có mạng nội bộ", "đúng", "Đã có", "rồi", "Co\u0301", "Ðã có", "có\u200b"),
    "no.xlsx": under("Có mạng nội bộ", "Không", "không.", "no", False, "ko", "k", "kô", "khong", "chưa", "Chưa có", "n", 0, "sai"),
    "neither-yes-nor-no.xlsx": under(
        "Có mạng nội bộ", "đang triển khai", "một phần", "sắp có", "có nhưng chưa dùng", "o", "hông?", "-", "✗", "☐", "ok", 2, as_percent(1)
    ),
    "choices.xlsx": under(
        "Vai trò",
        "truong",
        "NGƯỜI ĐỨNG ĐẦU",
        "Ngu\u031bo\u031b\u0300i \u0111u\u031b\u0301ng \u0111\u00e2\u0300u",
        "Cấp phó.",
        "Người Ðứng đầu",
    ),
    "choices-numbered.xlsx": under("Vai trò", "a) Người đứng đầu", "2. Cấp phó", "- Cấp phó", "1. Cấp phó", "b"),
    "choices-nearly.xlsx": under("Vai trò", "Cap pho", "Cấp phòng", "Cấp phó\u200b", "khác"),
    "texts.xlsx": under("Lời ghi", "0123", "Sở\u200b A", "Ðường", "a\u202eb", 912345678, 274.65999999999997, date(2021, 1, 5), True),
    "numbers.csv": csv_numbers,
}

FILES |= {
    # These .xlsx files, saved by LibreOffice: soffice --headless --convert-to ods (xls) words-in-formats.xlsx
    f"{name}.{kind}": kept(f"{name}.{kind}")
    for name in (
        *("words-in-formats", "money-in-formats", "signs-in-formats", "dates-shown-in-part", "shown-otherwise"),
        *("words-for-yes-or-no", "words-for-texts"),
    )
    for kind in ("ods", "xls")
}
